from sayso.annotate import sentences, times
from sayso.annotate.reader import attributing
from sayso.model import Form
from tests.annotate.reader.made import SURE, Given, scores
from tests.factory import reading

TEXT = "Ada Oro said Tervan shelled Old Kesh, and feared worse."
SAID = {("anchor", 2, 1): SURE, ("unsaid", 2, 0): -SURE}
POINTS = {
    (2, 0, "source_start"): SURE,
    (2, 1, "source_end"): SURE,
    (2, 3, "content_start"): SURE,
    (2, 6, "content_end"): SURE,
}


def attributed(tags=SAID, points=POINTS):
    (before,) = sentences.ANNOTATOR.annotate([reading(TEXT)])
    made = scores(TEXT, tags=tags, points=points)
    (after,) = attributing.annotator(lambda: Given(made)).annotate([before])
    return after.attributions


def test_what_the_reader_finds_gets_form_and_name():
    (one,) = attributed()
    assert (one.who, one.form, one.parent) == ("Ada Oro", Form.INDIRECT, None)
    assert one.content.of(TEXT) == "Tervan shelled Old Kesh"
    assert 0.9 < one.confidence <= 1


def test_what_no_word_marks_is_not_found():
    assert attributed(tags={}) == ()


def test_one_said_within_another_has_it_as_its_parent():
    tags = SAID | {("anchor", 9, 1): SURE, ("unsaid", 9, 0): SURE}
    points = {at: score for at, score in POINTS.items() if at[1] != 6} | {
        (2, 10, "content_end"): SURE,
        (9, 10, "content_start"): SURE,
        (9, 10, "content_end"): SURE,
    }
    outer, inner = attributed(tags, points)
    assert (outer.content.of(TEXT), inner.content.of(TEXT)) == (
        "Tervan shelled Old Kesh, and feared worse",
        "worse",
    )
    assert (outer.parent, inner.parent) == (None, 0)


def test_what_is_said_does_not_begin_within_a_time_of_day():
    text = "21:40 Shells fell, Ada Oro said."
    tags = {("anchor", 8, 1): SURE, ("unsaid", 8, 0): -SURE}
    points = {(8, 6, "source_start"): SURE, (8, 7, "source_end"): SURE}
    points |= {(8, 2, "content_start"): SURE, (8, 4, "content_end"): SURE}
    before = times.ANNOTATOR.annotate(sentences.ANNOTATOR.annotate([reading(text)]))
    made = Given(scores(text, tags=tags, points=points))
    (after,) = attributing.annotator(lambda: made).annotate(before)
    assert [one.content.of(text) for one in after.attributions] == ["Shells fell"]
