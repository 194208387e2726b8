"""Counts that add up: right, said and wanted, kept whole until they are printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were right, how many were given, and how many the gold has."""

    right: int = 0
    given: int = 0
    gold: int = 0

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
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
