"""Candidates: pairs of documents that share enough fingerprints to be compared word by word."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.copies.words import Hashes, held
from sayso.incidents.kept.postings import Postings, Run

Places = NDArray[np.int64]

# Copies in the development set share at least a quarter of the shorter one's fingerprints; with much
# boilerplate around a short report it can be less.
_SHARE = 0.15
_SHARED_PRINTS = 2
# A text of a few lines has few fingerprints; one may be all that a copy of it keeps.
_PRINTS_OF_A_SHORT_TEXT = 6


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Who may have been paired by a fingerprint that pairs them no more."""

    displaced: frozenset[int]
    """Documents that were hubs of a fingerprint, and are no longer; each with anybody."""
    crowds: tuple[frozenset[int], ...]
    """The holders of each fingerprint that has become common; each with the others."""


class Candidates:
    """Documents by their fingerprints; each new one meets those that share its fingerprints, no others.

    A fingerprint held by more than `common` documents belongs to a stock phrase or to a story that everybody
    prints. Its holders are not compared each with each but with its `hubs`, the holders first in the order
    of their ids; so the cost stays near-linear and the pairs depend on which documents there are, never on
    the order they came in.
    """

    def __init__(
        self,
        *,
        ids: Sequence[str],
        prints_of: Callable[[int], Hashes],
        common: int = 64,
        hubs: int = 8,
        runs: Iterable[Run] = (),
        sizes: Places | None = None,
        hubs_of: Mapping[int, list[int]] | None = None,
    ) -> None:
        self._common, self._hubs = common, hubs
        self._postings = Postings(runs)
        self._prints_of = prints_of
        self._ids = ids
        self.sizes: Places = np.empty(0, dtype=np.int64) if sizes is None else sizes
        """How many fingerprints each document has."""
        self.hubs_of: dict[int, list[int]] = dict(hubs_of or {})
        """The hubs of each common fingerprint."""

    @property
    def runs(self) -> tuple[Run, ...]:
        """The fingerprints, for keeping."""
        return self._postings.runs

    def add(self, numbers: range, prints: Sequence[Hashes]) -> Lapsed:
        """Take in the next documents, whose ids are there; returns which earlier pairings may have lapsed."""
        self.sizes = np.concatenate((self.sizes, np.array([len(each) for each in prints], dtype=np.int64)))
        self._postings.add(prints, numbers)
        if not sum(map(len, prints)):
            return Lapsed(frozenset(), ())
        keys = np.unique(np.concatenate(prints))
        many = keys[self._postings.counts(keys) > self._common]
        crossing = [key for key in many.tolist() if key not in self.hubs_of]
        displaced = self._displaced(numbers, prints, many)
        return Lapsed(frozenset(displaced), self._become_common(np.array(crossing, dtype=np.uint64)))

    def partners(self, numbers: Iterable[int], *, share: float = _SHARE) -> Iterator[tuple[int, int]]:
        """Pairs to compare: each of the numbered documents, and one that shares fingerprints with it.

        At least `share` of those that the shorter one has; with 0 a common paragraph will do.
        """
        wanted = np.array(sorted(numbers), dtype=np.int64)
        if not len(wanted):
            return
        prints = [self._prints_of(number) for number in wanted.tolist()]
        keys = np.concatenate(prints)
        # In order, keys are looked up ten times as fast: each search ends near the last.
        order = np.argsort(keys)
        keys, askers = keys[order], np.repeat(wanted, [len(each) for each in prints])[order]
        rare = self._postings.counts(keys) <= self._common
        places, found = self._postings.holders(keys[rare])
        pairs = [(askers[rare][places] << 32) | found.astype(np.int64)]
        pairs.append(np.fromiter(self._through_hubs(keys[~rare], askers[~rare]), dtype=np.int64))
        both, counts = np.unique(np.concatenate(pairs), return_counts=True)
        one, other = both >> 32, both & 0xFFFFFFFF
        enough = (one != other) & (counts >= self._needed(one, other, share=share))
        yield from zip(one[enough].tolist(), other[enough].tolist(), strict=True)

    def still_paired(self, one: int, other: int) -> bool:
        """Whether two documents share enough fingerprints by which pairs are found now."""
        shared = np.intersect1d(self._prints_of(one), self._prints_of(other), assume_unique=True)
        found = sum(
            key not in self.hubs_of or one in self.hubs_of[key] or other in self.hubs_of[key]
            for key in shared.tolist()
        )
        return bool(found >= self._needed(np.array([one]), np.array([other]), share=_SHARE)[0])

    def _needed(self, one: Places, other: Places, *, share: float) -> NDArray[np.float64]:
        fewest = np.minimum(self.sizes[one], self.sizes[other])
        few = np.where(fewest >= _PRINTS_OF_A_SHORT_TEXT, _SHARED_PRINTS, 1)
        return np.maximum(few, share * fewest)

    def _through_hubs(self, keys: Hashes, askers: Places) -> Iterator[int]:
        for key, asker in zip(keys.tolist(), askers.tolist(), strict=True):
            hubs = self.hubs_of[key]
            others = hubs
            if asker in hubs:
                others = self._postings.holders(np.array([key], dtype=np.uint64))[1].tolist()
            yield from ((asker << 32) | other for other in others)

    def _displaced(self, numbers: range, prints: Sequence[Hashes], common: Hashes) -> set[int]:
        displaced: set[int] = set()
        for number, own in zip(numbers, prints, strict=True):
            for key in own[held(own, common)].tolist():
                hubs = self.hubs_of.get(key)
                if hubs is None or self._ids[number] > self._ids[hubs[-1]]:
                    continue
                hubs.append(number)
                hubs.sort(key=self._ids.__getitem__)
                displaced.add(hubs.pop())
        return displaced

    def _become_common(self, keys: Hashes) -> tuple[frozenset[int], ...]:
        crowds = []
        for key, holders in self._postings.by_key(keys):
            self.hubs_of[key] = sorted(holders, key=self._ids.__getitem__)[: self._hubs]
            crowds.append(frozenset(holders))
        return tuple(crowds)
