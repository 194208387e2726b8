"""What names of days, months, seasons, quarters and years mean: "23 Aug 88", "Tuesday", "the third quarter"."""

import re
from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import Period
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene, dated, direction
from sayso.annotate.times.vocabulary import (
    COUNTED,
    DOUBTFUL_MONTHS,
    MONTHS,
    NAMED_DAYS,
    PREDICATE_VERBS,
    SEASONS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from sayso.model import TimeType

IMPOSSIBLE = Found(TimeType.DATE, "")
"""A date that no calendar has: its words are passed over."""

_YEARS = ("YEAR", "SHORT_YEAR", "YEAR_WORD")
_BEFORE_MONTH = frozenset(
    "in since by of until till from to last this next early late mid during through before after every each "
    "between and".split()
)
_BEFORE_YEAR = frozenset(
    "in since during until till by before after from through early late mid fiscal year back circa spring "
    "summer autumn fall winter".split()
)
_NO_YEAR_AFTER = frozenset(
    "flight resolution no number act room unit highway route article section model boeing page chapter "
    "about some nearly almost around approximately than least most only over up killed injured wounded "
    "another rs usd roughly".split()
)
_NOT_THE_DAY_OF = frozenset("black good bloody super fat ash holy palm easter cyber".split())
_TITLES = frozenset("times mail telegraph express mirror herald post age tribune".split())


def iso_date(phrase: Phrase, scene: Scene) -> Found | None:
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
    parts = [int(part) for part in re.split(r"[/.]", phrase.tokens.written(phrase.first))]
    if parts[0] > 999:
        found = calendar.day_of_month(*parts)
        return dated(calendar.day(found)) if found else IMPOSSIBLE
    year = _full_year(parts[2], scene) if parts[2] < 100 else parts[2]
    both = {
        calendar.day_of_month(year, parts[0], parts[1]),
        calendar.day_of_month(year, parts[1], parts[0]),
    } - {None}
    candidates = sorted(found for found in both if found is not None)
    if not candidates:
        return IMPOSSIBLE
    if len(candidates) == 1:
        return dated(calendar.day(candidates[0]))
    if scene.published is None:
        return Found(TimeType.DATE, f"{year:04d}-XX-XX")
    published = scene.published
    return dated(calendar.day(min(candidates, key=lambda found: abs((found - published).days))))


def date_time_group(phrase: Phrase, scene: Scene) -> Found | None:
    """A military date-time group: "211200Z OCT 20" is noon UTC on the 21st."""
    written = phrase.tokens.written(phrase.first).lower().replace(" ", "")
    parts = re.fullmatch(r"(\d\d)(\d\d)(\d\d)([a-z])([a-z]+)(\d*)", written)
    if parts is None:
        return None
    number, hour, minute = (int(parts[group]) for group in (1, 2, 3))
    if hour > 23 or minute > 59:
        return IMPOSSIBLE
    month = MONTHS[parts[5]]
    found = _day(_year_of(parts[6], scene), month, number, phrase, scene)
    clock = f"T{hour:02d}:{minute:02d}" + ("Z" if parts[4] == "z" else "")
    if not isinstance(found, date):
        return found if found is None or found is IMPOSSIBLE else Found(TimeType.TIME, found.value + clock)
    return Found(TimeType.TIME, found.isoformat() + clock, found, found)


def calendar_day(phrase: Phrase, scene: Scene) -> Found | None:
    """A day of a month, or two days that bound a stretch of it, with or without a year."""
    at = phrase.where("MONTH")
    assert at is not None
    if _is_verb(phrase, at):
        return None
    month = MONTHS[phrase.tokens.word(at)]
    numbers = [index for index in phrase.all_where("DAY", "DAY_WORD", "NTH_DAY", *_YEARS)]
    year, numbers = _taken_year(phrase, numbers, at, scene)
    days = [int(phrase.tokens.amounts[index]) for index in numbers]
    found = [_day(year, month, number, phrase, scene) for number in days]
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


def _taken_year(
    phrase: Phrase, numbers: list[int], month_at: int, scene: Scene
) -> tuple[int | None, list[int]]:
    """The year among a date's numbers, and the numbers that are left: its days."""
    last = numbers[-1]
    if len(numbers) > 1 and phrase.is_in(last, "YEAR", "YEAR_WORD"):
        return int(phrase.tokens.amounts[last]), numbers[:-1]
    if len(numbers) > 1 and numbers[0] < month_at < last:
        return _full_year(int(phrase.tokens.amounts[last]), scene), numbers[:-1]
    if phrase.has("year") and scene.published is not None:
        step = {"this": 0, "last": -1, "next": 1}[phrase.word("this", "last", "next")]
        return scene.published.year + step, numbers
    return None, numbers


def _day(year: int | None, month: int, number: int, phrase: Phrase, scene: Scene) -> date | Found | None:
    """The day; its underspecified form where nothing tells the year; IMPOSSIBLE where there is no such day."""
    if year is not None:
        return calendar.day_of_month(year, month, number) or IMPOSSIBLE
    if calendar.day_of_month(2000, month, number) is None:
        return IMPOSSIBLE
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{month:02d}-{number:02d}")
    turn = -1 if phrase.has("last", "past") else 1 if phrase.has("next", "coming") else 0
    return calendar.nearest_year(scene.published, month, number, direction=turn)


def _is_verb(phrase: Phrase, at: int) -> bool:
    """Whether "may" or "march" beside a number is a verb: "12 may have died"."""
    word = phrase.tokens.word(at)
    if word not in ("may", "march") or phrase.tokens.written(at).istitle():
        return False
    if phrase.before() in ("on", "since", "until"):
        return False
    follows = phrase.tokens.word(at + 1)
    return (
        at > phrase.first
        and phrase.last == at + 1
        and (
            follows in PREDICATE_VERBS
            or (follows.endswith("ed") and word == "march")
            or phrase.before() not in _BEFORE_DAY
        )
    )


_BEFORE_MAY = frozenset("in since last early late mid until".split())
_BEFORE_DAY = frozenset("on of by since until from to before after between and the".split())


def month_and_year(phrase: Phrase, scene: Scene) -> Found | None:
    """A month of a year: "July 2015", "June last year"."""
    month = MONTHS[phrase.word("MONTH")]
    year = phrase.number("YEAR", "YEAR_WORD")
    if year is None and phrase.has("SHORT_YEAR"):
        year = _full_year(phrase.number("SHORT_YEAR") or 0, scene)
    if year is None:
        if scene.published is None:
            return Found(TimeType.DATE, f"XXXX-{month:02d}")
        step = {"this": 0, "last": -1, "next": 1}[phrase.word("this", "last", "next")]
        year = scene.published.year + step
    return dated(calendar.month(year, month)) if 1 <= year <= 9999 else IMPOSSIBLE


def month_alone(phrase: Phrase, scene: Scene) -> Found | None:
    """A month without a year; the clause's tense says on which side of the report it lies."""
    at = phrase.where("MONTH")
    assert at is not None
    word, written = phrase.tokens.word(at), phrase.tokens.written(at)
    if (
        word == "may"
        and written == "may"
        and (phrase.before() not in _BEFORE_MAY or phrase.after() in PREDICATE_VERBS)
    ):
        return None
    led = phrase.before() in _BEFORE_MONTH or (phrase.before() == "-" and phrase.before(2) == "mid")
    if word in DOUBTFUL_MONTHS and not led:
        return None
    if not led and (written.islower() or (phrase.after()[:1] and _is_name(phrase))):
        return None
    month = MONTHS[word]
    if _has_no_such_day(phrase):
        return IMPOSSIBLE
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{month:02d}")
    turn = direction(phrase)
    years = [scene.published.year + step for step in (-1, 0, 1) if 1 <= scene.published.year + step <= 9999]
    year = min(years, key=lambda number: _months_off(number, month, scene.published, turn))
    return dated(calendar.month(year, month))


BEHIND_TENSE, AHEAD_TENSE, AHEAD_ALWAYS = 4, 6, 3


def _months_off(year: int, month: int, published: date | None, turn: int) -> int:
    """How far a month is from the report, more so on the side that the clause's tense looks away from."""
    assert published is not None
    months = (year - published.year) * 12 + month - published.month
    if months > 0:
        return months + (AHEAD_TENSE if turn < 0 else 0 if turn > 0 else AHEAD_ALWAYS)
    return -months + (BEHIND_TENSE if turn > 0 and months < 0 else 0)


def _has_no_such_day(phrase: Phrase) -> bool:
    """Whether a number follows that was meant for a day: "on October 45", but not "in October 45 people"."""
    if not phrase.is_in(phrase.last, "SHORT_YEAR"):
        return False
    return phrase.before() == "on" or not phrase.after(2).isalpha()


def _is_name(phrase: Phrase) -> bool:
    """Whether a month is a person's name: "April Orlan", "June Vale"."""
    if phrase.last >= len(phrase.tokens.labels):
        return False
    return phrase.tokens.written(phrase.last).istitle() and not phrase.is_in(phrase.last, "WEEKDAY", "MONTH")


def weekday(phrase: Phrase, scene: Scene) -> Found | None:
    """A weekday alone: the nearest one before the report, or after it where the clause looks ahead."""
    if phrase.before() in _NOT_THE_DAY_OF or phrase.after() in _TITLES:
        return None
    number = WEEKDAYS[phrase.word("WEEKDAY")]
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-WXX-{number}")
    ahead = direction(phrase) > 0
    return _weekday_on_side(number, scene.published, ahead=ahead)


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


def sided_month(phrase: Phrase, scene: Scene) -> Found | None:
    """ "last April", "next October", "this September"."""
    at = phrase.where("MONTH")
    assert at is not None
    if phrase.tokens.written(at) == "may" and phrase.has("this", "next", "past"):
        return None
    month = MONTHS[phrase.tokens.word(at)]
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{month:02d}")
    year = scene.published.year
    side = phrase.word("last", "past", "next", "this", "coming")
    if side in ("last", "past") and month >= scene.published.month:
        year -= 1
    if side in ("next", "coming") and month <= scene.published.month:
        year += 1
    return dated(calendar.month(year, month)) if 1 <= year <= 9999 else None


def season(phrase: Phrase, scene: Scene) -> Found | None:
    """ "this summer", "last fall", "the summer of 1998"."""
    name = SEASONS[phrase.word("SEASON")]
    side = phrase.word("last", "past", "next", "this", "coming", "the")
    if phrase.has("YEAR"):
        return dated(calendar.season(phrase.number("YEAR") or 1, name))
    if side in ("", "the") and phrase.before() not in (
        "in",
        "during",
        "since",
        "by",
        "until",
        "early",
        "late",
    ):
        return None
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{name}")
    year = scene.published.year
    this = calendar.season(year, name)
    if side in ("last", "past") and this.last >= scene.published:
        year -= 1
    if side in ("next", "coming") and this.first <= scene.published:
        year += 1
    if side in ("", "the") and this.first > scene.published and direction(phrase) <= 0:
        year -= 1
    return dated(calendar.season(year, name)) if 1 <= year <= 9999 else None


def year(phrase: Phrase, scene: Scene) -> Found | None:
    """A year in figures or words, where the words around it do not make it a count: not "1988 people"."""
    number = phrase.number("YEAR", "YEAR_WORD")
    if number is None:
        return None
    before, after = phrase.before(), phrase.after()
    if phrase.has("year", "fiscal", "YEAR_WORD"):
        return dated(calendar.year(number))
    if before in _NO_YEAR_AFTER or phrase.is_in(phrase.first - 1, "CURRENCY", "COUNT", "SLASH", "COLON"):
        return None
    if after in (
        "percent",
        "pct",
        "%",
        "°",
        "km",
        "kg",
        "hours",
        "/",
        ":",
        "per",
        "gmt",
        "utc",
        "local",
        "hrs",
    ):
        return None
    if before in ("-", "–") and not (
        phrase.before(2) in ("mid", "post", "pre", "late", "early")
        or phrase.is_in(phrase.first - 2, "YEAR", "MONTH")
    ):
        return None
    bounds = phrase.tokens.word(phrase.last + 2) if after in ("and", "to", "or", "-", "–") else ""
    if bounds in COUNTED and before not in _BEFORE_YEAR - {"from", "by"}:
        # "between 1990 and 2000 people", "from 1500 to 2000 soldiers".
        return None
    if before in _BEFORE_YEAR or phrase.is_in(phrase.first - 1, "MONTH"):
        return dated(calendar.year(number))
    if after in COUNTED or phrase.is_in(phrase.last, "UNIT", "CLOCK_UNIT", "HUNDREDS"):
        return None
    if not 1700 <= number <= 2100:
        return None
    plural = after.endswith("s") and len(after) > 3 and phrase.tokens.written(phrase.last).islower()
    if plural and before not in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "a",
        "an",
        "s",
        "this",
        "that",
        "'s",
        "’s",
    ):
        return None
    return dated(calendar.year(number))


