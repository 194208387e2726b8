"""When it happened: the time expression of the sentence that belongs to a trigger."""

from collections.abc import Sequence

from sayso.model import Span, Time, TimeType

# Further away than this a time more often belongs to another happening of the sentence.
_REACH = 220


def time_of(trigger: Span, sentence: Span, times: Sequence[Time]) -> Time | None:
    """The time expression nearest to a trigger in its sentence; a length of time dates nothing."""
    inside = [
        time
        for time in times
        if sentence.holds(time.span) and time.type in {TimeType.DATE, TimeType.TIME} and time.value
    ]
    near = [time for time in inside if _distance(time.span, trigger) <= _REACH]
    return min(near, key=lambda time: (_distance(time.span, trigger), time.span), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
