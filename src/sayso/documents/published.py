"""Dates as reports and pages print them, into ISO days; what could be two days is none."""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A pattern for the name of a month, whole or cut short."""

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:1[89]|2[01])[0-9]{2}|['’]?[0-9]{2})(?!:?[0-9])"
_GAP = r"[\s.,/\-]{0,3}"

DAY = (
    rf"(?:(?<![0-9])(?P<iso>(?:1[89]|2[01])[0-9]{{2}}(?P<sep>[-/.])[0-9]{{1,2}}(?P=sep)[0-9]{{1,2}})(?![0-9])"
    rf"|(?<![0-9.:])(?P<dmy_d>{_DAY})(?:\s+of)?{_GAP}(?P<dmy_m>{MONTH})(?:{_GAP}(?P<dmy_y>{_YEAR}))?"
    rf"|\b(?P<mdy_m>{MONTH})\s{{0,2}}(?P<mdy_d>{_DAY})(?!:?[0-9])(?:(?:,\s{{0,2}}|\s{{1,2}})(?P<mdy_y>{_YEAR}))?"
    r"|(?<![0-9])(?P<num>[0-9]{1,2}(?P<nsep>[./-])[0-9]{1,2}(?P=nsep)(?:1[89]|2[01])[0-9]{2})(?![0-9]))"
)
"""A pattern for one calendar day, with or without its year; match it ignoring case."""

_DAY_RE = re.compile(DAY, re.IGNORECASE)
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s{1,3})?"
_BEFORE = re.compile(rf"\s*{_WEEKDAY}", re.IGNORECASE)
# A time of day, a zone, a weekday: anything that is no second date.
_AFTER = re.compile(
    r"(?:[T\s,|·@–-]{0,3}(?:[0-9]{1,2}[:.h][0-9]{2}(?:[:.][0-9]{1,9}){0,2}|[0-9]{1,4}\s?(?=[ap]\.?m|gmt|utc|hrs|hours)"
    r"|at|on|of|[ap]\.?m\.?|z|gmt|utc|est|edt|[ecmp][sd]?t|bst|cet|cest|msk|ist|local time|hrs|hours"
    r"|[+-][0-9]{2}:?[0-9]{2}|\([a-z]{2,5}\)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)){0,8}[\s.,]*",
    re.IGNORECASE,
)
# POSIX: two digits from 69 on are of the last century.
_PIVOT = 69


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as printed: the year may be missing."""

    year: int | None
    month: int
    day: int

    def iso(self, *, year: int | None = None) -> str | None:
        """The ISO date; None where neither the day nor `year` gives a year, or there is no such day."""
        known = self.year if self.year is not None else year
        if known is None:
            return None
        try:
            return date(known, self.month, self.day).isoformat()
        except ValueError:
            return None


def iso_date(words: str) -> str | None:
    """The ISO date that `words`, a date and nothing else, mean; None for what is ambiguous or impossible.

    A time of day is dropped, and the date kept as written, in whatever zone that was: a report is dated
    by its outlet's calendar, not by Greenwich's. `03/04/2020` is two different days, so it is none.
    """
    words = words[:120].strip()
    start = _BEFORE.match(words)
    found = _DAY_RE.match(words, start.end() if start else 0)
    if found is None or not _AFTER.fullmatch(words, found.end()):
        return None
    day = as_day(found)
    return day.iso() if day else None


def first_day(words: str) -> Day | None:
    """The first calendar day that `words` mention."""
    for found in _DAY_RE.finditer(words):
        if day := as_day(found):
            return day
    return None


def as_day(found: re.Match[str]) -> Day | None:
    """The day that a match of `DAY` means; None for an ambiguous or impossible one."""
    if numbers := found["iso"]:
        year, month, day = (int(part) for part in numbers.split(found["sep"]))
    elif numbers := found["num"]:
        return _numeric(numbers, found["nsep"])
    else:
        name = found["dmy_m"] or found["mdy_m"]
        month = next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name[:3].lower()))
        day = int(re.sub(r"\D", "", found["dmy_d"] or found["mdy_d"]))
        printed = found["dmy_y"] or found["mdy_y"]
        if printed is None:
            return _possible(Day(year=None, month=month, day=day))
        year = _whole_year(printed.lstrip("'’"))
    return _possible(Day(year=year, month=month, day=day))


def _numeric(numbers: str, separator: str) -> Day | None:
    first, second, year = (int(part) for part in numbers.split(separator))
    # Dots are written day first wherever they are used; slashes and dashes either way.
    if separator == "." or first > 12 or first == second:
        return _possible(Day(year=year, month=second, day=first))
    if second > 12:
        return _possible(Day(year=year, month=first, day=second))
    return None


def _possible(day: Day) -> Day | None:
    # 2000 was a leap year: 29 February without a year is possible.
    return day if day.iso(year=2000) else None


def _whole_year(printed: str) -> int:
    year = int(printed)
    if year >= 100:
        return year
    return year + (1900 if year >= _PIVOT else 2000)
