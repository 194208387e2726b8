"""Workers' strikes and missiles', told apart."""

from dataclasses import replace

import pytest

import sayso
from sayso.annotate.events.strikes import strike_at, told_apart, type_of_strike
from sayso.annotate.sentences import sentences_in
from sayso.annotate.words import words_in
from sayso.model import Event, EventType, Span
from tests import factory

ASSAULT, PROTEST = EventType.ASSAULT, EventType.PROTEST


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A strike on the yard killed three railway workers.", ASSAULT),
        ("A drone strike hit Kesh.", ASSAULT),
        ("Dockers began a strike on Monday.", PROTEST),
        ("A general strike closed the shops.", PROTEST),
        ("The crew went on strike.", PROTEST),
        ("Teachers struck over pay.", PROTEST),
        ("The rebels called an armed strike.", PROTEST),
        ("The miners ended their strike.", PROTEST),
        ("The army would strike the workers.", None),
        ("The strike came at dawn.", None),
        ("A strike by nurses shut the wards.", PROTEST),
        ("A strike by navy jets shut the wards.", ASSAULT),
        ("A strike by dawn was feared.", None),
    ],
)
def test_the_words_around_a_strike_tell_what_it_is(text: str, type_: EventType | None):
    words = list(words_in(text))
    at = next(at for at, word in enumerate(words) if word.lower.startswith(("strik", "struck")))
    assert type_of_strike(words, at) is type_


def strikes(text: str, *types: EventType) -> list[EventType]:
    """What strikes that were read as these types are told to be."""
    starts = [at for at in range(len(text)) if text.startswith("strike", at)]
    events = [
        Event(trigger=Span(at, at + len("strike")), type=type_)
        for at, type_ in zip(starts, types, strict=True)
    ]
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)))
    return [event.type for event in told_apart(events, reading)]


def test_a_strike_that_nothing_tells_is_as_the_others_of_its_report():
    text = "A strike on the depot set it on fire. The strike came at dawn."
    assert strikes(text, PROTEST, PROTEST) == [ASSAULT, ASSAULT]


def test_a_report_of_both_kinds_leaves_the_untold_one_as_it_was_read():
    text = "A strike on the depot set it on fire. Dockers began a strike. The strike came at dawn."
    assert strikes(text, PROTEST, ASSAULT, PROTEST) == [ASSAULT, PROTEST, PROTEST]


def test_the_strike_that_a_trigger_names_is_told_by_its_sentence():
    text = "A strike by nurses shut the wards. Talks went on."
    told = replace(factory.reading(text), sentences=tuple(sentences_in(text)))
    assert strike_at(Span(2, 8), told) is PROTEST
    assert strike_at(Span(text.index("Talks"), text.index("Talks") + 5), told) is None


def test_only_what_was_read_as_one_of_the_two_is_changed():
    assert strikes("A strike on the depot was called off.", EventType.REJECT) == [EventType.REJECT]


def test_a_strike_that_kills_is_one_of_arms():
    [event] = sayso.read("The strike killed nine people at noon, the mayor said.").events
    assert event.type is EventType.ASSAULT
