from sayso.annotate.reader.said import said_in
from sayso.annotate.reader.thresholds import Thresholds
from tests.annotate.reader.made import SURE, scores

TEXT = "Ada Oro said Kesh was shelled."
SOURCE = {(2, 0, "source_start"): SURE, (2, 1, "source_end"): SURE}
CONTENT = {(2, 3, "content_start"): SURE, (2, 5, "content_end"): SURE}
CUE = {("anchor", 2, 1): SURE, ("unsaid", 2, 0): -SURE}


def said(text: str, **given):
    return list(said_in(scores(text, **given), thresholds=Thresholds()))


def test_a_cue_points_at_its_source_and_content():
    (one,) = said(TEXT, tags=CUE, points=SOURCE | CONTENT)
    spans = (one.source, one.cue, one.content)
    assert [span.of(TEXT) for span in spans if span] == ["Ada Oro", "said", "Kesh was shelled"]
    assert one.confidence > 0.99


def test_content_never_holds_its_own_cue():
    points = {(2, 0, "content_start"): SURE, (2, 5, "content_end"): SURE}
    (one,) = said(TEXT, tags=CUE, points=points)
    assert one.cue is not None
    assert not one.content.overlaps(one.cue)


def test_nobody_is_named_where_the_reader_thinks_so():
    (one,) = said(TEXT, tags=CUE | {("unsaid", 2, 0): SURE}, points=SOURCE | CONTENT)
    assert one.source is None


def test_a_quotation_without_a_cue_begins_its_own_content():
    points = {(3, 3, "content_start"): SURE, (3, 5, "content_end"): SURE, (3, 0, "source_start"): SURE}
    tags = {("anchor", 3, 3): SURE, ("unsaid", 3, 0): -SURE}
    (one,) = said(TEXT, tags=tags, points=points | {(3, 1, "source_end"): SURE})
    assert one.cue is None
    assert one.content.of(TEXT) == "Kesh was shelled"


def test_nothing_is_said_without_an_anchor():
    assert said(TEXT, tags={}, points=SOURCE | CONTENT) == []


def test_a_cue_runs_on_from_its_auxiliary_to_its_verb():
    text = "Ada Oro has flatly denied Kesh was shelled."
    tags = {("anchor", 2, 1): SURE, ("unsaid", 2, 0): -SURE}
    points = {(2, 0, "source_start"): SURE, (2, 1, "source_end"): SURE, (2, 5, "content_start"): SURE}
    (one,) = said(text, tags=tags, points=points | {(2, 7, "content_end"): SURE})
    assert one.cue is not None
    assert one.cue.of(text) == "has flatly denied"


def test_no_source_holds_words_for_saying():
    points = {(4, 0, "source_start"): SURE, (4, 3, "source_end"): SURE, (4, 5, "content_start"): SURE}
    text = "Ada quoted Oro , saying Kesh was shelled ."
    tags = {("anchor", 1, 1): SURE, ("anchor", 4, 1): SURE, ("unsaid", 4, 0): -SURE}
    sources = [one.source for one in said(text, tags=tags, points=points | {(4, 7, "content_end"): SURE})]
    assert all(source is None or "quoted" not in source.of(text) for source in sources)


def test_a_verb_that_gives_a_toll_is_a_cue_of_somebody():
    text = "Ada Oro put the dead at nine."
    points = {(2, 0, "source_start"): SURE, (2, 1, "source_end"): SURE, (2, 3, "content_start"): SURE}
    found = scores(
        text,
        tags={("unsaid", 2, 0): -SURE, ("anchor", 2, 0): 3},
        points=points | {(2, 6, "content_end"): SURE},
    )
    (one,) = said_in(found, thresholds=Thresholds(), cueing=[text.index("put")])
    assert one.source is not None
    assert [one.source.of(text), one.content.of(text)] == ["Ada Oro", "the dead at nine"]


def test_a_blast_is_no_source_of_the_toll_that_it_raises():
    text = "The blast raised the toll to nine."
    points = {(2, 0, "source_start"): SURE, (2, 1, "source_end"): SURE, (2, 3, "content_start"): SURE}
    found = scores(
        text,
        tags={("unsaid", 2, 0): -SURE, ("anchor", 2, 0): 3},
        points=points | {(2, 6, "content_end"): SURE},
    )
    assert list(said_in(found, thresholds=Thresholds(), cueing=[text.index("raised")])) == []


def test_a_cue_does_not_swallow_its_source():
    text = "According to reports Kesh was shelled."
    tags = {("anchor", 0, 1): SURE, ("anchor", 1, 2): SURE, ("anchor", 2, 2): SURE, ("unsaid", 0, 0): -SURE}
    (one,) = said(text, tags=tags, points={(0, 3, "content_start"): SURE, (0, 5, "content_end"): SURE})
    assert one.cue is not None
    assert one.cue.of(text) == "According to"
