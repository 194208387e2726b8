"""When it happened: which time expression of a report dates an event, told from syntax and nearness."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.events.apart import Gap, gaps_in, with_gaps
from sayso.annotate.events.clues import WEIGHTS, Clues, Scene, candidates
from sayso.annotate.events.lasting import days_before
from sayso.annotate.times import calendar_interval, day_moved
from sayso.model import Assertion, Event, Near, Reading, Span, Time, TimeType, changed

__all__ = ["ANNOTATOR", "dated"]

_AHEAD = frozenset({Assertion.PLANNED, Assertion.CALLED_FOR})
_JOINT = re.compile(
    r"\s*(?P<word>and|to|[-–]|(?:(?:and|,)\s+(?:continued|lasted|raged|went\s+on)\s+)?(?:into|until|through))"
    r"\s*(?:the\s+)?",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\d{4}(?:-\d\d){0,2}")
_BETWEEN = re.compile(r"\bbetween (?:(?:early|late|the) )?\Z", re.IGNORECASE)
_AS_OF = re.compile(r"\bas (?:of|at)(?: \w+:?\w*){0,3} ?$", re.IGNORECASE)
_AS_OF_REACH = 30
_TOUCHING = 1
_DAY = len("2031-05-03")
_MONTH = timedelta(days=28)
_REMEMBERED = 20
"""How many of the happenings before it one is compared with."""
_GOES_ON = 2
"""For how many sentences of a paragraph its day is carried on: further, it was right about half the time."""
_PERFECT = re.compile(r"\b(?:had|has|have)\b[^.;\n]*$", re.IGNORECASE)
_PERFECT_REACH = 25
_WHEN = re.compile(r",? when\b", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:after|before|following|since|until) +\w", re.IGNORECASE)
_DAY_WORD = re.compile(
    r"day\b|night|yester|today|tomorrow|morning|evening|afternoon|dawn|dusk|overnight|week|ago|\d{4}-\d"
    r"|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"['’]s?(?:\s+[\w-]+){1,3}")
_FROM_ANOTHER = re.compile(
    r"\b(?:(?:second|minute|moment|hour)s? (?:later|after|afterwards|earlier|before)"
    r"|(?:consecutive|straight|successive) (?:day|night)|running)\b",
    re.IGNORECASE,
)


def dated(reading: Reading) -> Reading:
    """A reading whose events have their dates: each that of the time that most likely is its own, if any is.

    A happening without a time of its own may have the day of its story: a date but no `date_span`.
    """
    scene = Scene(reading)
    gaps = gaps_in(scene)
    near = Near((gap.clause, gap) for gap in gaps)
    events = with_gaps([_dated(event, scene, near) for event in reading.events], gaps)
    told = [one for one in events if one.assertion is Assertion.HAPPENED and _is_day(one.date)]
    story = _Story(sorted(told, key=lambda one: one.trigger), scene)
    return changed(
        reading,
        events=tuple(
            changed(event, date=story.day_of(event))
            if event.date_span is None and event.assertion is Assertion.HAPPENED
            else event
            for event in events
        ),
    )


def _dated(event: Event, scene: Scene, gaps: Near[Gap]) -> Event:
    text = scene.reading.text
    dating = [(*one, _likely(one[1])) for one in _dating(event, scene, gaps)]
    # A time of day has the day of some other time: one that names its day goes before it.
    best = max(
        dating,
        key=lambda one: (one[2] >= 0 and _names_day(one[0], text), one[2], -one[0].span.start),
        default=None,
    )
    if best is None or best[2] < 0:
        return changed(event, date=None, date_span=None)
    interval = _interval(best[0], scene)
    return changed(event, date=_gone_on(event, interval, text), date_span=best[0].span)


def _gone_on(event: Event, interval: str | None, text: str) -> str | None:
    """The days of a happening that is told of on one day and had gone on for some."""
    before = days_before(event.trigger, text)
    if interval is None or not before or not _is_day(interval):
        return interval
    return f"{date.fromisoformat(interval) - timedelta(days=before)}/{interval}"


def _names_day(time: Time, text: str) -> bool:
    """Whether a time's own words tell its day, unlike "7:50", "an hour later" and "a third straight day"."""
    words = time.span.of(text)
    is_clock = time.type is TimeType.TIME and _DAY_WORD.search(words) is None
    return not is_clock and _FROM_ANOTHER.search(words) is None


