"""What the desk keeps in memory of a ledger: short codes of its claims, documents and incidents."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np
import pyarrow as pa

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.listing import Version
from sayso.web import tallies
from sayso.web.carriers import Carriers, carriers_of
from sayso.web.coded import Coded, Mask, spellings
from sayso.web.columns import Columns, ordinals
from sayso.web.ranking import Ranking

_LISTS = ("actors", "recipients", "places")
_ONES = ("kind", "type", "assertion", "effect", "of", "qualifier", "who")
_STORY = ("status", "type", "place", "title", "trigger")
ROLES = ("actors", "recipients", "who")
"""The columns of claims that name parties."""

Made = TypeVar("Made")
Parties = Mapping[str, tuple[int, int, int]]
"""For every name in how many claims it has each of `ROLES`."""


class Once(Generic[Made]):
    """Something that is made when it is first asked for, once, however many ask at a time."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self.made: Made | None = None
        """What was made; None before it was asked for."""

    def __call__(self) -> Made:
        """It, made now if need be."""
        with self._lock:
            if self.made is None:
                self.made = self._make()
            return self.made


class Shelf:
    """A ledger's claims, documents and incidents as columns, as they were at one version of it.

    Each is read when a page first needs it: a list of incidents does not wait for a million claims. What an
    earlier shelf has read is taken over, and only what was added since is read.
    """

    def __init__(self, ledger: Ledger, version: Version, earlier: "Shelf | None" = None) -> None:
        self.version = version
        self._ledger = ledger
        self._documents: Once[Columns] = Once(self._read_documents)
        self._claims: Once[tuple[Version, Columns]] = Once(self._read_claims)
        self._older_documents: Columns | None = None
        self._older_claims: tuple[Version, Columns] | None = None
        if earlier is not None:
            self._older_documents = earlier._documents.made or earlier._older_documents
            self._older_claims = earlier._claims.made or earlier._older_claims
        self._incidents = Once(self._read_incidents)
        self._carriers = Once(lambda: carriers_of(ledger))
        if earlier is not None and earlier.version.groupings == version.groupings:
            self._incidents, self._carriers = earlier._incidents, earlier._carriers
        self._tally = Once(self._count)
        self._parties = Once(lambda: _party_counts(self.claims))
        self._rankings: dict[str, Once[Ranking]] = {
            "outlets": Once(lambda: Ranking(dict(self.documents.codes["outlet"].counts(None)))),
            "any": Once(lambda: Ranking({name: sum(each) for name, each in self.parties.items()})),
            **{role: Once(lambda role=role: self._ranked(role)) for role in ROLES},  # type: ignore[misc]
        }

    @property
    def documents(self) -> Columns:
        """Every document."""
        return self._documents()

    @property
    def claims(self) -> Columns:
        """Every current claim; takes some seconds a million where they were not read before."""
        return self._claims()[1]

    def documents_of(self, claims: Mask) -> Mask:
        """The documents of some claims."""
        mask = np.zeros(len(self.documents.numbers), dtype=np.bool_)
        mask[self.claims.parents[claims]] = True
        return mask

    @property
    def tally(self) -> tallies.Tally:
        """Counts of all claims; does not wait for them to be read."""
        return self._tally()

    @property
    def incidents(self) -> Mapping[str, Columns]:
        """The same incidents in each of their orders."""
        return self._incidents()

    @property
    def parties(self) -> Parties:
        """Everybody who acts, is acted upon or speaks."""
        return self._parties()

    @property
    def carriers(self) -> Carriers:
        """Which outlets carry whose texts."""
        return self._carriers()

    def ranking(self, name: str) -> Ranking:
        """Outlets by their reports (`outlets`), or parties by their claims in one of `ROLES` or in `any`."""
        return self._rankings[name]()

    def _read_documents(self) -> Columns:
        older = self._older_documents
        with self._ledger.listing() as listing:
            new = _document_columns(listing.document_codes(after=_last(older) if older else 0))
        self._older_documents = None
        return older.grown(new) if older else new

    def _read_claims(self) -> tuple[Version, Columns]:
        documents, older = self.documents, self._older_claims
        with self._ledger.listing() as listing:
            after = _last(older[1]) if older else 0
            table = listing.claim_codes(after=after, readings=self.version.readings)
            columns = _claim_columns(table, documents)
            if older:
                gone = listing.claims_read_again(since=older[0].readings)
                columns = older[1].grown(columns, without=gone)
        self._older_claims = None
        return self.version, columns

    def _count(self) -> tallies.Tally:
        if self._claims.made or self._older_claims:
            return tallies.of_columns(self.claims)
        with self._ledger.listing() as listing:
            return tallies.of_ledger(listing)

    def _read_incidents(self) -> Mapping[str, Columns]:
        with self._ledger.listing() as listing:
            return _incident_columns(listing.incident_codes())

    def _ranked(self, role: str) -> Ranking:
        place = ROLES.index(role)
        return Ranking({name: each[place] for name, each in self.parties.items() if each[place]})


class Shelves:
    """The newest shelf of a ledger, a new one when the ledger has changed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.Lock()
        self._shelf: Shelf | None = None

    def newest(self) -> Shelf:
        """The shelf as of now."""
        with self._ledger.listing() as listing:
            version = listing.version()
        with self._lock:
            if self._shelf is None or self._shelf.version != version:
                self._shelf = Shelf(self._ledger, version, self._shelf)
            return self._shelf

    def warm(self) -> threading.Thread:
        """Read in the background what pages will need, so that the first of them waits the less."""
        thread = threading.Thread(target=self._fill, name="shelf", daemon=True)
        thread.start()
        return thread

    def _fill(self) -> None:
        # A ledger that cannot be read is for the page to tell of, which somebody sees.
        with suppress(LedgerError):
            shelf = self.newest()
            # In the order in which pages are looked at: the first of all waits for these three, and the
            # database counts while the others are read.
            counting = threading.Thread(target=_tallied, args=(shelf,), name="tally", daemon=True)
            counting.start()
            shelf.documents  # noqa: B018 - read for later
            shelf.incidents  # noqa: B018
            counting.join()
            shelf.ranking("any")
            shelf.carriers  # noqa: B018


def _tallied(shelf: Shelf) -> None:
    with suppress(LedgerError):
        shelf.tally  # noqa: B018 - counted for later


def _last(columns: Columns) -> int:
    return int(columns.numbers[-1]) if len(columns.numbers) else 0


def _claim_columns(table: pa.Table, documents: Columns) -> Columns:
    rows = np.searchsorted(documents.numbers, _whole(table, "document"))
    codes = {name: Coded.of(table[name], named=name in ROLES) for name in _ONES}
    codes |= {name: Coded.of(table[name], lists=True, named=True) for name in _LISTS}
    codes |= {name: documents.codes[name].taken(rows) for name in ("outlet", "language")}
    return Columns(numbers=_whole(table, "number"), days=documents.days[rows], codes=codes, parents=rows)


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


def _party_counts(claims: Columns) -> Parties:
    counted = [claims.codes[name].counts(None) for name in ROLES]
    # Each column has its own commonest spelling.
    spelling = spellings(pair for column in counted for pair in column)
    acting, hit, speaking = ({spelling[name]: many for name, many in column} for column in counted)
    names = dict.fromkeys((*acting, *hit, *speaking))
    return {name: (acting.get(name, 0), hit.get(name, 0), speaking.get(name, 0)) for name in names}
