"""Answering: whatever a ledger can be asked; nothing here writes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Unpack

import pyarrow as pa

from sayso.ledger import (
    changes,
    deciding,
    finding,
    frames,
    grouping,
    incidents,
    reviewed,
    rulings,
    runs,
    searching,
)
from sayso.ledger.changes import Change
from sayso.ledger.choosing import Only
from sayso.ledger.filing import Filed
from sayso.ledger.incidents import IncidentPage, OnlyIncidents
from sayso.ledger.listing import Listing
from sayso.ledger.query import parsed
from sayso.ledger.searching import Hit
from sayso.ledger.store import Store
from sayso.model import Claim, Decision, Document, Judgement, Reading, Review, Subject, SyndicationGroup


class Answering:
    """The questions to a ledger. Each is answered from one state of it, whoever writes meanwhile."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def settled(self) -> Callable[[str], bool]:
        """A function that tells which item keys need no second look, as things stand now.

        Those are what was read before, or refused for good.
        """
        with self._store.reading() as connection:
            return runs.settled(connection)

    def document(self, id: str) -> Document:
        """The document with this id, or with the only id that begins so.

        Raises `NotInLedger` where there is none, `UsageError` where several begin so.
        """
        with self._store.rebuilding() as connection:
            return finding.document(connection, id)

    def reading(self, id: str) -> Reading:
        """The current reading of the document with this id, found as `document` finds it."""
        with self._store.rebuilding() as connection:
            return finding.reading(connection, id)

    def claim(self, id: str) -> Claim:
        """The claim with this id, found as `document` finds one; the current one where it was re-read."""
        with self._store.rebuilding() as connection:
            return finding.claim(connection, id)

    def readings(self) -> Iterator[Reading]:
        """The current reading of every document, by document id, a batch in memory at a time."""
        with self._store.rebuilding() as connection:
            yield from finding.readings(connection)

    def claims(self, **only: Unpack[Only]) -> pa.Table:
        """Current claims as an Arrow table, by document and in the order of the report.

        `.to_pandas()` and `polars.from_arrow()` make frames of it. Columns are those of `frames.CLAIMS`;
        `only` picks claims, such as `type="ASSAULT", since="2031-05-01"`.
        """
        with self._store.rebuilding() as connection:
            return frames.claims(connection, only)

    def claim_batches(self, **only: Unpack[Only]) -> Iterator[pa.RecordBatch]:
        """What `claims` gives, a batch in memory at a time."""
        with self._store.rebuilding() as connection:
            yield from frames.claim_batches(connection, only)

    def documents(self) -> pa.Table:
        """Every document, without its text, as an Arrow table; columns are those of `frames.DOCUMENTS`."""
        with self._store.rebuilding() as connection:
            return frames.documents(connection)

    def document_count(self) -> int:
        """How many documents there are."""
        with self._store.reading() as connection:
            return finding.document_count(connection)

    def refusals(self) -> pa.Table:
        """Every refused item of every run, as an Arrow table; columns are those of `frames.REFUSALS`."""
        with self._store.reading() as connection:
            return frames.refusals(connection)

    def runs(self) -> pa.Table:
        """Every run with its counts, as an Arrow table; columns are those of `frames.RUNS`."""
        with self._store.reading() as connection:
            return frames.runs(connection)

    def incident(self, id: str) -> Filed:
        """The incident with this id, found as `document` finds one.

        For one that has become part of another, that other.
        """
        with self._store.rebuilding() as connection:
            return incidents.incident(connection, id)

    def incident_page(
        self,
        *,
        order: str = "newest",
        after: str | None = None,
        limit: int = 50,
        **only: Unpack[OnlyIncidents],
    ) -> IncidentPage:
        """Some rows of a list of incidents; `after` is the `next` of the page before.

        `order` is one of `incidents.ORDERS`; `only` picks some, such as `place="ennisar", min_killed=10`.
        """
        with self._store.rebuilding() as connection:
            return incidents.page(connection, only, order=order, after=after, limit=limit)

    def incident_count(self, **only: Unpack[OnlyIncidents]) -> int:
        """How many incidents there are, or of those that are wanted."""
        with self._store.reading() as connection:
            return incidents.count(connection, only)

    def cases(self, **only: Unpack[OnlyIncidents]) -> Iterator[Filed]:
        """Whole incidents, by id, a batch in memory at a time."""
        with self._store.rebuilding() as connection:
            yield from incidents.cases(connection, only)

    def incidents(self, **only: Unpack[OnlyIncidents]) -> pa.Table:
        """Incidents as an Arrow table, by id; columns are those of `frames.INCIDENTS`."""
        with self._store.rebuilding() as connection:
            return frames.incidents(connection, only)

    def figures(self, **only: Unpack[OnlyIncidents]) -> pa.Table:
        """Every figure that sources of incidents give, as an Arrow table; columns are `frames.FIGURES`."""
        with self._store.rebuilding() as connection:
            return frames.figures(connection, only)

    def incident_of(self, claims: Collection[str]) -> dict[str, str]:
        """The incident that each of some event claims tells of, by claim."""
        with self._store.reading() as connection:
            return incidents.members(connection, claims)

    def tellings_ever(self, id: str) -> set[str]:
        """The claims that any version of the incident with this id has had as tellings."""
        with self._store.reading() as connection:
            return incidents.tellings_ever(connection, id)

    def copies(self, documents: Collection[str] | None = None) -> list[SyndicationGroup]:
        """Who copied whom: the groups that some documents are in, or all."""
        with self._store.rebuilding() as connection:
            return incidents.copies(connection, documents)

    def changes(self, since: str, *, notable: bool = False) -> list[Change]:
        """What has changed since a day, a time (UTC where no zone is given) or the start of a run.

        Incidents change when they are grouped. `notable` leaves out new ones that one telling alone has, with
        nobody killed or injured. Raises `UsageError` where `since` is none of these.
        """
        with self._store.rebuilding() as connection:
            when = changes.since_when(connection, since)
            return list(changes.changes(connection, when, notable=notable))

    def is_grouped(self, *, maker: str) -> bool:
        """Whether the incidents are those of all readings, splits and merges, as this maker groups them."""
        with self._store.reading() as connection:
            return grouping.is_current(connection, maker=maker)

    def decision(self, id: str) -> Decision:
        """One decision; raises `NotInLedger` where there is none of this id."""
        with self._store.reading() as connection:
            return deciding.decision(connection, id)

    def decisions(
        self,
        *,
        kind: Subject | None = None,
        subjects: Collection[str] | None = None,
        by: str | None = None,
        standing: bool = False,
        newest_first: bool = False,
        before: str | None = None,
        limit: int | None = None,
    ) -> list[Decision]:
        """Decisions in the order they were taken, or the newest first; `before` is the id to page on from.

        `standing`: only those that hold, which are not undone and the last on their subject and field.
        """
        with self._store.rebuilding() as connection:
            found = deciding.decisions(
                connection,
                kind=kind,
                subjects=subjects,
                by=by,
                newest_first=newest_first,
                before=before,
                limit=limit,
            )
            return deciding.standing(connection, found) if standing else found

    def judgements(self) -> list[Judgement]:
        """What standing splits and merges say of pairs of tellings, for grouping to obey."""
        with self._store.reading() as connection:
            return rulings.judgements(connection)

    def reviews(self) -> Mapping[str, Review]:
        """What the decisions that hold come to, for every claim that somebody decided about."""
        with self._store.reading() as connection:
            return reviewed.reviews_of_claims(connection)

    def search(self, typed: str, *, limit: int = 20, offset: int = 0) -> list[Hit]:
        """Documents that fit what somebody typed, best first; `query` says what can be typed.

        Never raises for what was typed: what makes no sense finds nothing.
        """
        with self._store.reading() as connection:
            return searching.search(connection, parsed(typed), limit=limit, offset=offset)

    @contextmanager
    def listing(self) -> Iterator[Listing]:
        """The queries behind listing pages, for use in the block."""
        with self._store.reading() as connection:
            yield Listing(connection)
