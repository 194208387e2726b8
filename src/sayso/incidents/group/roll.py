"""The roll: every telling taken in so far, by number, with what decides its order and its group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.days import Days
from sayso.incidents.ties import tie_of

Numbers = NDArray[np.int64]

NOBODY = -1
"""Stands for the group of an aside that fits no main news."""
UNASKED = -2
"""Stands for the group of an aside for which none has been looked for."""
ARMS = 0xFFFFFFFF << 32
"""The bits that stand for arms; the others stand for countries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the roll holds of one telling."""

    day: int
    """Of publication, as an ordinal; 0 where it is not known."""
    tie: int
    """A hash of the telling's id: it orders tellings of one day, whenever they came in."""
    document: int
    core: bool
    """Whether it is main news of its report, or has been ruled the same as another telling."""
    exact: bool
    """Whether its own place is known on the map."""
    days: Days | None
    """When it happened."""
    firm: bool
    """Whether that is said in words, to the day."""
    vague: bool
    """Whether it alone says too little to choose between rivals that it fits equally well."""
    denied: bool
    """Whether it says that it did not happen."""
    text: int
    """A hash of which text it stands in; copies and their origin carry one."""
    family: int
    """Which kind of happening it is."""
    side: int
    """A hash of the countries of its doers."""
    doers: int
    """The countries of its doers and, among the bits of `ARMS`, their arms, a bit each; two may have one."""
    hit: int
    """The countries and the arms of those it hit."""
    point: tuple[float, float, float]
    """Where on a globe of radius 1 its own place lies, the first that is known; no numbers where none is."""


_SAID = tuple(each.name for each in fields(Line) if each.name != "days")


def _whole() -> NDArray[np.int32]:
    return np.empty(0, np.int32)


def _yes_no() -> NDArray[np.bool_]:
    return np.empty(0, np.bool_)


def _hash() -> NDArray[np.uint64]:
    return np.empty(0, np.uint64)


def _real() -> NDArray[np.float32]:
    return np.empty(0, np.float32)


def _points() -> NDArray[np.float32]:
    return np.empty((0, 3), np.float32)


@dataclass(slots=True)
class Roll:
    """Columns over all tellings; numbers are given in the order of coming in and never used again."""

    day: NDArray[np.int32] = field(default_factory=_whole)
    tie: NDArray[np.uint64] = field(default_factory=_hash)
    document: NDArray[np.int32] = field(default_factory=_whole)
    core: NDArray[np.bool_] = field(default_factory=_yes_no)
    exact: NDArray[np.bool_] = field(default_factory=_yes_no)
    first: NDArray[np.int32] = field(default_factory=_whole)
    """The first day on which it may have happened; 0 where that is not known."""
    last: NDArray[np.int32] = field(default_factory=_whole)
    firm: NDArray[np.bool_] = field(default_factory=_yes_no)
    vague: NDArray[np.bool_] = field(default_factory=_yes_no)
    denied: NDArray[np.bool_] = field(default_factory=_yes_no)
    text: NDArray[np.uint64] = field(default_factory=_hash)
    family: NDArray[np.int32] = field(default_factory=_whole)
    side: NDArray[np.uint64] = field(default_factory=_hash)
    doers: NDArray[np.uint64] = field(default_factory=_hash)
    hit: NDArray[np.uint64] = field(default_factory=_hash)
    point: NDArray[np.float32] = field(default_factory=_points)
    alive: NDArray[np.bool_] = field(default_factory=_yes_no)
    home: NDArray[np.int32] = field(default_factory=_whole)
    """The group of main news that a telling is in or, for an aside, asks to join; by its first member."""
    group: NDArray[np.int32] = field(default_factory=_whole)
    """The group that a telling is in at last, by its first member."""
    fit: NDArray[np.float32] = field(default_factory=_real)
    """For an aside: how well it fits the group that it asks to join."""
    loose: NDArray[np.bool_] = field(default_factory=_yes_no)
    """Whether it is an aside that no group of main news took in."""
    leaning: NDArray[np.int32] = field(default_factory=_whole)
    """For an aside: the group whose main news it fits best, whatever bars it from there."""
    lot: NDArray[np.int32] = field(default_factory=_whole)
    """The first of those that a telling was looked at with as one; an aside only where it is loose."""

    def __len__(self) -> int:
        return len(self.day)

    def columns(self) -> list[NDArray[Any]]:
        """The columns in their order, for keeping."""
        return [getattr(self, column.name) for column in fields(self)]

    def add(self, lines: Sequence[Line]) -> range:
        """Take in tellings, each in a group of its own; returns their numbers."""
        first = len(self)
        numbers = range(first, first + len(lines))
        fresh: dict[str, Iterable[Any]] = {name: [getattr(line, name) for line in lines] for name in _SAID}
        fresh |= {
            "first": [line.days[0] if line.days else 0 for line in lines],
            "last": [line.days[1] if line.days else 0 for line in lines],
            "alive": [True] * len(lines),
            "home": numbers,
            "group": numbers,
            "fit": [0.0] * len(lines),
            "loose": [False] * len(lines),
            "leaning": [UNASKED] * len(lines),
            "lot": [NOBODY] * len(lines),
        }
        for name, values in fresh.items():
            column = getattr(self, name)
            added = np.array(list(values), dtype=column.dtype).reshape(-1, *column.shape[1:])
            setattr(self, name, np.concatenate((column, added)))
        return numbers

    def extend(self, others: Sequence["Roll"]) -> None:
        """Take in all tellings of other rolls, each in a group of its own."""
        for column in fields(self):
            columns = [getattr(each, column.name) for each in (self, *others)]
            setattr(self, column.name, np.concatenate(columns))
        numbers = np.arange(len(self), dtype=np.int32)
        first = len(self) - sum(map(len, others))
        self.home[first:] = self.group[first:] = numbers[first:]

    def in_order(self, numbers: Iterable[int]) -> list[int]:
        """Tellings by publication, then by their ids' hashes: an order that nobody's coming in changes."""
        wanted = np.fromiter(numbers, dtype=np.int64)
        return [int(each) for each in wanted[np.lexsort((self.tie[wanted], self.day[wanted]))]]

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of those telling ids that are on the roll."""
        wanted = {tie_of(id): id for id in ids}
        found = np.flatnonzero(np.isin(self.tie, np.array(list(wanted), dtype=np.uint64)) & self.alive)
        return {wanted[int(self.tie[at])]: int(at) for at in found}
