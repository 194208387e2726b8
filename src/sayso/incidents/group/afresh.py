"""Afresh: all reports put on a roll and compared at once, shared out among processes.

It comes to what filing them one by one would come to, and costs each report the same however many there
are: every block is laid out once, every pair is met once, and none moves apart again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.weights import Weights
from sayso.incidents.group.blocks import Keys, keys_of
from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import Filing, columns_of, copied, line_of, linked
from sayso.incidents.group.links import Links
from sayso.incidents.group.meetings import Blocks, blocks_of, met
from sayso.incidents.group.neighbours import Neighbours
from sayso.incidents.group.roll import Numbers, Roll
from sayso.incidents.spread import spread

_AT_ONCE = 2000
_LOTS = 10
"""Lots of reports of which is known at a time what is kept of them: two kilobytes each."""
_MANY = 2
"""Batches for which another process is worth while."""


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What is to be known of some reports before they are compared."""

    words: list[bytes]
    """Of each report, weighed."""
    tellings: list[int]
    """How many each report has."""
    roll: Roll
    keys: Keys
    """Of all tellings, end to end."""
    sizes: Numbers
    """How many keys each telling has."""


def filed_afresh(files: Files, *, weights: Weights, processes: int, at_once: int = _AT_ONCE) -> Filing:
    """All reports there are, with everything that is to be known of them; `at_once` are looked at at once."""
    files.bring()
    numbers = sorted(files, key=lambda number: (files.day(number), files.id(number)))
    lots = [numbers[at : at + at_once] for at in range(0, max(1, len(numbers)), at_once)]
    roll = Roll()
    blocks, starts = _filed(lots, files, roll, processes=processes)
    work = partial(_linked, lots=lots, starts=starts, files=files, roll=roll, blocks=blocks, weights=weights)
    found = spread(work, range(len(lots)), processes=processes, at_least=_MANY)
    links = Links()
    links.put(*(np.concatenate(each) for each in zip(*found, strict=True)))
    filing = Filing(
        files,
        roll=roll,
        neighbours=Neighbours(roll, [blocks.run]),
        links=links,
        weights=weights,
        processes=processes,
    )
    filing.unsettled.tellings.update(range(len(roll)))
    filing.unsettled.told_anew.update(range(len(roll)))
    return filing


def _filed(
    lots: Sequence[Sequence[int]], files: Files, roll: Roll, *, processes: int
) -> tuple[Blocks, list[int]]:
    """Put all on the roll; their blocks, and where there the tellings of each lot begin and the last end."""
    keys, sizes, starts = [], [], [0]
    for at in range(0, len(lots), _LOTS):
        some = lots[at : at + _LOTS]
        sketches = spread(partial(_sketches, files=files), some, processes=processes, at_least=_MANY)
        for numbers, sketch in zip(some, sketches, strict=True):
            _enrol(numbers, sketch, files, first=starts[-1])
            starts.append(starts[-1] + len(sketch.roll))
            keys.append(sketch.keys)
            sizes.append(sketch.sizes)
        roll.extend([sketch.roll for sketch in sketches])
    filed, many = np.concatenate(keys), np.concatenate(sizes)
    # Twice as many keys as there are would be a quarter of a gigabyte for 100,000 reports.
    keys.clear()
    return blocks_of(roll, filed, many), starts


def _sketches(lots: Sequence[Sequence[int]], *, files: Files) -> list[_Sketch]:
    return [_sketch(some, files) for some in lots]


def _sketch(numbers: Sequence[int], files: Files) -> _Sketch:
    words, tellings, lines, keys = [], [], [], []
    for number, (found, traces) in zip(numbers, files.anew(numbers), strict=True):
        words.append(found.to_bytes())
        tellings.append(len(traces))
        lines += [line_of(trace, number) for trace in traces]
        keys += [keys_of(trace) for trace in traces]
    roll = Roll()
    roll.add(lines)
    sizes = np.array([len(each) for each in keys], dtype=np.int64)
    return _Sketch(words, tellings, roll, np.concatenate([np.empty(0, dtype=np.uint64), *keys]), sizes)


def _enrol(numbers: Sequence[int], sketch: _Sketch, files: Files, *, first: int) -> None:
    for number, words, many in zip(numbers, sketch.words, sketch.tellings, strict=True):
        files.put_words(number, words)
        files.enrol(number, first)
        first += many


def _linked(
    places: Sequence[int],
    *,
    lots: Sequence[Sequence[int]],
    starts: Sequence[int],
    files: Files,
    roll: Roll,
    blocks: Blocks,
    weights: Weights,
) -> list[tuple[NDArray[np.int32], NDArray[np.float32]]]:
    found = []
    for at in places:
        files.open(lots[at])
        near = columns_of([pair for document in lots[at] for pair in copied(files, document)])
        near = near[_are_later(roll, near[:, 0], near[:, 1])]
        pairs = np.concatenate((met(blocks, roll, range(starts[at], starts[at + 1])), near))
        pairs, scores = linked(pairs, files, roll, weights=weights, processes=1)
        found.append((pairs.astype(np.int32), scores.astype(np.float32)))
    return found


def _are_later(roll: Roll, ones: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which pairs begin with the later telling: copies come both ways round, and others meet one way."""
    days, other_days = roll.day[ones], roll.day[others]
    found: NDArray[np.bool_] = (days > other_days) | (
        (days == other_days) & (roll.tie[ones] > roll.tie[others])
    )
    return found
