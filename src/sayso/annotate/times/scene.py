"""The scene of a report: the days from which its relative dates are counted."""

from dataclasses import dataclass
from datetime import date

from sayso.annotate.times.calendar import Period
from sayso.model import TimeType

__all__ = ["IMPOSSIBLE", "Found", "Scene", "dated"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a time expression was found to mean."""

    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None
    clock: str = ""
    """The time of day that still looks for its date, as it ends a TIMEX3 value: `T02:00`, `TMO`."""
    weak: bool = False
    """Whether it means nothing without a date beside it."""

    aside: bool = False
    """Whether later expressions do not count from it: "a year ago" is only a comparison."""


IMPOSSIBLE = Found(TimeType.DATE, "XXXX-XX-XX")
"""A date that no calendar has: its words are kept, and have no days."""


def dated(period: Period) -> Found:
    """A date that covers the period."""
    return Found(TimeType.DATE, period.value, period.first, period.last)


_NEAR = 60
"""Tokens, about two sentences; 60 did no worse on train than any distance, and keeps to the point."""


@dataclass(slots=True)
class Scene:
    """Where a reader stands: when the report was published and which time it has just spoken of."""

    published: date | None
    only_year: int | None = None
    """Of a report without a date: the year of all the days that it names in full, if that is one year."""
    day: date | None = None
    """The last single day that the report named: "that night", "three days later" count from it."""
    day_at: int = 0
    """The token after which it named that day."""
    month: date | None = None
    """The first day of the last month, or the last day, that it named."""
    year: date | None = None
    """The first day of the last period of any length that it named: "the following year" counts from it."""
    log: date | None = None
    """The day of a log's entries, each of which begins with a time of day; None outside of logs."""
    quarter: Period | None = None
    """The last quarter that it named, to which "the quarter" and "a year earlier" refer."""

    def speak_of(self, found: Found, at: int, *, opens_line: bool) -> None:
        """Remember a date that the report has named, and the token it ends at.

        A time of day at a line's start is that of a log's entry, a date there begins another log.
        """
        if opens_line:
            self.log = found.first if found.clock else None
        if found.clock and self.day is not None and found.first == self.day == self.day_near(at):
            # A log names its day once, on top: each time of day in it keeps the day in mind.
            self.day_at = at
        if found.first is None or found.last is None or found.clock or found.aside:
            return
        if found.type not in (TimeType.DATE, TimeType.TIME):
            return
        if found.value[5:6] == "Q":
            self.quarter = Period(found.value, found.first, found.last)
        days = (found.last - found.first).days
        if days <= 1:
            self.day, self.day_at = found.last, at
        if days <= 31:
            self.month = found.last if days <= 1 else found.first
        self.year = found.first

    def full_year(self, short: int) -> int:
        """The year of two digits: the one nearest the report; without a report date, 1970 to 2069."""
        if self.published is None:
            return short + (1900 if short >= 70 else 2000)
        around = self.published.year
        return min(
            (around // 100 * 100 + step + short for step in (-100, 0, 100)), key=lambda y: abs(y - around)
        )

    def day_near(self, at: int) -> date | None:
        """The day that a time of day at a token belongs to: one named just before it, else the report's."""
        return self.day if self.day is not None and at - self.day_at <= _NEAR else self.published

    def spoken_of(self, unit: str) -> date | None:
        """The day from which the report counts units of this size when it says "later" or "that"."""
        return self.day if unit in "DW" else self.month if unit == "M" else self.year
