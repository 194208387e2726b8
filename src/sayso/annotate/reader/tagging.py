"""Tagging: spans of several kinds, from how likely each word begins or goes on each kind."""

from collections.abc import Iterator, Sequence

import numpy as np

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
    gains = np.log(likely + _TINY)
    for first, end in stretches(1 - likely[:, 0], least=_LEAST):
        tags = _path(gains[first:end].tolist())
        yield from (((first + start, first + stop), kind) for (start, stop), kind in _runs(tags))


def _path(gains: Sequence[Sequence[float]]) -> list[int]:
    """The row of tags with the highest sum of gains, one for each word.

    Names have few words: lists of numbers are gone through faster than arrays are made.
    """
    width = len(gains[0])
    best = [_NEVER if tag and tag % 2 == 0 else gain for tag, gain in enumerate(gains[0])]
    steps: list[list[int]] = []
    for own in gains[1:]:
        earlier = [best.index(max(best))] * width
        for inside in range(2, width, 2):
            earlier[inside] = inside if best[inside] > best[inside - 1] else inside - 1
        best = [best[tag] + gain for tag, gain in zip(earlier, own, strict=True)]
        steps.append(earlier)
    tags = [best.index(max(best))]
    for earlier in reversed(steps):
        tags.append(earlier[tags[-1]])
    return tags[::-1]


def _runs(tags: list[int]) -> Iterator[tuple[WordRange, int]]:
    start, kind = 0, None
    for at, tag in enumerate([*tags, 0]):
        if kind is not None and (tag == 0 or tag % 2 == 1):
            yield (start, at), kind
            kind = None
        if tag % 2 == 1:
            start, kind = at, (tag - 1) // 2
