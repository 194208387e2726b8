"""Links: the scores of tellings that were compared, in sorted arrays that grow."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Run = tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]
"""One end, the other end and the score; every link stands in it both ways round."""


class Links:
    """Scores between tellings by number; a later one replaces an earlier, and not-a-number takes it away.

    Kept as postings are: a few sorted runs, each more than twice as long as the next.
    """

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self._runs: list[Run] = list(runs)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The sorted runs, longest first; a run is never changed, only replaced."""
        return tuple(self._runs)

    def put(self, scores: Mapping[tuple[int, int], float | None]) -> None:
        """Take in scores; None where two tellings are linked no more."""
        if not scores:
            return
        pairs = np.array(list(scores), dtype=np.int32).reshape(-1, 2)
        values = np.array([np.nan if each is None else each for each in scores.values()], dtype=np.float32)
        one = np.concatenate((pairs[:, 0], pairs[:, 1]))
        other = np.concatenate((pairs[:, 1], pairs[:, 0]))
        self._runs.append(_in_order(one, other, np.concatenate((values, values))))
        while len(self._runs) > 1 and len(self._runs[-2][0]) <= 2 * len(self._runs[-1][0]):
            later, earlier = self._runs.pop(), self._runs.pop()
            merged = [np.concatenate(both) for both in zip(earlier, later, strict=True)]
            self._runs.append(_latest(*_in_order(merged[0], merged[1], merged[2])))

    def of(self, numbers: Iterable[int]) -> dict[int, dict[int, float]]:
        """For each of some tellings, the others it is linked to with the scores."""
        wanted = np.unique(np.fromiter(numbers, dtype=np.int32))
        found: dict[int, dict[int, float]] = {number: {} for number in wanted.tolist()}
        for one, other, score in self._runs:
            low = np.searchsorted(one, wanted, "left")
            high = np.searchsorted(one, wanted, "right")
            for number, start, end in zip(wanted.tolist(), low.tolist(), high.tolist(), strict=True):
                if start < end:
                    near = zip(other[start:end].tolist(), score[start:end].tolist(), strict=True)
                    found[number].update(near)
        return {number: _standing(near) for number, near in found.items()}


def _standing(near: dict[int, float]) -> dict[int, float]:
    return {other: score for other, score in near.items() if score == score}


def _in_order(one: NDArray[np.int32], other: NDArray[np.int32], score: NDArray[np.float32]) -> Run:
    order = np.lexsort((np.arange(len(one)), other, one))
    return one[order], other[order], score[order]


def _latest(one: NDArray[np.int32], other: NDArray[np.int32], score: NDArray[np.float32]) -> Run:
    """The run with the last of several scores of one link alone."""
    last = np.append((one[1:] != one[:-1]) | (other[1:] != other[:-1]), True)
    return one[last], other[last], score[last]


def pairs_in(links: Mapping[int, Mapping[int, float]], among: Sequence[int]) -> dict[tuple[int, int], float]:
    """The scores between members of a group, by their places in it, the smaller first."""
    place = {number: at for at, number in enumerate(among)}
    return {
        (place[one], place[other]): score
        for one in among
        for other, score in links[one].items()
        if other in place and place[one] < place[other]
    }
