"""The lie of places: how those that two tellings name lie to each other."""

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from sayso.incidents.compare.extent import Extent, land_noun
from sayso.incidents.compare.traces import Spot
from sayso.incidents.words import alike, is_facility

_EARTH_KM = 6371.0
_NEAR_KM = 40.0
_ONE_TOWN_KM = 5.0
"""How far apart two names of one town may lie."""
_FAR_KM = 150.0
_CACHED = 200_000
"""Pairs of places whose lie is remembered: what was compared once comes up again all day."""

Spots = tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Lie:
    """How the places of two tellings lie to each other."""

    level: str
    """The same, near, in one region, elsewhere, another town, or unknown."""
    far: bool
    """Whether they are surely not the same."""
    inner: tuple[frozenset[str], frozenset[str]]
    """For each, the stems of what it names inside the place that both share."""


@lru_cache(maxsize=_CACHED)
def lie(ones: Spots, others: Spots) -> Lie:
    """How the places of two tellings lie to each other."""
    shared: list[tuple[Spot, Spot]] = []
    nearest: float | None = None
    for a, b in product(ones, others):
        between = _distance_km(a, b)
        if between is not None and (nearest is None or between < nearest):
            nearest = between
        if _same_spot(a, b, between):
            shared.append((a, b))
    return Lie(
        level=_level(ones, others, shared, nearest),
        far=nearest is not None and nearest > _FAR_KM and not shared,
        inner=(_inner(ones, [a for a, _ in shared]), _inner(others, [b for _, b in shared])),
    )


def _level(ones: Spots, others: Spots, shared: Sequence[tuple[Spot, Spot]], nearest: float | None) -> str:
    ones, others = _named(ones), _named(others)
    if not ones or not others:
        return "unknown"
    known = [(a, b) for a, b in shared if a in ones and b in others]
    if any(not a.broad and not b.broad for a, b in known):
        return "same"
    towns = _are_two_of_a_kind(ones, others)
    if nearest is not None and nearest <= (_ONE_TOWN_KM if towns else _NEAR_KM):
        return "near"
    if known or (nearest is None and _countries(ones) and _countries(ones) == _countries(others)):
        return "region"
    if towns and (nearest is None or nearest <= _FAR_KM):
        # Farther apart a bar stands between them, and where that is forgiven the map was wrong.
        return "another town"
    return "unknown" if nearest is None and _may_hold(ones, others) else "elsewhere"


def _are_two_of_a_kind(ones: Spots, others: Spots) -> bool:
    """Whether each names a town, or each a district, and not the same one."""
    if _of(Extent.TOWN, ones) and _of(Extent.TOWN, others):
        return True
    mine, theirs = (
        {land_noun(spot.site.words) for spot in _of(Extent.LAND, each)} for each in (ones, others)
    )
    return not mine.isdisjoint(theirs)


def _may_hold(ones: Spots, others: Spots) -> bool:
    """Whether one names land, in which what the other names may lie."""
    return bool(_of(Extent.LAND, ones) or _of(Extent.LAND, others))


def _of(extent: Extent, spots: Spots) -> Spots:
    return tuple(spot for spot in spots if spot.extent is extent and not spot.broad)


@lru_cache(maxsize=_CACHED)
def _named(spots: Spots) -> Spots:
    return tuple(spot for spot in spots if spot.name or spot.point is not None)


def _countries(spots: Spots) -> frozenset[str]:
    return frozenset(spot.site.country for spot in spots if spot.site.country is not None)


def _inner(spots: Spots, shared: Container[Spot]) -> frozenset[str]:
    """What is named inside the place that both share."""
    outer = next(
        (at for at, spot in enumerate(spots) if spot in shared and not is_facility(spot.stems)), None
    )
    return _townless(spots) if outer is None else frozenset().union(*(spot.stems for spot in spots[:outer]))


@lru_cache(maxsize=_CACHED)
def _townless(spots: Spots) -> frozenset[str]:
    """What is named but towns, of which none is inside another."""
    return frozenset().union(*(spot.stems for spot in spots if not _is_town(spot)))


def _is_town(spot: Spot) -> bool:
    return bool(spot.name) and not is_facility(spot.stems)


def _same_spot(one: Spot, other: Spot, between: float | None) -> bool:
    if one.site.entity is not None and one.site.entity == other.site.entity:
        return True
    if not one.name or not other.name or not _alike(one, other):
        return False
    return between is None or between <= _FAR_KM


def _alike(one: Spot, other: Spot) -> bool:
    """Whether two names are one, or one has a word more, as "Tallowgate rail yard" has."""
    if one.words < other.words or other.words < one.words:
        return True
    return one.bones == other.bones and alike(one.name, other.name)


def _distance_km(one: Spot, other: Spot) -> float | None:
    """How far apart two places are at least; None where one of them is on no map."""
    a, b = one.point, other.point
    if a is None or b is None:
        return None
    cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
    between = _EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))
    return max(0.0, between - (one.site.precision_km or 0) - (other.site.precision_km or 0))
