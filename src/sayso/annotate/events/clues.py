"""Clues: what speaks for and against a time's being that of an event, in weights that can be read."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from sayso.model import Event, Reading, Span, Time, TimeType, Voices

__all__ = ["WEIGHTS", "Clues", "Scene", "candidates"]

_WORD = re.compile(r"[^\W_]+")
_PURPOSE = re.compile(r"\bto\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_LEAD = r"\s*(?:\b(?:at|by|during|earl\w+|in|late\w*|on|over|since|the)\s+)*\Z"
_OPENING = re.compile(rf"(?:(?P<new>\A|[;:.\n]|\b(?:and|but)\b)|,|[–—]|\s-\s){_LEAD}", re.IGNORECASE)
"""What may stand before a time that opens its sentence or clause."""
_DETERMINED = re.compile(r"\b(?:an?|its|the|their|this)\s+\Z|['’]s?\s+\Z", re.IGNORECASE)
_DESCRIBES = re.compile(r"\s+(?:[\w-]+\s+)?")
_POSSESSES = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}")
_WHEN = re.compile(r",?\s+when\b", re.IGNORECASE)
_DURING = re.compile(r"\b(?:amid|during|in)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_JOINED = re.compile(r"[^,;.]*\band\b[^,;.]*", re.IGNORECASE)
_SHORTLY, _BOTH = 25, 2
_BESIDE = 12
"""Characters between a time and the cue of an attribution that still belong together."""
_REACH = 500
"""Characters between a trigger and a time that can still be its own; a line may be longer than a sentence."""
_MONTH = timedelta(days=28)
_SHORT = 3


class Clues(NamedTuple):
    """What speaks for and against a time's being that of an event, each as 0, 1 or a small number."""

    base: float = 1.0
    apart: float = 0.0
    """The logarithm of the number of words between the trigger and the time."""
    others: float = 0.0
    """The time is more likely that of another happening of its sentence."""
    other_times: float = 0.0
    """Another time stands nearer to the trigger."""
    purpose: float = 0.0
    """The trigger is what something else was done for: "met to demand"."""
    outside: float = 0.0
    """It is not told by the voice that tells of the event."""
    coarse: float = 0.0
    """It is a month or longer."""
    again: float = 0.0
    """The trigger is not the one that tells most of the event."""


WEIGHTS = Clues(
    base=2.5,
    apart=-0.33,
    others=-1.95,
    other_times=-0.99,
    purpose=-0.97,
    outside=-1.91,
    coarse=-0.33,
    again=-1.26,
)
"""How much each clue weighs in the log-odds, fitted on reports whose events had been dated by hand.

`base` is half a step more than the fit gave: so about as many events are left undated as are dated wrongly.
Commas, words that open a clause, and whether the time stands beside the cue ("said on Friday") told no more.
"""


@dataclass(frozen=True)
class Scene:
    """A reading, with what is looked up in it for every event."""

    reading: Reading
    _heard: dict[Span, int | None] = field(default_factory=dict)
    _told: dict[Span, Span | None] = field(default_factory=dict)

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

    def told_at(self, time: Span) -> Span | None:
        """The happening of its sentence that a time most likely belongs to."""
        if time not in self._told:
            self._told[time] = self._told_at(time)
        return self._told[time]

    def _told_at(self, time: Span) -> Span | None:
        """The last one told before it; but the next where the time opens a clause ("shots fell, and on Friday
        Orlo burned"), or the nearer one where it may open one, or tells which is meant ("of the 2029 raid").
        """
        text, at, home = self.reading.text, bisect_left(self.triggers, time), self.sentence_of(time)
        near = [one for one in self.triggers[max(0, at - 1) : at + 1] if self.sentence_of(one) == home]
        if len(near) < _BOTH:
            return near[0] if near else None
        before = text[max(time.start - _SHORTLY, self.starts[home] if self.starts else 0) : time.start]
        behind = text[time.end : near[1].start]
        opening = _OPENING.search(before)
        if _POSSESSES.fullmatch(behind) or (opening and opening["new"]):
            return near[1]
        describes = _DETERMINED.search(before) and _DESCRIBES.fullmatch(behind)
        return min(near, key=time.distance) if opening or describes else near[0]

    def is_others(self, own: Collection[Span], time: Span) -> bool:
        """Whether a time is most likely that of another happening than `own`, and not of both.

        "Killed during protests in March", "shelled Orlo and fled on Friday" and "in March, when guards fired"
        tell when both were. Of happenings joined by a bare "and" two in three had the day in common.
        """
        other = self.told_at(time)
        if other is None or other in own or _WHEN.match(self.reading.text, time.end):
            return False
        return not any(self._is_joined(*sorted((one, other))) for one in own)

    def _is_joined(self, one: Span, other: Span) -> bool:
        between = self.reading.text[max(one.end, other.start - _REACH) : other.start]
        return _DURING.search(between[-_SHORTLY:]) is not None or _JOINED.fullmatch(between) is not None

    def is_said(self, trigger: Span, time: Span) -> bool:
        """Whether a time stands beside the cue of what a trigger is part of: "said on Friday"."""
        voice = self.voice(trigger)
        cue = None if voice is None else self.reading.attributions[voice].cue
        return cue is not None and time.distance(cue) <= _BESIDE

    def voice(self, span: Span) -> int | None:
        """The innermost attribution that a span is part of."""
        if span not in self._heard:
            self._heard[span] = self._voices.innermost(span)
        return self._heard[span]


def candidates(event: Event, scene: Scene) -> Iterator[tuple[Time, Clues]]:
    """The times in the sentences of an event's triggers, each with what speaks for and against it."""
    own = frozenset((event.trigger, *event.also))
    for trigger in (event.trigger, *event.also):
        times = list(scene.times_near(trigger))
        nearest = min((time.span.distance(trigger) for time in times), default=0)
        for time in times:
            clues = _clues(event, trigger, time, own, scene)
            yield time, clues._replace(other_times=float(nearest < time.span.distance(trigger)))


def _clues(event: Event, trigger: Span, time: Time, own: frozenset[Span], scene: Scene) -> Clues:
    text, span = scene.reading.text, time.span
    low, high = min(trigger.end, span.end), max(trigger.start, span.start)
    between = len(_WORD.findall(text, low, high)) if low < high else 0
    return Clues(
        apart=math.log1p(between),
        others=float(scene.is_others(own, span)),
        purpose=float(_PURPOSE.search(text, max(0, trigger.start - _SHORTLY), trigger.start) is not None),
        outside=float(scene.voice(trigger) != scene.voice(span)),
        coarse=float(_is_coarse(time)),
        again=float(trigger != event.trigger),
    )


def _can_date(time: Time) -> bool:
    """Whether it says when: not "twice a week" or "for two years", but "the past two years"."""
    if time.type is TimeType.DURATION:
        return time.earliest is not None
    return time.type is not TimeType.SET and not time.value.endswith("_REF")


def _is_coarse(time: Time) -> bool:
    if time.earliest is None or time.latest is None:
        return False
    return date.fromisoformat(time.latest) - date.fromisoformat(time.earliest) >= _MONTH