def _dating(event: Event, scene: Scene, gaps: Near[Gap]) -> Iterator[tuple[Time, Clues]]:
    """The times that may date an event: "as of 08:00 on 4 May" only says when its dead were counted.

    Nothing has happened on a day to come, and no plan is for a day gone by. Of reports dated by hand, what is
    ruled out here was the event's own time in fewer than three cases of ten.
    """
    text = scene.reading.text
    for time, clues in candidates(event, scene):
        is_count = _AS_OF.search(text, max(0, time.span.start - _AS_OF_REACH), time.span.start)
        trigger = min((event.trigger, *event.also), key=time.span.distance)
        beside = (*gaps.touching(trigger), *gaps.touching(time.span))
        if is_count or any(gap.parts(trigger, time.span) for gap in beside):
            continue
        if not _is_turned(event, time, scene) and not _is_anothers(event, time, scene):
            yield time, clues


def _is_turned(event: Event, time: Time, scene: Scene) -> bool:
    """Whether a time lies behind the report for what is to come, or ahead of it for what has happened."""
    if scene.published is None or time.earliest is None or time.latest is None:
        return False
    if event.assertion in _AHEAD:
        return time.latest < scene.published
    return time.earliest > scene.published


def _is_anothers(event: Event, time: Time, scene: Scene) -> bool:
    """Whether a time is plainly that of something else that its sentence tells.

    "Kesh said on Friday it had shelled Orlo", "Orlo fell after the raid of Friday", "men who marched Friday
    were beaten".
    """
    text, span = scene.reading.text, time.span
    own = (event.trigger, *event.also)
    trigger = min(own, key=span.distance)
    if (possessed := _possessed(span, scene)) is not None:
        return possessed not in own or (
            possessed != event.trigger and any(_days_beside(event.trigger, scene))
        )
    if _is_perfect(text, trigger) and scene.is_said(trigger, span):
        return True
    if trigger.end <= span.start and _ORDER.search(text, trigger.end, span.start):
        return True
    other = scene.told_at(span)
    return other is not None and other.distance(span) <= _TOUCHING and scene.is_others(own, span)


def _possessed(time: Span, scene: Scene) -> Span | None:
    """The happening that a time is said to be that of: "Friday's deadly attack"."""
    behind = _POSSESSED.match(scene.reading.text, time.end)
    return next(iter(scene.triggers_from(time.end, behind.end())), None) if behind else None


def _days_beside(trigger: Span, scene: Scene) -> Iterator[Time]:
    """The times in the sentence of a trigger that name a day which is not said to be another happening's."""
    home = scene.reading.sentence_at(trigger)
    if home is None:
        return
    first, end = (
        bisect_left(scene.times, at, key=lambda time: time.span.start) for at in (home.start, home.end)
    )
    for time in scene.times[first:end]:
        if _names_day(time, scene.reading.text) and _possessed(time.span, scene) is None:
            yield time


def _is_perfect(text: str, trigger: Span) -> bool:
    """Whether a trigger is in the perfect: "has shelled"."""
    return _PERFECT.search(text, max(0, trigger.start - _PERFECT_REACH), trigger.end) is not None


