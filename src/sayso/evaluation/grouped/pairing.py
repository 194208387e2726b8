"""Pairing: groups of two sides put together so that the pairs are as like as they can be, as CEAF asks."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence


def paired(likeness: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """A partner for each of one side, none taken twice, so that the likeness of all adds up to the most.

    `likeness` holds what is above 0; who is like nobody free is left alone.
    """
    found: dict[str, str] = {}
    for ones in _connected(likeness):
        others = sorted({other for one in ones for other in likeness[one]})
        # A place of its own for each, where it may stay alone, so that everyone finds one.
        loss = [[*(-likeness[one].get(other, 0.0) for other in others), *(0.0 for _ in ones)] for one in ones]
        for one, place in zip(ones, _cheapest(loss), strict=True):
            if place < len(others) and others[place] in likeness[one]:
                found[one] = others[place]
    return found


def _connected(likeness: Mapping[str, Mapping[str, float]]) -> Iterator[list[str]]:
    """Ones whose likenesses hang together, so that no matrix is larger than it must be."""
    like: dict[str, list[str]] = defaultdict(list)
    for one, near in likeness.items():
        for other in near:
            like[other].append(one)
    seen: set[str] = set()
    for start in likeness:
        if start not in seen:
            waiting, lot = [start], {start}
            while waiting:
                fresh = {one for other in likeness[waiting.pop()] for one in like[other]} - lot
                lot |= fresh
                waiting += fresh
            seen |= lot
            yield sorted(lot)


def _cheapest(loss: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row that makes the sum least (Kuhn 1955, with the potentials of Munkres 1957).

    There are at least as many columns as rows.
    """
    columns = len(loss[0])
    of_row, of_column = [0.0] * len(loss), [0.0] * columns
    holder = [-1] * columns
    for row in range(len(loss)):
        slack, before = [math.inf] * columns, [-1] * columns
        reached: list[int] = []
        rows, at = [row], -1
        while at < 0 or holder[at] >= 0:
            now = row if at < 0 else holder[at]
            left = [column for column in range(columns) if column not in reached]
            for column in left:
                new = loss[now][column] - of_row[now] - of_column[column]
                if new < slack[column]:
                    slack[column], before[column] = new, at
            nearest = min(left, key=slack.__getitem__)
            step = slack[nearest]
            for each in rows:
                of_row[each] += step
            for column in reached:
                of_column[column] -= step
            for column in left:
                slack[column] -= step
            at = nearest
            reached.append(at)
            rows += [holder[at]] if holder[at] >= 0 else []
        while at >= 0:
            holder[at] = row if before[at] < 0 else holder[before[at]]
            at = before[at]
    place = {row: column for column, row in enumerate(holder) if row >= 0}
    return [place[row] for row in range(len(loss))]
