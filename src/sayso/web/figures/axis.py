"""An axis for numbers up a figure, broken where one of them would flatten all others.

A war's toll beside a strike's, or a figure with a zero too many, leaves the small figures of a linear axis on
one line. So the axis is cut where a number is many times the one below it; each stretch is linear in itself.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_FLAT = 5
"""A number so many times the next smaller one leaves that one the lowest fifth of a linear axis."""
_LEAST = 2
"""Numbers below this are told from zero by where they stand on any axis."""
_MOST = 3
"""Stretches of one axis at most: with more of them nothing on it could be compared."""
GAP = 26.0
"""Between two stretches, in pixels."""
_TICK = 34.0
"""Between two ticks at least, in pixels."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A linear part of an axis: its numbers, and where they stand in pixels from the top."""

    low: int
    high: int
    foot: float
    head: float
    step: int

    def y(self, number: float) -> float:
        """Where a number of this stretch stands."""
        return self.foot - (self.foot - self.head) * (number - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> range:
        """The numbers to write beside it."""
        return range(self.low, self.high + 1, self.step)


@dataclass(frozen=True, slots=True)
class Axis:
    """Stretches from the foot of a figure to its head; more than one make a broken axis."""

    stretches: tuple[Stretch, ...]

    def y(self, number: float) -> float:
        """Where a number stands."""
        return next((one for one in reversed(self.stretches) if one.low <= number), self.stretches[0]).y(
            number
        )

    @property
    def breaks(self) -> Iterator[tuple[int, int, float]]:
        """Between which numbers it is broken, and where the middle of the break is."""
        for one, other in pairwise(self.stretches):
            yield one.high, other.low, (one.head + other.foot) / 2


def axis(numbers: Sequence[int], *, foot: float, head: float) -> Axis:
    """The axis for some numbers between the foot and the head of a figure, beginning with zero."""
    clusters = _clusters(sorted(set(numbers)))
    weights = [1 + min(len(cluster), 4) for cluster in clusters]
    room = foot - head - GAP * (len(clusters) - 1)
    stretches: list[Stretch] = []
    for cluster, weight in zip(clusters, weights, strict=True):
        tall = room * weight / sum(weights)
        if stretches:
            stretches.append(_upper(cluster, foot=foot, tall=tall, above=stretches[-1].high))
        else:
            top = _round_up(cluster[-1])
            stretches.append(Stretch(0, top, foot, foot - tall, _step(top, tall)))
        foot -= tall + GAP
    return Axis(tuple(stretches))


def _clusters(numbers: Sequence[int]) -> list[Sequence[int]]:
    """The numbers in groups, cut at the widest of the gaps that would flatten what is below."""
    wide = [
        (other / one, place)
        for place, (one, other) in enumerate(pairwise(numbers), 1)
        if one >= _LEAST and other >= _FLAT * one
    ]
    cuts = sorted(place for _, place in sorted(wide, reverse=True)[: _MOST - 1])
    return [numbers[start:end] for start, end in zip([0, *cuts], [*cuts, len(numbers)], strict=True)]


def _upper(cluster: Sequence[int], *, foot: float, tall: float, above: int) -> Stretch:
    """A stretch that does not begin with zero, with some room around its numbers."""
    low, high = cluster[0], cluster[-1]
    room = max(high - low, round(high * 0.2), 2)
    step = _nice(room / max(1, round(tall / _TICK) - 1))
    first = max(math.floor((low - room * 0.2) / step) * step, (above // step + 1) * step)
    last = max(math.ceil((high + room * 0.1) / step) * step, first + step)
    # A stretch of few pixels names its ends and nothing between.
    every = step * max(1, math.ceil((last - first) / step / max(1, tall // (_TICK / 2))))
    last = first + math.ceil((last - first) / every) * every
    return Stretch(min(first, low), last, foot, foot - tall, every)


def _step(top: int, tall: float) -> int:
    return max(1, math.ceil(top / max(1, min(5, round(tall / _TICK)))))


def _nice(number: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 and so on."""
    scale = int(10 ** max(0, math.floor(math.log10(max(number, 1)))))
    return next(share * scale for share in (1, 2, 5, 10) if share * scale >= number)


def _round_up(number: int) -> int:
    """A round number a little above the largest figure, for the axis to end at."""
    step = int(10 ** max(0, math.floor(math.log10(max(number, 1)))))
    for share in (0.5, 1, 2, 5):
        if number * 1.08 <= step * share * 5 and step * share >= 1:
            return max(int(step * share * math.ceil(number * 1.08 / (step * share))), 2)
    return number + step
