"""What expressions mean that count from the report's day, or from the day it has just spoken of."""

from dataclasses import replace
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import CONTAINING, Period, shifted
from sayso.annotate.times.narrowing import narrowed
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene, dated, direction
from sayso.annotate.times.vocabulary import DAYPARTS, REFERENCES, UNITS
from sayso.model import TimeType

UNKNOWN_PERIOD = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip
"""The TIMEX3 value of "last week" and its like where nothing tells which one."""

_DAY_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "overnight": 0}


def day_word(phrase: Phrase, scene: Scene) -> Found | None:
    """ "yesterday", "today", "tomorrow", "the day before yesterday", "a week from tomorrow"."""
    steps = _DAY_WORDS[phrase.word(*_DAY_WORDS)]
    if phrase.has("before"):
        steps -= 1
    if phrase.has("after"):
        steps += 1
    return _days_from_report(scene, steps)


def _days_from_report(scene: Scene, steps: int) -> Found | None:
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD["D"])
    found = shifted(scene.published, "D", steps)
    return dated(calendar.day(found)) if found else None


def night_word(phrase: Phrase, scene: Scene) -> Found | None:
    """ "tonight", "last night", "this morning", "yesterday evening", "overnight"."""
    part = DAYPARTS.get(phrase.word("DAYPART"), "NI")
    back = phrase.has("last", "yesterday", "previous")
    found = _days_from_report(scene, -1 if back else 1 if phrase.has("tomorrow", "next") else 0)
    if found is None or scene.published is None:
        return Found(TimeType.TIME, f"{UNKNOWN_PERIOD['D']}T{part}")
    first = shifted(scene.published, "D", -1) if phrase.has("overnight") else found.first
    return Found(TimeType.TIME, f"{found.value}T{part}", first, found.last)


def narrated_daypart(phrase: Phrase, scene: Scene) -> Found | None:
    """ "that night", "the same evening", "the next morning", "in the afternoon"."""
    part = DAYPARTS[phrase.word("DAYPART")]
    plain = not phrase.has("that", "same", "next", "following", "previous")
    weak = plain and phrase.before() not in ("in", "during", "by", "late", "early", "through", "mid")
    around = scene.day or (scene.published if plain else None)
    step = 1 if phrase.has("next", "following") else -1 if phrase.has("previous") else 0
    found = shifted(around, "D", step) if around else None
    value = found.isoformat() if found else UNKNOWN_PERIOD["D"]
    clock = f"T{part}" if plain else ""
    return Found(TimeType.TIME, f"{value}T{part}", found, found, clock=clock, weak=weak)


def sided_unit(phrase: Phrase, scene: Scene) -> Found | None:
    """ "last week", "this month", "next year", "the current quarter": counted from the report."""
    unit = _unit(phrase)
    step = {"last": -1, "next": 1, "coming": 1}.get(phrase.word("last", "next", "coming"), 0)
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    if unit == "Q" and phrase.has("latest"):
        step = -1
    found = _stepped(scene.published, unit, step)
    return replace(found, aside=unit == "Q") if found else None


def _stepped(around: date, unit: str, step: int) -> Found | None:
    # From the first day of the unit, so that 31 May less a month is April and not 1 May.
    start = shifted(CONTAINING[unit](around).first, unit, step)
    return dated(CONTAINING[unit](start)) if start else None


