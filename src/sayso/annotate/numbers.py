"""Numbers as reports write them, in digits or in words, each with the characters that say it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sayso.model import Span

__all__ = [
    "CARDINAL_WORDS",
    "ORDINALS",
    "Number",
    "NumberRange",
    "Quantity",
    "number_at",
    "numbers_in",
    "quantities_in",
    "quantities_of",
    "ranges_in",
    "ranges_of",
]

UNITS: Mapping[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
}  # fmt: skip
TEENS: Mapping[str, int] = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: Mapping[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Mapping[str, int] = {
    "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12,
}  # fmt: skip
ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
    "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
VAGUE = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions")
"""Plurals that count without saying how many."""
CARDINAL_WORDS = (*UNITS, *TEENS, *TENS, *SCALES, *VAGUE, "hundred", "dozen")
"""Every word that counts, alone or as part of a longer number."""

_REMEMBERED = 64
_LARGEST = 10**15
"""Beyond this no report counts anything: a longer run of digits is an account or a serial number."""

_MULTIPLIER = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b"
_CARDINALS = "|".join(sorted(CARDINAL_WORDS, key=len, reverse=True))
_RANKS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_MONTHS = (
    "january february march april may june july august september october november december jan. feb. mar. "
    "apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
# "May 12 300 rebels" is a day and a number; elsewhere "12 300 rebels" is one number.
_NO_DAY = "".join(rf"(?<!{re.escape(month)}\ )" for month in _MONTHS.split())
_INITIALS = "".join(sorted({word[0] for word in (*CARDINAL_WORDS, *ORDINALS, "half", "a")}))
_PIECE = re.compile(
    rf"""
    (?= \d ) (?<![\w/:]) (?<!\d[.,]) (?<![^\W\d_]-)   # not inside T-72, 3/4, 10:30 or a decimal
    (?:
      (?P<digits> \d{{1,3}} (?: , \d{{3}} )+ | \d{{1,2}} (?: , \d{{2}} )+ , \d{{3}}
                | \d{{1,3}} (?: [\u00a0\u2009\u202f] \d{{3}} )+
                | {_NO_DAY} \d{{1,3}} (?: [ ] \d{{3}} )+ (?! \w ) | \d+ )
      (?P<decimals> \.\d+ )? (?P<suffix> st | nd | rd | th )? (?! [\w/] | :\d | [.,]\d )
    )
  | \b (?= [{_INITIALS}] ) (?: (?P<half> (?<! and\ a\  ) half (?: [ -] an? )? ) (?= [ -] {_MULTIPLIER} )
         | (?P<article> an? ) (?= [ -] (?: {_MULTIPLIER} ) )
         | (?P<word> (?<! \bno[ -] ) (?: {_CARDINALS} ) | (?<! one[ -] ) (?: {_RANKS} ) ) ) (?! \w )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_JOINT = re.compile(r"[ \t\u00a0]*(?:-|\r?\n)?[ \t\u00a0]*")
