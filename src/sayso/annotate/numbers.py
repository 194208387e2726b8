"""Whole numbers in a text, and the pairs of them that bound a third, each with the characters that say it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.annotate.quantities import Quantity, quantities_in, quantities_of
from sayso.model import Span

__all__ = ["Number", "NumberRange", "number_at", "numbers_in", "ranges_in", "ranges_of"]

_BETWEEN = re.compile(r"\s{0,2}(?:-|–|—|\bto\b|\band\b|\bor\b)\s{0,2}", re.IGNORECASE)
# "Rose by three to 17", "climbed from 14 to 17": what was, or came to it, and what is, bound no third.
_CAME = re.compile(r"\bby\s{1,2}\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|ris\w+|climb\w*|jump\w*|increas\w+|gr[eo]w\w*|went|gone|rais\w+|revis\w+|up|down|f[ea]ll\w*"
    r"|drop\w*|cut|lower\w*|chang\w+|reduc\w+)\b[^.,;\n]{0,30} from\s{1,2}\Z",
    re.IGNORECASE,
)
_MOVED_REACH = 55
_NOT_COUNTED = re.compile(
    r"\s*(?:[.,;:)\n]|\Z|\s(?:after|as|at|by|following|from|in|late|on|since|when|with|yesterday)\b)"
)


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
    if gap.strip().lower() == "to" and _is_move(text, before, number):
        return None
    span = Span(before.span.start, number.span.end)
    return NumberRange(span=span, low=before.value, high=number.value)


def _is_move(text: str, before: Number, number: Number) -> bool:
    """Whether something rose or fell from one number to the other, or by the one to the other."""
    said = text[max(0, before.span.start - _MOVED_REACH) : before.span.start]
    if _MOVED.search(said):
        return True
    return bool(_CAME.search(said) and _NOT_COUNTED.match(text, number.span.end))


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
