from dataclasses import replace

from sayso.annotate import sentences
from sayso.annotate.reader import attributing
from sayso.model import Attribution, Form, Span
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


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def ruled(cue: str, content: str) -> Attribution:
    return Attribution(
        source=span("Oro"), who="Oro", cue=span(cue), content=span(content), form=Form.INDIRECT
    )


def attributed(*ruled: Attribution, tags=SAID):
    (before,) = sentences.ANNOTATOR.annotate([reading(TEXT)])
    made = scores(TEXT, tags=tags, points=POINTS)
    (after,) = attributing.annotator(lambda: Given(made)).annotate([replace(before, attributions=ruled)])
    return after.attributions


def test_what_only_the_reader_finds_is_added_with_form_and_name():
    (one,) = attributed()
    assert (one.who, one.form, one.parent) == ("Ada Oro", Form.INDIRECT, None)
    assert one.content.of(TEXT) == "Tervan shelled Old Kesh"
    assert 0.9 < one.confidence <= 1


def test_where_both_find_one_the_spans_of_the_rule_stand():
    (one,) = attributed(ruled("said", "Tervan shelled Old Kesh, and feared worse"))
    assert one.source == span("Oro")
    assert one.content == span("Tervan shelled Old Kesh, and feared worse")


def test_a_rule_that_the_reader_cannot_believe_is_dropped():
    (one,) = attributed(ruled("feared", "worse"))
    assert one.cue == span("said")
    assert attributed(ruled("said", "Tervan shelled Old Kesh"), tags={}) == ()


def test_one_said_within_another_has_it_as_its_parent():
    believed = SAID | {("anchor", 9, 1): SURE, ("anchor", 8, 0): SURE}
    whole = ruled("said", "Tervan shelled Old Kesh, and feared worse")
    found = attributed(whole, ruled("feared", "worse"), tags=believed)
    assert [one.parent for one in found] == [None, 0]
