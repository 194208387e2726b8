"""Links: the scores of tellings that were compared, in sorted arrays that grow."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.group.roll import Numbers

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

    def put(self, pairs: Numbers, scores: NDArray[np.floating[Any]]) -> None:
        """Take in the scores of pairs, each there once; not a number where two are linked no more."""
        if not len(pairs):
            return
        values = scores.astype(np.float32)
        one = np.concatenate((pairs[:, 0], pairs[:, 1])).astype(np.int32)
        other = np.concatenate((pairs[:, 1], pairs[:, 0])).astype(np.int32)
        self._runs.append(_in_order(one, other, np.concatenate((values, values))))
        while len(self._runs) > 1 and len(self._runs[-2][0]) <= 2 * len(self._runs[-1][0]):
            later, earlier = self._runs.pop(), self._runs.pop()
            merged = [np.concatenate(both) for both in zip(earlier, later, strict=True)]
            self._runs.append(_latest(*_in_order(merged[0], merged[1], merged[2])))

    def edges(self, numbers: Iterable[int]) -> Run:
        """The links of some tellings, in the order of their numbers and of those they are linked to."""
        wanted = np.unique(np.fromiter(numbers, dtype=np.int32))
        found = [_slices(run, wanted) for run in self._runs]
        one, other, score = (np.concatenate(columns) for columns in zip(_NONE, *found, strict=True))
        if sum(len(each[0]) > 0 for each in found) > 1:
            one, other, score = _latest(*_in_order(one, other, score))
        standing = ~np.isnan(score)
        return one[standing], other[standing], score[standing]

    def of(self, numbers: Iterable[int]) -> dict[int, dict[int, float]]:
        """For each of some tellings, the others it is linked to with the scores."""
        wanted = np.unique(np.fromiter(numbers, dtype=np.int32))
        one, other, score = self.edges(wanted.tolist())
        low, high = (
            np.searchsorted(one, wanted, "left").tolist(),
            np.searchsorted(one, wanted, "right").tolist(),
        )
        others, scores = other.tolist(), score.tolist()
        return {
            number: dict(zip(others[start:end], scores[start:end], strict=True))
            for number, start, end in zip(wanted.tolist(), low, high, strict=True)
        }


_SIDES: Sequence[Literal["left", "right"]] = ("left", "right")
_NONE: Run = (np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32))


def _slices(run: Run, wanted: NDArray[np.int32]) -> Run:
    """What a run holds of some tellings."""
    low = np.searchsorted(run[0], wanted, "left")
    many = np.searchsorted(run[0], wanted, "right") - low
    at = np.repeat(low - np.cumsum(many) + many, many) + np.arange(int(many.sum()))
    return run[0][at], run[1][at], run[2][at]


def _in_order(one: NDArray[np.int32], other: NDArray[np.int32], score: NDArray[np.float32]) -> Run:
    # Runs end to end: a stable sort by one number for both ends finds them in order and merges them.
    order = np.argsort((one.astype(np.int64) << 32) | other, kind="stable")
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
