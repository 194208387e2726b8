"""What names of days mean: "23 Aug 88", "Tuesday", "the following Sunday", "Christmas"."""

from datetime import date
from math import inf

from sayso.annotate.times import calendar
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import IMPOSSIBLE, Found, Scene, dated
from sayso.annotate.times.sharing import shared_year
from sayso.annotate.times.tense import direction
from sayso.annotate.times.vocabulary import MONTHS, PREDICATE_VERBS, WEEKDAYS
from sayso.model import TimeType

__all__ = ["AHEAD", "calendar_day", "day_of", "sided_weekday", "week_ago", "week_to", "weekday"]

_YEARS = ("YEAR", "SHORT_YEAR", "YEAR_WORD")
_BEFORE_DAY_ONLY = frozenset({"on", "since", "until"})
_BEFORE_DAY = frozenset("on of by since until from to before after between and the".split())
_NOT_THE_DAY_OF = frozenset("black good bloody super fat ash holy palm easter cyber".split())
_TITLES = frozenset("times mail telegraph express mirror herald post age tribune".split())


AHEAD = {-1: 3.0, 0: 2.0, 1: 1.0}
"""How much farther a day to come seems where the clause looks back, says nothing, looks ahead."""


def calendar_day(phrase: Phrase, scene: Scene) -> Found | None:
    """A day of a month, or two days that bound a stretch of it, with or without a year."""
    at = phrase.at("MONTH")
    if _is_verb(phrase, at):
        return None
    month = MONTHS[phrase.tokens.word(at)]
    numbers = list(phrase.all_where("DAY", "DAY_WORD", "NTH_DAY", *_YEARS))
    year, numbers = _taken_year(phrase, numbers, at, scene)
    year = year or shared_year(phrase, month)
    days = [int(phrase.tokens.amounts[index]) for index in numbers]
    found = [day_of(year, month, number, phrase, scene) for number in days]
    if any(each is IMPOSSIBLE for each in found):
        return IMPOSSIBLE
    first, last = found[0], found[-1]
    if isinstance(first, date) and isinstance(last, date):
        if first == last:
            return dated(calendar.day(first))
        if first > last:
            return IMPOSSIBLE
        return Found(TimeType.DATE, f"{first.isoformat()}/{last.isoformat()}", first, last)
    return first if isinstance(first, Found) else None


def week_to(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the week ending 4 May": the seven days that end with it."""
    found = calendar_day(phrase, scene)
    if found is None or found.first is None or found.first != found.last:
        return found
    first = calendar.shifted(found.first, "D", -6)
    return Found(TimeType.DATE, f"{first}/{found.first}", first, found.first) if first else found


def _taken_year(
    phrase: Phrase, numbers: list[int], month_at: int, scene: Scene
) -> tuple[int | None, list[int]]:
    """The year among a date's numbers, and the numbers that are left: its days."""
    last = numbers[-1]
    if len(numbers) > 1 and phrase.is_in(last, "YEAR", "YEAR_WORD"):
        return int(phrase.tokens.amounts[last]), numbers[:-1]
    if len(numbers) > 1 and numbers[0] < month_at < last and phrase.is_in(last, "SHORT_YEAR"):
        return scene.full_year(int(phrase.tokens.amounts[last])), numbers[:-1]
    if phrase.has("year") and scene.published is not None:
        step = {"this": 0, "last": -1, "next": 1}[phrase.word("this", "last", "next")]
        return scene.published.year + step, numbers
    return None, numbers


def day_of(year: int | None, month: int, number: int, phrase: Phrase, scene: Scene) -> date | Found | None:
    """The day; its underspecified form where nothing tells the year; IMPOSSIBLE if there is none."""
    if year is not None:
        return calendar.day_of_month(year, month, number) or IMPOSSIBLE
    if calendar.day_of_month(2000, month, number) is None:
        return IMPOSSIBLE
    if scene.published is None and scene.only_year is not None:
        return calendar.day_of_month(scene.only_year, month, number) or IMPOSSIBLE
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{month:02d}-{number:02d}")
    if phrase.has("last", "past"):
        ahead = inf
    elif phrase.has("next", "coming"):
        ahead = 0.0
    else:
        ahead = AHEAD[direction(phrase)]
    return calendar.nearest_year(scene.published, month, number, ahead=ahead)


def _is_verb(phrase: Phrase, at: int) -> bool:
    """Whether "may" or "march" after a number is a verb: "12 may have died"."""
    word, written = phrase.tokens.word(at), phrase.tokens.written(at)
    if word not in ("may", "march") or written.istitle() or phrase.last > at + 1 or at == phrase.first:
        return False
    if phrase.before() in _BEFORE_DAY_ONLY:
        return False
    return phrase.after() in PREDICATE_VERBS or (written.islower() and phrase.before() not in _BEFORE_DAY)


def weekday(phrase: Phrase, scene: Scene) -> Found | None:
    """A weekday alone: the nearest one before the report, or after it where the clause looks ahead."""
    if phrase.before() in _NOT_THE_DAY_OF or phrase.after() in _TITLES:
        return None
    number = WEEKDAYS[phrase.word("WEEKDAY")]
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-WXX-{number}")
    if scene.day is not None and _is_second_of_two(phrase):
        return _weekday_on_side(number, scene.day, ahead=True)
    return _weekday_on_side(number, scene.published, ahead=direction(phrase) > 0)


def _is_second_of_two(phrase: Phrase) -> bool:
    """Whether it goes on from another weekday: "next Monday and Tuesday"."""
    joint = phrase.before() in ("and", "or", "to", "until", "till", "through", "-", "–")
    return joint and phrase.is_in(phrase.first - 2, "WEEKDAY")


def _weekday_on_side(number: int, around: date, *, ahead: bool) -> Found | None:
    steps = (number - around.isoweekday()) % 7 if ahead else -((around.isoweekday() - number) % 7)
    found = calendar.shifted(around, "D", steps)
    return dated(calendar.day(found)) if found else None


def sided_weekday(phrase: Phrase, scene: Scene) -> Found | None:
    """ "last Friday", "next Friday", "this Friday", "the previous Friday", "the following Sunday"."""
    number = WEEKDAYS[phrase.word("WEEKDAY")]
    side = phrase.word("last", "past", "next", "this", "coming", "previous", "following", "that", "same")
    around = scene.day if side in ("previous", "following") else scene.published
    if around is None:
        return Found(TimeType.DATE, f"XXXX-WXX-{number}")
    if side in ("that", "same", "this"):
        return _weekday_on_side(number, around, ahead=side == "this" and direction(phrase) >= 0)
    back = side in ("last", "past", "previous")
    steps = (
        -((around.isoweekday() - number - 1) % 7 + 1) if back else (number - around.isoweekday() - 1) % 7 + 1
    )
    found = calendar.shifted(around, "D", steps)
    return dated(calendar.day(found)) if found else None


def week_ago(phrase: Phrase, scene: Scene) -> Found | None:
    """ "a week ago Tuesday", "two weeks ago on Tuesday": the weekday so many weeks before the last one."""
    number = WEEKDAYS[phrase.word("WEEKDAY")]
    weeks = phrase.number("COUNT") or 1
    if scene.published is None or weeks > 500:
        return Found(TimeType.DATE, f"XXXX-WXX-{number}")
    last = _weekday_on_side(number, scene.published, ahead=False)
    found = calendar.shifted(last.first, "W", -weeks) if last is not None and last.first is not None else None
    return dated(calendar.day(found)) if found else None
