"""What stands beside a time expression and belongs to it: "at 2:00", "early", "the end of", "more than"."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.annotate.times import calendar
from sayso.annotate.times.clock import on_day
from sayso.annotate.times.scene import Found, dated
from sayso.model import TimeType

__all__ = ["GLUE", "HEDGE", "MODIFIERS", "Placed", "joined", "narrowed"]


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
    "| more than | less than | fewer than | no more than | no less than | at least | at most | up to | as long as "
    "| as much as | just | just over | just under | only | well over | an additional | additional | within"
)
"""Words that hedge a length or a distance and are part of its expression."""

MODIFIERS: Mapping[str, str] = {
    "early": "(the)? (very)? (early | earlier) (on | in | part of)? (the)? "
    "| (the)? (very)? (beginning | start | early part) of (the)? | (in)? the first (weeks | months) of (the)?",
    "mid": "(mid | the middle of) HYPHEN? (the)?",
    "week of": "(the)? week of",
    "day before": "(the)? day before",
    "day after": "(the)? day after",
    "late": "(the)? (very)? late (in)? (the)? HYPHEN? | (the)? (very)? (end | close | last part) of (the)? "
    "| the last (weeks | months) of (the)?",
    "so far": "earlier (on)?",
    "still to come": "later (on)?",
    "early days": "(the)? (early | first | opening) days of (the)?",
    "last days": "(the)? (last | final | closing) days of (the)?",
}
"""Which part of a period an expression narrows it to, by the words before it."""

_PARTS: Mapping[str, tuple[int, int, int]] = {
    "early": (0, 1, 2),
    "mid": (1, 2, 3),
    "late": (1, 2, 2),
    "early days": (0, 1, 2),
    "last days": (1, 2, 2),
}
"""From and to which share of the period, of how many: reports say "early" for anything in its first half."""


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


def _beside(step: int) -> Callable[[date], Found | None]:
    def shift(of: date) -> Found | None:
        there = calendar.shifted(of, "D", step)
        return dated(calendar.day(there)) if there else None

    return shift


_WHOLE: Mapping[str, Callable[[date], Found | None]] = {
    "week of": lambda of: dated(calendar.week(of)),
    "day before": _beside(-1),
    "day after": _beside(1),
}


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


def narrowed(found: Found, part: str, published: date | None) -> Found:
    """The part of a period that "early", "late" and the like leave of it, cut where the report ends it.

    Its TIMEX3 value stays that of the whole, as in TimeBank; "the early days of October" has days for its
    unit and so becomes an unnamed day of the month, `2020-10-XX`.
    """
    if found.first is None or found.last is None:
        return found
    first, last = found.first, found.last
    if part in _WHOLE:
        return _WHOLE[part](first) or found
    whole = (last - first).days + 1
    if whole < 5:
        return found
    if part in _PARTS:
        since, until, of = _PARTS[part]
        first, last = first + timedelta(whole * since // of), first + timedelta(-(-whole * until // of) - 1)
    within = published is not None and found.first <= published <= found.last
    if within and published is not None:
        if part in ("so far", "early days", "early") and first <= published:
            last = min(last, published)
        if part == "still to come":
            first = max(first, published)
    if part.endswith("days") and len(found.value) == 7:
        return replace(found, value=f"{found.value}-XX", first=first, last=last)
    return replace(found, first=first, last=last)
