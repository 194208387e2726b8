"""Readings for the coded sets, made by hand in one line each."""

from dataclasses import replace
from typing import Any

from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Effect, Event, EventType, Group, Qualifier, Reading, Span, Toll
from tests import factory


def reading(text: str, *events: Event, tolls: tuple[Toll, ...] = (), **known: Any) -> Reading:
    return replace(
        factory.reading(text, **known),
        sentences=tuple(sentences_in(text)),
        events=events,
        tolls=tolls,
    )


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def event(text: str, words: str, type_: EventType = EventType.ASSAULT, **fields: Any) -> Event:
    parties = {
        role: tuple(Argument(span=span(text, party)) for party in fields.pop(role, ()))
        for role in ("actors", "recipients", "places")
    }
    return Event(trigger=span(text, words), type=type_, **parties, **fields)


def toll(text: str, words: str, effect: Effect, low: int | None, **fields: Any) -> Toll:
    known = {"of": Group.PEOPLE, "high": low, "qualifier": Qualifier.EXACT} | fields
    return Toll(span=span(text, words), effect=effect, low=low, **known)
