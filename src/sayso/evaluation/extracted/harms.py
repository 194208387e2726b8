"""Harms: the words that say what a toll counts, "killed" in "killed nine soldiers".

A reading keeps them as tolls of the event that did the harm; other sets mark a death as an event of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.tolls.predicates import predicate_at
from sayso.annotate.words import words_of
from sayso.model import Effect, EventType, Reading, Span, Toll


@dataclass(frozen=True, slots=True)
class Harm:
    """The words for a harm, and the words for those it was done to."""

    words: Span
    effect: Effect
    victims: Span


def harms_in(reading: Reading) -> Iterator[Harm]:
    """The harms that the assaults of a reading did, each with the words that say so, nearest its toll."""
    for event in reading.events:
        if event.type is EventType.ASSAULT:
            for toll in event.tolls:
                words = _words_for(toll, reading)
                if words is not None:
                    yield Harm(words, toll.effect, toll.span)


def _words_for(toll: Toll, reading: Reading) -> Span | None:
    sentence = reading.sentence_at(toll.span)
    if sentence is None:
        return None
    words = list(words_of(reading.text, sentence))
    saying = []
    for at in range(len(words)):
        found = predicate_at(words, at)
        if found is not None and found[0].effect is toll.effect:
            saying.append(Span(words[at].start, words[found[1] - 1].end))
    return min(saying, key=toll.span.distance, default=None)
