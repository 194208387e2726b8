"""A reading arranged by voice: on whose say-so each of its events and tolls stands, and in which words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from sayso.claims import chain_of
from sayso.model import Argument, Event, Reading, Span, Told, Toll

Chain: TypeAlias = tuple[str | None, ...]
"""Who says so, the outlet's nearest source first; None for somebody unnamed, nobody for the outlet itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An event as one voice tells it: in its words, with the doers and the tolls that it names."""

    event: Event
    blamed: tuple[tuple[Argument, Chain], ...] = ()
    """Doers whom others name, who tell of the event by no other words."""
    others: tuple[Chain, ...] = ()
    """Who tells of it besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a report, and what they say happened."""

    span: Span
    versions: tuple[Version, ...] = ()
    tolls: tuple[Toll, ...] = ()
    """Tolls that belong to no event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Everything that one voice says: the outlet's own (an empty chain) or that of an attribution chain."""

    chain: Chain
    passages: tuple[Passage, ...]


def voices_in(reading: Reading) -> list[Heard]:
    """The voices of a reading: the outlet's own first, the others as they are first heard."""
    told = Told(reading)
    versions = [one for event in reading.events for one in _versions(event, reading, told)]
    heard: dict[Chain, list[Passage]] = {}
    if own := list(_own_passages(reading, versions)):
        heard[()] = own
    said = sorted(enumerate(reading.attributions), key=lambda pair: pair[1].content)
    for index, attribution in said:
        heard.setdefault(voice_of(index, reading), []).append(
            Passage(
                span=attribution.content,
                versions=tuple(one for one in versions if one.event.attribution == index),
                tolls=tuple(toll for toll in reading.tolls if toll.attribution == index),
            )
        )
    return [Heard(chain=chain, passages=tuple(passages)) for chain, passages in heard.items()]


def _versions(event: Event, reading: Reading, told: Told) -> Iterator[Version]:
    """The event as each voice tells it that has words of its own for it, its own voice first."""
    every = told.by_voice(event)
    voices = [voice_of(one.attribution, reading) for one in every]
    telling: dict[Chain, Event] = {}
    for one, voice in zip(every, voices, strict=True):
        if one.trigger in (event.trigger, *event.also):
            telling.setdefault(voice, one)
    own = voices[0]
    tolls: dict[Chain, list[Toll]] = {voice: [] for voice in telling}
    for toll in event.tolls:
        tolls.get(voice_of(toll.attribution, reading), tolls[own]).append(toll)
    blamed = [
        (actor, voice)
        for one, voice in zip(every, voices, strict=True)
        if voice not in telling
        for actor in one.actors
        if not any(actor in other.actors for other in telling.values())
    ]
    for voice, one in telling.items():
        yield Version(
            event=replace(one, tolls=tuple(tolls[voice])),
            blamed=tuple(blamed) if voice == own else (),
            others=tuple(other for other in telling if other != voice),
        )


def voice_of(attribution: int | None, reading: Reading) -> Chain:
    """Who speaks in an attribution, the outlet's nearest source first; a speaker quoting himself once."""
    names = [voice.who for voice in chain_of(attribution, reading.attributions)]
    return tuple(name for place, name in enumerate(names) if place == 0 or name != names[place - 1])


def _own_passages(reading: Reading, versions: Sequence[Version]) -> Iterator[Passage]:
    """The sentences in which the outlet itself says that something happened."""
    own = [one for one in versions if one.event.attribution is None]
    tolls = [toll for toll in reading.tolls if toll.attribution is None]
    pins = [*(one.event.trigger for one in own), *(toll.span for toll in tolls)]
    for span in sorted({_sentence_of(pin, reading) for pin in pins}):
        yield Passage(
            span=span,
            versions=tuple(one for one in own if _sentence_of(one.event.trigger, reading) == span),
            tolls=tuple(toll for toll in tolls if _sentence_of(toll.span, reading) == span),
        )


def _sentence_of(span: Span, reading: Reading) -> Span:
    return next((sentence for sentence in reading.sentences if sentence.holds(span)), span)
