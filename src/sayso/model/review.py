"""A review: what all the decisions about one claim come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sayso.model.decision import Decision, Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What people decided about one claim and its values."""

    verdict: Ruling | None = None
    """Of the claim as a whole: `accept`, `reject` or `correct`."""
    values: Mapping[str, str] = field(default_factory=dict)
    """By name of the value, the words that stand instead of what was read; empty where it has none."""

    @property
    def rejected(self) -> bool:
        """Whether the report does not say it at all."""
        return self.verdict is Ruling.REJECT

    def bounds(self, low: int | None, high: int | None) -> tuple[int | None, int | None]:
        """The bounds of a toll as they were corrected.

        Where one was and the other can then not be, both are the one: who corrects the 12 of "12 killed" to
        at least 21 does not mean at most 12.
        """
        given = tuple(_number(self.values[name]) for name in ("low", "high") if name in self.values)
        low = _number(self.values["low"]) if "low" in self.values else low
        high = _number(self.values["high"]) if "high" in self.values else high
        if len(given) == 1 and low is not None and high is not None and low > high:
            return given[0], given[0]
        return low, high


Reviews: TypeAlias = Mapping[str, Review]
"""What was decided about claims, by claim."""

UNREVIEWED = Review()
"""Of a claim that nobody decided about."""


def review_of(decisions: Iterable[Decision]) -> Review:
    """What decisions that hold about one claim come to; skips and notes change nothing."""
    verdict: Ruling | None = None
    values: dict[str, str] = {}
    for decision in decisions:
        if decision.verdict not in _JUDGES:
            continue
        if decision.field is not None and decision.verdict is not Ruling.ACCEPT:
            values[decision.field] = _words(decision)
        elif decision.field is None or verdict is None:
            verdict = decision.verdict
    return Review(verdict=verdict, values=values)


_JUDGES = frozenset({Ruling.ACCEPT, Ruling.CORRECT, Ruling.REJECT})


def _words(decision: Decision) -> str:
    """The value that was given instead; nothing where it was only rejected."""
    if decision.verdict is Ruling.REJECT:
        return ""
    value = decision.value.get("words") if isinstance(decision.value, Mapping) else decision.value
    return "" if value is None else str(value)


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else None
