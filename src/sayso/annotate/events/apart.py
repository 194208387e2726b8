"""Apart: how long before or after another a happening was, where it is said: "a day after Orlo fell"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.events.clues import Scene
from sayso.annotate.times import day_moved
from sayso.model import Event, Span, Time, TimeType

__all__ = ["Gap", "gaps_in", "with_gaps"]

_ORDER = re.compile(r"\s+(?P<order>after|before|following|prior\s+to)\s+(?=\w)", re.IGNORECASE)
# "The day after guards fled": the words for a time of the report's that are none.
_THE_DAY = re.compile(r"the\s+(?P<unit>day|week|month|year)\s+(?P<order>after|before)", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:about|almost|around|barely|half|less|more|nearly|over|roughly|under|within)\b", re.IGNORECASE
)
_END = re.compile(r"[,;:()–—\n]|\.(?=\s|\Z)")
_LONGEST = 200
"""Characters that the clause behind a length has at most."""
_DAY = len("2031-05-03")


@dataclass(frozen=True, slots=True)
class Gap:
    """A length of time that a report says to lie between two happenings."""

    words: Span
    """Those of the length: "two days"."""
    length: str | None
    """As a TIMEX3 value, `P2D`; None where it is only about so long."""
    clause: Span
    """From the length to the end of what it counts from: "two days after Orlo fell"."""
    told: Span
    """The happening in the clause."""
    other: Span
    """The one that was so long after it, or before it."""
    is_after: bool
    """Whether that one came after the happening in the clause."""

    def parts(self, trigger: Span, time: Span) -> bool:
        """Whether it lies between a trigger and a time, so that they have nothing to do with each other."""
        return time == self.words or self.clause.holds(trigger) != self.clause.holds(time)


def gaps_in(scene: Scene) -> list[Gap]:
    """The gaps that a report tells of, in order: "a day after Orlo fell and a week before it burned"."""
    gaps: list[Gap] = []
    for time in scene.reading.times:
        gap = _gap(time, scene)
        if gap is None:
            continue
        goes_on = gaps and gaps[-1].clause.holds(gap.words)
        gaps.append(replace(gap, other=gaps[-1].other) if goes_on else gap)
    return gaps


def _gap(time: Time, scene: Scene) -> Gap | None:
    text, span = scene.reading.text, time.span
    if time.type is TimeType.DURATION:
        order = _ORDER.match(text, span.end)
        length = None if _HEDGED.search(text, span.start, span.end) else time.value
    else:
        order = _THE_DAY.fullmatch(text, span.start, span.end)
        length = f"P1{order['unit'][0].upper()}" if order else None
    if order is None:
        return None
    found = _END.search(text, order.end(), order.end() + _LONGEST)
    end = found.start() if found else min(len(text), order.end() + _LONGEST)
    told = next(iter(scene.triggers_from(order.end(), end)), None)
    clause = Span(span.start, end)
    other = _other(clause, scene)
    if told is None or other is None:
        return None
    return Gap(span, length, clause, told, other, order["order"].lower() in ("after", "following"))


def _other(clause: Span, scene: Scene) -> Span | None:
    """The last happening before a clause in its sentence, or the first behind one that opens it."""
    home = scene.reading.sentence_at(clause)
    if home is None:
        return None
    before = scene.triggers_from(home.start, clause.start)
    return before[-1] if before else next(iter(scene.triggers_from(clause.end, home.end)), None)


def with_gaps(events: Sequence[Event], gaps: Sequence[Gap]) -> list[Event]:
    """The events, each without a time of its own a known while before or after one that has a day."""
    known = list(events)
    home = {span: at for at, event in enumerate(events) for span in (event.trigger, *event.also)}
    for gap in gaps:
        told, other = home[gap.told], home[gap.other]
        for at, by, back in ((told, other, gap.is_after), (other, told, not gap.is_after)):
            day = known[by].date
            if known[at].date_span or not known[by].date_span or not day or len(day) != _DAY:
                continue
            moved = day_moved(day, gap.length, back=back) if gap.length else None
            if moved is not None:
                known[at] = replace(known[at], date=moved, date_span=gap.words)
    return known
