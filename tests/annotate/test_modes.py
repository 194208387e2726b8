"""The narrower kinds of events."""

from dataclasses import replace

import pytest

from sayso.annotate import tables
from sayso.annotate.events.modes import attacks_in, mode_of
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Event, EventType, Mention, MentionKind, Reading, Span
from sayso.model.codebook import MODES
from tests import factory


def told(text: str, *events: tuple[str, EventType]) -> Reading:
    return replace(
        factory.reading(text),
        sentences=tuple(sentences_in(text)),
        events=tuple(Event(trigger=span_of(text, words), type=type_) for words, type_ in events),
    )


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def mode(text: str, words: str, type_: EventType) -> str | None:
    reading = told(text, (words, type_))
    return mode_of(reading.events[0], reading, attacks=attacks_in(reading))


@pytest.mark.parametrize(
    ("text", "words", "type_", "expected"),
    [
        ("Gunmen kidnapped the mayor of Orlo.", "kidnapped", EventType.ASSAULT, "abduct"),
        ("A car bomb exploded in Orlo.", "car bomb exploded", EventType.ASSAULT, "explosives"),
        ("A suicide car bombing shook Orlo.", "suicide car bombing", EventType.ASSAULT, "suicide-attack"),
        ("A drone strike hit the depot.", "drone strike", EventType.ASSAULT, "drone"),
        ("An air-strike hit the depot.", "air-strike", EventType.ASSAULT, "aerial"),
        ("Teachers of Orlo went on a hunger strike.", "hunger strike", EventType.PROTEST, "hunger"),
        ("Teachers of Orlo went on strike.", "went on strike", EventType.PROTEST, "strike"),
        ("The minister resigned.", "resigned", EventType.RETREAT, "resign"),
        ("Vesh demanded the release of its fishermen.", "demanded", EventType.REQUEST, "yield"),
        ("Vesh threatened to bomb the port.", "threatened", EventType.THREATEN, "violence"),
        ("Police arrested two students.", "arrested", EventType.COERCE, "arrest"),
        ("The two ministers agreed on a text.", "agreed", EventType.AGREE, None),
        ("The army attacked the village.", "attacked", EventType.ASSAULT, None),
    ],
)
def test_mode_of_follows_the_words_of_the_event(text, words, type_, expected):
    assert mode(text, words, type_) == expected


def test_mode_of_looks_for_the_means_of_an_attack_in_its_sentence():
    text = "The village was attacked with mortars. A bomb was found later."
    assert mode(text, "attacked", EventType.ASSAULT) == "heavy-weapons"


def test_mode_of_leaves_the_means_to_the_attack_that_they_stand_by():
    text = "Rebels attacked Orlo while the army shelled Vesh with mortars."
    reading = told(text, ("attacked", EventType.ASSAULT), ("shelled", EventType.ASSAULT))
    mentions = (Mention(span=span_of(text, "mortars"), kind=MentionKind.WEAPON),)
    reading = replace(reading, mentions=mentions)
    attacks = attacks_in(reading)
    assert [mode_of(event, reading, attacks=attacks) for event in reading.events] == [None, "heavy-weapons"]


def test_mode_of_believes_a_named_instrument_before_the_sentence():
    text = "The convoy was hit near the mine by a drone."
    reading = told(text, ("hit", EventType.ASSAULT))
    event = replace(reading.events[0], instruments=(Argument(span=span_of(text, "drone")),))
    assert mode_of(event, reading, attacks=attacks_in(reading)) == "drone"


def test_every_mode_of_the_table_is_one_of_the_codebook():
    for row in tables.rows("modes.tsv"):
        assert row["mode"] in MODES[EventType(row["type"])]
        assert tables.listed(row["words"])


def test_every_mode_of_the_codebook_has_words():
    known = {(EventType(row["type"]), row["mode"]) for row in tables.rows("modes.tsv")}
    assert known == {(type_, mode) for type_, modes in MODES.items() for mode in modes}
