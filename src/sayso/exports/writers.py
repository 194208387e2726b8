"""Every format that a ledger can be written out in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from sayso.exports.as_csv import write_csv
from sayso.exports.as_geojson import write_geojson
from sayso.exports.as_jsonl import write_jsonl
from sayso.exports.as_parquet import write_parquet

if TYPE_CHECKING:  # The database's libraries are slow to import, and `sayso read --json` needs none of them.
    from sayso.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One format: what a file of it holds, and the function that writes one."""

    holds: str
    suffix: str
    media_type: str
    write: Callable[["Ledger", BinaryIO], int]
    """Writes to a binary stream that need not seek, in an order that ids decide; how many records."""


WRITERS: Mapping[str, Writer] = {
    "csv": Writer(
        holds="claims, one a row",
        suffix=".csv",
        media_type="text/csv; charset=utf-8; header=present",
        write=write_csv,
    ),
    "geojson": Writer(
        holds="events at the most specific of their places that has coordinates",
        suffix=".geojson",
        media_type="application/geo+json",
        write=write_geojson,
    ),
    "jsonl": Writer(
        holds="readings, one a line, as `sayso read --json` prints them",
        suffix=".jsonl",
        media_type="application/jsonl",
        write=write_jsonl,
    ),
    "parquet": Writer(
        holds="claims, one a row, with their types",
        suffix=".parquet",
        media_type="application/vnd.apache.parquet",
        write=write_parquet,
    ),
}
"""The formats by name."""
