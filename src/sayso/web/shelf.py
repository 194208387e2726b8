"""What the desk keeps in memory of a ledger: short codes of its claims, documents and incidents."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from sayso.ledger import Ledger
from sayso.ledger.listing import Listing, Version
from sayso.web.columns import Coded, Columns, ordinals

_LISTS = ("actors", "recipients", "places")
_ONES = ("kind", "type", "assertion", "effect", "of", "qualifier", "who")
_STORY = ("status", "type", "place", "title", "trigger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A ledger's claims, documents and incidents as columns, as they were at one version of it."""

    version: Version
    claims: Columns
    documents: Columns
    incidents: Mapping[str, Columns]
    """The same incidents in each of their orders."""
    parties: Mapping[str, tuple[int, int, int]]
    """For every name how many claims it acts in, is acted upon in, and is the speaker of."""


class Shelves:
    """The newest shelf of a ledger, filled again when the ledger has changed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def newest(self) -> Shelf:
        """The shelf as of now; takes some seconds a million claims where something was added."""
        with self._ledger.listing() as listing:
            version = listing.version()
            if self._shelf is None or self._shelf.version != version:
                with self._lock:
                    if self._shelf is None or self._shelf.version != version:
                        self._shelf = _filled(listing, version, self._shelf)
            return self._shelf


def _filled(listing: Listing, version: Version, last: Shelf | None) -> Shelf:
    """A shelf as of now: the last one with what was added since, or all of it anew."""
    incidents = _incident_columns(listing.incident_codes())
    if last is not None and last.version.readings == version.readings:
        return replace(last, version=version, incidents=incidents)
    if last is not None and last.version.readings < version.readings:
        documents, claims = _grown(listing, last)
    else:
        documents = _document_columns(listing.document_codes())
        claims = _claim_columns(listing.claim_codes(), documents)
    return Shelf(
        version=version,
        claims=claims,
        documents=documents,
        incidents=incidents,
        parties=_party_counts(claims),
    )


def _grown(listing: Listing, last: Shelf) -> tuple[Columns, Columns]:
    """Documents and claims with those that were added; claims of readings that are no more are left out."""
    new = _document_columns(listing.document_codes(after=_last(last.documents)))
    documents = last.documents.grown(new)
    claims = _claim_columns(listing.claim_codes(after=_last(last.claims)), documents)
    return documents, last.claims.grown(
        claims, without=listing.claims_read_again(since=last.version.readings)
    )


def _last(columns: Columns) -> int:
    return int(columns.numbers[-1]) if len(columns.numbers) else 0


def _claim_columns(table: pa.Table, documents: Columns) -> Columns:
    rows = np.searchsorted(documents.numbers, table["document"].to_numpy().astype(np.int64))
    codes = {name: Coded.of(table[name]) for name in _ONES}
    codes |= {name: Coded.of(table[name], lists=True) for name in _LISTS}
    codes |= {name: documents.codes[name].taken(rows) for name in ("outlet", "language")}
    return Columns(numbers=_whole(table, "number"), days=documents.days[rows], codes=codes)


def _document_columns(table: pa.Table) -> Columns:
    codes = {name: Coded.of(table[name]) for name in ("outlet", "language")}
    return Columns(numbers=_whole(table, "number"), days=ordinals(table["published"]), codes=codes)


def _incident_columns(table: pa.Table) -> Mapping[str, Columns]:
    newest = Columns(
        numbers=_whole(table, "number"),
        days=ordinals(table["day"]),
        codes={name: Coded.of(table[name]) for name in _STORY}
        | {name: Coded.flag(_whole(table, name)) for name in ("notable", "placed")},
    )
    return {
        "newest": newest,
        "deadliest": replace(newest, days=_whole(table, "killed").astype(np.int32)),
        "most told": replace(newest, days=_whole(table, "reports").astype(np.int32)),
        "lately reported": replace(newest, days=ordinals(table["last_published"])),
    }


def _whole(table: pa.Table, name: str) -> np.ndarray:
    column: np.ndarray = table[name].to_numpy().astype(np.int64)
    return column


def _party_counts(claims: Columns) -> Mapping[str, tuple[int, int, int]]:
    counts = [dict(claims.codes[name].counts(None)) for name in ("actors", "recipients", "who")]
    names = dict.fromkeys(name for column in counts for name in column)
    return {name: (counts[0].get(name, 0), counts[1].get(name, 0), counts[2].get(name, 0)) for name in names}
