"""Closeness: how far two reports share rare words, worked out alone or for many pairs at once."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.rarity import Rarity
from sayso.incidents.roll import tie_of

_HEAVIEST = 160
"""How many of a report's words are kept: the rest are too common to tell two stories apart."""
_RAREST = 60
_EXACTLY = 12
"""Decimals that hold whatever the order in which a sum was added up."""
_CACHED = 5_000

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


_known: ContextVar[Mapping[tuple[Words, Words], float]] = ContextVar("closeness")
_NOTHING: Mapping[tuple[Words, Words], float] = {}


def closeness(one: Words, other: Words) -> float:
    """How far two reports share rare words: the cosine of their weights, from 0 to 1."""
    if one is other:
        return 1.0
    known = _known.get(_NOTHING).get((one, other))
    return _closeness(one, other) if known is None else known


@lru_cache(maxsize=_CACHED)
def _closeness(one: Words, other: Words) -> float:
    _, ours, theirs = np.intersect1d(one.hashes, other.hashes, assume_unique=True, return_indices=True)
    total = (one.weights[ours].astype(np.float64) * other.weights[theirs]).sum()
    return float(np.round(total, _EXACTLY))


@contextmanager
def worked_out(pairs: Iterable[tuple[Words, Words]]) -> Iterator[None]:
    """Know the closeness of many pairs while the `with` block lasts, at a tenth of the work of each alone."""
    partners: dict[Words, dict[Words, None]] = defaultdict(dict)
    for one, other in pairs:
        if one is not other and len(one.hashes) and len(other.hashes):
            partners[one][other] = None
    known: dict[tuple[Words, Words], float] = {}
    if partners:
        laid = _Laid(list(dict.fromkeys(chain(partners, *partners.values()))))
        for one, others in partners.items():
            keys = ((one, other) for other in others)
            known.update(zip(keys, laid.close_to(one, list(others)), strict=True))
    token = _known.set(known)
    try:
        yield
    finally:
        _known.reset(token)


class _Laid:
    """The words of several reports end to end, numbered among themselves."""

    def __init__(self, reports: Sequence[Words]) -> None:
        self._place = {words: at for at, words in enumerate(reports)}
        self._sizes = np.array([len(words.hashes) for words in reports])
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._weights = np.concatenate([words.weights for words in reports]).astype(np.float64)
        different, self._ids = np.unique(
            np.concatenate([words.hashes for words in reports]), return_inverse=True
        )
        self._spread = np.zeros(len(different))

    def close_to(self, one: Words, others: Sequence[Words]) -> list[float]:
        """How close some reports are to one."""
        start = self._starts[self._place[one]]
        own = slice(start, start + len(one.hashes))
        self._spread[self._ids[own]] = self._weights[own]
        theirs = np.array([self._place[other] for other in others])
        sizes = self._sizes[theirs]
        first = np.cumsum(sizes) - sizes
        at = np.repeat(self._starts[theirs] - first, sizes) + np.arange(int(sizes.sum()))
        totals = np.add.reduceat(self._spread[self._ids[at]] * self._weights[at], first)
        self._spread[self._ids[own]] = 0.0
        found: list[float] = np.round(totals, _EXACTLY).tolist()
        return found
