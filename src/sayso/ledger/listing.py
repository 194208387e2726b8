"""What listing pages ask of a ledger: the codes of everything at once, and whole rows of the few they show.

Pages, facets and their counts need a few short codes of every claim; those are read once, as Arrow columns,
and kept by the caller until `version` changes. Only the rows of one page are then read in full, by number.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
from sqlalchemy import BindParameter, Connection, bindparam, select, text

from sayso.ledger import schema
from sayso.ledger.filing import ROW, IncidentRow
from sayso.ledger.incidents import to_row
from sayso.ledger.query import FIELDS, Place, Query, Term, parsed
from sayso.ledger.rebuilding import voices_of

_CHUNK = 65_536
_CODES = ("kind", "type", "assertion", "effect", "of", "qualifier", "actors", "recipients", "places")

_CLAIM_CODES = text(
    """
    SELECT claims.number, documents.number AS document, claims.kind, claims.type, claims.assertion,
        claims.effect, claims."of", claims.qualifier, claims.actors, claims.recipients, claims.places,
        (SELECT who FROM voices WHERE voices.claim = claims.number ORDER BY position DESC LIMIT 1) AS who,
        claims.confidence
    FROM claims
    JOIN readings ON readings.number = claims.reading AND readings.superseded_by IS NULL
    JOIN documents ON documents.id = claims.document
    ORDER BY claims.number
    """
)
_DOCUMENT_CODES = text("SELECT number, id, outlet, published, language, title FROM documents ORDER BY number")
_DOCUMENTS = text(
    """
    SELECT documents.id AS document, documents.number, title, outlet, published, language, origin,
        (SELECT count(*) FROM claims WHERE claims.reading = readings.number) AS claims
    FROM documents
    JOIN readings ON readings.document = documents.id AND readings.superseded_by IS NULL
    WHERE documents.number IN :numbers
    """
)
_RUNS = text(
    """
    SELECT runs.id AS run, started, finished, maker, manifest,
        (SELECT count(*) FROM items WHERE items.run = runs.id AND status = 'read') AS read,
        (SELECT count(*) FROM items WHERE items.run = runs.id AND status = 'known') AS known,
        (SELECT count(*) FROM items WHERE items.run = runs.id AND status = 'refused') AS refused
    FROM runs WHERE :run IS NULL OR runs.id = :run ORDER BY started DESC, runs.id LIMIT :limit
    """
)
_MANY: BindParameter[Any] = bindparam("numbers", expanding=True)
_INCIDENT_CODES = text(
    """
    SELECT number, status, type, day, place, title, "trigger", last_published,
        coalesce(killed_high, -1) AS killed, reports, latitude IS NOT NULL AS placed,
        killed_high IS NOT NULL OR injured_high IS NOT NULL OR tellings > 1 AS notable
    FROM incidents WHERE superseded_by IS NULL ORDER BY number
    """
)
_REFUSALS = text(
    """
    SELECT items.rowid AS number, run, item, origin, part, external_id, reason, detail FROM items
    WHERE status = 'refused' AND (:run IS NULL OR run = :run) AND (:reason IS NULL OR reason = :reason)
        AND items.rowid < :before
    ORDER BY items.rowid DESC LIMIT :limit
    """
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim with its document's name and the sentence around it, as a page shows it."""

    claim: str
    number: int
    document: str
    kind: str
    outlet: str | None
    published: str | None
    title: str | None
    chain: tuple[str | None, ...]
    """From the outlet's nearest source to the innermost speaker; None is somebody who is not named."""
    cues: tuple[str | None, ...]
    """The words that mark each link of the chain."""
    forms: tuple[str, ...]
    who: str | None
    type: str | None
    mode: str | None
    assertion: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[str, ...]
    date: str | None
    effect: str | None
    of: str | None
    low: int | None
    high: int | None
    qualifier: str | None
    event: str | None
    person: str | None
    office: str | None
    body: str | None
    quote: str
    start: int
    end: int
    context: str
    context_start: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document without its text."""

    document: str
    number: int
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    origin: str
    claims: int
    """How many claims its current reading makes."""
    snippet: str | None = None
    """For a search: the words that fit, and some around them."""

    def with_snippet(self, snippet: str) -> "DocumentRow":
        """The same row with the words that a search found."""
        return replace(self, snippet=snippet)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run, with what became of its items."""

    run: str
    started: str
    finished: str | None
    maker: str | None
    read: int
    known: int
    refused: int
    manifest: str
    """JSON, as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """One item that could not be read, and why."""

    number: int
    run: str
    item: str
    origin: str
    part: str | None
    external_id: str | None
    reason: str
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a ledger held when something was read from it."""

    readings: int
    groupings: int


