"""When it happened: the time expression of the sentence that belongs to a trigger."""

from collections.abc import Sequence

from sayso.model import Span, Time, TimeType

# Further away than this a time more often belongs to another happening of the sentence.
_REACH = 220


def time_of(trigger: Span, times: Sequence[Time], others: Sequence[Span]) -> Time | None:
    """The nearest to a trigger of the time expressions that may date it; a length of time dates nothing.

    A time right in front of one of the `others` belongs to that one alone: "the 1994 cease-fire".
    """
    near = [
        time
        for time in times
        if time.type in {TimeType.DATE, TimeType.TIME}
        and time.span.distance(trigger) <= _REACH
        and not any(_describes(time.span, other) for other in others)
    ]
    return min(near, key=lambda time: (time.span.distance(trigger), time.span), default=None)


def _describes(time: Span, trigger: Span) -> bool:
    return 0 <= trigger.start - time.end <= 1
