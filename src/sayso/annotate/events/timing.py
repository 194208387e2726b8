"""When it happened: which time expression of a report dates an event, told from syntax and nearness."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.times import calendar_interval
from sayso.model import Assertion, Event, Reading, Span, Time, TimeType, innermost

__all__ = ["ANNOTATOR", "WEIGHTS", "Clues", "candidates", "dated"]

_AHEAD = frozenset({Assertion.PLANNED, Assertion.CALLED_FOR})
_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[,;:()–—]|\s-\s")
_CLAUSE = re.compile(
    r"\b(?:that|who|which|where|when|while|after|before|because|since|until|but|and|as|if)\b", re.IGNORECASE
)
_JOINT = re.compile(r"\s*(?P<word>and|to|until|through|[-–])\s*(?:the\s+)?", re.IGNORECASE)
_BESIDE = 12
"""Characters between a time and the cue of an attribution ("said on Friday") that still belong together."""
_MONTH_DAYS = 28
_SHORT = 3


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
class _Scene:
    """A reading, with what is looked up in it for every event."""

    reading: Reading

    @cached_property
    def starts(self) -> list[int]:
        return [sentence.start for sentence in self.reading.sentences]

    @cached_property
    def triggers(self) -> list[Span]:
        return sorted(trigger for event in self.reading.events for trigger in (event.trigger, *event.also))

    @cached_property
    def times(self) -> dict[int, list[Time]]:
        """The times that can date something, by the number of their sentence."""
        found: dict[int, list[Time]] = {}
        for time in self.reading.times:
            if _can_date(time):
                found.setdefault(self.sentence_of(time.span), []).append(time)
        return found

    @cached_property
    def published(self) -> str | None:
        given = self.reading.document.published
        return given[:10] if given else None

    def names(self, event: Event) -> set[str]:
        """The words of an event's parties and places that can tell them from others."""
        spans = [one.span for one in (*event.actors, *event.recipients, *event.places)]
        words = {word.lower() for span in spans for word in _WORD.findall(span.of(self.reading.text))}
        return {word for word in words if len(word) > _SHORT}

    def sentence_of(self, span: Span) -> int:
        return bisect_right(self.starts, span.start) - 1


def dated(reading: Reading) -> Reading:
    """A reading whose events have their dates: each that of the time that most likely is its own, if any is.

    An event without a time of its own may have the day of its story: see `_day_of_story`. It then has a date
    but no `date_span`.
    """
    scene = _Scene(reading)
    events = [_dated(event, scene) for event in reading.events]
    return replace(reading, events=tuple(_day_of_story(event, events, scene) for event in events))


def _dated(event: Event, scene: _Scene) -> Event:
    best = max(candidates(event, scene), key=lambda one: (_likely(one[1]), -one[0].span.start), default=None)
    if best is None or _likely(best[1]) < 0:
        return replace(event, date=None, date_span=None)
    return replace(event, date=_interval(best[0], scene), date_span=best[0].span)


def _day_of_story(event: Event, events: Sequence[Event], scene: _Scene) -> Event:
    """The event with the day that the same voice has told of before, where the report leaves no choice.

    That is the day of all that it says has happened, if that is one day; else the day of the last happening
    of the same kind that shares a party or place with it. On reports dated by hand the day is wrong once in
    ten times (and as often as not the hand left the event undated).
    """
    if event.date_span is not None or event.assertion is not Assertion.HAPPENED:
        return event
    told = [one for one in events if one.date and _is_day(one.date) and one.assertion is event.assertion]
    before = [one for one in told if one.attribution == event.attribution and one.trigger < event.trigger]
    if not before:
        return event
    if len({one.date for one in told}) == 1:
        return replace(event, date=before[-1].date)
    names = scene.names(event)
    same = [one for one in before if one.type is event.type and not names.isdisjoint(scene.names(one))]
    return replace(event, date=max(same, key=lambda one: one.trigger).date) if same else event


def _is_day(interval: str) -> bool:
    return len(interval) == len("2031-05-03")


def _likely(clues: Clues) -> float:
    return sum(weight * clue for weight, clue in zip(WEIGHTS, clues, strict=True))


def candidates(event: Event, scene: _Scene) -> Iterator[tuple[Time, Clues]]:
    """The times in the sentences of an event's triggers, each with what speaks for and against it."""
    own = (event.trigger, *event.also)
    others = [trigger for trigger in scene.triggers if trigger not in own]
    for trigger in own:
        for time in scene.times.get(scene.sentence_of(trigger), ()):
            yield time, _clues(event, trigger, time, others, scene)


def _clues(event: Event, trigger: Span, time: Time, others: Sequence[Span], scene: _Scene) -> Clues:
    reading, span = scene.reading, time.span
    low, high = min(trigger.end, span.end), max(trigger.start, span.start)
    between = reading.text[low:high] if low < high else ""
    voice = innermost(reading.attributions, trigger)
    cue = None if voice is None else reading.attributions[voice].cue
    opens = scene.starts[scene.sentence_of(span)] if scene.starts else 0
    return Clues(
        apart=math.log1p(len(_WORD.findall(between))),
        after=float(span.start >= trigger.end),
        pauses=min(3.0, len(_PAUSE.findall(between))),
        clauses=min(3.0, len(_CLAUSE.findall(between))),
        triggers=min(3.0, sum(low <= other.start < high for other in others)),
        describes=float(_describes(reading.text, span, trigger)),
        describes_other=float(any(_describes(reading.text, span, other) for other in others)),
        said=float(cue is not None and span.distance(cue) <= _BESIDE),
        outside=float(voice != innermost(reading.attributions, span)),
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
    return date.fromisoformat(time.latest) - date.fromisoformat(time.earliest) >= timedelta(days=_MONTH_DAYS)


def _interval(time: Time, scene: _Scene) -> str | None:
    """The days of a time, together with those of the one it is bound to: "Monday and Tuesday"."""
    beside = scene.times.get(scene.sentence_of(time.span), [])
    at = beside.index(time)
    for first, last in ((at - 1, at), (at, at + 1)):
        if first >= 0 and last < len(beside):
            both = _bound(beside[first], beside[last], scene.reading.text)
            if both is not None:
                return both
    return calendar_interval(time)


def _bound(first: Time, last: Time, text: str) -> str | None:
    """Two days joined by "to", or following each other and joined by "and", as an interval."""
    joint = _JOINT.fullmatch(text, first.span.end, last.span.start)
    if joint is None or not all(
        time.earliest is not None and time.earliest == time.latest for time in (first, last)
    ):
        return None
    one, other = date.fromisoformat(first.earliest or ""), date.fromisoformat(last.earliest or "")
    if joint["word"] == "and" and other - one != timedelta(days=1):
        return None
    return f"{one}/{other}" if timedelta(0) < other - one < timedelta(days=_MONTH_DAYS) else None


ANNOTATOR = Annotator(
    name="dated",
    reads=frozenset({Layer.SENTENCES, Layer.TIMES, Layer.ATTRIBUTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(dated),
)


def time_of(trigger: Span, times: Sequence[Time], others: Sequence[Span]) -> Time | None:
    """The nearest to a trigger of the time expressions that may date it: what `dated` revises."""
    near = [
        time
        for time in times
        if time.type in {TimeType.DATE, TimeType.TIME}
        and time.span.distance(trigger) <= 220
        and not any(0 <= other.start - time.span.end <= 1 for other in others)
    ]
    return min(near, key=lambda time: (time.span.distance(trigger), time.span), default=None)