class Listing:
    """The queries of listing pages, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def version(self) -> Version:
        """Numbers that change whenever readings are added or incidents are grouped."""
        row = self._connection.execute(
            text(
                "SELECT coalesce((SELECT max(number) FROM readings), 0),"
                " coalesce((SELECT max(number) FROM groupings WHERE finished IS NOT NULL), 0)"
            )
        ).one()
        return Version(readings=int(row[0]), groupings=int(row[1]))

    def incident_codes(self) -> pa.Table:
        """The codes of every current incident, by number."""
        return self._columns(
            _INCIDENT_CODES, coded=("status", "type", "day", "place", "title", "trigger", "last_published")
        )

    def incidents(self, numbers: Sequence[int]) -> list[IncidentRow]:
        """The incidents with these numbers, in this order."""
        of = schema.incidents.c
        query = select(of.number, *(of[name] for name in ROW)).where(of.number.in_(numbers))
        found = {row.number: to_row(row) for row in self._connection.execute(query)}
        return [found[number] for number in numbers if number in found]

    def tolls_of(self, events: Collection[str]) -> dict[str, list[ClaimRow]]:
        """The current toll claims of some event claims, in the order of the report, by event."""
        query = text(
            "SELECT claims.number FROM claims JOIN readings ON readings.number = claims.reading"
            " AND readings.superseded_by IS NULL WHERE claims.document IN"
            " (SELECT document FROM claims WHERE id IN :events) AND claims.event IN :events"
            " ORDER BY claims.reading, claims.position"
        ).bindparams(bindparam("events", expanding=True))
        numbers = list(self._connection.scalars(query, {"events": sorted(events)}))
        found: dict[str, list[ClaimRow]] = {}
        for row in self.claims(numbers):
            found.setdefault(row.event or "", []).append(row)
        return found

    def claim_codes(self) -> pa.Table:
        """The codes of every current claim, by number, words as dictionaries."""
        return self._columns(_CLAIM_CODES, coded=(*_CODES, "who"))

    def document_codes(self) -> pa.Table:
        """Number, id, outlet, day of publication, language and title of every document, by number."""
        return self._columns(_DOCUMENT_CODES, coded=("outlet", "language", "published"))

    def claims(self, numbers: Sequence[int]) -> list[ClaimRow]:
        """The claims with these numbers, in this order."""
        claims, documents = schema.claims.c, schema.documents.c
        query = (
            select(
                schema.claims,
                *(documents[name] for name in ("outlet", "published")),
                documents.title.label("document_title"),
                text("substr(documents.text, context_start + 1, context_end - context_start) AS context"),
            )
            .join(schema.documents, documents.id == claims.document)
            .where(claims.number.in_(numbers))
        )
        rows = {row["number"]: dict(row) for row in self._connection.execute(query).mappings()}
        voices = voices_of(self._connection, list(numbers))
        return [_claim_row(rows[number], voices[number]) for number in numbers if number in rows]

    def documents(self, numbers: Sequence[int]) -> list[DocumentRow]:
        """The documents with these numbers, in this order."""
        rows = self._connection.execute(_DOCUMENTS.bindparams(_MANY), {"numbers": list(numbers)})
        found = {row["number"]: DocumentRow(**row) for row in rows.mappings()}
        return [found[number] for number in numbers if number in found]

    def documents_called(self, ids: Sequence[str]) -> list[DocumentRow]:
        """The documents with these ids, in this order."""
        query = text("SELECT id, number FROM documents WHERE id IN :ids").bindparams(
            bindparam("ids", expanding=True)
        )
        numbers = {row.id: row.number for row in self._connection.execute(query, {"ids": list(ids)})}
        return self.documents([numbers[id] for id in ids if id in numbers])

    def numbers_of_document(self, document: str) -> list[int]:
        """The numbers of a document's current claims, in the order of the report."""
        query = text(
            "SELECT claims.number FROM claims JOIN readings ON readings.number = claims.reading"
            " AND readings.superseded_by IS NULL WHERE claims.document = :document ORDER BY claims.position"
        )
        return list(self._connection.scalars(query, {"document": document}))

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """The number of the current claim with each id; ids that are not there are left out."""
        query = text(
            "SELECT claims.id, claims.number FROM claims JOIN readings ON readings.number = claims.reading"
            " AND readings.superseded_by IS NULL WHERE claims.id IN :ids"
        ).bindparams(bindparam("ids", expanding=True))
        return {row.id: row.number for row in self._connection.execute(query, {"ids": sorted(set(ids))})}

    def claims_called(self, ids: Sequence[str]) -> dict[str, ClaimRow]:
        """Current claims by id."""
        return {row.claim: row for row in self.claims(list(self.numbers_of(ids).values()))}

    def matching(self, typed: str) -> list[int]:
        """Numbers of the claims whose own words fit what somebody typed, in no order; never raises for it.

        Words are looked for in the claim's quotation, speakers, parties, places and persons; fields that
        speak of documents or codes are left to the caller's filters.
        """
        match = _claims_match(parsed(typed))
        if match is None:
            return []
        found = self._connection.exec_driver_sql(
            "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (match,)
        )
        return [row[0] for row in found]

    def runs(self, *, run: str | None = None, limit: int = 50) -> list[RunRow]:
        """Runs, the latest first, or the one with this id."""
        rows = self._connection.execute(_RUNS, {"run": run, "limit": limit})
        return [RunRow(**dict(row)) for row in rows.mappings()]

    def refusals(
        self, *, run: str | None = None, reason: str | None = None, before: int | None = None, limit: int = 50
    ) -> list[Refused]:
        """Refused items, the latest first, from the one before number `before` on."""
        rows = self._connection.execute(
            _REFUSALS, {"run": run, "reason": reason, "before": before or 2**62, "limit": limit}
        )
        return [Refused(**row) for row in rows.mappings()]

    def refusal_reasons(self) -> dict[str, int]:
        """How many items were refused for each reason, the commonest first."""
        rows = self._connection.execute(
            text("SELECT reason, count(*) FROM items WHERE status = 'refused' GROUP BY 1 ORDER BY 2 DESC, 1")
        )
        return {row[0]: row[1] for row in rows}

    def _columns(self, query: object, *, coded: Sequence[str]) -> pa.Table:
        found = self._connection.execute(query, execution_options={"stream_results": True})  # type: ignore[call-overload]
        names = list(found.keys())
        batches = []
        for rows in found.partitions(_CHUNK):
            columns = zip(*rows, strict=True)
            batches.append(
                pa.table(
                    {
                        name: pa.array(column).cast(pa.string()).dictionary_encode()
                        if name in coded
                        else pa.array(column)
                        for name, column in zip(names, columns, strict=True)
                    }
                )
            )
        if not batches:
            return pa.table(
                {
                    name: pa.array([], pa.string()).dictionary_encode()
                    if name in coded
                    else pa.array([], pa.int64())
                    for name in names
                }
            )
        return pa.concat_tables(batches, promote_options="permissive").unify_dictionaries().combine_chunks()


