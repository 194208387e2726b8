"""A reading arranged by voice: on whose say-so each of its events and tolls stands, and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims import chain_of
from sayso.model import Event, Reading, Span, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a report, and what they say happened."""

    span: Span
    events: tuple[Event, ...] = ()
    tolls: tuple[Toll, ...] = ()
    """Tolls that belong to no event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Everything that one voice says: the outlet's own (an empty chain) or that of an attribution chain."""

    chain: tuple[str | None, ...]
    """Who says so, the outlet's nearest source first; None for somebody unnamed."""
    passages: tuple[Passage, ...]


def voices_in(reading: Reading) -> list[Heard]:
    """The voices of a reading: the outlet's own first, the others as they are first heard."""
    heard: dict[tuple[str | None, ...], list[Passage]] = {}
    if own := list(_own_passages(reading)):
        heard[()] = own
    said = sorted(enumerate(reading.attributions), key=lambda pair: pair[1].content)
    for index, attribution in said:
        heard.setdefault(voice_of(index, reading), []).append(
            Passage(
                span=attribution.content,
                events=tuple(event for event in reading.events if event.attribution == index),
                tolls=tuple(toll for toll in reading.tolls if toll.attribution == index),
            )
        )
    return [Heard(chain=chain, passages=tuple(passages)) for chain, passages in heard.items()]


def voice_of(attribution: int | None, reading: Reading) -> tuple[str | None, ...]:
    """Who speaks in an attribution, the outlet's nearest source first; a speaker quoting himself once."""
    names = [voice.who for voice in chain_of(attribution, reading.attributions)]
    return tuple(name for place, name in enumerate(names) if place == 0 or name != names[place - 1])


def _own_passages(reading: Reading) -> Iterator[Passage]:
    """The sentences in which the outlet itself says that something happened."""
    events = [event for event in reading.events if event.attribution is None]
    tolls = [toll for toll in reading.tolls if toll.attribution is None]
    spans = {_sentence_of(span, reading) for span in _pins(events, tolls)}
    for span in sorted(spans):
        yield Passage(
            span=span,
            events=tuple(event for event in events if _sentence_of(event.trigger, reading) == span),
            tolls=tuple(toll for toll in tolls if _sentence_of(toll.span, reading) == span),
        )


def _pins(events: list[Event], tolls: list[Toll]) -> Iterator[Span]:
    yield from (event.trigger for event in events)
    yield from (toll.span for toll in tolls)


def _sentence_of(span: Span, reading: Reading) -> Span:
    return next((sentence for sentence in reading.sentences if sentence.holds(span)), span)
