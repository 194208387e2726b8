"""Every format that a ledger can be written out in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.exports.as_csv import write_csv, write_figures_csv, write_incidents_csv
from sayso.exports.as_geojson import write_geojson, write_incidents_geojson
from sayso.exports.as_jsonl import write_jsonl
from sayso.exports.as_parquet import write_figures_parquet, write_incidents_parquet, write_parquet


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One format: what a file of it holds, and the function that writes one."""

    holds: str
    suffix: str
    media_type: str
    write: Callable[..., int]
    """Writes a ledger to a binary stream that need not seek, in the order of ids; how many records."""
    grouped: bool = False
    """Whether it writes incidents, which must be grouped before; it takes those of `OnlyIncidents` alone."""


_CSV = "text/csv; charset=utf-8; header=present"
_GEOJSON = "application/geo+json"
_PARQUET = "application/vnd.apache.parquet"

WRITERS: Mapping[str, Writer] = {
    "csv": Writer(
        holds="claims, one a row",
        suffix=".csv",
        media_type=_CSV,
        write=write_csv,
    ),
    "figures-csv": Writer(
        holds="every figure that a source of an incident gives, one a row",
        suffix=".csv",
        media_type=_CSV,
        write=write_figures_csv,
        grouped=True,
    ),
    "figures-parquet": Writer(
        holds="every figure that a source of an incident gives, one a row, with its types",
        suffix=".parquet",
        media_type=_PARQUET,
        write=write_figures_parquet,
        grouped=True,
    ),
    "geojson": Writer(
        holds="events at the most specific of their places that has coordinates",
        suffix=".geojson",
        media_type=_GEOJSON,
        write=write_geojson,
    ),
    "incidents-csv": Writer(
        holds="incidents, one a row",
        suffix=".csv",
        media_type=_CSV,
        write=write_incidents_csv,
        grouped=True,
    ),
    "incidents-geojson": Writer(
        holds="incidents on a map, each with the tolls by source",
        suffix=".geojson",
        media_type=_GEOJSON,
        write=write_incidents_geojson,
        grouped=True,
    ),
    "incidents-parquet": Writer(
        holds="incidents, one a row, with their types",
        suffix=".parquet",
        media_type=_PARQUET,
        write=write_incidents_parquet,
        grouped=True,
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
        media_type=_PARQUET,
        write=write_parquet,
    ),
}
"""The formats by name."""
