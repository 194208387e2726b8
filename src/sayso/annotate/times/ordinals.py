"""What ordinals and shares mean: "the second Sunday of May", "the third straight day", "the first half"."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import Period, shifted
from sayso.annotate.times.months import likely_month
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import IMPOSSIBLE, Found, Scene, dated
from sayso.annotate.times.vocabulary import UNITS, WEEKDAYS
from sayso.model import TimeType

__all__ = ["first_units", "half_of_month", "nth_of_month", "nth_running", "short_part"]

_LAST = ("last", "latter", "final", "closing")


def nth_of_month(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the second Sunday of May", "the last day of May 2030", "the first week of June"."""
    whole = likely_month(phrase, scene)
    number = -1 if phrase.has(*_LAST) else phrase.number("ORDINAL")
    if whole is None or number is None:
        return Found(TimeType.DATE, "XXXX-XX-XX") if scene.published is None else None
    if phrase.has("day"):
        return _nth_day(whole, number)
    if phrase.has("week", "weekend"):
        return _nth_week(whole, number, weekend=phrase.has("weekend"))
    return _nth_weekday(whole, number, WEEKDAYS[phrase.word("WEEKDAY")])


def _nth_day(whole: Period, number: int) -> Found:
    found = whole.last if number < 0 else shifted(whole.first, "D", number - 1)
    return dated(calendar.day(found)) if found is not None and found <= whole.last else IMPOSSIBLE


def _nth_weekday(whole: Period, number: int, weekday: int) -> Found:
    if number < 0:
        found = whole.last - timedelta((whole.last.isoweekday() - weekday) % 7)
    else:
        found = whole.first + timedelta((weekday - whole.first.isoweekday()) % 7 + 7 * (number - 1))
    return dated(calendar.day(found)) if whole.first <= found <= whole.last else IMPOSSIBLE


def _nth_week(whole: Period, number: int, *, weekend: bool) -> Found | None:
    """The week that holds the month's first day, or its last, is its first or last; so for weekends."""
    saturday = _nth_weekday(whole, number, 6) if weekend else None
    around = saturday.first if saturday is not None else _day_of_week(whole, number)
    if around is None or not 1 <= abs(number) <= 5:
        return None
    return dated(calendar.weekend(around) if weekend else calendar.week(around))


def _day_of_week(whole: Period, number: int) -> date | None:
    return whole.last if number < 0 else shifted(whole.first, "W", number - 1)


def half_of_month(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the second half of May": the month, with half of its days."""
    whole = likely_month(phrase, scene)
    if whole is None:
        return None
    middle = whole.first + timedelta(14)
    if phrase.has(*_LAST) or phrase.number("NTH_QUARTER") == 2:
        return replace(dated(whole), first=middle + timedelta(1))
    return replace(dated(whole), last=middle)


def nth_running(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the third straight day", "a second day running": so many units that end with the report's."""
    number = phrase.number("ORDINAL")
    unit = "D" if phrase.has("night") else UNITS[phrase.word("UNIT")]
    if number is None or not 2 <= number <= 400 or unit == "F":
        return None
    value = f"P{number}{unit}"
    first = shifted(scene.published, unit, 1 - number) if scene.published is not None else None
    return Found(TimeType.DURATION, value, first, scene.published if first is not None else None)


def first_units(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the first three months of 2029", "the last two quarters of last year"."""
    year = phrase.number("YEAR", "YEAR_WORD")
    if year is None and scene.published is not None:
        year = scene.published.year + {"last": -1, "next": 1}.get(
            phrase.word("this", "last", "next", "the"), 0
        )
    count, unit = phrase.number("COUNT"), UNITS[phrase.word("UNITS")]
    if count is None or unit not in ("D", "W", "M", "Q"):
        return None
    at_end = phrase.is_in(phrase.where(*_LAST, "first", "opening") or phrase.first, *_LAST)
    if year is None or not 1 < year < 9999:
        return Found(TimeType.DURATION, f"P{count}{unit}")
    if unit == "Q" and count == 2:
        return dated(calendar.half(year, 2 if at_end else 1))
    whole = calendar.year(year)
    edge = shifted(whole.last + timedelta(1), unit, -count) if at_end else shifted(whole.first, unit, count)
    if edge is None or not whole.first <= edge <= whole.last:
        return Found(TimeType.DURATION, f"P{count}{unit}")
    first, last = (edge, whole.last) if at_end else (whole.first, edge - timedelta(1))
    return Found(TimeType.DURATION, f"P{count}{unit}", first, last)


def short_part(phrase: Phrase, scene: Scene) -> Found | None:
    """ "Q3 2029", "H1 of 2029", "FY2029", "FY30": parts of a year, or a whole one, as tables write them."""
    written = phrase.tokens.written(phrase.first).upper()
    if phrase.has("FISCAL"):
        digits = int(written.strip("FY- "))
        year = digits if digits > 99 else scene.full_year(digits)
        return dated(calendar.year(year)) if 1 <= year <= 9999 else None
    number, year_said = int(written.strip("QH")), phrase.number("YEAR")
    if year_said is None or (number > 2 and "H" in written):
        return None
    return dated((calendar.quarter if "Q" in written else calendar.half)(year_said, number))
