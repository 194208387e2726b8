"""Quantities as reports write them, whole or not, in digits or in words: "2.5", "one and a half million"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from sayso.annotate.numerals import CARDINAL_WORDS, ORDINALS, SCALES, VAGUE, kind_of, value_of
from sayso.model import Span

__all__ = ["Quantity", "quantities_in", "quantities_of"]

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
_PERSONS = (
    r"(?: people | persons | civilians | residents | inhabitants | refugees | migrants | children | families"
    r" | households | homes | displaced | evacuees | soldiers | troops | fighters | killed | dead | wounded"
    r" | injured ) \b"
)
"""What "12k" or "12.500" is said of when it is thousands, as decimals never are."""
_LETTERS = {"k": 1000, "m": 10**6}
_INITIALS = "".join(sorted({word[0] for word in (*CARDINAL_WORDS, *ORDINALS, "half", "a")}))
_PIECE = re.compile(
    rf"""
    (?= \d ) (?<![\w/:]) (?<!\d[.,]) (?<![^\W\d_]-)   # not inside T-72, 3/4, 10:30 or a decimal
    (?:
      (?P<digits> [1-9] \d{{0,2}} (?: \. \d{{3}} )+ (?= [ ] {_PERSONS} )
                | \d{{1,3}} (?: , \d{{3}} )+ | \d{{1,2}} (?: , \d{{2}} )+ , \d{{3}}
                | \d{{1,3}} (?: [\u00a0\u2009\u202f] \d{{3}} )+
                | {_NO_DAY} \d{{1,3}} (?: [ ] \d{{3}} )+ (?! \w ) | \d+ )
      (?P<decimals> \.\d+ )? (?P<suffix> st | nd | rd | th )? (?P<letter> [km] (?= [ ] {_PERSONS} ) )?
      (?! [\w/] | :\d | [.,]\d )
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
        amount = Fraction(int(digits)) + _decimals(piece["decimals"])
        begun.group = amount * _LETTERS.get((piece["letter"] or "").lower(), 1)
        begun.last, begun.is_digit = "digits", True
        begun.ordinal = piece["suffix"] is not None
    elif piece["half"]:
        begun.group, begun.last = Fraction(1, 2), "half"
    elif piece["article"]:
        begun.group, begun.last = Fraction(1), "unit"
    else:
        word = piece["word"].lower()
        begun.group, begun.last = Fraction(value_of(word)), kind_of(word)
        begun.ordinal = word in ORDINALS
        if begun.last in ("scale", "hundred", "dozen"):
            # "hundred people", "million-strong": English wants "a" or a number before these.
            begun.last = "done"
    if begun.ordinal:
        begun.last = "done"
    return begun


def _decimals(written: str | None) -> Fraction:
    return Fraction(int(written[1:]), 10 ** (len(written) - 1)) if written else Fraction(0)


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
    if not _taken(total, kind_of(word), value_of(word), with_and=with_and):
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
