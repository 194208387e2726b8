"""Clues: what speaks for and against a time's being that of an event, in weights that can be read."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from sayso.model import Assertion, Event, Reading, Span, Time, TimeType, Voices

__all__ = ["WEIGHTS", "Clues", "Scene", "candidates"]

_AHEAD = frozenset({Assertion.PLANNED, Assertion.CALLED_FOR})
_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[,;:()–—]|\s-\s")
_CLAUSE = re.compile(
    r"\b(?:that|who|which|where|when|while|after|before|because|since|until|but|and|as|if)\b", re.IGNORECASE
)
_REACH = 500
"""Characters between a trigger and a time that can still be its own; a line may be longer than a sentence."""
_BESIDE = 12
"""Characters between a time and the cue of an attribution ("said on Friday") that still belong together."""
_MONTH = timedelta(days=28)
_SHORT = 3
_MOST = 3.0
"""Above this more pauses, clauses or happenings between the two say no more."""


class Clues(NamedTuple):
    """What speaks for and against a time's being that of an event, each as 0, 1 or a small number."""

    base: float = 1.0
    apart: float = 0.0
    """The logarithm of the number of words between the trigger and the time."""
    after: float = 0.0
    """The time follows the trigger."""
    pauses: float = 0.0
    """Commas, dashes and brackets between them."""
    clauses: float = 0.0
    """Words between them that open another clause."""
    triggers: float = 0.0
    """Other happenings named between them."""
    describes: float = 0.0
    """The time stands right before the trigger: "Friday's attack"."""
    describes_other: float = 0.0
    """It stands right before the trigger of another happening."""
    said: float = 0.0
    """It stands beside the cue of what the trigger is part of: "said on Friday"."""
    outside: float = 0.0
    """It is not told by the voice that tells of the event."""
    turned: float = 0.0
    """It lies behind the report where the event is to come, or ahead of it where it has happened."""
    opening: float = 0.0
    """It opens the sentence."""
    length: float = 0.0
    """It is a length of time that ends or begins with the report."""
    coarse: float = 0.0
    """It is a month or longer."""
    again: float = 0.0
    """The trigger is not the one that tells most of the event."""


WEIGHTS = Clues(
    base=2.7,
    apart=-0.52,
    after=1.02,
    pauses=-0.29,
    clauses=0.17,
    triggers=-0.84,
    describes=1.22,
    describes_other=-0.2,
    said=1.01,
    outside=-2.34,
    turned=-1.03,
    opening=1.61,
    length=-0.1,
    coarse=-0.32,
    again=-1.64,
)
"""How much each clue weighs in the log-odds, fitted on reports whose events had been dated by hand.

`base` is 1 more than the fit gave: in a sentence that says when, an event of its own time is the rule.
"""


@dataclass(frozen=True)
class Scene:
    """A reading, with what is looked up in it for every event."""

    reading: Reading
    _heard: dict[Span, int | None] = field(default_factory=dict)

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins."""
        return [sentence.start for sentence in self.reading.sentences]

    @cached_property
    def triggers(self) -> list[Span]:
        """Every mention of an event, in order."""
        return sorted({trigger for event in self.reading.events for trigger in (event.trigger, *event.also)})

    @cached_property
    def times(self) -> list[Time]:
        """The times that can date something, in order: not that of the dateline, when the report was sent."""
        dateline = self.reading.document.dateline
        times = (
            time
            for time in self.reading.times
            if _can_date(time) and not (dateline and dateline.span.holds(time.span))
        )
        return sorted(times, key=lambda time: time.span)

    @cached_property
    def published(self) -> str | None:
        """The report's own day."""
        given = self.reading.document.published
        return given[:10] if given else None

    @cached_property
    def _voices(self) -> Voices:
        return Voices(self.reading.attributions)

    def names(self, event: Event) -> set[str]:
        """The words that tell whom an event struck, and where, from others."""
        spans = [one.span for one in (*event.recipients, *event.places)]
        words = {word.lower() for span in spans for word in _WORD.findall(span.of(self.reading.text))}
        return {word for word in words if len(word) > _SHORT}

    def sentence_of(self, span: Span) -> int:
        """The number of the sentence that a span begins in."""
        return bisect_right(self.starts, span.start) - 1

    def times_near(self, span: Span) -> Iterator[Time]:
        """The times in the same sentence, within reach."""
        sentence = self.sentence_of(span)
        first = bisect_left(self.times, span.start - _REACH, key=lambda time: time.span.start)
        last = bisect_right(self.times, span.end + _REACH, key=lambda time: time.span.start)
        return (time for time in self.times[first:last] if self.sentence_of(time.span) == sentence)

    def triggers_from(self, low: int, high: int) -> list[Span]:
        """The mentions of events that begin in `[low, high)`."""
        first, last = (bisect_left(self.triggers, at, key=lambda span: span.start) for at in (low, high))
        return self.triggers[first:last]

    def voice(self, span: Span) -> int | None:
        """The innermost attribution that a span is part of."""
        if span not in self._heard:
            self._heard[span] = self._voices.innermost(span)
        return self._heard[span]


