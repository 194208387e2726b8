"""What expressions mean that count from the report's day, or from the day it has just spoken of."""

from dataclasses import replace
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import CONTAINING, shifted
from sayso.annotate.times.narrowing import narrowed
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene, dated
from sayso.annotate.times.tense import direction
from sayso.annotate.times.vocabulary import DAYPARTS, UNITS, WEEKDAYS
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


def nights_ago(phrase: Phrase, scene: Scene) -> Found | None:
    """ "two nights ago"; of "a few nights ago" nobody knows which."""
    count, part = phrase.number("COUNT"), DAYPARTS[phrase.word("DAYPART")]
    found = None if count is None else _days_from_report(scene, -count)
    if found is None or found.first is None:
        return Found(TimeType.TIME, f"{UNKNOWN_PERIOD['D']}T{part}")
    return Found(TimeType.TIME, f"{found.value}T{part}", found.first, found.last)


def narrated_daypart(phrase: Phrase, scene: Scene) -> Found | None:
    """ "that night", "the same evening", "the next morning", "in the afternoon"."""
    part = DAYPARTS[phrase.word("DAYPART")]
    plain = not phrase.has("that", "same", "next", "following", "previous", "before", "after")
    weak = plain and phrase.before() not in ("in", "during", "by", "late", "early", "through", "mid")
    around = scene.day_near(phrase.first) if plain else scene.day
    step = 1 if phrase.has("next", "following", "after") else -1 if phrase.has("previous", "before") else 0
    found = shifted(around, "D", step) if around else None
    value = found.isoformat() if found else UNKNOWN_PERIOD["D"]
    clock = f"T{part}" if plain else ""
    return Found(TimeType.TIME, f"{value}T{part}", found, found, clock=clock, weak=weak)


def overnight_into(phrase: Phrase, scene: Scene) -> Found | None:
    """ "overnight into Tuesday", "the night between Monday and Tuesday": that which ends on Tuesday."""
    if scene.published is None:
        return Found(TimeType.TIME, f"{UNKNOWN_PERIOD['D']}TNI")
    number = WEEKDAYS[phrase.tokens.word(phrase.last - 1)]
    last = shifted(scene.published, "D", -((scene.published.isoweekday() - number) % 7))
    first = shifted(last, "D", -1) if last else None
    return Found(TimeType.TIME, f"{first.isoformat()}TNI", first, last) if first else None


def before_last(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the week before last": two units before the report's."""
    unit = _unit(phrase)
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    return stepped(scene.published, unit, -2)


def sided_unit(phrase: Phrase, scene: Scene) -> Found | None:
    """ "last week", "this month", "next year", "the current quarter": counted from the report."""
    unit = _unit(phrase)
    if unit == "F":
        return Found(TimeType.DURATION, "P2W")
    step = {"last": -1, "next": 1, "coming": 1}.get(phrase.word("last", "next", "coming"), 0)
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    if unit == "Q" and phrase.has("latest"):
        step = -1
    found = stepped(scene.published, unit, step)
    return replace(found, aside=unit == "Q") if found else None


def stepped(around: date, unit: str, step: int) -> Found | None:
    """The period of a unit so many units from the one that holds a day."""
    # From the first day of the unit, so that 31 May less a month is April and not 1 May.
    start = shifted(CONTAINING[unit](around).first, unit, step)
    return dated(CONTAINING[unit](start)) if start else None


def sided_weekend(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the weekend", "last weekend", "this weekend"."""
    if scene.published is None:
        return Found(TimeType.DATE, "XXXX-WXX-WE")
    side = phrase.word("last", "past", "next", "coming", "this", "the")
    step = -1 if phrase.has("last", "past") else 1 if side == "next" else 0
    if step == 0 and side in ("the", "this") and scene.published.isoweekday() < 6:
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
    return stepped(around, unit, step)


def time_of_same_day(phrase: Phrase, scene: Scene) -> Found | None:
    """ "earlier in the day", "later that day": the day just spoken of, else the report's."""
    day = scene.day_near(phrase.first)
    return dated(calendar.day(day)) if day else Found(TimeType.DATE, UNKNOWN_PERIOD["D"])


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
    if unit == "W":
        # "two weeks ago" names a week in TIMEX3; coders of events date it to the day.
        return replace(dated(CONTAINING["W"](found)), first=found, last=found)
    return replace(dated(CONTAINING["Y" if unit in "EC" else unit](found)), aside=unit in "YEC")


def _hours_away(around: date | None, *, back: bool) -> Found | None:
    """A distance in hours stays within the day, or reaches one day over."""
    if around is None:
        return Found(TimeType.DATE, "PAST_REF" if back else "FUTURE_REF")
    return dated(calendar.day(around))


def unit_of_report(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the end of the month", "the rest of the year": the unit that holds the report's day."""
    unit = _unit(phrase)
    if scene.published is None:
        return Found(TimeType.DATE, UNKNOWN_PERIOD[unit])
    return stepped(scene.published, unit, 0)


def _unit(phrase: Phrase) -> str:
    return UNITS[phrase.word("UNIT")]
