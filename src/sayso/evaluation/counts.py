"""Counts that add up: right, given and gold, kept whole until they are printed."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were right, how many were given, and how many the gold has.

    Whole numbers, except where a measure gives parts of a point for each document, as B³ does.
    """

    right: float = 0
    given: float = 0
    gold: float = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.given + other.given, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    @property
    def errors(self) -> float:
        """How many values were missed or given wrongly."""
        return self.given + self.gold - 2 * self.right


Score: TypeAlias = Mapping[str, Counts]
"""Counts by layer."""


def harmonic(one: float, other: float) -> float:
    """The harmonic mean; 0 where both are."""
    return 2 * one * other / (one + other) if one + other else 0.0


def tally(right: bool) -> Counts:
    """One question with one answer."""
    return Counts(int(right), 1, 1)


def added(scores: Iterable[Score]) -> dict[str, Counts]:
    """The counts of many documents together, the layers in the order in which they were first met."""
    total: dict[str, Counts] = {}
    for score in scores:
        for layer, counts in score.items():
            total[layer] = total.get(layer, Counts()) + counts
    return total


def f1(layer: str) -> Callable[[Score], float]:
    """The F1 of one layer."""
    return lambda score: score.get(layer, Counts()).f1


def recall(layer: str) -> Callable[[Score], float]:
    """The recall of one layer; where every question has one answer, its accuracy."""
    return lambda score: score.get(layer, Counts()).recall


def precision(layer: str) -> Callable[[Score], float]:
    """The precision of one layer."""
    return lambda score: score.get(layer, Counts()).precision


def macro_f1(prefix: str) -> Callable[[Score], float]:
    """The mean F1 of the layers whose names begin with `prefix`, as far as the gold has any of them."""

    def mean(score: Score) -> float:
        rates = [counts.f1 for layer, counts in score.items() if layer.startswith(prefix) and counts.gold]
        return sum(rates) / len(rates) if rates else 0.0

    return mean