def candidates(event: Event, scene: Scene) -> Iterator[tuple[Time, Clues]]:
    """The times in the sentences of an event's triggers, each with what speaks for and against it."""
    own = frozenset((event.trigger, *event.also))
    for trigger in (event.trigger, *event.also):
        for time in scene.times_near(trigger):
            yield time, _clues(event, trigger, time, own, scene)


def _clues(event: Event, trigger: Span, time: Time, own: frozenset[Span], scene: Scene) -> Clues:
    text, span = scene.reading.text, time.span
    low, high = min(trigger.end, span.end), max(trigger.start, span.start)
    between = text[low:high] if low < high else ""
    voice = scene.voice(trigger)
    cue = None if voice is None else scene.reading.attributions[voice].cue
    opens = scene.starts[scene.sentence_of(span)] if scene.starts else 0
    following = [other for other in scene.triggers_from(span.end, span.end + _BESIDE + 1) if other not in own]
    return Clues(
        apart=math.log1p(len(_WORD.findall(between))),
        after=float(span.start >= trigger.end),
        pauses=min(_MOST, len(_PAUSE.findall(between))),
        clauses=min(_MOST, len(_CLAUSE.findall(between))),
        triggers=min(_MOST, sum(other not in own for other in scene.triggers_from(low, high))),
        describes=float(_describes(text, span, trigger)),
        describes_other=float(any(_describes(text, span, other) for other in following)),
        said=float(cue is not None and span.distance(cue) <= _BESIDE),
        outside=float(voice != scene.voice(span)),
        turned=float(_is_turned(event, time, scene.published)),
        opening=float(span.start - opens <= len("on the ")),
        length=float(time.type is TimeType.DURATION),
        coarse=float(_is_coarse(time)),
        again=float(trigger != event.trigger),
    )


def _can_date(time: Time) -> bool:
    """Whether it says when: not "twice a week" or "for two years", but "the past two years"."""
    if time.type is TimeType.DURATION:
        return time.earliest is not None
    return time.type is not TimeType.SET and not time.value.endswith("_REF")


def _describes(text: str, time: Span, trigger: Span) -> bool:
    """Whether a time stands right before a trigger, as in "Friday's attack"; "1994 peace" has a word more."""
    if not 0 <= trigger.start - time.end <= _BESIDE:
        return False
    return (
        text[time.end : trigger.start].strip(" '’s").find(" ") < 0
        and "," not in text[time.end : trigger.start]
    )


def _is_turned(event: Event, time: Time, published: str | None) -> bool:
    if published is None or time.earliest is None or time.latest is None:
        return False
    return time.latest < published if event.assertion in _AHEAD else time.earliest > published


def _is_coarse(time: Time) -> bool:
    if time.earliest is None or time.latest is None:
        return False
    return date.fromisoformat(time.latest) - date.fromisoformat(time.earliest) >= _MONTH
