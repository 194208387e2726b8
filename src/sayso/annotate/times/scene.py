"""The scene of a report: the days from which its relative dates are counted, and the tense of its clauses."""

from dataclasses import dataclass
from datetime import date

from sayso.annotate.times.calendar import Period
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.vocabulary import ZERO_PAST
from sayso.model import TimeType

__all__ = ["Found", "Scene", "dated", "direction"]


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

    @property
    def is_calendar(self) -> bool:
        """Whether it names a stretch of the calendar that later expressions can refer back to."""
        return self.type in (TimeType.DATE, TimeType.TIME) and self.first is not None


def dated(period: Period) -> Found:
    """A date that covers the period."""
    return Found(TimeType.DATE, period.value, period.first, period.last)


@dataclass(slots=True)
class Scene:
    """Where a reader stands: when the report was published and which time it has just spoken of."""

    published: date | None
    spoken_of: Found | None = None
    """The last date that the report named, to which "that day" and "a week earlier" refer."""
    quarter: Period | None = None
    """The last quarter that it named, to which "the quarter" and "a year earlier" refer."""

    @property
    def day_spoken_of(self) -> date | None:
        return self.spoken_of.first if self.spoken_of is not None else None


_FUTURE = frozenset(
    "will ll shall would could should plans plan expects hopes intends begins starts opens".split()
)
_TO_COME = frozenset(
    "expected scheduled due set going planned about likely supposed slated plans plan wants expects ready "
    "agreed hopes is are be".split()
)
_STOPS = ("STOP", "BREAK", "SEMICOLON")


def direction(phrase: Phrase, *, back: int = 12, forward: int = 8) -> int:
    """Which way the clause around a phrase looks: -1 to what has happened, 1 to what is to come, 0 unsaid.

    The nearest verb decides, those before the phrase first: "said Friday it will", "will meet Friday".
    """
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
