"""Whose deed it is not: parties that disclaim a part in it, and those who are said to be none."""

import pytest

from sayso.annotate.events.disclaimed import without_disclaimers
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Assertion, Attribution, Event, EventType, Form, Reading, Span, Voices
from tests.factory import document


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def doers(text: str, deed: str, *actors: str, voice: tuple[str, str] | None = None, **given) -> list[str]:
    """The actors that are left of a deed, told in the words of `voice` (its source and what it says)."""
    said = [
        Attribution(
            source=span(text, voice[0]), who=None, cue=None, content=span(text, voice[1]), form=Form.DIRECT
        )
        for voice in ([voice] if voice else [])
    ]
    event = Event(
        trigger=span(text, deed),
        type=EventType.ASSAULT,
        actors=tuple(Argument(span=span(text, actor)) for actor in actors),
        **given,
    )
    sentences = tuple(sentences_in(text))
    reading = Reading(document=document(text), sentences=sentences, attributions=tuple(said), events=(event,))
    return [actor.span.of(text) for actor in without_disclaimers(event, reading, Voices(said)).actors]


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn Front denied responsibility for the bombing.",
        "The Red Dawn Front has denied any involvement in the bombing.",
        "The Red Dawn Front was not responsible for the bombing.",
        "The Red Dawn Front had nothing to do with the bombing.",
        "The Red Dawn Front had no part in the bombing.",
        "The Red Dawn Front did not order the bombing.",
    ],
)
def test_whoever_disclaims_a_deed_is_not_its_doer(text):
    assert doers(text, "bombing", "Red Dawn Front") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Red Dawn Front claimed responsibility for the bombing.",
        "The Red Dawn Front was not only responsible for the bombing but proud of it.",
        "The Red Dawn Front denied any part in the talks and resumed its bombing of Orlo.",
        "The Red Dawn Front had no knowledge of the court and began the bombing.",
    ],
)
def test_whoever_does_not_disclaim_a_deed_stays(text):
    assert doers(text, "bombing", "Red Dawn Front") == ["Red Dawn Front"]


def test_whoever_says_so_of_themselves_is_not_the_doer():
    text = '"We had nothing to do with the bombing," said the Red Dawn Front.'
    assert doers(text, "bombing", "Red Dawn Front", voice=("the Red Dawn Front", text[:41])) == []


def test_whom_others_accuse_elsewhere_stays_the_doer():
    text = "Police blamed the rebels for the raid. The Kesh rebels denied any part in the raid."
    assert doers(text, "raid", "the rebels") == ["the rebels"]


def test_whoever_stands_in_another_statement_of_the_sentence_stays():
    text = "Oro said the Kesh rebels did it; the army has denied responsibility for the raid."
    assert doers(text, "raid", "Kesh rebels") == ["Kesh rebels"]


def test_whoever_denies_the_whole_deed_stays_its_doer():
    text = "The army denied responsibility for any shelling."
    assert doers(text, "shelling", "The army", assertion=Assertion.DENIED) == ["The army"]


def test_no_group_is_nobody():
    assert doers("No group has claimed the attack.", "attack", "group") == []
