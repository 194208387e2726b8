"""Dates as days that can be counted: intervals of the calendar."""

import calendar
from datetime import date
from functools import lru_cache

Days = tuple[int, int]
"""First and last day, as ordinals of the proleptic calendar."""


@lru_cache(maxsize=50_000)
def days_of(written: str | None) -> Days | None:
    """The days that an ISO day, month, year or `start/end` covers; None for None and what is no date."""
    if written is None:
        return None
    start, _, end = written.partition("/")
    try:
        first, last = _bounds(start), _bounds(end or start)
    except ValueError:
        return None
    return (first[0], last[1]) if first[0] <= last[1] else None


def apart(one: Days, other: Days) -> int:
    """How many days lie between two intervals; 0 where they touch the same day."""
    return max(0, other[0] - one[1], one[0] - other[1])


def length(days: Days) -> int:
    """How many days an interval covers."""
    return days[1] - days[0] + 1


def _bounds(written: str) -> Days:
    parts = [int(part) for part in written[:10].split("-")]
    year, month, day = (*parts, None, None)[:3]
    if year is None or month is None:
        known = year or 0
        return date(known, 1, 1).toordinal(), date(known, 12, 31).toordinal()
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    return (date(year, month, day).toordinal(),) * 2
