"""What numbers and names of years, decades and centuries mean, and which numbers are no years."""

import re

from sayso.annotate.times import calendar
from sayso.annotate.times.patterns import Phrase
from sayso.annotate.times.scene import Found, Scene, dated
from sayso.annotate.times.vocabulary import COUNTED

__all__ = ["TENS_OF", "century", "decade", "year"]

_BEFORE_YEAR = frozenset(
    "in since during until till by before after from through early late mid fiscal year back circa spring "
    "summer autumn fall winter".split()
)
_NO_YEAR_AFTER = frozenset(
    "flight resolution no number act room unit highway route article section model boeing page chapter "
    "about some nearly almost around approximately than least most only over up killed injured wounded "
    "another rs usd roughly".split()
)
TENS_OF = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
           "eighties": 80, "nineties": 90}  # fmt: skip  # fmt: skip


def year(phrase: Phrase, _: Scene) -> Found | None:
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


def decade(phrase: Phrase, _: Scene) -> Found | None:
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


def century(phrase: Phrase, _: Scene) -> Found | None:
    """ "the 20th century"."""
    number = phrase.number("ORDINAL")
    return dated(calendar.century(number)) if number and number <= 99 else None
