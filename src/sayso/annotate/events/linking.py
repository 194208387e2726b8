"""Linking: each toll to the event that it is the toll of."""

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import TypeAlias

from sayso.annotate.times import day_of_report
from sayso.model import Assertion, Effect, Event, EventType, Reading, Span, Toll, changed, item_at, items_in

_HARM = frozenset({EventType.ASSAULT, EventType.OTHER})
_TYPES_OF: dict[Effect, frozenset[EventType]] = {
    Effect.KILLED: _HARM,
    Effect.INJURED: _HARM,
    Effect.CASUALTIES: _HARM,
    Effect.MISSING: _HARM,
    Effect.ABDUCTED: frozenset({EventType.ASSAULT}),
    Effect.DAMAGED: _HARM,
    Effect.DESTROYED: _HARM,
    Effect.DETAINED: frozenset({EventType.COERCE}),
    Effect.DISPLACED: frozenset({EventType.ASSAULT, EventType.COERCE, EventType.OTHER}),
}
# In sentences; a toll further from every happening than this belongs to none.
_LONGEST_PARAGRAPH = 60
_LONG = timedelta(days=100)


def with_tolls(
    found: Sequence[Event], tolls: Sequence[Toll], reading: Reading
) -> tuple[list[Event], list[Toll]]:
    """The events with their tolls, and the tolls that belong to none of them."""
    sentences, paragraphs = reading.sentences, _paragraphs_of(reading)
    named = _named_in(found, sentences)
    past = _long_past(reading)
    # The dead of an old war are not those of today's strike, though its paragraph stands in front.
    of_then = _Named({home: pins for home, pins in named.items() if home in past})
    of_all = _Named(named)
    taken: list[list[Toll]] = [[] for _ in found]
    alone: list[Toll] = []
    for toll in tolls:
        home = _sentence_of(toll.span, sentences)
        known = of_then if home in past else of_all
        number = None if home is None else _event_of(toll, found, known, home, paragraphs, reading)
        (alone if number is None else taken[number]).append(toll)
    events = [
        changed(event, tolls=tuple(mine)) if mine else event for event, mine in zip(found, taken, strict=True)
    ]
    return events, alone


def _paragraphs_of(reading: Reading) -> list[int]:
    """The number of the paragraph that each sentence stands in."""
    gaps = (reading.text[one.end : other.start] for one, other in itertools.pairwise(reading.sentences))
    return list(itertools.accumulate(("\n" in gap for gap in gaps), initial=0))


def _long_past(reading: Reading) -> frozenset[int]:
    """The numbers of sentences that tell of days gone by for long when the report was published."""
    today = day_of_report(reading)
    if today is None:
        return frozenset()
    days: defaultdict[int, list[str]] = defaultdict(list)
    for time in reading.times:
        home = _sentence_of(time.span, reading.sentences)
        if home is not None and time.latest is not None:
            days[home].append(time.latest)
    begin = (today - _LONG).isoformat()
    return frozenset(home for home, latest in days.items() if max(latest) < begin)


_Naming: TypeAlias = tuple[Span, int]
"""A trigger and the number of its event."""


class _Named:
    """The triggers of each sentence that has any."""

    def __init__(self, of: Mapping[int, Sequence[_Naming]]) -> None:
        self._of, self._homes = of, sorted(of)

    def upto(self, home: int) -> Iterator[tuple[int, Sequence[_Naming]]]:
        """A sentence's triggers, and those of the ones before it, as far back as any paragraph reaches."""
        for at in range(bisect_right(self._homes, home) - 1, -1, -1):
            if home - self._homes[at] >= _LONGEST_PARAGRAPH:
                return
            yield self._homes[at], self._of[self._homes[at]]


def _named_in(found: Sequence[Event], sentences: Sequence[Span]) -> Mapping[int, Sequence[_Naming]]:
    """The triggers of each sentence."""
    named: dict[int, list[_Naming]] = {}
    for number, event in enumerate(found):
        for trigger in (event.trigger, *event.also):
            sentence = _sentence_of(trigger, sentences)
            if sentence is not None:
                named.setdefault(sentence, []).append((trigger, number))
    return named


def _sentence_of(span: Span, sentences: Sequence[Span]) -> int | None:
    """The number of the first sentence that a span touches."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return at if at < len(sentences) and sentences[at].overlaps(span) else None


def _event_of(
    toll: Toll,
    found: Sequence[Event],
    named: _Named,
    home: int,
    paragraphs: Sequence[int],
    reading: Reading,
) -> int | None:
    """The nearest fitting event of the toll's sentence, or the last one told before it.

    Before it is in its own paragraph or the one in front of that, but in no other item of a list. What did
    not happen hurt nobody: a number told after a denial is of something else.
    """
    types = _TYPES_OF[toll.effect]
    items = items_in(reading.text)
    own = item_at(reading.sentences[home], items)
    for sentence, triggers in named.upto(home):
        if paragraphs[home] - paragraphs[sentence] > 1:
            return None
        if own is not None and item_at(reading.sentences[sentence], items) not in (None, own):
            continue
        fitting = [(span, n) for span, n in triggers if found[n].type in types]
        if fitting and sentence == home:
            return min((span.distance(toll.span), n) for span, n in fitting)[1]
        told = [(-span.end, n) for span, n in fitting if toll.high == 0 or not _is_denied(found[n])]
        if told:
            return min(told)[1]
    return None


def _is_denied(event: Event) -> bool:
    return event.assertion is Assertion.DENIED
