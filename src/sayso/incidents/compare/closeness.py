"""Closeness: how far two reports share rare words, worked out alone or for many pairs at once."""

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.rarity import Rarity
from sayso.incidents.ties import tie_of

_HEAVIEST = 160
"""How many of a report's words are kept: the rest are too common to tell two stories apart."""
_RAREST = 60
_EXACTLY = 12
"""Decimals that hold whatever the order in which a sum was added up."""

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The heaviest words of a report as hashes, in their order, each with its weight."""

    hashes: Hashes
    weights: NDArray[np.float32]
    """Of length 1 with those of all other words."""
    rarest: Hashes
    """The heaviest of those that few other reports hold."""

    def have(self, word: str) -> bool:
        """Whether a word is among them."""
        wanted = tie_of(word)
        at = bisect_left(self.hashes, wanted)
        return at < len(self.hashes) and int(self.hashes[at]) == wanted

    def to_bytes(self) -> bytes:
        """The words as bytes that `words_in` reads."""
        sizes = np.array([len(self.hashes), len(self.rarest)], dtype=np.uint16)
        return b"".join(each.tobytes() for each in (sizes, self.hashes, self.rarest, self.weights))


def words_in(content: bytes) -> Words:
    """The words that `Words.to_bytes` wrote."""
    words, rarest = np.frombuffer(content, dtype=np.uint16, count=2).tolist()
    hashes = np.frombuffer(content, dtype=np.uint64, count=words + rarest, offset=4)
    weights = np.frombuffer(content, dtype=np.float32, offset=4 + 8 * (words + rarest))
    return Words(hashes[:words], weights, hashes[words:])


def weighed(counts: Mapping[str, int], rarity: Rarity) -> Words:
    """The words of a report that tell it from others, given how often each stands in it."""
    weights = {word: (1 + math.log(count)) * rarity.of(word) for word, count in counts.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
    heaviest = sorted((-weight, word) for word, weight in weights.items() if weight > 0)[:_HEAVIEST]
    words = [word for _, word in heaviest]
    hashes = np.fromiter(map(tie_of, words), dtype=np.uint64, count=len(words))
    rare = np.fromiter(map(rarity.is_rare, words), dtype=np.bool_, count=len(words))
    values = np.array([-weight / length for weight, _ in heaviest], dtype=np.float32)
    order = np.argsort(hashes)
    return Words(hashes[order], values[order], hashes[rare][:_RAREST])


def closeness(one: Words, other: Words) -> float:
    """How far two reports share rare words: the cosine of their weights, from 0 to 1."""
    if one is other:
        return 1.0
    if not len(one.hashes) or not len(other.hashes):
        return 0.0
    at = np.searchsorted(other.hashes, one.hashes)
    at[at == len(other.hashes)] = 0
    shared = other.hashes[at] == one.hashes
    total = (one.weights[shared].astype(np.float64) * other.weights[at[shared]]).sum()
    return float(np.round(total, _EXACTLY))


def closeness_of_all(
    words: Sequence[Words], ones: NDArray[np.int64], others: NDArray[np.int64]
) -> NDArray[np.float64]:
    """The closeness of many pairs of two reports, by their places in `words`, at a tenth of the work."""
    found = np.zeros(len(ones))
    if len(ones):
        laid, order = _Laid(words), np.argsort(ones, kind="stable")
        for some in np.split(order, np.flatnonzero(np.diff(ones[order])) + 1):
            found[some] = laid.close_to(int(ones[some[0]]), others[some])
    return np.round(found, _EXACTLY)


class _Laid:
    """The words of several reports end to end, numbered among themselves."""

    def __init__(self, words: Sequence[Words]) -> None:
        self._sizes = np.array([len(each.hashes) for each in words])
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._weights = np.concatenate([each.weights for each in words]).astype(np.float64)
        different, self._ids = np.unique(np.concatenate([each.hashes for each in words]), return_inverse=True)
        self._spread = np.zeros(len(different))

    def close_to(self, one: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
        """How close some reports are to one."""
        own = slice(self._starts[one], self._starts[one] + self._sizes[one])
        self._spread[self._ids[own]] = self._weights[own]
        sizes = self._sizes[others]
        first = np.cumsum(sizes) - sizes
        at = np.repeat(self._starts[others] - first, sizes) + np.arange(int(sizes.sum()))
        # With a nothing at the end, a report without words is close to none.
        shared = np.append(self._spread[self._ids[at]] * self._weights[at], 0.0)
        totals = np.where(sizes > 0, np.add.reduceat(shared, first), 0.0)
        self._spread[self._ids[own]] = 0.0
        return totals