def sided_weekend(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the weekend", "last weekend", "this weekend"."""
    if scene.published is None:
        return Found(TimeType.DATE, "XXXX-WXX-WE")
    side = phrase.word("last", "past", "next", "coming", "this", "the")
    step = {"last": -1, "past": -1, "next": 1}.get(side, 0)
    if side in ("the", "this") and scene.published.isoweekday() < 6:
        turn = direction(phrase)
        # Until Tuesday "this weekend" is the two days just gone by.
        gone = turn < 0 or scene.published.isoweekday() <= 2 or (side == "the" and turn == 0)
        step = -1 if gone and turn <= 0 else 0
    around = shifted(scene.published, "W", step)
    return dated(calendar.weekend(around)) if around else None


def narrated_unit(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the next day", "the same week", "that year", "the following month": from the time spoken of."""
    unit = _unit(phrase)
    around = scene.spoken_of(unit)
    if phrase.is_in(phrase.last, "WEEKDAY", "MONTH", "last", "next"):
        return None
    if around is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    step = 1 if phrase.has("next", "following") else -1 if phrase.has("previous", "preceding") else 0
    if phrase.has("before", "earlier"):
        step = -1
    if phrase.has("after"):
        step = 1
    return _stepped(around, unit, step)


def days_of_month(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the early days of which": of the month spoken of."""
    if scene.month is None:
        return None
    whole = CONTAINING["M"](scene.month)
    part = "early days" if phrase.has("early", "first", "opening") else "last days"
    return narrowed(dated(whole), part, scene.published)


def distance(phrase: Phrase, scene: Scene) -> Found | None:
    """ "two weeks ago", "a year earlier", "three days later", "10 minutes from now"."""
    back = phrase.has("ago", "earlier", "previously", "before")
    told = phrase.has("earlier", "later", "previously", "before")
    if phrase.has("CLOCK_UNIT"):
        return _hours_away((scene.day or scene.published) if told else scene.published, back=back)
    unit = _unit(phrase)
    around = (scene.spoken_of(unit) or scene.published) if told else scene.published
    count = phrase.number("COUNT")
    if count is None and phrase.has("COUNT"):
        return None
    if count is None and not phrase.has("few", "several", "many", "HUNDREDS"):
        count = 2 if phrase.has("couple") else 1
    if count is None:
        return Found(TimeType.DATE, "PAST_REF" if back else "FUTURE_REF")
    if around is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit if unit != "F" else "W"])
    sign = -1 if back else 1
    if unit == "Y" and count == 1 and scene.quarter is not None:
        there = shifted(scene.quarter.first, "Y", sign)
        return replace(dated(CONTAINING["Q"](there)), aside=True) if there else None
    if unit == "F":
        unit, count = "W", 2 * count
    found = shifted(around, unit, sign * count)
    if found is None:
        return None
    return replace(dated(CONTAINING["Y" if unit in "EC" else unit](found)), aside=unit in "YEC")


def _hours_away(around: date | None, *, back: bool) -> Found | None:
    """A distance in hours stays within the day, or reaches one day over."""
    if around is None:
        return Found(TimeType.DATE, "PAST_REF" if back else "FUTURE_REF")
    return dated(calendar.day(around))


def reference(phrase: Phrase, scene: Scene) -> Found | None:
    """ "now", "recently", "soon": present, past or future, and no more."""
    value = REFERENCES.get(phrase.word("REFERENCE"))
    return Found(TimeType.DATE, value) if value else None


def present(phrase: Phrase, scene: Scene) -> Found | None:
    """ "at present", "these days"."""
    return Found(TimeType.DATE, "PRESENT_REF")


def vague_distance(phrase: Phrase, scene: Scene) -> Found | None:
    """ "months ago", "years later": past or future, and no more."""
    return Found(TimeType.DATE, "FUTURE_REF" if phrase.has("later") else "PAST_REF")


def some_day(phrase: Phrase, scene: Scene) -> Found | None:
    """ "will one day": some time to come."""
    return (
        Found(TimeType.DATE, "FUTURE_REF") if phrase.before() in ("will", "may", "could", "might") else None
    )


def past(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the past", "recent years", "at the time"."""
    return Found(TimeType.DATE, "PAST_REF")


def future(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the future", "in the coming months"."""
    return Found(TimeType.DATE, "FUTURE_REF")


def whole_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "for the year", "the first nine months of the year": the report's year."""
    if phrase.before() != "for" and (phrase.before(), phrase.before(2)) not in (
        ("of", "months"),
        ("of", "half"),
    ):
        return None
    return unit_of_report(phrase, scene)


def year_before(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the year-earlier quarter", "the year-ago period": of the quarter spoken of, or of the report's year."""
    known, number = scene.quarter, phrase.number("NTH_QUARTER")
    if number is not None and scene.published is not None and scene.published.year > 1:
        return replace(dated(calendar.quarter(scene.published.year - 1, number)), aside=True)
    if known is not None:
        there = shifted(known.first, "Y", -1)
        return replace(dated(CONTAINING["Q"](there)), aside=True) if there else None
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD["Q" if phrase.has("quarter") else "Y"])
    return _stepped(scene.published, "Y", -1)


def known_quarter(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the quarter", "the latest period": the one spoken of."""
    if scene.quarter is not None:
        return dated(scene.quarter)
    if scene.published is None:
        return None
    return _stepped(scene.published, "Q", -1)


def quarter_of_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the 1988 quarter", "last year's quarter": the same quarter of another year."""
    quarter = scene.quarter or (CONTAINING["Q"](scene.published) if scene.published else None)
    if quarter is None:
        return None
    year = phrase.number("YEAR")
    if year is None and scene.published is not None:
        year = scene.published.year - 1
    if year is None:
        return None
    return replace(dated(calendar.quarter(year, (quarter.first.month + 2) // 3)), aside=True)


def year_end(phrase: Phrase, scene: Scene) -> Found | None:
    """ "year-end": its last day."""
    year = phrase.number("YEAR") or (scene.published.year if scene.published else None)
    if year is None:
        return Found(TimeType.DATE, "XXXX-12-31")
    return dated(calendar.day(date(year, 12, 31)))


def unit_of_report(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the end of the month", "the rest of the year": the unit that holds the report's day."""
    unit = _unit(phrase)
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    return _stepped(scene.published, unit, 0)


def _unit(phrase: Phrase) -> str:
    return UNITS[phrase.word("UNIT")]


def as_period(found: Found) -> Period | None:
    """The stretch of the calendar that a found date covers."""
    if found.first is None or found.last is None:
        return None
    return Period(found.value, found.first, found.last)
