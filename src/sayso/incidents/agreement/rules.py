"""Rules that give one number where one is asked for; which rule was used is always said."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.incidents.agreement.figures import bounds
from sayso.model import Account, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One number out of several, and the rule that picked it; no statement that it is true."""

    rule: str
    field: str
    low: int | None
    high: int | None
    figures: tuple[Figure, ...]
    """The sources' last whole figures that the rule looked at."""


def pick(account: Account, field: str, *, rule: str) -> Pick | None:
    """The number that a rule picks for one field; None where no source gives a whole one.

    Every rule looks at each source's last whole figure once, whoever printed it how often. Raises
    `UsageError` for a rule that does not exist.
    """
    if rule not in RULES:
        raise UsageError(f"there is no rule {rule!r}; there are {', '.join(sorted(RULES))}")
    last = [
        standing.last
        for standing in account.standings
        if standing.field == field and standing.last is not None and bounds(standing.last) is not None
    ]
    official = {source.id for source in account.sources if source.official}
    chosen = RULES[rule](last, official) if last else None
    if chosen is None:
        return None
    return Pick(rule=rule, field=field, low=chosen[0], high=chosen[1], figures=tuple(last))


_Number = tuple[int | None, int | None]


def _latest_official(figures: Sequence[Figure], official: set[str]) -> _Number | None:
    """What a public body said last."""
    theirs = [figure for figure in figures if figure.source in official]
    if not theirs:
        return None
    latest = max(theirs, key=lambda figure: (figure.published or "", figure.low or 0, figure.claim))
    return latest.low, latest.high


def _median(figures: Sequence[Figure], _: set[str]) -> _Number | None:
    """The middle one of the sources' numbers; the lower of two."""
    middle = int(statistics.median_low(_point(figure) for figure in figures))
    return middle, middle


def _max(figures: Sequence[Figure], _: set[str]) -> _Number | None:
    """The largest number that any source commits itself to."""
    largest = max(_point(figure) for figure in figures)
    return largest, largest


def _min(figures: Sequence[Figure], _: set[str]) -> _Number | None:
    """The smallest number that any source commits itself to."""
    smallest = min(_point(figure) for figure in figures)
    return smallest, smallest


def _point(figure: Figure) -> int:
    """The number a figure commits its source to: "at least nine" is nine, "up to 30" is 30."""
    if figure.low is not None and figure.high is not None:
        return (figure.low + figure.high) // 2
    return figure.low if figure.low is not None else figure.high or 0


RULES: Mapping[str, Callable[[Sequence[Figure], set[str]], _Number | None]] = {
    "latest-official": _latest_official,
    "max": _max,
    "median": _median,
    "min": _min,
}
"""Every rule by name; there is no default."""
