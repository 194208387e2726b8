"""What the desk keeps in memory of a ledger: codes of its claims and documents, until the ledger changes."""

import threading
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from sayso.ledger import Ledger
from sayso.ledger.listing import Listing
from sayso.web.columns import Coded, Columns, ordinals

_LISTS = ("actors", "recipients", "places")
_ONES = ("kind", "type", "assertion", "effect", "of", "qualifier", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A ledger's claims and documents as columns, as they were at one version of it."""

    version: tuple[int, int, int]
    claims: Columns
    documents: Columns
    document_of_claim: np.ndarray
    """For each claim the row of its document."""


class Shelves:
    """The newest shelf of a ledger, made again when the ledger has changed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None
        self._parties: tuple[tuple[int, int, int], dict[str, tuple[int, int, int]]] | None = None

    def party_counts(self) -> dict[str, tuple[int, int, int]]:
        """For every name how many claims it acts in, is acted upon in, and is the speaker of."""
        shelf = self.newest()
        if self._parties is None or self._parties[0] != shelf.version:
            self._parties = (shelf.version, _party_counts(shelf.claims))
        return self._parties[1]

    def newest(self) -> Shelf:
        """The shelf as of now; takes about four seconds a million claims where something was added."""
        with self._ledger.listing() as listing:
            version = listing.version()
            if self._shelf is None or self._shelf.version != version:
                with self._lock:
                    if self._shelf is None or self._shelf.version != version:
                        self._shelf = _filled(listing, version)
            return self._shelf


def _filled(listing: Listing, version: tuple[int, int, int]) -> Shelf:
    documents = _document_columns(listing.document_codes())
    table = listing.claim_codes()
    rows = np.searchsorted(documents.numbers, table["document"].to_numpy().astype(np.int64))
    codes = {name: Coded.of(table[name]) for name in _ONES}
    codes |= {name: Coded.of(table[name], lists=True) for name in _LISTS}
    codes["outlet"] = documents.codes["outlet"].taken(rows)
    codes["language"] = documents.codes["language"].taken(rows)
    claims = Columns(
        numbers=table["number"].to_numpy().astype(np.int64),
        days=documents.days[rows] if len(rows) else np.array([], dtype=np.int32),
        codes=codes,
    )
    return Shelf(version=version, claims=claims, documents=documents, document_of_claim=rows)


def _document_columns(table: pa.Table) -> Columns:
    return Columns(
        numbers=table["number"].to_numpy().astype(np.int64),
        days=ordinals(table["published"]),
        codes={name: Coded.of(table[name]) for name in ("outlet", "language")},
    )


def _party_counts(claims: Columns) -> dict[str, tuple[int, int, int]]:
    counts = [dict(claims.codes[name].counts(None)) for name in ("actors", "recipients", "who")]
    names = dict.fromkeys(name for column in counts for name in column)
    return {name: (counts[0].get(name, 0), counts[1].get(name, 0), counts[2].get(name, 0)) for name in names}
