"""Evidence: what speaks for each place that a name can mean, in weights that can be read and explained."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.annotate.places.gazetteer import Gazetteer
from sayso.annotate.places.place import Place, distance_km, name_key


class Weights(NamedTuple):
    """How much each kind of evidence weighs; swept on news whose place names had been placed by hand."""

    within: float = 1.3
    wording: float = 0.6
    country: float = 1.0
    """For the share of the document that lies in the candidate's country …"""
    country_heard: float = 0.4
    """… and for that country being heard of at all; the same for its division."""
    division: float = 1.0
    division_heard: float = 0.4
    nearby: float = 0.5
    own: float = 4.0
    fame: float = 1.4
    alias: float = 0.15
    heat: float = 0.14
    """How far apart two scores must lie for one candidate to be e times as likely as the other."""


WEIGHTS = Weights()

_CELL = 1.0
"""Degrees; a place and those in the cells around its own are near each other: about a hundred kilometres."""
_WIDE = ("country", "continent", "sea", "region", "country_part")
"""Features too wide for nearness to mean anything."""
_MOST = 40
"""How many meanings of a name are weighed: no San José is the forty-first."""
_MOST_HOLDERS = 12
_FAME = {
    "country": 2.5,
    "continent": 1.8,
    "sea": 1.8,
    "territory": 1.3,
    "country_part": 1.3,
    "region": 1.2,
    "city": 0.1,
    "capital": 0.1,
}
"""How well known a place is where nobody counts its people."""
_OTHER_FAME = 1.1
_METROPOLIS, _METROPOLITAN = 300_000, 0.2
"""From how many people on a city is known far from home too, and what that adds to its fame; capitals have
theirs already. Swept on placed news: 200, 300 and 1,000 thousand, .2 to .6."""
_BY_SIZE = {"city": 0.0, "capital": 0.6, "province": 0.45, "district": -0.2}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A place name of a document, with what the words around it say of it."""

    name: str
    within: tuple[str, ...] = ()
    """Names the text gives for what holds it: "Azerbaijan" in "Khizi, Azerbaijan"."""
    kinds: frozenset[str] = frozenset()
    """The features that the wording allows: towns after "village of"; empty where nothing is said."""
    heard: float = 1.0
    """How much the name counts as company for others; more for one that is often repeated."""


class Leaning(NamedTuple):
    """How much of the rest of the document speaks for a candidate."""

    country: float = 0.0
    """The share of it that lies in the same country."""
    country_heard: float = 0.0
    """1 where at least one other name surely lies in the same country, less where that is unsure."""
    division: float = 0.0
    division_heard: float = 0.0
    nearby: float = 0.0
    """As `country_heard`, for places within about a hundred kilometres."""


NOBODY = Leaning()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One meaning of a name, and how well it fits."""

    place: Place
    fame: float
    """What its size and kind say, before anything is read."""
    cell: tuple[int, int] | None = None
    """Its cell of the globe; None where it is too wide, or nobody knows where it lies."""
    within: str | None = None
    """The holder named in the text that it lies in."""
    wording: int = 0
    """1 where the words beside the name fit its feature, -1 where they do not."""
    own: bool = False
    """Whether the user added it."""
    leaning: Leaning = NOBODY
    score: float = 0.0

    @property
    def supported(self) -> bool:
        """Whether anything in the report itself speaks for it."""
        return self.own or self.within is not None or max(self.leaning) > _NOTICED

    def leaning_on(self, leaning: Leaning, weights: Weights | None = None) -> "Candidate":
        """The same candidate in other company."""
        # Written out: `replace` takes three times as long, and names are weighed four times over.
        return Candidate(
            place=self.place,
            fame=self.fame,
            cell=self.cell,
            within=self.within,
            wording=self.wording,
            own=self.own,
            leaning=leaning,
            score=_score(self, leaning, weights or WEIGHTS),
        )


_NOTICED = 0.25


def candidates(name: PlaceName, *, gazetteer: Gazetteer) -> list[Candidate]:
    """Every meaning of a name as it stands alone, without the company of other names."""
    holders = [(holder, place) for holder in name.within for place in _holders(holder, gazetteer)]
    key = name_key(name.name)
    found = []
    for place in gazetteer.lookup(name.name):
        held = next((holder for holder, wide in holders if holds(wide, place)), None)
        found.append(
            Candidate(
                place=place,
                fame=_fame(place, as_called=name_key(place.name) == key),
                cell=_cell(place),
                within=held,
                wording=_fit(place, name.kinds),
                own=gazetteer.is_own(place),
            )
        )
    found.sort(key=lambda one: (one.within is None, not one.own, -one.wording, -one.fame))
    return [one.leaning_on(one.leaning) for one in found[:_MOST]]


def likelihoods(found: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is, by its score; they add up to 1."""
    if not found:
        return []
    top = max(one.score for one in found)
    raw = [math.exp((one.score - top) / WEIGHTS.heat) for one in found]
    total = sum(raw)
    return [one / total for one in raw]


def holds(holder: Place, place: Place) -> bool:
    """Whether one place lies in another, as far as the gazetteer can tell."""
    if holder == place or holder.is_town or place.is_country:
        return False
    if holder.is_country:
        return holder.country == place.country
    if holder.country is not None and place.country not in (None, holder.country):
        return False
    if holder.feature == "province" and holder.division is not None and place.division is not None:
        return holder.division == place.division
    return distance_km(holder, place) <= 1.3 * holder.radius_km


def _holders(name: str, gazetteer: Gazetteer) -> list[Place]:
    return [place for place in gazetteer.lookup(name)[:_MOST] if not place.is_town][:_MOST_HOLDERS]


def _fame(place: Place, *, as_called: bool) -> float:
    if place.feature not in _BY_SIZE or not place.population:
        return _FAME.get(place.feature, _OTHER_FAME)
    fame = math.log10(place.population + 10) / 8 + _BY_SIZE[place.feature]
    if not place.is_town:
        return fame
    if not as_called:
        return fame - WEIGHTS.alias
    is_metropolis = place.feature == "city" and place.population >= _METROPOLIS
    return fame + _METROPOLITAN if is_metropolis else fame


def _fit(place: Place, kinds: frozenset[str]) -> int:
    if not kinds:
        return 0
    return 1 if place.feature in kinds else -1


def _score(one: Candidate, leaning: Leaning, weights: Weights) -> float:
    return (
        weights.fame * one.fame
        + weights.within * (one.within is not None)
        + weights.wording * one.wording
        + weights.own * one.own
        + weights.country * leaning.country
        + weights.country_heard * leaning.country_heard
        + weights.division * leaning.division
        + weights.division_heard * leaning.division_heard
        + weights.nearby * leaning.nearby
    )


def _cell(place: Place) -> tuple[int, int] | None:
    if place.latitude is None or place.longitude is None or place.feature in _WIDE:
        return None
    return round(place.latitude / _CELL), round(place.longitude / _CELL)
