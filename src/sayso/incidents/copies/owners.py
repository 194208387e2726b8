"""Owners: which outlets stand under one roof, and by which names credits call them."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sayso.errors import UsageError

COLUMNS = ("outlet", "owner", "aliases")
"""Columns of an owner table; `aliases` are divided by semicolons and may be left out."""
_SHIPPED = Path(__file__).with_name("owners.tsv")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """One row of an owner table."""

    outlet: str
    owner: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owners:
    """An owner table, to be asked by any name of an outlet."""

    rows: tuple[Owner, ...] = ()
    _by_name: Mapping[str, Owner] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Owner] = {}
        for row in self.rows:
            for name in (row.outlet, *row.aliases):
                by_name.setdefault(folded(name), row)
        object.__setattr__(self, "_by_name", by_name)

    def roof(self, outlet: str) -> str:
        """Under whose roof an outlet stands: its owner, or itself where the table is silent."""
        row = self._by_name.get(folded(outlet))
        return row.owner if row else outlet

    def known(self, name: str) -> str | None:
        """The outlet that a name means, if the table has it."""
        row = self._by_name.get(folded(name))
        return row.outlet if row else None

    def outlet(self, name: str) -> str:
        """The outlet that a name means: "AP" is Associated Press; a name not in the table means itself."""
        return self.known(name) or name

    def names(self, outlet: str) -> tuple[str, ...]:
        """Every name that the table gives an outlet, its own first."""
        row = self._by_name.get(folded(outlet))
        return tuple(dict.fromkeys((outlet, row.outlet, *row.aliases))) if row else (outlet,)

    def over(self, other: "Owners") -> "Owners":
        """Both tables in one; where they differ, this one holds."""
        return Owners((*self.rows, *other.rows))


def folded(name: str) -> str:
    """A name as names are compared: small letters, words only, no leading article."""
    words = _WORD.findall(name.casefold())
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def read_owners(path: Path) -> Owners:
    """The owner table in a CSV or TSV file, which has a head line that names its columns.

    Raises `UsageError` for a file that cannot be read or lacks a column or a value.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return Owners(tuple(_rows(file, path)))
    except (OSError, UnicodeDecodeError, csv.Error) as broken:
        raise UsageError(f"cannot read the owner table {path}: {broken}") from broken


@cache
def shipped_owners() -> Owners:
    """The small table that comes with Sayso: international agencies and the names in their credits."""
    return read_owners(_SHIPPED)


def _rows(file: Iterable[str], path: Path) -> Iterator[Owner]:
    lines = [line for line in file if line.strip() and not line.startswith("#")]
    divider = "\t" if lines and "\t" in lines[0] else ","
    table = csv.DictReader(lines, delimiter=divider)
    missing = [column for column in COLUMNS[:2] if column not in (table.fieldnames or ())]
    if missing:
        raise UsageError(f"the owner table {path} has no column {missing[0]!r}; it needs outlet and owner")
    for number, row in enumerate(table, 1):
        outlet, owner = (row["outlet"] or "").strip(), (row["owner"] or "").strip()
        if not outlet or not owner:
            raise UsageError(f"row {number} of the owner table {path} lacks its outlet or its owner")
        aliases = (alias.strip() for alias in (row.get("aliases") or "").split(";"))
        yield Owner(outlet=outlet, owner=owner, aliases=tuple(alias for alias in aliases if alias))