def _claims_match(query: Query) -> str | None:
    """The query in the words of FTS5; None where it asks for nothing that claims have."""
    groups = [[_term(term) for term in group if _is_of_claims(term)] for group in query.groups]
    wanted = " AND ".join(f"({' OR '.join(group)})" for group in groups if group)
    without = " OR ".join(_term(term) for term in query.without if _is_of_claims(term))
    if not wanted:
        return None
    return f"({wanted}) NOT ({without})" if without else wanted


def _is_of_claims(term: Term) -> bool:
    return term.field is None or FIELDS[term.field] is Place.CLAIM


def _term(term: Term) -> str:
    quoted = '"' + term.words.replace('"', '""') + '"' + ("*" if term.prefix else "")
    return quoted if term.field is None else f"{term.field} : {quoted}"


def _claim_row(row: Mapping[str, object], voices: Sequence[Mapping[str, object]]) -> ClaimRow:
    plain = {name: row[name] for name in ClaimRow.__dataclass_fields__ if name in row}
    lists = {name: tuple(json.loads(str(row[name]))) for name in ("actors", "recipients", "places")}
    known = (
        plain
        | lists
        | {
            "claim": row["id"],
            "title": row["document_title"],
            "office": row["title"],
            "chain": tuple(voice["who"] for voice in voices),
            "cues": tuple(voice["cue_words"] for voice in voices),
            "forms": tuple(voice["form"] for voice in voices),
            "who": voices[-1]["who"] if voices else None,
            "quote": row["evidence_words"],
            "start": row["evidence_start"],
            "end": row["evidence_end"],
        }
    )
    return ClaimRow(**known)  # type: ignore[arg-type]
