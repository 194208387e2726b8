"""What stands beside a time expression and belongs to it: "at 2:00", "early", "the end of", "more than"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.annotate.times.clock import on_day
from sayso.annotate.times.scene import Found
from sayso.model import TimeType

__all__ = ["GLUE", "HEDGE", "Placed", "joined"]


Glue = Callable[[int, int], bool]
"""Whether the tokens `[first, last)` only tie a time of day to its date."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Something found at tokens `[first, last)`."""

    first: int
    last: int
    found: Found


GLUE = (
    "COMMA? OPEN? (at | on | of | in | by)? (about | around | approximately | shortly | just | exactly)? "
    "(before | after)? (the | early | late)?"
)
"""What may stand between a date and its time of day."""

HEDGE = (
    "about | around | approximately | nearly | almost | roughly | over | barely | sometime | exactly | some "
    "| more than | less than | fewer than | no more than | no less than | at least | at most | up to "
    "| as long as | as much as | just | just over | just under | only | well over | within "
    "| an additional | additional"
)
"""Words that hedge a length or a distance and are part of its expression."""


def joined(placed: Iterable[Placed], is_glue: Glue) -> Iterator[Placed]:
    """Times of day taken together with the date beside them: "9 a.m. Tuesday", "Friday morning"."""
    before: Placed | None = None
    for each in placed:
        if before is None:
            before = each
            continue
        one = _together(before, each, is_glue)
        if one is None:
            yield before
            before = each
        else:
            before = one
    if before is not None:
        yield before


def _together(before: Placed, after: Placed, is_glue: Glue) -> Placed | None:
    if not is_glue(before.last, after.first):
        return None
    if after.found.clock and _is_day(before.found):
        return Placed(before.first, after.last, on_day(after.found, before.found))
    if before.found.clock and _is_day(after.found) and not _has_clock(after.found):
        return Placed(before.first, after.last, on_day(before.found, after.found))
    return None


def _is_day(found: Found) -> bool:
    """Whether it names one day, known or not, and no exact time on it."""
    if found.clock or found.type not in (TimeType.DATE, TimeType.TIME):
        return False
    one_day = found.first is not None and found.first == found.last
    return (
        one_day
        or found.value.startswith("XXXX-WXX-")
        or (found.value.count("-") == 2 and found.first is None)
    )


def _has_clock(found: Found) -> bool:
    return found.type is TimeType.TIME and ":" in found.value
