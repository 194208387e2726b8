"""What names of months, seasons, quarters and halves of a year mean: "July 2015", "last fall"."""

from datetime import date

from sayso.annotate.times import calendar
from sayso.annotate.times.calendar import Period
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import IMPOSSIBLE, Found, Scene, dated
from sayso.annotate.times.sharing import shared_year
from sayso.annotate.times.tense import direction
from sayso.annotate.times.vocabulary import DOUBTFUL_MONTHS, MONTHS, PREDICATE_VERBS, SEASONS
from sayso.model import TimeType

__all__ = ["half_year", "likely_month", "month_alone", "month_and_year", "quarter", "season", "sided_month"]

_BEFORE_MONTH = frozenset(
    "in since by of until till from to last this next early late mid during through before after every each "
    "between and".split()
)
_BEFORE_MAY = frozenset("in since last early late mid until".split())
_PARTS_OF_MONTH = frozenset(
    "end beginning start middle half part days weeks week day month months rest close".split()
)
_DETERMINERS = frozenset("the a an its this that their s".split())
BEHIND_TENSE, AHEAD_TENSE, AHEAD_ALWAYS = 4, 12, 3
"""Months by which a month seems farther off: gone by where the clause looks ahead, to come where it looks
back, to come where it says nothing. Best on train of the triples tried up to 12."""


def month_and_year(phrase: Phrase, scene: Scene) -> Found | None:
    """A month of a year: "July 2015", "June last year"."""
    month = MONTHS[phrase.word("MONTH")]
    year = phrase.number("YEAR", "YEAR_WORD")
    if year is None and phrase.has("SHORT_YEAR"):
        year = scene.full_year(phrase.number("SHORT_YEAR") or 0)
    if year is None:
        if scene.published is None:
            return Found(TimeType.DATE, f"XXXX-{month:02d}")
        step = {"this": 0, "last": -1, "next": 1}[phrase.word("this", "last", "next")]
        year = scene.published.year + step
    return dated(calendar.month(year, month)) if 1 <= year <= 9999 else IMPOSSIBLE


def month_alone(phrase: Phrase, scene: Scene) -> Found | None:
    """A month without a year; the clause's tense says on which side of the report it lies."""
    at = phrase.at("MONTH")
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
    if word == "may" and phrase.before() == "of" and phrase.before(2) not in _PARTS_OF_MONTH:
        return None
    if (
        len(word) == 3
        and word != "may"
        and word in DOUBTFUL_MONTHS
        and phrase.before() not in _BEFORE_MAY
        and "." not in written
    ):
        # Jan is a name, Mar and Dec are parts of names.
        return None
    if not led and (written.islower() or (phrase.before() not in _DETERMINERS and _is_name(phrase))):
        return None
    month = MONTHS[word]
    if _has_no_such_day(phrase):
        return IMPOSSIBLE
    year = shared_year(phrase, month)
    if year is not None and 1 <= year <= 9999:
        return dated(calendar.month(year, month))
    if scene.published is None:
        return Found(TimeType.DATE, f"XXXX-{month:02d}")
    return dated(calendar.month(_likely_year(month, scene.published, direction(phrase)), month))


def likely_month(phrase: Phrase, scene: Scene) -> Period | None:
    """The month that a phrase names, in the year it names or else the likeliest; None where nothing tells."""
    number = MONTHS[phrase.word("MONTH")]
    year = phrase.number("YEAR", "YEAR_WORD")
    if year is None and scene.published is not None:
        side = {"this": 0, "last": -1, "next": 1}.get(phrase.tokens.word(phrase.last - 2))
        if phrase.has("year") and side is not None:
            year = scene.published.year + side
        else:
            year = _likely_year(number, scene.published, direction(phrase))
    return calendar.month(year, number) if year is not None and 1 <= year <= 9999 else None


def _likely_year(month: int, published: date, turn: int) -> int:
    """The year of a bare month: the nearest, but sooner on the side that the clause's tense looks to."""
    years = [published.year + step for step in (-1, 0, 1) if 1 <= published.year + step <= 9999]
    return min(years, key=lambda year: _months_off(year, month, published, turn))


def _months_off(year: int, month: int, published: date, turn: int) -> int:
    """How far a month is from the report, more so on the side that the clause's tense looks away from."""
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


def sided_month(phrase: Phrase, scene: Scene) -> Found | None:
    """ "last April", "next October", "this September"."""
    at = phrase.at("MONTH")
    if phrase.tokens.written(at) in ("may", "march") and phrase.has("this", "next", "past"):
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


def quarter(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the third quarter", "the fourth quarter of 1997", "this year's first quarter"."""
    number = phrase.number("NTH_QUARTER")
    if number is None or phrase.after() in ("horse",) or phrase.after().endswith("final"):
        return None
    year = phrase.number("YEAR")
    if year is None and scene.published is None:
        return Found(TimeType.DATE, f"XXXX-Q{number}")
    if year is None and scene.published is not None:
        year = _year_of_quarter(phrase, number, scene.published)
    return dated(calendar.quarter(year, number)) if year and year <= 9999 else None


def _year_of_quarter(phrase: Phrase, number: int, published: date) -> int:
    """This year, unless the quarter is still to come and nothing says that the report looks ahead."""
    if phrase.has("this", "last", "next"):
        return published.year + {"last": -1, "next": 1}.get(phrase.word("last", "next"), 0)
    ahead = calendar.quarter(published.year, number).first > published
    return published.year - (ahead and direction(phrase) <= 0)


def half_year(phrase: Phrase, scene: Scene) -> Found | None:
    """ "the first half of 1989", "the second half of last year"."""
    is_last = phrase.is_in(phrase.at("half") - 1, "last", "latter")
    number = 2 if is_last else phrase.number("NTH_QUARTER")
    if number not in (1, 2):
        return None
    year = phrase.number("YEAR")
    if year is None:
        if scene.published is None:
            return Found(TimeType.DATE, f"XXXX-H{number}")
        year = scene.published.year + {"last": -1, "next": 1}.get(phrase.word("last", "next"), 0)
    return dated(calendar.half(year, number)) if 1 <= year <= 9999 else None
