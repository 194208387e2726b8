"""Parties that are known by name: bodies, armed groups and forces of our tables, and those a user adds."""

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from sayso.annotate import tables
from sayso.annotate.places import country_names, name_key
from sayso.annotate.spelling import sounds_like
from sayso.errors import UsageError

COLUMNS = ("name", "aliases", "sector", "country")
ARMED = ("MIL", "COP", "REB")
"""PLOVER sectors whose parties bear arms."""
SECTORS = frozenset(
    "AGR BUS COP CRM CVL EDU ELI ENV GOV HLH HRI IGO IMG JUD JUN LAB LEG MED MIL MNC NGM NGO OPP PRM PTY RAD"
    " REB REF REL SEP SET SPY UAF UNS".split()
)
"""The actor sectors of PLOVER, and those of CAMEO before it that coders still use."""
_TABLES = ("armed_groups.tsv", "bodies.tsv", "forces.tsv")
_IN_ARMS = re.compile(
    r"(?i:ansar|harakat|jabhat|jai?sh|jaysh|jeish|jund|kata['’]?ib|katibat?|lashkar|liwa|saraya)"
    r"(?:[ -](?:al|an|ar|as|ash|at|ath|ed|el|i|e|ud|ul|us)[ -]|[ -](?:Allah|Islam)\b)"
    r"|(?i:katibat?|lashkar|liwa)[ -][A-Z]"
)
_LETTERS = 3
_LONG_ENOUGH = 7
"""Letters from which a name is known by its sound too; shorter ones sound like too many others."""
_SOUND = "~"
_MORE = "+"


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
    """The table that says so and where it has it from, or the line of a user's file."""
    aliases: tuple[str, ...] = ()
    bearers: tuple["Party", ...] = ()
    """Of a name that several parties go by: those parties; the other fields are what they have in common."""

    @property
    def is_armed(self) -> bool:
        """Whether it is a force or an armed group."""
        return self.sector in ARMED


@cache
def known_parties(own: tuple[Path, ...] = ()) -> Mapping[str, Party]:
    """Every party by the key of each of its names; a user's own come before those of our tables.

    A name that several parties go by ("RAF") stands for none of them until a report tells which (see
    `heard_in`); such names come first. Look names up with `party_named`, which also knows other ways to
    spell them.
    """
    parties = _by_name(party for path in own for party in read_parties(path))
    parties = _by_name(_of_tables()) | parties
    sounds: dict[str, set[str]] = defaultdict(set)
    for party in parties.values():
        for name in (party.name, *party.aliases):
            if len(name) >= _LONG_ENOUGH:
                sounds[_SOUND + sounds_like(name)].add(name_key(name))
    for sound, keys in sounds.items():
        if len({parties[key].name for key in keys}) == 1:
            parties[sound] = parties[min(keys)]
    return dict(sorted(parties.items(), key=lambda named: not named[1].bearers))


def _by_name(parties: Iterable[Party]) -> dict[str, Party]:
    bearers: dict[str, list[Party]] = defaultdict(list)
    for party in parties:
        for key in dict.fromkeys(name_key(name) for name in (party.name, *party.aliases)):
            bearers[key].append(party)
    return {key: _shared(key, found) for key, found in bearers.items()}


def _shared(key: str, bearers: Sequence[Party]) -> Party:
    """The one party of a name, or what all its bearers have in common where they differ in country."""
    countries = {party.country for party in bearers}
    if len(countries) == 1:
        return bearers[0]
    names = [name for party in bearers for name in (party.name, *party.aliases) if name_key(name) == key]
    sectors = {party.sector for party in bearers}
    return Party(
        name=names[0],
        sector=bearers[0].sector if len(sectors) == 1 else None,
        country=None,
        source=bearers[0].source,
        bearers=tuple(bearers),
    )


def heard_in(countries: Collection[str], known: Mapping[str, Party]) -> Mapping[str, Party]:
    """The same parties, of `known_parties`, as a report knows them that speaks of these countries (alpha-3).

    Of several parties that share a name it means the one of a country it speaks of; where it speaks of none
    of theirs, the one that belongs to no country, and else none.
    """
    # Every report asks: only the names of several, which come first, are gone through.
    several = takewhile(lambda named: named[1].bearers, known.items())
    told = {key: _meant(party, countries) for key, party in several}
    return {**known, **told} if told else known


