"""Resolution: which of the places that share a name a report has in mind, or none where that is unclear."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from sayso.annotate.places.gazetteer import Gazetteer
from sayso.annotate.places.place import Place, name_key

# Set by hand, not swept: what the text says of a place outweighs fame.
_WITHIN, _FEATURE, _COUNTRY, _NEAR, _OWN = 2.0, 0.6, 1.0, 0.5, 3.0
_FEATURE_PRIOR = {"country": 1.3, "capital": 0.3, "territory": 0.9, "sea": 0.9, "continent": 1.3}
_NEAR_KM = 250.0
_ANCHORS = 60
"""How many other places a name may lean on, so that a list of ten thousand stays cheap."""
_MARGIN = 0.12
"""A runner-up in another country that comes this close makes the name unclear."""
_FAMOUS = 100_000
"""A town smaller than this, in a country that the report never speaks of, is not sent there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A place name of a document, with what the words around it say of it."""

    name: str
    within: tuple[str, ...] = ()
    """Names the text gives for what holds it: "Azerbaijan" in "Khizi, Azerbaijan"."""
    is_town: bool | None = None
    """True after or before "city" or "village", False beside "province"; None where nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One meaning of a name, and how well it fits."""

    place: Place
    score: float
    supported: bool
    """Whether anything in the report itself speaks for it."""


def resolve(
    names: Iterable[PlaceName], *, countries: Mapping[str, int], gazetteer: Gazetteer
) -> dict[str, Place]:
    """The place meant by each name, by the name's key; a name that stays unclear is left out.

    `countries` counts how often the report speaks of each country (ISO alpha-3), by name or nationality.
    """
    asked = {name_key(name.name): name for name in sorted(names, key=lambda name: name.name)}
    settled: dict[str, Place] = {}
    # Twice: the second time each name can lean on where the others turned out to be.
    for _ in range(2):
        anchors, settled = settled, {}
        for key, name in asked.items():
            others = [place for other, place in islice(anchors.items(), _ANCHORS) if other != key]
            best = choose(candidates(name, countries=countries, nearby=others, gazetteer=gazetteer))
            if best is not None:
                settled[key] = best
    return settled


def candidates(
    name: PlaceName, *, countries: Mapping[str, int], nearby: Iterable[Place], gazetteer: Gazetteer
) -> list[Candidate]:
    """Every meaning of a name with its score, the best first."""
    holders = [
        place for holder in name.within for place in gazetteer.lookup(holder)[:5] if place.feature != "city"
    ]
    total = sum(countries.values()) or 1
    near = list(nearby)
    found = []
    for place in gazetteer.lookup(name.name):
        support = 0.0
        if any(_holds(holder, place) for holder in holders):
            support += _WITHIN
        if place.country is not None and place.country in countries and not place.is_country:
            support += 0.3 + _COUNTRY * countries[place.country] / total
        if any(_is_near(place, other) for other in near):
            support += _NEAR
        prior = _prior(place) + (_FEATURE * _feature_fit(place, name.is_town))
        prior += _OWN if gazetteer.is_own(place) else 0.0
        found.append(Candidate(place=place, score=prior + support, supported=support > 0))
    return sorted(found, key=lambda one: (-one.score, one.place.geonames or 0, one.place.name))


def choose(found: list[Candidate]) -> Place | None:
    """The best candidate, or None where it is no better than one elsewhere, or nothing speaks for it."""
    if not found:
        return None
    best = found[0]
    for other in found[1:]:
        if other.place.country != best.place.country:
            if best.score - other.score < _MARGIN:
                return None
            break
    obscure = best.place.feature == "city" and 0 < best.place.population < _FAMOUS
    return None if obscure and not best.supported else best.place


def distance_km(one: Place, other: Place) -> float:
    """How far two places' points lie apart on the globe; infinite where one has none."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _prior(place: Place) -> float:
    if place.feature in ("city", "capital"):
        return math.log10(place.population + 10) / 8 + _FEATURE_PRIOR.get(place.feature, 0.0)
    return _FEATURE_PRIOR.get(place.feature, 0.8)


def _feature_fit(place: Place, is_town: bool | None) -> int:
    if is_town is None:
        return 0
    return 1 if is_town == (place.feature in ("city", "capital")) else -1


def _holds(holder: Place, place: Place) -> bool:
    if holder == place:
        return False
    if holder.is_country:
        return holder.country == place.country
    if holder.division is not None and (holder.country, holder.division) == (place.country, place.division):
        return True
    return distance_km(holder, place) <= 1.3 * holder.radius_km and holder.division is None


def _is_near(place: Place, other: Place) -> bool:
    if place.is_country or other.is_country or other.feature in ("continent", "sea"):
        return False
    return distance_km(place, other) <= _NEAR_KM
