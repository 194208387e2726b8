"""Who stands behind the "it" that did something."""

from dataclasses import replace

import pytest

from sayso.annotate.events.pronouns import without_people_for_it
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Event, EventType, Mention, MentionKind, Span
from tests import factory

NAMES = {
    "The Tarsian army": MentionKind.ARMED_ACTOR,
    "Lt. Omar Dram": MentionKind.PERSON,
    "Ada Kell": MentionKind.PERSON,
}


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def doers(text: str, trigger: str, *actors: str) -> list[str]:
    named = [Mention(span=span(text, name), kind=kind) for name, kind in NAMES.items() if name in text]
    reading = replace(
        factory.reading(text), sentences=tuple(sentences_in(text)), mentions=tuple(sorted(named, key=_start))
    )
    event = Event(
        trigger=span(text, trigger),
        type=EventType.ASSAULT,
        actors=tuple(Argument(span=span(text, actor)) for actor in actors),
    )
    return [one.span.of(text) for one in without_people_for_it(event, reading).actors]


def _start(mention: Mention) -> int:
    return mention.span.start


def test_it_is_the_body_named_last_and_not_the_person_who_speaks():
    text = "The Tarsian army was asked. Lt. Omar Dram said it had not fired on anybody."
    assert doers(text, "fired", "Lt. Omar Dram") == ["The Tarsian army"]


def test_it_is_nobody_where_no_body_is_named():
    assert doers("Lt. Omar Dram said it had not fired on anybody.", "fired", "Lt. Omar Dram") == []


def test_it_at_the_very_start_of_a_report_is_nobody():
    assert doers("It fired, Lt. Omar Dram said.", "fired", "Lt. Omar Dram") == []


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Lt. Omar Dram said he had not fired.", "fired", "Lt. Omar Dram"),
        ("The Tarsian army said it had not fired.", "fired", "The Tarsian army"),
        ("Ada Kell condemned it and demanded a trial.", "demanded", "Ada Kell"),
    ],
)
def test_whoever_did_it_under_a_name_of_their_own_stays(text: str, trigger: str, actor: str):
    assert doers(text, trigger, actor) == [actor]