def decade(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the 1990s", "the '80s", "the nineties"."""
    written = phrase.tokens.written(phrase.where("DECADE") or phrase.first)
    if len(written) == 3 and not phrase.has("the") and phrase.before() not in ("early", "late", "mid", "-"):
        return None
    if phrase.has("DECADE_WORD"):
        return dated(calendar.decade(1900 + TENS_OF[phrase.word("DECADE_WORD")]))
    digits = re.sub(r"\D", "", written)
    if len(digits) == 2:
        return dated(calendar.decade((1900 if int(digits) >= 20 else 2000) + int(digits)))
    start = int(digits)
    if digits.endswith("00") and start < 1900:
        return dated(calendar.century(start // 100 + 1)) if start else None
    return dated(calendar.decade(start)) if start >= 10 else None


TENS_OF = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90}  # fmt: skip


def century(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the 20th century"."""
    number = phrase.number("ORDINAL")
    return dated(calendar.century(number)) if number and number <= 99 else None


def quarter(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the third quarter", "the fourth quarter of 1997", "this year's first quarter", "fiscal first quarter"."""
    number = phrase.number("NTH_QUARTER")
    if number is None or phrase.after() in ("horse",) or phrase.after().endswith("final"):
        return None
    year = phrase.number("YEAR")
    around = scene.published
    if year is None and around is None:
        return Found(TimeType.DATE, f"XXXX-Q{number}")
    if year is None:
        assert around is not None
        year = around.year + {"last": -1, "next": 1}.get(phrase.word("last", "next"), 0)
        if phrase.has("ago", "earlier"):
            year -= 1
        elif not phrase.has("this", "last", "next") and calendar.quarter(year, number).first > around:
            year -= direction(phrase) <= 0
    if not 1 <= year <= 9999:
        return None
    return dated(calendar.quarter(year, number))


def half_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the first half of 1989", "the second half of last year"."""
    number = phrase.number("NTH_QUARTER")
    if number not in (1, 2):
        return None
    year = phrase.number("YEAR")
    if year is None:
        if scene.published is None:
            return Found(TimeType.DATE, f"XXXX-H{number}")
        year = scene.published.year + {"last": -1, "next": 1}.get(phrase.word("last", "next"), 0)
    return dated(calendar.half(year, number)) if 1 <= year <= 9999 else None


def named_day(phrase: Phrase, scene: Scene) -> Found | None:
    """A feast with a fixed date: "Christmas", "New Year's Eve"."""
    name = phrase.word("FEAST")
    month, number = NAMED_DAYS.get(name, (1, 1))
    if phrase.has("eve"):
        month, number = (12, 24) if name == "christmas" else (12, 31)
    year = phrase.number("YEAR")
    found = _day(year, month, number, phrase, scene)
    return dated(calendar.day(found)) if isinstance(found, date) else found


def short_weekday_date(phrase: Phrase, scene: Scene) -> Found | None:
    """ "Sat, 11 Oct 2020": the date decides."""
    return calendar_day(phrase, scene) if phrase.word("SHORT_WEEKDAY") in SHORT_WEEKDAYS else None


def _year_of(written: str, scene: Scene) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else _full_year(int(written), scene)


def _full_year(short: int, scene: Scene) -> int:
    """The year of two digits: the one nearest the report; without a report date, 1970 to 2069."""
    if scene.published is None:
        return short + (1900 if short >= 70 else 2000)
    hundreds = scene.published.year // 100 * 100
    candidates = [hundreds + step + short for step in (-100, 0, 100)]
    return min(candidates, key=lambda number: abs(number - scene.published.year) if scene.published else 0)


def period_of(found: Found) -> Period | None:
    """The stretch of the calendar that a found date covers."""
    if found.first is None or found.last is None:
        return None
    return Period(found.value, found.first, found.last)