def _meant(party: Party, countries: Collection[str]) -> Party:
    heard = [bearer for bearer in party.bearers if bearer.country in countries]
    meant = heard or [bearer for bearer in party.bearers if bearer.country is None]
    return meant[0] if len(meant) == 1 else party


def calls_to_arms(name: str) -> bool:
    """Whether a name begins as those of armed groups do that call themselves an army or helpers in Arabic."""
    return _IN_ARMS.match(name) is not None


def party_named(name: str, known: Mapping[str, Party]) -> Party | None:
    """The party that goes by a name or, for a longer one, by another spelling of it ("Hizbullah")."""
    found = known.get(name_key(name))
    if found is None and len(name) >= _LONG_ENOUGH and not name.isupper():
        found = known.get(_SOUND + sounds_like(name))
    return found


@cache
def read_parties(path: Path) -> tuple[Party, ...]:
    """Read a CSV file with the columns of `COLUMNS`; only `name` must be filled.

    `aliases` are separated by ';', `sector` is a PLOVER actor sector such as `REB`, `country` a country's
    name or ISO alpha-3 code; a code nobody has is kept, so that an invented country can be given one. Raises
    `UsageError` naming the file and line that make no sense.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey=_MORE)
            columns = [(column or "").strip() for column in reader.fieldnames or ()]
            _check_header(columns, path)
            reader.fieldnames = columns
            rows = ((reader.line_num, row) for row in reader)
            found = [_party(row, where=f"{path}, line {line}") for line, row in rows]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"cannot read the parties in {path}: {error}") from error
    parties = tuple(party for party in found if party is not None)
    if not parties:
        raise UsageError(f"{path} holds no party: every row needs a name")
    return parties


def _check_header(columns: Sequence[str], path: Path) -> None:
    if "name" not in columns:
        raise UsageError(f"{path} needs a header with the columns {', '.join(COLUMNS)}")
    strange = [column for column in columns if column not in COLUMNS]
    if strange:
        raise UsageError(f"{path}: no such column {strange[0]!r}; there are {', '.join(COLUMNS)}")


def _party(row: Mapping[str, str | None], *, where: str) -> Party | None:
    """The party of a row; None for a row without a name and anything else."""
    name, aliases, sector, country = ((row.get(column) or "").strip() for column in COLUMNS)
    if not name:
        if aliases or sector or country:
            raise UsageError(f"{where}: a party without a name")
        return None
    if row.get(_MORE):
        raise UsageError(f"{where}: more cells than columns; quote a cell that holds a comma")
    if sector and sector.upper() not in SECTORS:
        raise UsageError(f"{where}: {sector!r} is no PLOVER sector; there are {', '.join(sorted(SECTORS))}")
    return Party(
        name=name,
        sector=sector.upper() or None,
        country=_country(country, where=where) if country else None,
        source=where,
        aliases=tuple(alias.strip() for alias in aliases.split(";") if alias.strip()),
    )


def _country(written: str, *, where: str) -> str:
    named = country_names().get(name_key(written))
    if named is not None:
        return named
    if len(written) == _LETTERS and written.isascii() and written.isalpha():
        return written.upper()
    raise UsageError(f"{where}: {written!r} is neither a country's name nor a code of three letters")


def fingerprint(own: tuple[Path, ...]) -> str:
    """What the user's own parties add to a manifest: the hash of each file; nothing without any."""
    return "".join(f" parties {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in own)


def _of_tables() -> list[Party]:
    return [
        Party(
            name=row["name"],
            sector=row["sector"] or None,
            country=(row["country"] if "country" in row else row["countries"].split(";")[0]) or None,
            source=f"{file}, {row['source']}",
            aliases=tuple(tables.listed(row["aliases"])),
        )
        for file in _TABLES
        for row in tables.rows(file)
    ]
