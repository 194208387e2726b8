"""Neighbours: which tellings are to be compared, told from the blocks they share.

In a block each telling meets the 40 that follow it in order of publication and no others (sorted
neighbourhood, Hernández & Stolfo 1995), so that a busy town costs no more than its share. Which pairs meet
depends on which tellings there are, never on the order in which they came in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.group.blocks import ENOUGH, NAME, WEAK, WORD, WORTH, Keys
from sayso.incidents.group.roll import Numbers, Roll
from sayso.incidents.kept.postings import Postings, Run

MEMBERS = 40
"""Whom a telling meets in a block, at most, on either side."""
_TOLD_WITHIN = 60
"""Days between two reports that all rare words of a story can bring together; later only its names can.

Words come back: as a ledger grew by weeks, ever more of what was compared lay months apart, nearly all of it
by chance.
"""
_DAY_BITS = 20
"""Of the ordinal of a day: enough until the year 2870."""
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

    def of(self, numbers: Sequence[int], keys: Sequence[Keys]) -> Numbers:
        """The pairs to compare that one of some tellings is in, in two columns, the earlier telling first."""
        laid, asked = self._laid(keys, self._roll.alive, around=numbers)
        found = list(self._meetings(laid, asked))
        codes = np.concatenate([codes for codes, _ in found])
        worth = np.concatenate([worth for _, worth in found])
        pairs, at = np.unique(codes, return_inverse=True)
        enough = pairs[np.bincount(at, weights=worth) >= ENOUGH]
        return np.column_stack((enough >> 32, enough & 0xFFFFFFFF))

    def shifted(self, fresh: Sequence[int], gone: Sequence[int], keys: Sequence[Keys]) -> list[Pair]:
        """Pairs of other tellings that newcomers have pushed apart in some block, or that now stand closer.

        `keys` are those of `fresh` and of `gone`, which are still on the roll.
        """
        seen = self._roll.alive.copy()
        seen[list(gone)] = True
        laid, other = self._laid(keys, seen, around=[*fresh, *gone])
        crowded = np.bincount(laid.block, minlength=1)[laid.block] > MEMBERS + 1
        laid, other = laid.only(crowded), other[crowded]
        old = np.isin(laid.number, np.array(gone, dtype=np.int64))
        come, left = np.cumsum(other & ~old), np.cumsum(old)
        pairs: set[Pair] = set()
        for step in range(MEMBERS + 1, len(laid.number)):
            together = laid.block[:-step] == laid.block[step:]
            arrived: Numbers = come[step:] - come[:-step]
            gone_between: Numbers = left[step:] - left[:-step]
            if not (together & (step - np.maximum(arrived, gone_between) <= MEMBERS)).any():
                break
            was_near, is_near = step - arrived <= MEMBERS, step - gone_between <= MEMBERS
            found = np.flatnonzero(together & (was_near != is_near) & ~(other[:-step] | other[step:]))
            pairs.update(zip(laid.number[found].tolist(), laid.number[found + step].tolist(), strict=True))
        return sorted(pairs)

    def still(self, pairs: Sequence[Pair], keys: Mapping[int, Keys]) -> list[Pair]:
        """Those of some pairs that are to be compared as things stand."""
        shared = [np.intersect1d(keys[one], keys[other], assume_unique=True) for one, other in pairs]
        laid, asked = self._laid(
            shared, self._roll.alive, around=sorted({each for pair in pairs for each in pair})
        )
        wanted = np.unique(np.concatenate(shared)) if shared else np.empty(0, dtype=np.uint64)
        places = np.flatnonzero(asked)
        blocks, numbers = laid.block[places].tolist(), laid.number[places].tolist()
        at = dict(zip(zip(blocks, numbers, strict=True), places.tolist(), strict=True))
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
        days = sorted((int(self._roll.day[one]), int(self._roll.day[other])))
        gap = np.array([days[1] - days[0] if days[0] else 0])
        for key, block in zip(shared.tolist(), blocks.tolist(), strict=True):
            if exact and key & 3 == WEAK:
                continue
            if abs(at[block, one] - at[block, other]) <= MEMBERS:
                worth += int(worth_of(np.array([key & 3]), gap)[0])
        return worth

    def _laid(
        self, keys: Sequence[Keys], seen: NDArray[np.bool_], *, around: Sequence[int]
    ) -> tuple[_Laid, NDArray[np.bool_]]:
        """Those `seen` in some blocks that stand near one of some tellings, and which of them these are.

        Whom these meet is told by who stands between: further away, a block may have thousands of members.
        """
        wanted = np.unique(np.concatenate(keys)) if len(keys) else np.empty(0, dtype=np.uint64)
        block, found = self._postings.holders(wanted)
        kept = seen[found] & self._in_time(wanted, block, found, around)
        block, number = block[kept], found[kept].astype(np.int64)
        order = self._in_order(block, number)
        block, number = block[order], number[order]
        asked = np.isin(number, np.array(around, dtype=np.int64))
        before, at = np.concatenate(([0], np.cumsum(asked))), np.arange(len(asked))
        first, last = np.maximum(at - MEMBERS, 0), np.minimum(at + MEMBERS + 1, len(asked))
        near = before[last] > before[first]
        block, number = block[near], number[near]
        return _Laid(block, number, (wanted[block] & np.uint64(3)).astype(np.int64)), asked[near]

    def _in_time(
        self, wanted: Keys, block: Numbers, number: NDArray[np.int32], around: Sequence[int]
    ) -> NDArray[np.bool_]:
        """Who is told of near enough in time to meet one of some tellings by a word.

        Where somebody's day is not known, all may be between two that meet.
        """
        if not len(number):
            return np.empty(0, dtype=np.bool_)
        asked = self._roll.day[list(around)]
        day = self._roll.day[number]
        first, last = int(asked.min()) - _TOLD_WITHIN, int(asked.max()) + _TOLD_WITHIN
        undated = np.bincount(block, weights=day == 0, minlength=len(wanted)) > 0
        free = ((wanted & np.uint64(3)) != WORD) | undated
        found: NDArray[np.bool_] = free[block] | ((day >= first) & (day <= last))
        return found

    def _in_order(self, block: Numbers, number: Numbers) -> Numbers:
        """Block after block, each by day of publication and then by the hashes of the tellings' ids.

        One number stands for the three, as far as it goes: sorting by it takes a tenth of the time.
        """
        day, tie = self._roll.day[number], self._roll.tie[number]
        spare = 64 - _DAY_BITS - int(block.max(initial=0)).bit_length()
        codes = (block.astype(np.uint64) << np.uint64(_DAY_BITS)) | day.astype(np.uint64)
        codes = (codes << np.uint64(spare)) | (tie >> np.uint64(64 - spare))
        # What was found comes in a few runs of that order, which such a sort only merges.
        order: Numbers = np.argsort(codes, kind="stable")
        if (codes[order[1:]] == codes[order[:-1]]).any():
            order = np.lexsort((tie, day, block))
        return order

    def _meetings(self, laid: _Laid, asked: NDArray[np.bool_]) -> Iterator[tuple[Numbers, Numbers]]:
        """Pairs that meet, each as one number, and what their meeting in that block is worth."""
        exact, day = self._roll.exact[laid.number], self._roll.day[laid.number]
        one = np.arange(len(asked))
        for step in range(1, MEMBERS + 1):
            # Who has nobody so many places on in his block has nobody further on.
            one = one[one < len(asked) - step]
            one = one[laid.block[one] == laid.block[one + step]]
            other = one + step
            met = asked[one] | asked[other]
            met &= (laid.kind[one] != WEAK) | ~(exact[one] & exact[other])
            at, beside = one[met], other[met]
            gap = np.where(day[at] > 0, day[beside] - day[at], 0)
            worth = worth_of(laid.kind[at], gap)
            codes = (laid.number[at] << 32) | laid.number[beside]
            yield codes[worth > 0], worth[worth > 0]


def worth_of(kind: Numbers, gap: NDArray[Any]) -> Numbers:
    """What sharing keys is worth to two tellings, by what the keys stand for and how long lies between."""
    told_again = gap > _TOLD_WITHIN
    worth: Numbers = np.where(kind == np.where(told_again, WORD, NAME), 0, WORTH[kind])
    return worth
