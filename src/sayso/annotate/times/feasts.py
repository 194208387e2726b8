"""What names of feasts mean, those on a fixed day and those that move: "Christmas", "Good Friday"."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from sayso.annotate.times import calendar
from sayso.annotate.times.days import AHEAD, day_of
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene, dated
from sayso.annotate.times.tense import direction
from sayso.annotate.times.vocabulary import NAMED_DAYS
from sayso.model import TimeType

__all__ = ["moving_feast", "named_day"]

_NO_FEAST_AFTER = frozenset("island islands egg eggs rising bunny week agreement".split())
_NOT_BEFORE = frozenset({"orthodox", "greek", "coptic"})
"""Their Easter is another Sunday."""


def named_day(phrase: Phrase, scene: Scene) -> Found | None:
    """A feast with a fixed date: "Christmas", "New Year's Eve"."""
    name = phrase.word("FEAST")
    month, number = NAMED_DAYS.get(name, (1, 1))
    if phrase.has("eve"):
        month, number = (12, 24) if name == "christmas" else (12, 31)
    found = day_of(phrase.number("YEAR"), month, number, phrase, scene)
    return dated(calendar.day(found)) if isinstance(found, date) else found


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus of 1876."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days)


def _thanksgiving(year: int) -> date:
    """The fourth Thursday of November, as in the United States."""
    first = date(year, 11, 1)
    return first + timedelta((4 - first.isoweekday()) % 7 + 21)


_FEASTS: Mapping[str, Callable[[int], date]] = {
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "thanksgiving": _thanksgiving,
    "thanksgiving day": _thanksgiving,
}


def moving_feast(phrase: Phrase, scene: Scene) -> Found | None:
    """A feast whose day differs from year to year: that of the year said, else the nearest."""
    if phrase.after() in _NO_FEAST_AFTER or phrase.before() in _NOT_BEFORE:
        return None
    day_in = next(_FEASTS[name] for name in sorted(_FEASTS, key=len, reverse=True) if name in phrase.words())
    year = phrase.number("YEAR")
    if year is not None:
        return dated(calendar.day(day_in(year))) if year > 1582 else None
    if scene.published is None or not 1584 < scene.published.year < 9998:
        return Found(TimeType.DATE, "XXXX-XX-XX")
    around = scene.published
    days = [day_in(around.year + step) for step in (-1, 0, 1)]
    if phrase.has("last", "past"):
        return dated(calendar.day(max(day for day in days if day < around)))
    if phrase.has("next", "coming"):
        return dated(calendar.day(min(day for day in days if day > around)))
    ahead = AHEAD[direction(phrase)]
    return dated(
        calendar.day(min(days, key=lambda day: abs((day - around).days) * (ahead if day > around else 1)))
    )
