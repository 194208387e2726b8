"""Parties that are known by name: bodies, armed groups and forces of our tables, and those a user adds."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.annotate import tables
from sayso.annotate.places import name_key
from sayso.annotate.spelling import sounds_like
from sayso.errors import UsageError

COLUMNS = ("name", "aliases", "sector", "country")
ARMED = ("MIL", "COP", "REB")
"""PLOVER sectors whose parties bear arms."""
_TABLES = ("armed_groups.tsv", "bodies.tsv", "forces.tsv")
_LETTERS = 3
_LONG_ENOUGH = 7
"""Letters from which a name is known by its sound too; shorter ones sound like too many others."""
_SOUND = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """What is known of a body, force or armed group by its name alone."""

    name: str
    """Its usual name: "United Nations" for "U.N."."""
    sector: str | None
    """PLOVER actor sector."""
    country: str | None
    """ISO alpha-3 of the state it belongs to, or mainly acts in."""
    source: str
    """The table or file that says so."""
    aliases: tuple[str, ...] = ()

    @property
    def is_armed(self) -> bool:
        """Whether it is a force or an armed group."""
        return self.sector in ARMED


@cache
def known_parties(own: tuple[Path, ...] = ()) -> Mapping[str, Party]:
    """Every party by the key of each of its names; a user's own come before those of our tables.

    Look names up with `party_named`, which also knows other ways to spell them.
    """
    parties: dict[str, Party] = {}
    sounds: dict[str, set[str]] = defaultdict(set)
    for party in (*(party for path in own for party in read_parties(path)), *_of_tables()):
        for name in (party.name, *party.aliases):
            parties.setdefault(name_key(name), party)
            if len(name) >= _LONG_ENOUGH:
                sounds[_SOUND + sounds_like(name)].add(name_key(name))
    for sound, keys in sounds.items():
        if len({parties[key].name for key in keys}) == 1:
            parties[sound] = parties[min(keys)]
    return parties


def party_named(name: str, known: Mapping[str, Party]) -> Party | None:
    """The party that goes by a name or, for a longer one, by another spelling of it ("Hizbullah")."""
    found = known.get(name_key(name))
    if found is None and len(name) >= _LONG_ENOUGH and not name.isupper():
        found = known.get(_SOUND + sounds_like(name))
    return found


@cache
def read_parties(path: Path) -> tuple[Party, ...]:
    """Read a CSV file with the columns of `COLUMNS`; only `name` must be filled.

    `aliases` are separated by ';', `sector` is a PLOVER actor sector such as `REB`, `country` an ISO alpha-3
    code. Raises `UsageError` naming the file and line that make no sense.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if "name" not in (reader.fieldnames or ()):
                raise UsageError(f"{path} needs a header with the columns {', '.join(COLUMNS)}")
            return tuple(
                _party(row, where=f"{path}, line {reader.line_num}")
                for row in reader
                if (row.get("name") or "").strip()
            )
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot read the parties in {path}: {error}") from error


def _party(row: Mapping[str, str | None], *, where: str) -> Party:
    name, aliases, sector, country = ((row.get(column) or "").strip() for column in COLUMNS)
    for what, code in (("sector", sector), ("country", country)):
        if code and (len(code) != _LETTERS or not code.isalpha()):
            raise UsageError(f"{where}: {what} {code!r} is no code of three letters")
    return Party(
        name=name,
        sector=sector.upper() or None,
        country=country.upper() or None,
        source=where,
        aliases=tuple(alias.strip() for alias in aliases.split(";") if alias.strip()),
    )


def _of_tables() -> list[Party]:
    return [
        Party(
            name=row["name"],
            sector=row["sector"] or None,
            country=(row["country"] if "country" in row else row["countries"].split(";")[0]) or None,
            source=file,
            aliases=tuple(tables.listed(row["aliases"])),
        )
        for file in _TABLES
        for row in tables.rows(file)
    ]
