"""Taking in a batch of outcomes: all of it or nothing, and nothing twice."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, Table, func, select, update

from sayso.errors import LedgerError
from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.rows import Row
from sayso.ledger.runs import maker_of_open
from sayso.ledger.shelving import checksum, claim_rows, document_row, reading_rows
from sayso.model import Claim, Document, Outcome, Reading, Refusal, faults_in


class Status(StrEnum):
    """What the ledger did with one input item."""

    READ = "read"
    KNOWN = "known"
    REFUSED = "refused"


class _Held(NamedTuple):
    """What the ledger holds of a document: its current reading's checksum, and who made that reading."""

    checksum: str
    maker: str | None


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What one transaction is to write."""

    run: str
    maker: str | None
    held: dict[str, _Held]
    last: dict[str, int]
    """The highest number in use, by table."""
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    superseded: list[str] = field(default_factory=list)

    def number(self, table: Table) -> int:
        self.last[table.name] += 1
        return self.last[table.name]


_NUMBERED = (schema.documents, schema.readings, schema.claims)
_ONCE = (schema.sightings, schema.items)
"""Tables that keep the first of several rows with one key."""


def check(outcomes: Sequence[Outcome]) -> None:
    """Raises `LedgerError` for the first reading or claim whose words are not where it says."""
    for outcome in outcomes:
        if isinstance(outcome.result, Reading):
            for fault in (*faults_in(outcome.result), *_claim_faults(outcome.result, outcome.claims)):
                raise LedgerError(f"the reading of {outcome.origin} is unsound: {fault}")


def add(connection: Connection, outcomes: Sequence[Outcome], *, run: str) -> list[Status]:
    """Write a batch inside the transaction that the caller began; one status for each outcome."""
    documents = [outcome.result.document.id for outcome in outcomes if isinstance(outcome.result, Reading)]
    before = {table.name: _last_number(connection, table) for table in _NUMBERED}
    batch = _Batch(
        run=run, maker=maker_of_open(connection, run), held=_held(connection, documents), last=dict(before)
    )
    statuses = [_shelve(outcome, batch) for outcome in outcomes]
    _write(connection, batch)
    backend_of(connection).index(connection, after=before, until=batch.last)
    return statuses


def _claim_faults(reading: Reading, claims: Sequence[Claim]) -> Iterator[str]:
    for claim in claims:
        spans = [claim.evidence, claim.context]
        spans += [span for voice in claim.chain for span in (voice.source, voice.cue) if span is not None]
        if max(span.end for span in spans) > len(reading.text):
            yield f"claim {claim.id} has a span that ends after the text"
        if claim.document != reading.document.id:
            yield f"claim {claim.id} is of another document, {claim.document}"
    if len({claim.id for claim in claims}) < len(claims):
        yield "two claims have one id"


def _shelve(outcome: Outcome, batch: _Batch) -> Status:
    if isinstance(outcome.result, Refusal):
        status = Status.REFUSED
    else:
        status = _shelve_reading(outcome.result, outcome.claims, batch)
        batch.rows["sightings"].append(_sighting(outcome, outcome.result.document, run=batch.run))
    batch.rows["items"].append(_item(outcome, status, run=batch.run))
    return status


def _shelve_reading(reading: Reading, claims: Sequence[Claim], batch: _Batch) -> Status:
    document, held = reading.document, batch.held.get(reading.document.id)
    # What one reader made first stands: if two copies of a document, alike but for their URLs, were read
    # differently, they would else take each other's place in every run.
    if held is not None and held.maker == batch.maker:
        return Status.KNOWN
    rows = {**reading_rows(reading), **claim_rows(claims, reading.text)}
    result = checksum(rows)
    if held is not None and held.checksum == result:
        return Status.KNOWN
    if held is None:
        number = batch.number(schema.documents)
        batch.rows["documents"].append(document_row(document) | {"number": number, "run": batch.run})
    else:
        batch.superseded.append(document.id)
    batch.held[document.id] = _Held(result, batch.maker)
    _number_rows(rows, document, result, batch)
    return Status.READ


def _number_rows(rows: Mapping[str, Sequence[Row]], document: Document, result: str, batch: _Batch) -> None:
    """Give a reading, its layers and its claims the numbers they are joined by."""
    reading = batch.number(schema.readings)
    row = {"number": reading, "document": document.id, "run": batch.run, "checksum": result}
    batch.rows["readings"].append(row | {"superseded_by": None})
    for table in schema.LAYERS:
        batch.rows[table.name] += [row | {"reading": reading} for row in rows[table.name]]
    numbers = [batch.number(schema.claims) for _ in rows["claims"]]
    batch.rows["claims"] += [
        row | {"number": number, "reading": reading}
        for row, number in zip(rows["claims"], numbers, strict=True)
    ]
    batch.rows["voices"] += [row | {"claim": numbers[row["claim"]]} for row in rows["voices"]]


def _item(outcome: Outcome, status: Status, *, run: str) -> Row:
    refusal = outcome.result if isinstance(outcome.result, Refusal) else None
    document = outcome.result.document.id if isinstance(outcome.result, Reading) else None
    return {
        "run": run,
        "item": outcome.key,
        "origin": outcome.origin,
        "part": outcome.part,
        "external_id": outcome.external_id,
        "status": status.value,
        "reason": refusal and refusal.reason.value,
        "detail": refusal and refusal.detail,
        "document": document,
    }


def _sighting(outcome: Outcome, document: Document, *, run: str) -> Row:
    known = {name: getattr(document, name) for name in ("url", "title", "outlet", "published")}
    return known | {
        "item": outcome.key,
        "document": document.id,
        "origin": outcome.origin,
        "part": outcome.part,
        "external_id": outcome.external_id,
        "run": run,
    }


def _last_number(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) or 0


def _held(connection: Connection, documents: Collection[str]) -> dict[str, _Held]:
    readings, runs = schema.readings.c, schema.runs.c
    current = (
        select(readings.document, readings.checksum, runs.maker)
        .join(schema.runs, runs.id == readings.run)
        .where(backend_of(connection).among(readings.document, documents), readings.superseded_by.is_(None))
    )
    return {row.document: _Held(row.checksum, row.maker) for row in connection.execute(current)}


def _write(connection: Connection, batch: _Batch) -> None:
    readings = schema.readings
    current = readings.c.document.in_(batch.superseded) & readings.c.superseded_by.is_(None)
    connection.execute(update(readings).where(current).values(superseded_by=batch.run))
    for table in schema.metadata.sorted_tables:
        rows = batch.rows.get(table.name)
        if rows:
            backend_of(connection).insert(connection, table, rows, once=table in _ONCE)
