"""What lengths of time and repeated times mean: "two weeks", "the past 24 hours", "every Friday"."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sayso.annotate.times.calendar import shifted
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene
from sayso.annotate.times.vocabulary import (
    CLOCK_UNITS,
    DAYPARTS,
    FREQUENCIES,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_PLURAL,
)
from sayso.model import TimeType

_YEARS_IN = {"E": 10, "C": 100}
_QUOTES = ('"', "“", "''", "‘", "'")
_VAGUE = ("several", "few", "many", "some", "recent", "HUNDREDS", "more")
_FEW = 3
"""How many days "the past few days" are: coders of wire reports take them for three."""
# A month is 30 days here only to say "half a month" in days.
_PARTS = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("TH", 24), "H": ("M", 60), "M_": ("S", 60)}
_RATE_BEFORE = frozenset("once twice times percent pct % million billion trillion dollars each".split())


def duration(phrase: Phrase, _: Scene) -> Found | None:
    """A length of time by number and unit: "two weeks", "16-hour", "a few days"."""
    if phrase.word("UNIT", "CLOCK_UNIT") in ("second", "quarter") and not phrase.has("COUNT"):
        # "a second group", "a quarter of the votes".
        return None
    if (
        phrase.has("UNIT")
        and phrase.word("UNIT").startswith("year")
        and (phrase.has("old") or phrase.after() == "old")
    ):
        # Ages say nothing of when.
        return None
    if phrase.tokens.written(phrase.last - 1).istitle() and phrase.before() in _QUOTES:
        return None
    value = _value(phrase)
    if value is None:
        return None
    if phrase.has("a", "an") and _is_rate(phrase):
        return Found(TimeType.SET, value)
    return Found(TimeType.DURATION, value)


def _is_rate(phrase: Phrase) -> bool:
    """Whether "a year" says how often: "15 a year", "$2 million a day"."""
    if phrase.last - phrase.first != 2:
        return False
    return phrase.before() in _RATE_BEFORE or phrase.is_in(phrase.first - 1, "COUNT", "HUNDREDS")


def duration_from_report(phrase: Phrase, scene: Scene) -> Found | None:
    """A length of time that ends or begins with the report: "the past two weeks", "the next 24 hours"."""
    value = _value(phrase)
    if value is None:
        return None
    back = phrase.has("last", "past", "previous", "recent", "preceding")
    reach = _reach(phrase, scene.published, back=back)
    if reach is None or scene.published is None:
        return Found(TimeType.DURATION, value)
    first, last = (reach, scene.published) if back else (scene.published, reach)
    return Found(TimeType.DURATION, value, first, last)


def _reach(phrase: Phrase, published: date | None, *, back: bool) -> date | None:
    """The day that a length of time reaches to, counted from the report."""
    if published is None:
        return None
    count = Fraction(_FEW) if phrase.has("few") else None if phrase.has(*_VAGUE) else _count(phrase)
    if count is None and phrase.has("CLOCK_UNIT") and back:
        count = Fraction(1)
    if count is None or count > 10_000:
        return None
    sign = -1 if back else 1
    clock = phrase.word("CLOCK_UNIT")
    if clock:
        hours = count if CLOCK_UNITS[clock] == "H" else Fraction(1)
        return shifted(published, "D", sign * max(1, int(hours / 24)))
    unit = UNITS[phrase.word("UNIT")]
    if unit == "F":
        unit, count = "W", count * 2
    return shifted(published, unit, sign * int(count))


def _value(phrase: Phrase) -> str | None:
    """The TIMEX3 value of a length: `P2W`, `PT16H`, `PXD`, `P2Y6M`."""
    clock = phrase.word("CLOCK_UNIT")
    unit = CLOCK_UNITS[clock] if clock else UNITS[phrase.word("UNIT")]
    opening = "PT" if clock else "P"
    if unit == "F":
        unit, scale = "W", 2
    else:
        scale = _YEARS_IN.get(unit, 1)
        unit = "Y" if unit in _YEARS_IN else unit
    count = _count(phrase)
    if count is None:
        return None if phrase.has("COUNT") else f"{opening}X{unit}"
    count *= scale
    if count.denominator == 1:
        return f"{opening}{int(count)}{unit}" if count < 10**9 else None
    return _with_part(opening, count, unit)


def _with_part(opening: str, count: Fraction, unit: str) -> str:
    """A broken number of units, its fraction in the next smaller unit where that comes out even."""
    smaller, per = _PARTS.get("M_" if unit == "M" and opening == "PT" else unit, ("", 0))
    rest = (count - int(count)) * per
    whole = f"{int(count)}{unit}" if int(count) else ""
    if not per or rest.denominator != 1:
        return f"{opening}{float(count):g}{unit}"
    if smaller == "TH":
        return f"P{whole}T{int(rest)}H"
    return f"{opening}{whole}{int(rest)}{smaller}"


def _count(phrase: Phrase) -> Fraction | None:
    """How many units; None for "several"."""
    half = Fraction(1, 2) if phrase.has("half", "FRACTION") else Fraction(0)
    amounts = [phrase.tokens.amounts[at] for at in phrase.all_where("COUNT") if at in phrase.tokens.amounts]
    if amounts:
        # Of "two to three weeks" TimeBank keeps the first.
        return amounts[0] + half
    if phrase.has("HUNDREDS"):
        return None
    if phrase.has("couple"):
        return Fraction(2)
    if phrase.has(*_VAGUE):
        return None
    if half:
        return half + (1 if phrase.has("and") else 0)
    one = phrase.has("a", "an", "past", "last", "next", "one", "another")
    return Fraction(1) if one else None


def length_of_one(phrase: Phrase, scene: Scene) -> Found:
    """ "the past week", "week-long": one unit."""
    clock = phrase.word("CLOCK_UNIT")
    unit = CLOCK_UNITS[clock] if clock else UNITS[phrase.word("UNIT")]
    plural = phrase.word("CLOCK_UNIT", "UNIT").endswith("s")
    count = "X" if plural else str(_YEARS_IN.get(unit, 2 if unit == "F" else 1))
    letter = "Y" if unit in _YEARS_IN and not clock else "W" if unit == "F" else unit
    value = f"{'PT' if clock else 'P'}{count}{letter}"
    if plural or scene.published is None or not phrase.has("past", "last"):
        return Found(TimeType.DURATION, value)
    first = shifted(scene.published, "D" if clock else "W" if unit == "F" else unit, -1)
    return Found(TimeType.DURATION, value, first, scene.published if first else None)


def bare_plural(phrase: Phrase, scene: Scene) -> Found | None:
    """ "for years", "in weeks": an unknown number of them."""
    if phrase.before() not in ("for", "in", "within", "over", "after", "of", "took", "take", "lasted"):
        return None
    if phrase.before() == "of" and phrase.before(2) not in ("couple", "number", "period", "series"):
        return None
    return length_of_one(phrase, scene)


def repeated(phrase: Phrase, _: Scene) -> Found | None:
    """ "every day", "each Friday", "every two years", "each July"."""
    if phrase.has("WEEKDAY"):
        return _with_daypart(phrase, f"XXXX-WXX-{WEEKDAYS[phrase.word('WEEKDAY')]}")
    if phrase.has("MONTH"):
        return Found(TimeType.SET, f"XXXX-{MONTHS[phrase.word('MONTH')]:02d}")
    if phrase.has("SEASON"):
        return Found(TimeType.SET, f"XXXX-{SEASONS[phrase.word('SEASON')]}")
    if phrase.has("DAYPART"):
        return _with_daypart(phrase, "XXXX-XX-XX")
    if phrase.has("weekend"):
        return Found(TimeType.SET, "XXXX-WXX-WE")
    value = _value(phrase) if phrase.has("COUNT", "few", "several", "couple") else None
    if value is None:
        value = length_of_one(phrase, Scene(None)).value
    if phrase.has("other"):
        value = value.replace("1", "2", 1)
    return Found(TimeType.SET, value)


def rate(phrase: Phrase, _: Scene) -> Found | None:
    """ "twice a week", "three times a month"."""
    return replace(length_of_one(phrase, Scene(None)), type=TimeType.SET)


def weekdays(phrase: Phrase, _: Scene) -> Found | None:
    """ "Tuesdays", "Friday nights"."""
    name = phrase.word("WEEKDAYS", "WEEKDAY")
    number = WEEKDAYS_PLURAL.get(name) or WEEKDAYS[name]
    return _with_daypart(phrase, f"XXXX-WXX-{number}")


def _with_daypart(phrase: Phrase, value: str) -> Found:
    part = phrase.word("DAYPART", "DAYPARTS")
    return Found(TimeType.SET, f"{value}T{DAYPARTS[part]}" if part else value)


def frequency(phrase: Phrase, _: Scene) -> Found | None:
    """ "daily", "annually", and "a year" in "twice a year"."""
    word = phrase.word("FREQUENCY")
    if phrase.tokens.written(phrase.first).istitle() and phrase.before() not in ("", ".", "\n", '"'):
        # The Daily Herald, the Weekly Post.
        return None
    return Found(TimeType.SET, FREQUENCIES[word]) if word else None
