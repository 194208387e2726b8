"""Dumps: country files of GeoNames and of the NGA, and CSV files of a user's own, read line by line."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from sayso.annotate.places.additions import COLUMNS, read_additions
from sayso.annotate.places.build import country_codes
from sayso.annotate.places.place import Place, town_radius_km
from sayso.errors import UsageError

_GEONAMES_COLUMNS = 19
_LONGEST_LINE = 1 << 20
_FEATURES = {
    **dict.fromkeys(("ADM1", "ADM1H"), "province"),
    **dict.fromkeys(("ADM2", "ADM3", "ADM4", "ADM5", "ADMD", "ADM2H", "ADM3H", "PRSH"), "district"),
    **dict.fromkeys(("ISL", "ISLS", "ATOL", "ISLET"), "island"),
    **dict.fromkeys("MT MTS PK PKS HLL HLLS RDGE VLC PASS UPLD PLAT".split(), "mountains"),
    **dict.fromkeys(("STM", "STMI", "WAD", "STMX"), "river"),
    **dict.fromkeys(("LK", "LKS", "RSV", "LKI", "LGN"), "lake"),
    **dict.fromkeys(("BAY", "COVE", "HBR", "INLT"), "bay"),
    **dict.fromkeys(("SEA", "GULF", "STRT", "OCN", "CHN"), "sea"),
    **dict.fromkeys(("CNL", "CNLI"), "canal"),
    **dict.fromkeys("AIRP AIRB AIRF INSM DAM BDG PRT CMPRF FT OILF OILR MN".split(), "place"),
    **dict.fromkeys(("VAL", "DSRT", "PEN", "DLTA", "RGN", "AREA", "LCTY", "OAS", "PLN", "CST"), "area"),
}  # fmt: skip
"""GeoNames' and the NGA's feature codes that reports name, beside towns (class P), and what they are here."""
_RADIUS_KM = {"province": 80.0, "district": 25.0, "river": 100.0, "sea": 300.0, "place": 2.0}
_NGA = {
    "id": ("ufi",),
    "name": ("full_name", "full_name_ro", "full_name_rg"),
    "plain": ("full_name_nd", "full_name_nd_ro", "full_name_nd_rg", "sort_name"),
    "latitude": ("lat_dd", "lat"),
    "longitude": ("long_dd", "long"),
    "class": ("fc",),
    "code": ("desig_cd", "dsg"),
    "country": ("cc_ft", "cc1"),
    "division": ("adm1",),
}
"""What the NGA's columns are called, in the files of 2022 and later and in older ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of a dump with the names it goes by; the NGA gives a place a line for each name."""

    place: Place
    names: tuple[str, ...]
    number: str | None = None
    """What the dump tells its places apart by."""
    own: bool = False
    """Whether a user wrote it by hand."""


def entries(dump: Path) -> Iterator[Entry]:
    """The places of a dump, its kind told by its content.

    GeoNames' tab-separated files (`SD.txt`, `allCountries.zip`) and the NGA's with their header line, zipped
    or not, and CSV files with the columns of `COLUMNS`. Lines that make no sense are left out. Raises
    `UsageError` where the file as a whole cannot be read.
    """
    try:
        with _opened(dump) as lines:
            first = lines.readline(_LONGEST_LINE)
            columns = [column.strip().casefold() for column in first.lstrip("\ufeff").split("\t")]
            if "ufi" in columns:
                yield from _nga(columns, lines)
            elif first.count("\t") == _GEONAMES_COLUMNS - 1:
                yield from _geonames(first, lines)
            elif "name" in first.casefold() and not zipfile.is_zipfile(dump):
                yield from _by_hand(dump)
            else:
                wanted = f"a dump of GeoNames or the NGA, or a CSV file with {', '.join(COLUMNS)}"
                raise UsageError(f"{dump} is not {wanted}")
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UsageError(f"cannot read the dump {dump}: {error}") from error


