from dataclasses import replace

import pytest

from sayso.annotate.reader.edges import Pinned
from sayso.model import Span
from tests import factory


def test_pinned_ends_an_argument_where_its_paragraph_does():
    text = "Rebels seize town\n\nKESH, May 9 - They came at dawn."
    found = Pinned.of(factory.reading(text), []).arguments([Span(text.index("town"), text.index(","))])
    assert [one.span.of(text) for one in found] == ["town"]


def test_pinned_keeps_an_argument_within_the_sentence_that_holds_most_of_it():
    text = "Access. Food convoys were blocked."
    reading = replace(factory.reading(text), sentences=(Span(0, 7), Span(8, len(text))))
    (found,) = Pinned.of(reading, []).arguments([Span(0, text.index(" were"))])
    assert found.span.of(text) == "Food convoys"


def test_pinned_keeps_an_argument_whose_line_is_wrapped():
    text = "They shot the governor\nof Orlo."
    whole = Span(text.index("the"), text.index("."))
    assert [one.span for one in Pinned.of(factory.reading(text), []).arguments([whole])] == [whole]


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("He met the family.", "family", "the family"),
        ("The regional governor left.", "governor", "The regional governor"),
        ("They held two officers.", "officers", "two officers"),
        ("He gave the army weapons.", "weapons", "weapons"),
        ("THE ARMY FLED.", "ARMY", "ARMY"),
    ],
)
def test_pinned_begins_an_argument_with_its_article(text: str, read: str, whole: str):
    start = text.index(read)
    found = Pinned.of(factory.reading(text), []).arguments([Span(start, start + len(read))])
    assert [one.span.of(text) for one in found] == [whole]


def test_pinned_takes_a_verb_alone_for_no_argument():
    text = "They thanked those who treated them."
    start = text.index("treated")
    assert Pinned.of(factory.reading(text), []).arguments([Span(start, start + 7)]) == ()


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("Gunmen riding on mules came.", "Gunmen riding", "Gunmen"),
        ("They met youths suspected of it.", "youths suspected", "youths"),
        ("They hit a building in Orlo.", "a building", "a building"),
        ("They met masked men.", "masked men", "masked men"),
    ],
)
def test_pinned_ends_an_argument_before_the_clause_about_it(text: str, read: str, whole: str):
    start = text.index(read)
    found = Pinned.of(factory.reading(text), []).arguments([Span(start, start + len(read))])
    assert [one.span.of(text) for one in found] == [whole]


@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ('They shot six "bandits".', 'six "bandits', 'six "bandits"'),
        ("They shot “bad” men.", "bad” men", "“bad” men"),
        ('"Scouts shot them."', "Scouts", "Scouts"),
    ],
)
def test_pinned_keeps_both_marks_of_a_quotation(text: str, read: str, whole: str):
    start = text.index(read)
    found = Pinned.of(factory.reading(text), []).arguments([Span(start, start + len(read))])
    assert [one.span.of(text) for one in found] == [whole]
