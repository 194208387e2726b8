"""From a time expression to the calendar interval that an event's date is written as."""

import re
from datetime import date

from sayso.annotate.times.calendar import shifted
from sayso.model import Time, TimeType

__all__ = ["calendar_interval", "day_moved"]

_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_YEARS = re.compile(r"P\d+Y")
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_PRECISION = {"M": len("2031-05"), "Y": len("2031")}


def calendar_interval(time: Time) -> str | None:
    """The expression's days as an ISO day, month or year, or as `start/end`; None where it has none.

    A day, a month and a year keep their own precision ("early March" is said of a month: `1987-03`); what
    ISO has no name for is an interval ("last week", "the early days of October", "the past 24 hours", "since
    May"); of a length in years the ends are months.
    """
    if time.earliest is None or time.latest is None:
        return None
    if time.type is TimeType.DATE and _PLAIN.fullmatch(time.value) and not _reaches_beyond(time):
        return time.value
    if time.type is TimeType.DURATION and _YEARS.fullmatch(time.value):
        return f"{time.earliest[:7]}/{time.latest[:7]}"
    if time.earliest == time.latest:
        return time.earliest
    return f"{time.earliest}/{time.latest}"


def day_moved(day: str, length: str, *, back: bool) -> str | None:
    """The day so long after an ISO day, or `back` from it; of months and years no more than month or year.

    None for lengths that are not counted in whole days, weeks, months or years (`P3D`, `P1W`).
    """
    counted = _LENGTH.fullmatch(length)
    if counted is None:
        return None
    moved = shifted(date.fromisoformat(day), counted[2], -int(counted[1]) if back else int(counted[1]))
    return None if moved is None else moved.isoformat()[: _PRECISION.get(counted[2])]


def _reaches_beyond(time: Time) -> bool:
    """Whether the days go on after, or begin before, the period that the value names: "since May"."""
    earliest, latest = (day or "" for day in (time.earliest, time.latest))
    return earliest[: len(time.value)] != time.value or latest[: len(time.value)] != time.value
