"""Postings: which documents hold a key, for millions of keys, in sorted arrays that grow."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int32]
Run = tuple[Hashes, Numbers]


class Postings:
    """Which documents hold a key; documents are numbers, and each holds a key at most once.

    Kept as a few sorted runs, each more than twice as long as the next (Bentley and Saxe 1980): adding
    costs a merge now and then, and looking up is a binary search in each run.
    """

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._runs: list[Run] = list(runs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The sorted runs, longest first; a run is never changed, only replaced."""
        return tuple(self._runs)

    def add(self, keys: Sequence[Hashes], numbers: Sequence[int]) -> None:
        """Take in the keys of some documents."""
        if not keys or not sum(map(len, keys)):
            return
        owners = np.repeat(np.array(numbers, dtype=np.int32), [len(each) for each in keys])
        self._runs.append(_in_order(np.concatenate(keys), owners))
        while len(self._runs) > 1 and len(self._runs[-2][0]) <= 2 * len(self._runs[-1][0]):
            later, earlier = self._runs.pop(), self._runs.pop()
            self._runs.append(
                _in_order(np.concatenate((earlier[0], later[0])), np.concatenate((earlier[1], later[1])))
            )

    def counts(self, keys: Hashes) -> NDArray[np.int64]:
        """How many documents hold each key."""
        found = np.zeros(len(keys), dtype=np.int64)
        for known, _ in self._runs:
            found += np.searchsorted(known, keys, "right") - np.searchsorted(known, keys, "left")
        return found

    def holders(self, keys: Hashes) -> tuple[NDArray[np.int64], Numbers]:
        """Every document that holds one of the keys: the key's place in `keys`, and the document."""
        places, found = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int32)]
        for known, owners in self._runs:
            low = np.searchsorted(known, keys, "left")
            many = np.searchsorted(known, keys, "right") - low
            start = np.repeat(low - np.concatenate(([0], np.cumsum(many)[:-1])), many)
            places.append(np.repeat(np.arange(len(keys)), many))
            found.append(owners[start + np.arange(len(start))])
        return np.concatenate(places), np.concatenate(found)

    def by_key(self, keys: Hashes) -> Iterator[tuple[int, list[int]]]:
        """Each key with the documents that hold it, in the order they were added."""
        places, found = self.holders(keys)
        order = np.lexsort((found, places))
        ends = np.searchsorted(places[order], np.arange(len(keys)), "right").tolist()
        numbers, begin = found[order].tolist(), 0
        for key, end in zip(keys.tolist(), ends, strict=True):
            yield key, numbers[begin:end]
            begin = end


def _in_order(keys: Hashes, owners: Numbers) -> tuple[Hashes, Numbers]:
    order = np.argsort(keys, kind="stable")
    return keys[order], owners[order]
