"""Facets: the values of one column with how many rows each would leave."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet."""

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One column to filter by."""

    name: str
    choices: tuple[Choice, ...]


def facets_of(
    counted: Mapping[str, list[tuple[str, int]]], filters: Mapping[str, Collection[str]]
) -> tuple[Facet, ...]:
    """Facets in order, with what is chosen always among the choices."""
    facets = []
    for name, counts in counted.items():
        chosen = filters.get(name, ())
        known = {value for value, _ in counts}
        choices = [Choice(value=value, count=count, chosen=value in chosen) for value, count in counts]
        choices += [Choice(value=value, count=0, chosen=True) for value in chosen if value not in known]
        facets.append(Facet(name=name, choices=tuple(choices)))
    return tuple(facets)
