"""How much two texts have in common: whether the one was taken from the other, and which words were."""

from dataclasses import dataclass

import numpy as np

from sayso.incidents.copies.words import SHINGLE, Flags, Shingles, Wording, held, in_order, word_spans
from sayso.model import Span

# Swept on neardup train: pairs written apart share at most .374 of the shorter's shingles, variants of
# one text at least .536.
MIN_SHARE = 0.45
# Two reporters at one press conference share quotations; a reprint shares the words between them too.
_MIN_UNQUOTED_SHARE = 0.3
_FEWEST_UNQUOTED = 12
# Twelve words in a row: less is a headline or a stock phrase.
_FEWEST_SHARED = 8
# Gaps of up to two words inside a taken run are a change of wording, not an addition of their own.
_GAP = 2


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shingles that two texts share, as shares of each."""

    of_one: float
    of_other: float

    @property
    def containment(self) -> float:
        """The share of the text that has more of its words in the other (Broder 1997)."""
        return max(self.of_one, self.of_other)


def overlap(one: Shingles, other: Shingles) -> Overlap:
    """What two texts share."""
    if not len(one) or not len(other):
        return Overlap(0.0, 0.0)
    if len(one) > len(other):
        return _turned(overlap(other, one))
    shared = int(held(one.hashes, other.hashes).sum())
    return Overlap(shared / len(one), shared / len(other))


def is_copy(one: Shingles, other: Shingles) -> bool:
    """Whether either of two texts, boilerplate left out, was taken from the other."""
    short, long = sorted((one, other), key=len)
    if len(short) < _FEWEST_SHARED:
        # A flash of one line: all of it or nothing.
        return 1 < len(short) == len(long) and bool((short.hashes == long.hashes).all())
    shared = held(short.hashes, long.hashes)
    count = int(shared.sum())
    if count < _FEWEST_SHARED or count < MIN_SHARE * len(short):
        return False
    unquoted = int(short.unquoted.sum())
    return unquoted < _FEWEST_UNQUOTED or bool(
        (shared & short.unquoted).sum() >= _MIN_UNQUOTED_SHARE * unquoted
    )


def taken_words(wording: Wording, source: Shingles) -> Flags:
    """Which words of a text stand in runs of five or more that the source has too."""
    begins = held(in_order(wording.words), source.hashes)
    covered: Flags = np.convolve(begins, np.ones(SHINGLE, dtype=np.int32))[: len(wording.words)] > 0
    return covered


def spans_of(text: str, marked: Flags) -> tuple[Span, ...]:
    """The marked words as spans of the text, runs told apart by gaps of more than two words."""
    places = np.flatnonzero(marked)
    if not places.size:
        return ()
    spans = word_spans(text)
    runs = np.split(places, np.flatnonzero(np.diff(places) > _GAP + 1) + 1)
    return tuple(Span(spans[run[0]][0], spans[run[-1]][1]) for run in runs)


def _turned(found: Overlap) -> Overlap:
    return Overlap(found.of_other, found.of_one)
