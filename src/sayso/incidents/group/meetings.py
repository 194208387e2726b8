"""Meetings: who stands near whom in the blocks of a whole roll, laid out once and read off in slices.

`Neighbours` lays out the blocks of a few newcomers. Where everything is compared anew, all blocks are sorted
once, and each telling meets those before it alone, so that a pair is found once and nothing is looked up.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.group.blocks import ENOUGH, WEAK, Keys
from sayso.incidents.group.neighbours import MEMBERS, worth_of
from sayso.incidents.group.roll import Numbers, Roll
from sayso.incidents.kept.postings import Run

_PART_BITS = 4
"""Of a key: blocks are sorted in so many parts, lest sorting take several times their own memory."""
_WORTH_BITS = 3
_NUMBER_BITS = 31


@dataclass(frozen=True, slots=True)
class Blocks:
    """The members of all blocks: block after block, each in order of publication."""

    keys: Keys
    members: NDArray[np.int32]
    places: NDArray[np.int32]
    """Where each key of each telling stands among these, telling after telling."""
    starts: Numbers
    """Where the keys of each telling begin among places, and where the last one's end."""

    @property
    def run(self) -> Run:
        """The blocks as postings."""
        return self.keys, self.members


def blocks_of(roll: Roll, filed: Keys, sizes: Numbers) -> Blocks:
    """The blocks of all tellings of a roll: their keys end to end, and how many each telling has."""
    owners = np.repeat(np.arange(len(roll), dtype=np.int32), sizes)
    rank = np.empty(len(roll), dtype=np.int32)
    rank[np.lexsort((roll.tie, roll.day))] = np.arange(len(roll))
    found = Blocks(
        keys=np.empty_like(filed),
        members=np.empty_like(owners),
        places=np.empty_like(owners),
        starts=np.concatenate(([0], np.cumsum(sizes))),
    )
    parts = (filed >> np.uint64(64 - _PART_BITS)).astype(np.uint8)
    begin = 0
    for part in range(1 << _PART_BITS):
        some = np.flatnonzero(parts == part)
        order = some[np.lexsort((rank[owners[some]], filed[some]))]
        end = begin + len(order)
        found.keys[begin:end], found.members[begin:end] = filed[order], owners[order]
        found.places[order] = np.arange(begin, end)
        begin = end
    return found


def met(blocks: Blocks, roll: Roll, tellings: range) -> Numbers:
    """The pairs to compare of some tellings with those before them, in two columns; all must be alive."""
    low, high = blocks.starts[[tellings.start, tellings.stop]].tolist()
    codes = np.sort(np.concatenate(list(_meetings(blocks, roll, low, high, start=tellings.start))))
    pairs = codes >> _WORTH_BITS
    first = np.flatnonzero(np.diff(pairs, prepend=-1))
    # With a nothing at the end, nobody who meets nobody is worth anything.
    worth = np.add.reduceat(np.append(codes & ((1 << _WORTH_BITS) - 1), 0), first)
    enough = pairs[first[worth >= ENOUGH]]
    return np.column_stack((enough & ((1 << _NUMBER_BITS) - 1), (enough >> _NUMBER_BITS) + tellings.start))


def _meetings(blocks: Blocks, roll: Roll, low: int, high: int, *, start: int) -> Iterator[Numbers]:
    """Each meeting as one number: the later telling, from `start` on, the earlier, and what it is worth."""
    at = np.sort(blocks.places[low:high]).astype(np.int64)
    keys = blocks.keys[at]
    for step in range(1, MEMBERS + 1):
        # Who has nobody so many places before him in his block has nobody further away.
        near = at >= step
        near[near] = blocks.keys[at[near] - step] == keys[near]
        at, keys = at[near], keys[near]
        one, other = blocks.members[at - step].astype(np.int64), blocks.members[at].astype(np.int64)
        kind = (keys & np.uint64(3)).astype(np.int64)
        day = roll.day[one]
        worth = worth_of(kind, np.where(day > 0, roll.day[other] - day, 0))
        worth[(kind == WEAK) & roll.exact[one] & roll.exact[other]] = 0
        some = worth > 0
        yield ((((other[some] - start) << _NUMBER_BITS) | one[some]) << _WORTH_BITS) | worth[some]
