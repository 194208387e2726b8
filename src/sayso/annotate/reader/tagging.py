"""Tagging: spans of several kinds, from how likely each word begins or goes on each kind."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from sayso.annotate.reader.scores import Floats, WordRange, stretches

# Between two spans every word is left out that is less likely than this to be in one.
_LEAST = 0.02
_NEVER = -1e9
_TINY = 1e-9


def kinds_in(likely: Floats) -> Iterator[tuple[WordRange, int]]:
    """Spans with the number of their kind, along the likeliest row of tags that makes sense.

    The columns of `likely` are: outside, then begin and inside of each kind in turn. A word goes on a span
    only after one that begins or goes on a span of that kind (Viterbi's path), so that a doubtful word in
    the middle of a name does not cut it in two.
    """
    for first, end in stretches(1 - likely[:, 0], least=_LEAST):
        tags = _path(np.log(likely[first:end] + _TINY))
        yield from (((first + start, first + stop), kind) for (start, stop), kind in _runs(tags))


def _path(gains: Floats) -> list[int]:
    """The row of tags with the highest sum of gains, one for each word."""
    count, width = gains.shape
    kinds = (width - 1) // 2
    inside = np.arange(2, width, 2)
    earlier: npt.NDArray[np.int64] = np.zeros((count, width), dtype=np.int64)
    best = gains[0].astype(np.float64)
    best[inside] = _NEVER
    for at in range(1, count):
        earlier[at] = best.argmax()
        begun = best[1:].reshape(kinds, 2).argmax(axis=1)
        earlier[at, inside] = inside - 1 + begun
        best = best[earlier[at]] + gains[at]
    tags = [int(best.argmax())]
    for row in earlier[:0:-1]:
        tags.append(int(row[tags[-1]]))
    return tags[::-1]


def _runs(tags: list[int]) -> Iterator[tuple[WordRange, int]]:
    start, kind = 0, None
    for at, tag in enumerate([*tags, 0]):
        if kind is not None and (tag == 0 or tag % 2 == 1):
            yield (start, at), kind
            kind = None
        if tag % 2 == 1:
            start, kind = at, (tag - 1) // 2
