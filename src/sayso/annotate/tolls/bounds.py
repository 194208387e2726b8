"""Bounds: from "at least nine", "up to 30", "dozens of" to a lower and an upper number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotate.numbers import Number, NumberRange, numbers_in, ranges_of
from sayso.annotate.words import Word
from sayso.model import Qualifier

Numbers = Mapping[int, Number | NumberRange]
"""The numbers of a text by the character they begin at."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an amount says: no fewer than `low`, no more than `high`; None where that side is open."""

    low: int | None
    high: int | None
    qualifier: Qualifier

    @property
    def is_plural(self) -> bool:
        """Whether the thing counted is written in the plural."""
        return (self.low, self.high) not in ((1, 1), (0, 0))


def _exactly(n: int) -> Bounds:
    return Bounds(n, n, Qualifier.EXACT)


def _at_least(n: int) -> Bounds:
    return Bounds(n, None, Qualifier.AT_LEAST)


def _more_than(n: int) -> Bounds:
    return Bounds(n + 1, None, Qualifier.AT_LEAST)


def _at_most(n: int) -> Bounds:
    return Bounds(None, n, Qualifier.AT_MOST)


def _fewer_than(n: int) -> Bounds:
    return Bounds(None, max(n - 1, 0), Qualifier.AT_MOST)


def _about(n: int) -> Bounds:
    return Bounds(n, n, Qualifier.ABOUT)


GROUPS_OF: Mapping[str, Bounds] = {
    "duo": _exactly(2), "couple": _exactly(2), "twins": _exactly(2), "trio": _exactly(3),
}  # fmt: skip
"""Nouns that say how many they are: "an elderly couple"."""

NONE = _exactly(0)
MANIFOLD: Mapping[str, Bounds] = {
    "double": _exactly(2), "triple": _exactly(3), "quadruple": _exactly(4), "quintuple": _exactly(5),
}  # fmt: skip
"""Words before a deed that say how many it hit: "a double murder"."""

ONE = _exactly(1)
TWO = _exactly(2)
VAGUE = Bounds(None, None, Qualifier.VAGUE)

_HEDGES: Mapping[Callable[[int], Bounds], str] = {
    _exactly: (
        "a total of|a balance of|a toll of|in all|all|all of the|exactly|only|just|a further|a combined"
        "|a record|another|every one of|every one of the|each of the"
    ),
    _at_least: (
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|atleast|≥"
    ),
    _more_than: (
        "more than|over|above|upwards of|upward of|in excess of|well over|far more than|much more than|>"
    ),
    _at_most: "at most|up to|as many as|no more than|not more than|a maximum of|at the most|≤",
    _fewer_than: "fewer than|less than|under|below|<",
    _about: (
        "about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated|circa"
        "|in the region of|in the neighborhood of|another some|some other|perhaps|a reported|approx|approx."
        "|~|≈|c."
    ),
}
HEDGES: Mapping[tuple[str, ...], Callable[[int], Bounds]] = {
    tuple(words.split()): bounds for bounds, hedges in _HEDGES.items() for words in hedges.split("|")
}
"""The words in front of a number, and what they make of it."""

VAGUE_AMOUNTS: Mapping[tuple[str, ...], Bounds] = {
    tuple(words.split()): bounds
    for bounds, amounts in {
        VAGUE: (
            "several|some|many|numerous|multiple|various|countless|a few|quite a few|a number of"
            "|a large number of|a great number of|a very large number of|large numbers of"
            "|an unknown number of|a handful of|an undetermined number of|a still undetermined number of"
            "|an unspecified number of|a group of|an unconfirmed number of|most of|scores|many more"
            "|several more|a dozen or so|several hundred|several thousand|several dozen|a few dozen"
            "|a few hundred|a few thousand|some of|many of|several of"
        ),
        Bounds(2, 2, Qualifier.ABOUT): "a couple of|a couple",
        NONE: "no|none|none of|no one|nobody|not one|not a single|no new|no immediate|neither|neither of",
    }.items()
    for words in amounts.split("|")
}
"""Amounts without a number."""

_LONGEST = max(map(len, (*HEDGES, *VAGUE_AMOUNTS)))
_FIRST_WORDS = frozenset(said[0] for said in (*HEDGES, *VAGUE_AMOUNTS))
_AFTER_NUMBER: Mapping[tuple[str, ...], Callable[[int], Bounds]] = {
    ("or", "more"): _at_least,
    ("+",): _at_least,
    ("or", "so"): _about,
    ("or", "fewer"): _at_most,
    ("odd",): _about,
    ("plus",): _at_least,
}


def numbers_of(text: str) -> Numbers:
    """Every number of the text that counts, by where it begins; "10 to 15" stands at the 10."""
    found = list(numbers_in(text))
    counted: dict[int, Number | NumberRange] = {
        number.span.start: number for number in found if not number.ordinal
    }
    return counted | {between.span.start: between for between in ranges_of(found, text)}


def bounds_at(words: Sequence[Word], at: int, numbers: Numbers) -> tuple[Bounds, int] | None:
    """The amount that begins at word `at`, with the index of the word after it; None where none does."""
    if at and words[at - 1].lower == "how":
        return None  # "how many were killed" asks
    longest = min(_LONGEST, len(words) - at) if words[at].lower in _FIRST_WORDS else 0
    for length in range(longest, 0, -1):
        said = _lower(words, at, length)
        if said in HEDGES:
            counted = _number_at(words, at + length, numbers, hedge=HEDGES[said])
            if counted is not None:
                return counted
        if said in VAGUE_AMOUNTS and not _counts(words, at + length, numbers):
            return VAGUE_AMOUNTS[said], at + length
    return _number_at(words, at, numbers, hedge=_exactly)


def _number_at(
    words: Sequence[Word], at: int, numbers: Numbers, *, hedge: Callable[[int], Bounds]
) -> tuple[Bounds, int] | None:
    if at < len(words) and words[at].lower in {"between", "from"} and at + 1 < len(words):
        between = numbers.get(words[at + 1].start)
        return _range_bounds(words, at + 1, between) if isinstance(between, NumberRange) else None
    number = numbers.get(words[at].start) if at < len(words) else None
    if number is None:
        return None
    after = _after(words, at, number.span.end)
    is_whole = words[after - 1].end == number.span.end
    if isinstance(number, NumberRange):
        return _range_bounds(words, at, number) if is_whole else None
    if not is_whole:
        hung = _AFTER_NUMBER.get((words[after - 1].lower.rpartition("-")[2],))  # "200-odd", not "55-year-old"
        return None if hung is None or number.value is None else (hung(number.value), after)
    if number.value is None:
        return VAGUE, after
    for tail, bounds in _AFTER_NUMBER.items():
        if _lower(words, after, len(tail)) == tail:
            return bounds(number.value), after + len(tail)
    return hedge(number.value), after


def _range_bounds(words: Sequence[Word], at: int, between: NumberRange) -> tuple[Bounds, int]:
    return Bounds(between.low, between.high, Qualifier.ABOUT), _after(words, at, between.span.end)


def _counts(words: Sequence[Word], at: int, numbers: Numbers) -> bool:
    return at < len(words) and words[at].start in numbers


def _after(words: Sequence[Word], at: int, end: int) -> int:
    while at < len(words) and words[at].start < end:
        at += 1
    return at


def _lower(words: Sequence[Word], at: int, length: int) -> tuple[str, ...]:
    return tuple(word.lower for word in words[at : at + length])
