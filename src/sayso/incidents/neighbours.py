"""Neighbours: which tellings are to be compared, told from the blocks they share.

In a block each telling meets the 40 that follow it in order of publication and no others (sorted
neighbourhood, Hernández & Stolfo 1995), so that a busy town costs no more than its share. Which pairs meet
depends on which tellings there are, never on the order in which they came in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.blocks import ENOUGH, WEAK, WORTH, Keys
from sayso.incidents.postings import Postings, Run
from sayso.incidents.roll import Numbers, Roll

_MEMBERS = 40
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Laid:
    """Members of blocks side by side: block after block, each in order of publication."""

    block: Numbers
    number: Numbers
    kind: Numbers
    """What each block's key stands for."""

    def only(self, kept: NDArray[np.bool_]) -> "_Laid":
        return _Laid(self.block[kept], self.number[kept], self.kind[kept])


class Neighbours:
    """The blocks of all tellings on a roll."""

    def __init__(self, roll: Roll, runs: Iterable[Run] = ()) -> None:
        self._roll = roll
        self._postings = Postings(runs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is to be kept of it."""
        return self._postings.runs

    def add(self, numbers: Sequence[int], keys: Sequence[Keys]) -> None:
        """File tellings under their keys."""
        self._postings.add(keys, numbers)

    def of(self, numbers: Sequence[int], keys: Sequence[Keys]) -> list[Pair]:
        """The pairs to compare that one of some tellings is in, the earlier telling first."""
        laid = self._laid(keys)
        laid = laid.only(self._roll.alive[laid.number])
        asked = np.isin(laid.number, np.array(numbers, dtype=np.int64))
        found = list(self._meetings(laid, asked))
        if not found:
            return []
        codes = np.concatenate([codes for codes, _ in found])
        worth = np.concatenate([worth for _, worth in found])
        pairs, at = np.unique(codes, return_inverse=True)
        enough = pairs[np.bincount(at, weights=worth) >= ENOUGH]
        return list(zip((enough >> 32).tolist(), (enough & 0xFFFFFFFF).tolist(), strict=True))

    def shifted(self, fresh: Sequence[int], gone: Sequence[int], keys: Sequence[Keys]) -> list[Pair]:
        """Pairs of other tellings that newcomers have pushed apart in some block, or that now stand closer.

        `keys` are those of `fresh` and of `gone`, which are still on the roll.
        """
        laid = self._laid(keys)
        new, old = np.isin(laid.number, fresh), np.isin(laid.number, gone)
        seen = self._roll.alive[laid.number] | old
        crowded = np.bincount(laid.block, minlength=1)[laid.block] > _MEMBERS + 1
        laid, new, old = laid.only(seen & crowded), new[seen & crowded], old[seen & crowded]
        come, left = np.cumsum(new), np.cumsum(old)
        pairs: set[Pair] = set()
        for step in range(_MEMBERS + 1, len(laid.number)):
            together = laid.block[:-step] == laid.block[step:]
            arrived: Numbers = come[step:] - come[:-step]
            gone_between: Numbers = left[step:] - left[:-step]
            if not (together & (step - np.maximum(arrived, gone_between) <= _MEMBERS)).any():
                break
            was_near, is_near = step - arrived <= _MEMBERS, step - gone_between <= _MEMBERS
            other = new[:-step] | new[step:] | old[:-step] | old[step:]
            found = np.flatnonzero(together & (was_near != is_near) & ~other)
            pairs.update(zip(laid.number[found].tolist(), laid.number[found + step].tolist(), strict=True))
        return sorted(pairs)

    def still(self, pairs: Sequence[Pair], keys: Mapping[int, Keys]) -> list[Pair]:
        """Those of some pairs that are to be compared as things stand."""
        shared = [np.intersect1d(keys[one], keys[other], assume_unique=True) for one, other in pairs]
        laid = self._laid(shared)
        laid = laid.only(self._roll.alive[laid.number])
        wanted = np.unique(np.concatenate(shared)) if shared else np.empty(0, dtype=np.uint64)
        at = {(block, number): place for place, (block, number) in enumerate(
            zip(laid.block.tolist(), laid.number.tolist(), strict=True))}  # fmt: skip
        return [
            (one, other)
            for (one, other), both in zip(pairs, shared, strict=True)
            if self._worth(one, other, both, np.searchsorted(wanted, both), at) >= ENOUGH
        ]

    def _worth(
        self, one: int, other: int, shared: Keys, blocks: Numbers, at: Mapping[tuple[int, int], int]
    ) -> int:
        worth = 0
        exact = self._roll.exact[one] and self._roll.exact[other]
        for key, block in zip(shared.tolist(), blocks.tolist(), strict=True):
            if exact and key & 3 == WEAK:
                continue
            if abs(at[block, one] - at[block, other]) <= _MEMBERS:
                worth += int(WORTH[key & 3])
        return worth

    def _laid(self, keys: Sequence[Keys]) -> _Laid:
        wanted = np.unique(np.concatenate(keys)) if len(keys) else np.empty(0, dtype=np.uint64)
        block, found = self._postings.holders(wanted)
        number = found.astype(np.int64)
        order = np.lexsort((self._roll.tie[number], self._roll.day[number], block))
        block, number = block[order], number[order]
        return _Laid(block, number, (wanted[block] & np.uint64(3)).astype(np.int64))

    def _meetings(self, laid: _Laid, asked: NDArray[np.bool_]) -> Iterator[tuple[Numbers, Numbers]]:
        """Pairs that meet, each as one number, and what their meeting in that block is worth."""
        position = np.arange(len(asked))
        before = np.concatenate(([0], np.cumsum(asked)))
        reach = (
            before[np.minimum(position + _MEMBERS + 1, len(asked))]
            - before[np.maximum(position - _MEMBERS, 0)]
        )
        near = reach > 0
        laid, asked, position = laid.only(near), asked[near], position[near]
        exact = self._roll.exact[laid.number]
        for step in range(1, min(_MEMBERS, len(asked) - 1) + 1):
            together = (laid.block[:-step] == laid.block[step:]) & (
                position[step:] - position[:-step] <= _MEMBERS
            )
            together &= asked[:-step] | asked[step:]
            together &= (laid.kind[step:] != WEAK) | ~(exact[:-step] & exact[step:])
            at = np.flatnonzero(together)
            yield (laid.number[at] << 32) | laid.number[at + step], WORTH[laid.kind[at]]
