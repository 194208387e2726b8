"""Places of the user's own, from CSV files."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.places.countries import countries
from sayso.annotate.places.place import Place, name_key, town_radius_km
from sayso.errors import UsageError

COLUMNS = ("name", "aliases", "country", "latitude", "longitude", "feature", "population")
DEMONYM = "demonym"
_RADIUS_KM = {
    "country": 200.0,
    "province": 80.0,
    "region": 80.0,
    "district": 30.0,
    "sea": 300.0,
    "island": 40.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Places and demonyms that a user added, by name key."""

    places: Mapping[str, tuple[Place, ...]]
    demonyms: Mapping[str, str | None]
    """Words for a country's people, as printed, to the country's code."""


def read_additions(paths: tuple[Path, ...]) -> Additions:
    """Read CSV files with the columns of `COLUMNS`; only `name` must be filled.

    `aliases` are separated by ';'. `country` is an ISO alpha-3 code or a country's name; a code nobody has is
    kept, so that an invented country can be given one. A row with the feature `demonym` names a people
    ("Velmarian") instead of a place. Raises `UsageError` naming the file and line that make no sense.
    """
    places: dict[str, list[Place]] = defaultdict(list)
    demonyms: dict[str, str | None] = {}
    codes = {name_key(country.name): country.iso3 for country in countries().values()}
    for path in paths:
        for line, row in _rows(path):
            names = [row["name"], *(alias.strip() for alias in row["aliases"].split(";") if alias.strip())]
            country = codes.get(name_key(row["country"]), row["country"].upper() or None)
            if row["feature"] == DEMONYM:
                demonyms |= dict.fromkeys(names, country)
                continue
            place = _place(row, country, where=f"{path}, line {line}")
            for key in {name_key(name) for name in names}:
                places[key].append(place)
    return Additions(places={key: tuple(found) for key, found in places.items()}, demonyms=demonyms)


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if "name" not in (reader.fieldnames or ()):
                raise UsageError(f"{path} needs a header with the columns {', '.join(COLUMNS)}")
            return [
                (reader.line_num, {column: (row.get(column) or "").strip() for column in COLUMNS})
                for row in reader
                if (row.get("name") or "").strip()
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot read the gazetteer file {path}: {error}") from error


def _place(row: Mapping[str, str], country: str | None, *, where: str) -> Place:
    try:
        latitude = float(row["latitude"]) if row["latitude"] else None
        longitude = float(row["longitude"]) if row["longitude"] else None
        population = int(row["population"] or 0)
    except ValueError as error:
        raise UsageError(f"{where}: {error}") from error
    if (latitude is None) != (longitude is None) or not (
        -90 <= (latitude or 0) <= 90 and -180 <= (longitude or 0) <= 180 and population >= 0
    ):
        raise UsageError(f"{where}: not a point on the earth, or a population below zero")
    feature = row["feature"] or "city"
    return Place(
        name=row["name"],
        country=country,
        feature=feature,
        latitude=latitude,
        longitude=longitude,
        radius_km=_RADIUS_KM.get(feature, town_radius_km(population)),
        population=population,
    )
