"""Resolution: which of the places that share a name a report has in mind, or none where that is unclear."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotate.places.company import Company
from sayso.annotate.places.evidence import Candidate, Leaning, PlaceName, candidates, likelihoods
from sayso.annotate.places.gazetteer import Gazetteer
from sayso.annotate.places.place import Place, name_key

_ROUNDS = 4
"""How often each name leans on where the others have come to lie; more change nothing."""
_SURE = 0.5
"""The country of the best candidate must be at least this likely, or the name stays unclear."""
_FAMOUS = 100_000
"""A town or division smaller than this, which nothing in the report speaks for, is not placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a name was taken to mean, among which candidates."""

    place: Place | None
    """None where the name stays unclear."""
    candidates: tuple[Candidate, ...]
    """The best first; empty for a name that the gazetteer does not know."""
    sure: float
    """How likely the country of the best candidate is, from 0 to 1."""


def resolve(
    names: Iterable[PlaceName], *, countries: Mapping[str, int], gazetteer: Gazetteer
) -> dict[str, Place]:
    """The place meant by each name, by the name's key; a name that stays unclear is left out.

    `countries` counts how often the report speaks of each country (ISO alpha-3), by name or nationality.
    """
    chosen = choices(names, countries=countries, gazetteer=gazetteer)
    return {key: choice.place for key, choice in chosen.items() if choice.place is not None}


def choices(
    names: Iterable[PlaceName], *, countries: Mapping[str, int], gazetteer: Gazetteer
) -> dict[str, Choice]:
    """What each name means and which candidates were weighed, by the name's key.

    All names of a document are weighed together: each leans on the countries, divisions and surroundings that
    the others are likely to lie in, and the likelihoods are worked out anew until they settle.
    """
    asked = {name_key(name.name): name for name in sorted(names, key=lambda name: name.name)}
    weighed = {key: candidates(name, gazetteer=gazetteer) for key, name in asked.items()}
    for _ in range(_ROUNDS):
        company = Company(countries)
        shares = {key: likelihoods(found) for key, found in weighed.items()}
        for key, found in weighed.items():
            company.join(found, shares[key], heard=asked[key].heard)
        weighed = {
            key: _in_company(found, shares[key], company, heard=asked[key].heard)
            for key, found in weighed.items()
        }
    return {key: _chosen(found) for key, found in weighed.items()}


def _in_company(
    found: Sequence[Candidate], shares: Sequence[float], company: Company, *, heard: float
) -> list[Candidate]:
    leanings = company.leanings(found, shares, heard=heard)
    return ranked(one.leaning_on(leaning) for one, leaning in zip(found, leanings, strict=True))


def ranked(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates, the best first; a tie is settled by number and name, never by the order of the file."""
    return sorted(found, key=lambda one: (-one.score, one.place.geonames or 0, one.place.name))


def _chosen(found: list[Candidate]) -> Choice:
    if not found:
        return Choice(place=None, candidates=(), sure=0.0)
    best = found[0]
    country = best.place.country
    sure = sum(
        share
        for one, share in zip(found, likelihoods(found), strict=True)
        if one.place.country == country or one.place.country is None or country is None
    )
    is_small = best.place.population < _FAMOUS and (best.place.is_town or best.place.population > 0)
    obscure = is_small and not best.place.is_country and not best.supported
    unclear = sure < _SURE or obscure
    return Choice(place=None if unclear else best.place, candidates=tuple(found), sure=round(sure, 3))


__all__ = ["Candidate", "Choice", "Leaning", "PlaceName", "choices", "resolve"]