_AND = re.compile(r"\s{1,3}and\s{1,3}", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s{1,3}and\s{1,3}an?\s{1,3}half\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"[ -](?:halves|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
    r"|-quarters?\b",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:several|few|many|couple of|some)(?: more)?[ -]$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s{0,2}(?:-|–|—|\bto\b|\band\b|\bor\b)\s{0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount in the text, whole or not: "ten", "1,200", "2.5", "one and a half million"."""

    span: Span
    amount: Fraction | None
    """None for "hundreds"."""
    ordinal: bool = False
    """Whether it ranks instead of counting: "third", "21st"."""
    is_digit: bool = False
    """Whether it is written with digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number in the text.

    `value` is None for a plural that counts without saying how many ("dozens").
    """

    span: Span
    value: int | None
    ordinal: bool = False
    is_digit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange:
    """Two numbers that bound a third: "10 to 15", "between ten and fifteen", "two or three"."""

    span: Span
    low: int
    high: int


@dataclass(slots=True)
class _Sum:
    """A number being read word by word: `total` is closed by a scale word, `group` is still open."""

    start: int
    end: int
    total: Fraction = Fraction(0)
    group: Fraction = Fraction(0)
    last: str = ""
    """The kind of the last word taken in: unit, teen, ten, hundred, scale, digits, half, dozen, done."""
    scale: int = _LARGEST
    ordinal: bool = False
    is_digit: bool = False

    @property
    def amount(self) -> Fraction:
        return self.total + self.group


def quantities_in(text: str, *, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Every quantity in `text[start:end]`, in order; no two overlap."""
    total: _Sum | None = None
    for piece in _PIECE.finditer(text, start, len(text) if end is None else end):
        if total is not None and _joined(total, piece, text):
            continue
        if total is not None:
            yield from _closed(total, text)
        total = None
        if _is_vague(piece, text):
            yield Quantity(span=Span(*piece.span()), amount=None)
        else:
            total = _begun(piece)
    if total is not None:
        yield from _closed(total, text)


@lru_cache(maxsize=_REMEMBERED)
def quantities_of(text: str) -> Sequence[Quantity]:
    """Every quantity in a report, which several annotators ask for; those of the last are remembered."""
    return tuple(quantities_in(text))


def numbers_in(text: str) -> Iterator[Number]:
    """Every whole number in the text, in order, and every vague plural; decimals are left out."""
    for quantity in quantities_of(text):
        number = _whole(quantity)
        if number is not None:
            yield number


def number_at(text: str, start: int) -> Number | None:
    """The whole number that begins at `start`, if one does; what stands before it is not looked at."""
    # No number phrase that reports print is longer than this window.
    for quantity in quantities_in(text, start=start, end=start + 120):
        if quantity.span.start == start:
            return _whole(quantity)
    return None


def ranges_in(text: str) -> Iterator[NumberRange]:
    """Every pair of whole numbers that bounds a third, the lower first: "10-15", "two or three"."""
    return ranges_of(numbers_in(text), text)


def ranges_of(numbers: Iterable[Number], text: str) -> Iterator[NumberRange]:
    """The ranges that the numbers of a text, in order, make."""
    before: Number | None = None
    for number in numbers:
        bounded = _range(before, number, text) if before is not None else None
        if bounded is not None:
            yield bounded
        before = None if bounded is not None else number


def _range(before: Number, number: Number, text: str) -> NumberRange | None:
    if before.value is None or number.value is None or before.value >= number.value:
        return None
    gap = text[before.span.end : number.span.start]
    if before.ordinal or number.ordinal or not _BETWEEN.fullmatch(gap):
        return None
    # "two and three" is a range only after "between"; elsewhere it is a list.
    opening = text[max(0, before.span.start - 9) : before.span.start].lower().rstrip()
    if gap.strip().lower() == "and" and not opening.endswith("between"):
        return None
    span = Span(before.span.start, number.span.end)
    return NumberRange(span=span, low=before.value, high=number.value)


def _is_vague(piece: re.Match[str], text: str) -> bool:
    """Whether the piece counts without saying how many: "dozens", or "hundred" in "several hundred"."""
    word = (piece["word"] or "").lower()
    if word in VAGUE:
        return True
    bare = word in ("hundred", "dozen") or word in SCALES
    return bare and _FEW.search(text, max(0, piece.start() - 20), piece.start()) is not None


def _begun(piece: re.Match[str]) -> _Sum | None:
    begun = _Sum(start=piece.start(), end=piece.end())
    if piece["digits"]:
        digits = re.sub(r"\D", "", piece["digits"])
        if len(digits) + len(piece["decimals"] or "") > 16:
            return None
        begun.group = Fraction(int(digits)) + _decimals(piece["decimals"])
        begun.last, begun.is_digit = "digits", True
        begun.ordinal = piece["suffix"] is not None
    elif piece["half"]:
        begun.group, begun.last = Fraction(1, 2), "half"
    elif piece["article"]:
        begun.group, begun.last = Fraction(1), "unit"
    else:
        word = piece["word"].lower()
        begun.group, begun.last = Fraction(_value(word)), _kind(word)
        begun.ordinal = word in ORDINALS
        if begun.last in ("scale", "hundred", "dozen"):
            # "hundred people", "million-strong": English wants "a" or a number before these.
            begun.last = "done"
    if begun.ordinal:
        begun.last = "done"
    return begun


def _decimals(written: str | None) -> Fraction:
    return Fraction(int(written[1:]), 10 ** (len(written) - 1)) if written else Fraction(0)


def _value(word: str) -> int:
    for table in (UNITS, TEENS, TENS, SCALES, ORDINALS):
        if word in table:
            return table[word]
    return {"hundred": 100, "dozen": 12}[word]


def _kind(word: str) -> str:
    value = _value(word)
    if word in SCALES or word == "thousandth":
        return "scale"
    if word in ("hundred", "hundredth"):
        return "hundred"
    if word == "dozen":
        return "dozen"
    return "unit" if value < 10 else "teen" if value < 20 else "ten"


def _joined(total: _Sum, piece: re.Match[str], text: str) -> bool:
    """Take the piece into the number that stands before it, where the two make one number."""
    gap_end = piece.start()
    if gap_end - total.end > 8:
        return False
    half = _AND_A_HALF.match(text, total.end)
    if half is not None:
        _add_half(total, half)
    if total.last == "done" or gap_end < total.end or not piece["word"]:
        return False
    word = piece["word"].lower()
    if word in VAGUE:
        return False
    with_and = _AND.fullmatch(text, total.end, gap_end) is not None
    if not with_and and not _JOINT.fullmatch(text, total.end, gap_end):
        return False
    if not _taken(total, _kind(word), _value(word), with_and=with_and):
        return False
    total.end = piece.end()
    if word in ORDINALS:
        total.ordinal, total.last = True, "done"
    return True


def _taken(total: _Sum, kind: str, value: int, *, with_and: bool) -> bool:
    """Add or multiply, as English number words do; False where the word begins another number."""
    small = kind in ("unit", "teen", "ten") and value > 0
    if small and total.last in ("hundred", "scale"):
        total.group += value
    elif with_and:
        return False
    elif kind == "unit" and value > 0 and total.last == "ten":
        total.group += value
    elif kind == "hundred" and total.last in ("unit", "teen", "ten", "digits", "half") and total.group < 100:
        total.group *= value
    elif kind == "dozen" and total.last in ("unit", "teen", "ten", "digits", "half") and not total.total:
        total.group *= value
        kind = "done"
    elif kind == "scale" and total.group and value < total.scale and total.group * value < _LARGEST:
        total.total += total.group * value
        total.group, total.scale = Fraction(0), value
    else:
        return False
    total.last = kind
    return True


def _add_half(total: _Sum, half: re.Match[str]) -> None:
    """Take in "and a half", of one or of the scale just said: "a million and a half"."""
    if total.last == "scale":
        total.total += Fraction(total.scale, 2)
        total.last = "done"
    elif total.last in ("unit", "teen", "ten", "digits"):
        total.group += Fraction(1, 2)
    else:
        return
    total.end = half.end()


def _closed(total: _Sum, text: str) -> Iterator[Quantity]:
    half = _AND_A_HALF.match(text, total.end)
    if half is not None:
        _add_half(total, half)
    if not total.ordinal and total.amount < 20 and _FRACTION.match(text, total.end):
        return
    yield Quantity(
        span=Span(total.start, total.end),
        amount=total.amount,
        ordinal=total.ordinal,
        is_digit=total.is_digit,
    )


def _whole(quantity: Quantity) -> Number | None:
    amount = quantity.amount
    if amount is not None and amount.denominator != 1:
        return None
    return Number(
        span=quantity.span,
        value=None if amount is None else int(amount),
        ordinal=quantity.ordinal,
        is_digit=quantity.is_digit,
    )