@dataclass(frozen=True)
class _Story:
    """The happenings that a report gives a day, in order."""

    told: Sequence[Event]
    scene: Scene

    @cached_property
    def has_one_day(self) -> bool:
        """Whether all of them were on one day."""
        return len({one.date for one in self.told}) == 1

    def day_of(self, event: Event) -> str | None:
        """The day of what was told before, where an event without a time of its own plainly goes on from it.

        That is what was last told of the same kind done to the same people or at the same place, and in a
        report of one day the last thing told in the same paragraph. What has been going on, or was done many
        times, is background. On reports dated by hand the day was another one for one such event in ten, and
        for a third of them the hand had given none.
        """
        at = bisect_left(self.told, event.trigger, key=lambda one: one.trigger)
        before = self.told[max(0, at - _REMEMBERED) : at]
        if not before or self._is_background(event.trigger):
            return None
        if self.has_one_day and self._goes_on(before[-1].trigger, event.trigger):
            days = {calendar_interval(time) for time in _days_beside(event.trigger, self.scene)}
            return before[-1].date if days <= {before[-1].date} else None
        names = self.scene.names(event)
        same = (
            one
            for one in reversed(before)
            if one.type is event.type and not names.isdisjoint(self.scene.names(one))
        )
        return next((one.date for one in same), None)

    def _goes_on(self, told: Span, trigger: Span) -> bool:
        """Whether a trigger stands in the paragraph of one before it, a few sentences on at most."""
        apart = self.scene.sentence_of(trigger) - self.scene.sentence_of(told)
        return apart <= _GOES_ON and "\n" not in self.scene.reading.text[told.end : trigger.start]

    def _is_background(self, trigger: Span) -> bool:
        """Whether a trigger is in the perfect, "has shelled", or in the plural, "attacks"."""
        text = self.scene.reading.text
        return trigger.of(text).lower().endswith("s") or _is_perfect(text, trigger)


def _is_day(interval: str | None) -> bool:
    return interval is not None and len(interval) == _DAY


def _likely(clues: Clues) -> float:
    return sum(weight * clue for weight, clue in zip(WEIGHTS, clues, strict=True))


def _interval(time: Time, scene: Scene) -> str | None:
    """The days of a time, together with those of the one it is bound to: "Monday and Tuesday".

    What happened is no part of the time since: "since Monday, when Orlo fell".
    """
    at = bisect_left(scene.times, time.span, key=lambda one: one.span)
    for first, last in pairwise(scene.times[max(0, at - 1) : at + 2]):
        both = _bound(first, last, scene.reading.text)
        if both is not None:
            return both
    is_start = time.type is TimeType.DATE and _WHEN.match(scene.reading.text, time.span.end)
    return calendar_interval(changed(time, latest=time.earliest) if is_start else time)


def _bound(first: Time, last: Time, text: str) -> str | None:
    """Two days, months or years joined by "to", or days in a row joined by "and", as an interval."""
    joint = _JOINT.fullmatch(text, first.span.end, last.span.start)
    begin = calendar_interval(first)
    # "From Monday until Wednesday": that is the day, and not all days until then.
    end = last.value if _PERIOD.fullmatch(last.value) else calendar_interval(last)
    if joint is None or begin is None or end is None or len(begin) != len(end) or begin >= end:
        return None
    low = max(0, first.span.start - _AS_OF_REACH)
    is_range = joint["word"] != "and" or _BETWEEN.search(text, low, first.span.start) is not None
    if not _is_day(begin):
        return f"{begin}/{end}" if (is_range and "/" not in begin) or _is_next(begin, end) else None
    apart = date.fromisoformat(end) - date.fromisoformat(begin)
    most = _MONTH if is_range else timedelta(days=2)
    return f"{begin}/{end}" if apart < most else None


def _is_next(begin: str, end: str) -> bool:
    """Whether a month or a year is the one right after another."""
    if "/" in begin or "/" in end:
        return False
    return day_moved(f"{begin}-01-01"[:_DAY], "P1M" if "-" in begin else "P1Y", back=False) == end


ANNOTATOR = Annotator(
    name="dated",
    reads=frozenset({Layer.SENTENCES, Layer.TIMES, Layer.ATTRIBUTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(dated),
)
