"""Provinces and districts of every country, and the regions of our own table, each once."""

import gzip
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from sayso.annotate import tables
from sayso.annotate.places.place import Place, distance_km, name_key

TABLE = "subdivisions.tsv.gz"
_SAME_KM = 400.0
"""Two areas of one name and country whose middles are this near are one."""
_BEST_KNOWN = frozenset(("province", "territory", "region", "country_part", "district"))
"""Features of our own table that may be an area of GeoNames too."""

Named = tuple[Place, set[str]]


def areas(continents: Sequence[Mapping[str, Any]] = ()) -> Iterator[Named]:
    """Every area with its names: our own rows, with GeoNames' numbers where they are in both, then the rest.

    An area whose status is disputed (a `territory`) stands alone: the division that one state makes of it is
    left out, so that no name in it settles whose it is.
    """
    by_key: dict[str, list[Named]] = defaultdict(list)
    divisions = list(_divisions())
    for named in divisions:
        for key in {name_key(name) for name in named[1]}:
            by_key[key].append(named)
    joined: set[int] = set()
    numbers = {name_key(row["name"]): row for row in continents}
    for place, names in _own():
        same = [named for key in {name_key(name) for name in names} for named in by_key[key]]
        same = [named for named in same if _are_one(place, named[0])]
        joined |= {named[0].geonames for named in same if named[0].geonames is not None}
        if place.feature == "continent" and (row := numbers.get(name_key(place.name))):
            place = _at_its_number(place, row)
        yield _joined(place, names, same)
    yield from ((place, names) for place, names in divisions if place.geonames not in joined)


def _are_one(own: Place, other: Place) -> bool:
    if own.feature not in _BEST_KNOWN or own.country not in (None, other.country):
        return False
    if own.country is None and own.feature != "territory" and not _unsettled(own):
        return False
    alike = own.feature == "district" or other.feature == "province"
    return alike and distance_km(own, other) <= max(_SAME_KM, own.radius_km)


def _unsettled(own: Place) -> bool:
    """Whether a province has no country in our table, because states disagree about it."""
    return own.feature == "province" and own.country is None


def _joined(own: Place, names: set[str], same: Sequence[Named]) -> Named:
    if not same or own.country is None:
        return own, names
    nearest, spellings = min(same, key=lambda named: (distance_km(own, named[0]), named[0].geonames or 0))
    place = Place(
        name=own.name,
        country=own.country,
        feature=own.feature if own.feature != "region" else nearest.feature,
        latitude=own.latitude,
        longitude=own.longitude,
        radius_km=own.radius_km,
        geonames=nearest.geonames,
        division=nearest.division,
        population=nearest.population,
    )
    return place, names | spellings


def _at_its_number(place: Place, row: Mapping[str, Any]) -> Place:
    return Place(
        name=place.name,
        country=None,
        feature=place.feature,
        latitude=round(float(row["lat"]), 2),
        longitude=round(float(row["lng"]), 2),
        radius_km=place.radius_km,
        geonames=row["geonameId"],
    )


def _divisions() -> Iterator[Named]:
    packed = (files(tables) / TABLE).read_bytes()
    header, *lines = gzip.decompress(packed).decode().splitlines()
    columns = header.split("\t")
    for line in lines:
        row = dict(zip(columns, line.split("\t"), strict=True))
        place = Place(
            name=row["name"],
            country=row["country"],
            feature="province" if row["level"] == "1" else "district",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=float(row["radius_km"]),
            geonames=int(row["geonames"]),
            division=row["division"],
            population=int(row["population"]),
        )
        yield place, {row["name"], *tables.listed(row["aliases"])}


def _own() -> Iterator[Named]:
    for row in tables.rows("regions.tsv"):
        place = Place(
            name=row["name"],
            country=row["country"] or None,
            feature=row["feature"],
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            radius_km=float(row["radius_km"] or 500),
        )
        yield place, {row["name"], *tables.listed(row["aliases"])}
