"""What listing pages ask of a ledger: the codes of everything at once, and whole rows of the few they show.

Pages, facets and their counts need a few short codes of every claim; those are read once, as Arrow columns,
and kept by the caller until `version` changes. Only the rows of one page are then read in full, by number.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Integer, Select, case, cast, func, or_, select

from sayso.ledger import codes, schema, searching
from sayso.ledger.backends import backend_of
from sayso.ledger.backends.instr import instr
from sayso.ledger.driver import numbers_of
from sayso.ledger.filing import ROW, IncidentRow
from sayso.ledger.finding import printed
from sayso.ledger.incidents import to_row
from sayso.ledger.listed import ClaimRow, DocumentRow, Refused, RunRow, Version, claim_row
from sayso.ledger.query import FIELDS, Place, Query, Term, parsed
from sayso.ledger.rebuilding import voices_of
from sayso.ledger.searching import Hit

__all__ = ["ClaimRow", "DocumentRow", "Listing", "Refused", "RunRow", "Version"]

_OUTCOMES = ("read", "known", "refused")


class Listing:
    """The queries of listing pages, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def version(self) -> Version:
        """Numbers that change whenever readings are added or incidents are grouped."""
        readings, groupings = schema.readings.c, schema.groupings.c
        finished = select(func.max(groupings.number)).where(groupings.finished.is_not(None))
        return Version(
            readings=self._connection.scalar(select(func.max(readings.number))) or 0,
            groupings=self._connection.scalar(finished) or 0,
        )

    def incident_codes(self) -> pa.Table:
        """The codes of every current incident, by number."""
        return codes.of_incidents(self._connection)

    def incidents(self, numbers: Sequence[int]) -> list[IncidentRow]:
        """The incidents with these numbers, in this order."""
        of = schema.incidents.c
        query = select(of.number, *(of[name] for name in ROW)).where(of.number.in_(numbers))
        found = {row.number: to_row(row) for row in self._connection.execute(query)}
        return [found[number] for number in numbers if number in found]

    def tolls_of(self, events: Collection[str]) -> dict[str, list[ClaimRow]]:
        """The current toll claims of some event claims, in the order of the report, by event."""
        of, wanted = schema.claims.c, sorted(events)
        documents = select(of.document).where(of.id.in_(wanted))
        # Another voice's telling of the event is a claim that names it, too.
        tolls = (of.document.in_(documents), of.event.in_(wanted), of.kind == "toll")
        query = _current_claims(of.number).where(*tolls)
        numbers = list(self._connection.scalars(query.order_by(of.reading, of.position)))
        found: dict[str, list[ClaimRow]] = {}
        for row in self.claims(numbers):
            found.setdefault(row.event or "", []).append(row)
        return found

    def claim_codes(self, *, after: int = 0, readings: int | None = None) -> pa.Table:
        """The codes of every current claim with a number above `after`, by number, words as dictionaries.

        `readings` leaves out what readings above that number claim.
        """
        return codes.of_claims(self._connection, after=after, readings=readings)

    def claims_by_day(self) -> dict[str | None, int]:
        """How many current claims the reports of each day make, as the day was written; None for no day."""
        of, readings, documents = schema.claims.c, schema.readings.c, schema.documents.c
        # Counted before they are joined: a report has many claims.
        made = select(of.reading, func.count().label("many")).group_by(of.reading).subquery()
        query = (
            select(documents.published, func.sum(made.c.many))
            .join_from(made, schema.readings, readings.number == made.c.reading)
            .join(schema.documents, documents.id == readings.document)
            .where(readings.superseded_by.is_(None))
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(query.group_by(documents.published))}

    def speakers(self) -> list[str]:
        """Everybody on whose say-so some current claim stands, as it was written, in no order."""
        of, claims, readings = schema.voices.c, schema.claims.c, schema.readings.c
        further = schema.voices.alias().c
        inner = select(further.claim).where(further.claim == of.claim, further.position > of.position)
        old = select(readings.number).where(readings.superseded_by.is_not(None))
        gone = select(claims.number).where(claims.reading.in_(old))
        query = select(of.who).where(of.who.is_not(None), ~inner.exists(), of.claim.not_in(gone))
        return list(self._connection.scalars(query.distinct()))

    def claims_read_again(self, *, since: int) -> NDArray[np.int64]:
        """Numbers of the claims that readings above number `since` took the place of."""
        of, readings = schema.claims.c, schema.readings.c
        again = select(readings.document).where(readings.number > since)
        old = select(readings.number).where(readings.superseded_by.is_not(None), readings.document.in_(again))
        return numbers_of(self._connection, select(of.number).where(of.reading.in_(old)))

    def document_codes(self, *, after: int = 0) -> pa.Table:
        """Number, outlet, day and language of every document with a number above `after`."""
        return codes.of_documents(self._connection, after=after)

    def claims(self, numbers: Sequence[int]) -> list[ClaimRow]:
        """The claims with these numbers, in this order."""
        claims, documents = schema.claims.c, schema.documents.c
        query = (
            select(
                schema.claims,
                *(documents[name] for name in ("outlet", "published")),
                documents.title.label("document_title"),
                *_context(),
            )
            .join(schema.documents, documents.id == claims.document)
            .where(claims.number.in_(numbers))
        )
        rows = {row["number"]: dict(row) for row in self._connection.execute(query).mappings()}
        voices = voices_of(self._connection, list(numbers))
        return [claim_row(rows[number], voices[number]) for number in numbers if number in rows]

    def documents(self, numbers: Sequence[int]) -> list[DocumentRow]:
        """The documents with these numbers, in this order."""
        of, claims, readings = schema.documents.c, schema.claims.c, schema.readings.c
        counted = select(func.count()).where(claims.reading == readings.number).scalar_subquery()
        named = [of[name] for name in ("number", "title", "outlet", "published", "language", "origin")]
        query = (
            select(of.id.label("document"), *named, counted.label("claims"))
            .join(schema.readings, (readings.document == of.id) & readings.superseded_by.is_(None))
            .where(of.number.in_(numbers))
        )
        found = {row["number"]: DocumentRow(**row) for row in self._connection.execute(query).mappings()}
        return [found[number] for number in numbers if number in found]

    def documents_called(self, ids: Sequence[str]) -> list[DocumentRow]:
        """The documents with these ids, in this order."""
        of = schema.documents.c
        found = self._connection.execute(select(of.id, of.number).where(of.id.in_(ids)))
        numbers = {row.id: row.number for row in found}
        return self.documents([numbers[id] for id in ids if id in numbers])

    def outlets_of(self, documents: Collection[str]) -> dict[str, str | None]:
        """The outlet of each of some documents, by id."""
        return {id: one.outlet for id, one in printed(self._connection, documents).items()}

    def numbers_of_document(self, document: str) -> list[int]:
        """The numbers of a document's current claims, in the order of the report."""
        of = schema.claims.c
        query = _current_claims(of.number).where(of.document == document).order_by(of.position)
        return list(self._connection.scalars(query))

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of the current claim with each id; ids that are not there are left out."""
        of = schema.claims.c
        query = _current_claims(of.id, of.number).where(of.id.in_(sorted(set(ids))))
        return {row.id: row.number for row in self._connection.execute(query)}

    def claims_called(self, ids: Sequence[str]) -> dict[str, ClaimRow]:
        """Current claims by id."""
        return {row.claim: row for row in self.claims(list(self.numbers_of(ids).values()))}

    def matching(self, query: Query) -> NDArray[np.int64]:
        """Numbers of the claims whose own words fit a query, in no order.

        Words are looked for in the claim's quotation, speakers, parties, places and persons; fields that
        speak of documents or codes are left to the caller's filters.
        """
        of_claims = _of_claims(query)
        if not of_claims.groups:
            return np.empty(0, dtype=np.int64)
        return numbers_of(self._connection, backend_of(self._connection).claims_with(of_claims))

    def documents_matching(self, query: Query) -> NDArray[np.int64]:
        """Numbers of the documents that fit a query, in no order."""
        return searching.fitting(self._connection, query)

    def ranks(self, typed: str, numbers: Sequence[int]) -> dict[int, float]:
        """How well some documents with the words that somebody typed fit them, the best the lowest.

        Empty where no words were asked for, but only fields such as `type:assault`.
        """
        return searching.ranks(self._connection, parsed(typed), numbers)

    def snippets(self, typed: str, numbers: Sequence[int]) -> dict[int, Hit]:
        """The words of some documents that show why they fit, by number."""
        return searching.hits(self._connection, parsed(typed), numbers)

    def runs(self, *, run: str | None = None, limit: int = 50) -> list[RunRow]:
        """Runs, the latest first, or the one with this id."""
        of = schema.runs.c
        query = select(of.id.label("run"), of.started, of.finished, of.maker, of.manifest)
        if run is not None:
            query = query.where(of.id == run)
        found = self._connection.execute(query.order_by(of.started.desc(), of.id).limit(limit)).mappings()
        rows = found.all()
        counts = self._outcomes([row["run"] for row in rows])
        none = dict.fromkeys(_OUTCOMES, 0)
        return [RunRow(**row, **counts.get(row["run"], none)) for row in rows]

    def _outcomes(self, runs: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """How many items some runs read, knew and refused, by run."""
        of = schema.items.c
        # Each run's items stand together: they are counted in one go, and nothing is sorted.
        counts = (func.count().filter(of.status == status).label(status) for status in _OUTCOMES)
        found = self._connection.execute(select(of.run, *counts).where(of.run.in_(runs)).group_by(of.run))
        return {row["run"]: {status: row[status] for status in _OUTCOMES} for row in found.mappings()}

    def refusals(
        self, *, run: str | None = None, reason: str | None = None, before: int | None = None, limit: int = 50
    ) -> list[Refused]:
        """Refused items, the latest first, from the one before number `before` on."""
        of = schema.items.c
        named = [of[name] for name in ("run", "item", "origin", "part", "external_id", "reason", "detail")]
        query = select(schema.ROWID.label("number"), *named).where(of.status == "refused")
        for column, wanted in ((of.run, run), (of.reason, reason)):
            if wanted is not None:
                query = query.where(column == wanted)
        if before:
            query = query.where(before > schema.ROWID)
        rows = self._connection.execute(query.order_by(schema.ROWID.desc()).limit(limit))
        return [Refused(**row) for row in rows.mappings()]

    def refusal_reasons(self) -> dict[str, int]:
        """How many items were refused for each reason, the commonest first."""
        of, many = schema.items.c, func.count().label("many")
        query = select(of.reason, many).where(of.status == "refused").group_by(of.reason)
        rows = self._connection.execute(query.order_by(many.desc(), of.reason))
        return {row.reason: row.many for row in rows}


def _current_claims(*columns: ColumnElement[Any]) -> Select[Any]:
    of = schema.readings.c
    current = (of.number == schema.claims.c.reading) & of.superseded_by.is_(None)
    return select(*columns).join_from(schema.claims, schema.readings, current)


def _context() -> tuple[ColumnElement[str], ColumnElement[bool]]:
    """A claim's sentence, as `context`; where the database cannot count, the whole text, which is `odd`."""
    claims, whole = schema.claims.c, schema.documents.c.text
    start, end = (cast(column, Integer) for column in (claims.context_start, claims.context_end))
    # SQLite counts no further than U+0000, and PostgreSQL keeps that and U+FDD2 as two characters.
    odd = or_(instr(whole, "\0") > 0, instr(whole, "\ufdd2") > 0)
    sentence = func.substr(whole, start + 1, end - start)
    return case((odd, whole), else_=sentence).label("context"), odd.label("odd")


def _of_claims(query: Query) -> Query:
    """Of a query what asks for words of claims."""
    groups = (tuple(filter(_is_of_claims, group)) for group in query.groups)
    without = tuple(filter(_is_of_claims, query.without))
    return Query(groups=tuple(filter(None, groups)), without=without)


def _is_of_claims(term: Term) -> bool:
    return term.field is None or FIELDS[term.field] is Place.CLAIM
