"""Dates written in figures only: ISO 8601, "13/8/07", military date-time groups."""

import re
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.days import day_of
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import IMPOSSIBLE, Found, Scene, dated
from sayso.annotate.times.vocabulary import MONTHS
from sayso.model import TimeType

__all__ = ["date_time_group", "iso_date", "numeric_date"]


def iso_date(phrase: Phrase, _: Scene) -> Found | None:
    """A date in ISO 8601, with or without a time: "2020-10-11", "2020-10-11T02:00:00Z"."""
    written = phrase.tokens.written(phrase.first).upper()
    found = calendar.day_of_month(int(written[:4]), int(written[5:7]), int(written[8:10]))
    if found is None:
        return IMPOSSIBLE
    if len(written) == 10:
        return dated(calendar.day(found))
    if int(written[11:13]) > 24 or int(written[14:16]) > 59:
        return IMPOSSIBLE
    zone = re.search(r"(?:Z|[+-]\d\d:?\d\d)$", written)
    value = written[:16] + (zone[0] if zone else "")
    return Found(TimeType.TIME, value, found, found)


def numeric_date(phrase: Phrase, scene: Scene) -> Found | None:
    """A date in figures only; where day and month could change places, the one nearer the report is meant."""
    parts = [int(part) for part in re.split(r"[/.-]", phrase.tokens.written(phrase.first))]
    if parts[0] > 999:
        found = calendar.day_of_month(*parts)
        return dated(calendar.day(found)) if found else IMPOSSIBLE
    year = scene.full_year(parts[2]) if parts[2] < 100 else parts[2]
    both = {
        calendar.day_of_month(year, parts[0], parts[1]),
        calendar.day_of_month(year, parts[1], parts[0]),
    } - {None}
    candidates = sorted(found for found in both if found is not None)
    if not candidates:
        # "31/02/2031" is a date gone wrong; "99.99.99" was never one.
        return IMPOSSIBLE if parts[2] > 99 else None
    if len(candidates) == 1:
        return dated(calendar.day(candidates[0]))
    if scene.published is None:
        return Found(TimeType.DATE, f"{year:04d}-XX-XX")
    published = scene.published
    return dated(calendar.day(min(candidates, key=lambda found: abs((found - published).days))))


def date_time_group(phrase: Phrase, scene: Scene) -> Found | None:
    """A military date-time group: "211200Z OCT 20" is noon UTC on the 21st; some leave the zone out."""
    written = phrase.tokens.written(phrase.first).lower().replace(" ", "")
    parts = re.fullmatch(r"(\d\d)(\d\d)(\d\d)([a-z]??)([a-z]{3,4})(\d*)", written)
    if parts is None:
        return None
    number, hour, minute = (int(parts[group]) for group in (1, 2, 3))
    if hour > 23 or minute > 59:
        return IMPOSSIBLE
    zone, name = (parts[4], parts[5]) if parts[5] in MONTHS else (parts[5][0], parts[5][1:])
    month = MONTHS[name]
    found = day_of(_year_of(parts[6], scene), month, number, phrase, scene)
    clock = f"T{hour:02d}:{minute:02d}" + ("Z" if zone == "z" else "")
    if not isinstance(found, date):
        return found if found is None or found is IMPOSSIBLE else Found(TimeType.TIME, found.value + clock)
    return Found(TimeType.TIME, found.isoformat() + clock, found, found)


def _year_of(written: str, scene: Scene) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else scene.full_year(int(written))