@contextmanager
def _opened(dump: Path) -> Iterator[TextIO]:
    """The dump's lines; of a zip file the largest text in it."""
    if not zipfile.is_zipfile(dump):
        with dump.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(dump) as packed:
        texts = [
            member for member in packed.infolist() if member.filename.casefold().endswith((".txt", ".csv"))
        ]
        if not texts:
            raise UsageError(f"{dump} holds no text file")
        largest = max(texts, key=lambda member: member.file_size)
        with (
            packed.open(largest) as member,
            io.TextIOWrapper(member, encoding="utf-8", newline="\n") as lines,
        ):
            yield lines


def _lines(lines: TextIO) -> Iterator[str]:
    while line := lines.readline(_LONGEST_LINE):
        yield line.rstrip("\r\n")


def _geonames(first: str, lines: TextIO) -> Iterator[Entry]:
    for line in chain((first.rstrip("\r\n"),), _lines(lines)):
        yield from _geonames_entry(line)


def _geonames_entry(line: str) -> Iterator[Entry]:
    cells = line.split("\t")
    if len(cells) < _GEONAMES_COLUMNS or not cells[0].isdecimal():
        return
    place = _place(
        cells[1],
        latitude=cells[4],
        longitude=cells[5],
        kind=(cells[6], cells[7]),
        country=country_codes().get(cells[8].upper()),
        division=cells[10],
        population=cells[14],
        geonames=int(cells[0]),
    )
    if place is not None:
        yield Entry(place=place, names=(cells[1], cells[2], *cells[3].split(",")), number=cells[0])


def _nga(columns: list[str], lines: TextIO) -> Iterator[Entry]:
    at = {
        part: next((columns.index(name) for name in names if name in columns), None)
        for part, names in _NGA.items()
    }
    for line in _lines(lines):
        cells = line.split("\t")
        row = {
            part: cells[column].strip() if column is not None and column < len(cells) else ""
            for part, column in at.items()
        }
        yield from _nga_entry(row)


def _nga_entry(row: Mapping[str, str]) -> Iterator[Entry]:
    place = _place(
        row["name"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        kind=(row["class"], row["code"]),
        country=_nga_country(row["country"]),
        # The NGA's divisions are numbered otherwise than GeoNames'.
        division="",
        population="0",
    )
    if place is not None and row["id"]:
        yield Entry(place=place, names=(row["name"], row["plain"]), number=row["id"])


def _nga_country(code: str) -> str | None:
    """Three letters are ISO's, in newer files; two are FIPS 10-4, in older ones; two states leave it open."""
    listed = [one.strip() for one in code.replace(";", ",").split(",") if one.strip()]
    if len(listed) != 1:
        return None
    return listed[0] if len(listed[0]) == 3 else country_codes(fips=True).get(listed[0].upper())


def _by_hand(dump: Path) -> Iterator[Entry]:
    additions = read_additions((dump,))
    names: dict[Place, list[str]] = {}
    for key, places in additions.places.items():
        for place in places:
            names.setdefault(place, [place.name]).append(key)
    for place, known in names.items():
        yield Entry(place=place, names=tuple(known), own=True)


def _place(
    name: str,
    *,
    latitude: str,
    longitude: str,
    kind: tuple[str, str],
    country: str | None,
    division: str,
    population: str,
    geonames: int | None = None,
) -> Place | None:
    feature = "city" if kind[0] == "P" else _FEATURES.get(kind[1])
    try:
        point = float(latitude), float(longitude)
        people = max(0, int(population or 0))
    except ValueError:
        return None
    if feature is None or not name or not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        return None
    return Place(
        name=name,
        country=country,
        feature=feature,
        latitude=point[0],
        longitude=point[1],
        radius_km=town_radius_km(people) if feature == "city" else _RADIUS_KM.get(feature, 20.0),
        population=people if feature in ("city", "province", "district") else 0,
        geonames=geonames,
        division=division or None,
    )
