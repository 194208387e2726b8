"""The calendar: periods that have a TIMEX3 value, a first day and a last day, and steps from one to another.

Nothing here knows the clock of the machine. A step that leaves the years 1 to 9999 gives None.
"""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "Period",
    "century",
    "day",
    "day_of_month",
    "decade",
    "half",
    "month",
    "nearest_year",
    "quarter",
    "season",
    "shifted",
    "step_months",
    "week",
    "weekend",
    "year",
]

FIRST_MONTH_OF_SEASON: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological seasons of the northern hemisphere, which is where the year's name is read from."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar that has a name: a day, a week, a month, a quarter, a decade."""

    value: str
    first: date
    last: date


def day(of: date) -> Period:
    """One calendar day."""
    return Period(of.isoformat(), of, of)


def day_of_month(year: int, month: int, number: int) -> date | None:
    """The date, or None for one that no calendar has, such as 31 February."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def week(of: date) -> Period:
    """The ISO week, Monday to Sunday, that holds the day."""
    first = _plus_days(of, -of.weekday()) or date.min
    numbered = of.isocalendar()
    return Period(f"{numbered.year:04d}-W{numbered.week:02d}", first, _plus_days(first, 6) or date.max)


def weekend(of: date) -> Period:
    """The Saturday and Sunday that end the day's ISO week."""
    whole = week(of)
    return Period(f"{whole.value}-WE", _plus_days(whole.first, 5) or date.max, whole.last)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    first = date(year, number, 1)
    return Period(f"{year:04d}-{number:02d}", first, _day_before_next(first, 1))


def quarter(year: int, number: int) -> Period:
    """A quarter of the calendar year, 1 to 4."""
    first = date(year, 3 * number - 2, 1)
    return Period(f"{year:04d}-Q{number}", first, _day_before_next(first, 3))


def half(year: int, number: int) -> Period:
    """A half of the calendar year, 1 or 2."""
    first = date(year, 6 * number - 5, 1)
    return Period(f"{year:04d}-H{number}", first, _day_before_next(first, 6))


def season(year: int, name: str) -> Period:
    """A season (SP, SU, FA, WI); a winter bears the name of the year in which it begins."""
    first = date(year, FIRST_MONTH_OF_SEASON[name], 1)
    return Period(f"{year:04d}-{name}", first, _day_before_next(first, 3))


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31))


def decade(start: int) -> Period:
    """The ten years from a year that ends in 0; its TIMEX3 value is the first three digits."""
    return Period(f"{start // 10:03d}", date(start, 1, 1), date(start + 9, 12, 31))


def century(number: int) -> Period:
    """A century by its ordinal; its TIMEX3 value is the first two digits of its years."""
    start = 100 * (number - 1)
    return Period(f"{number - 1:02d}", date(max(start, 1), 1, 1), date(start + 99, 12, 31))


def step_months(start: date, months: int) -> date | None:
    """The same day so many months on (or back), or the month's last day where it has no such day."""
    index = start.year * 12 + start.month - 1 + months
    if not 12 <= index < 120_000:
        return None
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


_DAYS: Mapping[str, int] = {"D": 1, "W": 7}
_MONTHS: Mapping[str, int] = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def shifted(start: date, unit: str, count: int) -> date | None:
    """The day so many units (D, W, M, Q, Y, E decades, C centuries) after `start`, or before it."""
    if abs(count) > 20_000:
        return None
    if unit in _DAYS:
        return _plus_days(start, _DAYS[unit] * count)
    return step_months(start, _MONTHS[unit] * count)


CONTAINING: Mapping[str, Callable[[date], Period]] = {
    "D": day,
    "W": week,
    "M": lambda of: month(of.year, of.month),
    "Q": lambda of: quarter(of.year, (of.month + 2) // 3),
    "Y": lambda of: year(of.year),
    "E": lambda of: decade(max(of.year // 10, 1) * 10),
    "C": lambda of: century(of.year // 100 + 1),
}
"""The period of each unit that holds a day."""


def nearest_year(around: date, month: int, number: int, *, ahead: float = 1.0) -> date | None:
    """The date of a month and day without a year that lies nearest the day `around`.

    `ahead` is how many times farther a day to come seems than one gone by: infinite for "last", 0 for "next".
    """
    candidates = [
        found
        for years in range(-8, 9)
        if 1 <= around.year + years <= 9999
        if (found := day_of_month(around.year + years, month, number)) is not None
    ]
    return min(candidates, key=lambda found: _farness((found - around).days, ahead), default=None)


def _farness(days: int, ahead: float) -> float:
    if days < 0:
        return -days if ahead else 10_000 - days
    return days * ahead if ahead and days else days


def _plus_days(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def _day_before_next(first: date, months: int) -> date:
    after = step_months(first, months)
    return date.max if after is None else after - timedelta(days=1)
