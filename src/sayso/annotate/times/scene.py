"""The scene of a report: the days from which its relative dates are counted, and the tense of its clauses."""

from dataclasses import dataclass
from datetime import date

from sayso.annotate.times.calendar import Period
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.vocabulary import ZERO_PAST
from sayso.model import TimeType

__all__ = ["IMPOSSIBLE", "Found", "Scene", "dated", "direction"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a time expression was found to mean."""

    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None
    clock: str = ""
    """The time of day that still looks for its date, as it ends a TIMEX3 value: `T02:00`, `TMO`."""
    weak: bool = False
    """Whether it means nothing without a date beside it."""

    aside: bool = False
    """Whether later expressions do not count from it: "a year ago" is only a comparison."""


IMPOSSIBLE = Found(TimeType.DATE, "")
"""A date that no calendar has: its words are passed over."""


def dated(period: Period) -> Found:
    """A date that covers the period."""
    return Found(TimeType.DATE, period.value, period.first, period.last)


@dataclass(slots=True)
class Scene:
    """Where a reader stands: when the report was published and which time it has just spoken of."""

    published: date | None
    day: date | None = None
    """The last single day that the report named: "that night", "three days later" count from it."""
    month: date | None = None
    """The first day of the last month, or the last day, that it named."""
    year: date | None = None
    """The first day of the last period of any length that it named: "the following year" counts from it."""
    quarter: Period | None = None
    """The last quarter that it named, to which "the quarter" and "a year earlier" refer."""

    def speak_of(self, found: Found) -> None:
        """Remember a date that the report has named."""
        if found.first is None or found.last is None or found.clock or found.aside:
            return
        if found.type not in (TimeType.DATE, TimeType.TIME):
            return
        if found.value[5:6] == "Q":
            self.quarter = Period(found.value, found.first, found.last)
        days = (found.last - found.first).days
        if days <= 1:
            self.day = found.last
        if days <= 31:
            self.month = found.last if days <= 1 else found.first
        self.year = found.first

    def full_year(self, short: int) -> int:
        """The year of two digits: the one nearest the report; without a report date, 1970 to 2069."""
        if self.published is None:
            return short + (1900 if short >= 70 else 2000)
        around = self.published.year
        return min(
            (around // 100 * 100 + step + short for step in (-100, 0, 100)), key=lambda y: abs(y - around)
        )

    def spoken_of(self, unit: str) -> date | None:
        """The day from which the report counts units of this size when it says "later" or "that"."""
        return self.day if unit in "DW" else self.month if unit == "M" else self.year


_FUTURE = frozenset(
    "will ll shall would could should plans plan expects hopes intends begins starts opens".split()
)
_TO_COME = frozenset(
    "expected scheduled due set going planned about likely supposed slated plans plan wants expects ready "
    "agreed hopes is are be".split()
)
_STOPS = ("STOP", "BREAK", "SEMICOLON")


_UNTIL = frozenset("by until till effective payable through".split())
_AS_SOON_AS = ("soon", "early")


def direction(phrase: Phrase, *, back: int = 12, forward: int = 8) -> int:
    """Which way the clause around a phrase looks: -1 to what has happened, 1 to what is to come, 0 unsaid.

    The nearest verb decides, those before the phrase first: "said Friday it will", "will meet Friday".
    """
    if phrase.is_in(phrase.last, "POSSESSIVE"):
        return -1
    back_over = 2 if phrase.is_in(phrase.first - 1, "CLOCK", "HOURS_MINUTES", "POINT", "ZONE") else 1
    if (
        phrase.before() in _UNTIL
        or phrase.before(back_over) in _UNTIL
        or (phrase.before() == "as" and phrase.before(2) in _AS_SOON_AS)
    ):
        return 1
    for index in range(phrase.first - 1, max(-1, phrase.first - 1 - back), -1):
        if phrase.is_in(index, *_STOPS):
            break
        turn = _turn(phrase, index)
        if turn:
            return turn
    for index in range(phrase.last, min(len(phrase.tokens.labels), phrase.last + forward)):
        if phrase.is_in(index, *_STOPS):
            break
        turn = _turn(phrase, index)
        if turn:
            return turn
    return 0


def _turn(phrase: Phrase, index: int) -> int:
    tokens = phrase.tokens
    word = tokens.word(index)
    if word in _FUTURE:
        return 1
    if word == "to" and tokens.word(index - 1) in _TO_COME:
        return 1
    if word in ("scheduled", "due", "planned", "expected", "slated") and tokens.word(index - 1) in (
        "is",
        "are",
        "be",
    ):
        return 1
    if word in ZERO_PAST:
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in ("need", "indeed", "hundred", "speed"):
        return -1
    return 0
