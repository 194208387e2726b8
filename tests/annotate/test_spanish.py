"""Happenings named in Spanish reports."""

from dataclasses import replace

from sayso.annotate.events.spanish import ANNOTATOR, named_in
from sayso.annotate.sentences import sentences_in
from sayso.model import Event, EventType, Reading, Span
from tests import factory

TEXT = "Los maestros de Orlo protestaron ayer. La policía detuvo a dos de ellos."


def read(text: str, *events: Event, language: str | None = "es") -> Reading:
    reading = factory.reading(text, language=language)
    reading = replace(reading, sentences=tuple(sentences_in(text)), events=events)
    return ANNOTATOR.annotate([reading])[0]


def named(reading: Reading) -> list[tuple[str, EventType]]:
    return [(event.trigger.of(reading.text), event.type) for event in reading.events]


def test_happenings_are_named_sentence_by_sentence():
    assert named(read(TEXT)) == [("protestaron", EventType.PROTEST), ("detuvo", EventType.COERCE)]


def test_what_the_reader_found_stays():
    known = Event(trigger=Span(21, 32), type=EventType.ACCUSE)
    assert named(read(TEXT, known)) == [("protestaron", EventType.ACCUSE), ("detuvo", EventType.COERCE)]


def test_other_languages_are_left_alone():
    assert named(read(TEXT, language="pt")) == []
    assert named(read("The protest in Orlo went on.", language=None)) == []


def test_a_text_too_short_for_its_language_is_known_by_its_short_words():
    assert named(read("Huelga de los maestros en la capital", language=None)) == [
        ("Huelga", EventType.PROTEST)
    ]


def test_named_in_takes_the_first_word_of_each_type():
    text = "El ataque y otro ataque, una protesta."
    assert [(span.of(text), type_) for span, type_ in named_in(text, Span(0, len(text)))] == [
        ("ataque", EventType.ASSAULT),
        ("protesta", EventType.PROTEST),
    ]
