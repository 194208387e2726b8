"""Thresholds: how sure the reader must be; they are chosen for a model on reports it has not learned from."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The least probabilities at which a finding is reported."""

    cue: float = 0.4
    cue_inside: float = 0.4
    bare: float = 0.4
    unsaid: float = 0.5
    trigger: float = 0.4
    trigger_inside: float = 0.4
    event: float = 0.0
    """Of an event: that it is one and is of its type."""
    hinted: float = 0.3
    """Of a trigger that the lexicon finds as well."""
    hint: float = 0.2
    """How much the lexicon's type weighs against the reader's."""
    event_hinted: float = 0.3
    """Of an event whose type the lexicon gives as well."""
    same: float = 0.5
    happened: float = 0.5
    """Of an event's having happened: below it, the likeliest of the others is reported."""
    actor: float = 0.4
    recipient: float = 0.4
    further: float = 0.4
    """Of each actor, and each recipient, beside the likeliest."""
    place: float = 0.4
    name: float = 0.5
    """Of each word of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A line that turns a score's log odds into those of being right (Platt)."""

    slope: float = 1.0
    intercept: float = 0.0

    def __call__(self, likely: float) -> float:
        """The probability of being right, for a head's own probability."""
        bounded = min(max(likely, 1e-6), 1 - 1e-6)
        odds = self.slope * math.log(bounded / (1 - bounded)) + self.intercept
        return round(1 / (1 + math.exp(-odds)), 3)
