"""Things looked up by id, or by as much of an id as tells them apart."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, and_, func, select

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.chunks import chunks
from sayso.ledger.filing import Printed
from sayso.ledger.rebuilding import claims_of, layers_of, to_claim, to_document, to_reading
from sayso.ledger.rows import Row
from sayso.model import Claim, Document, Reading, faults_in

# Few enough that even documents of many megabytes fit into memory together.
BATCH = 16
_CANDIDATES = 5


def whole_id(connection: Connection, column: Column[str], id: str, *, kind: str) -> str:
    """The one id in `column` that is `id` or begins with it; its letter and hyphen may be left out.

    Raises `NotInLedger` where there is none, `UsageError` where there are several.
    """
    for beginning in (id, f"{kind[0]}-{id}"):
        within = and_(column >= beginning, column <= beginning + "\U0010ffff")
        found = select(column).distinct().where(within).order_by(column).limit(_CANDIDATES + 1)
        candidates = list(connection.scalars(found)) if _storable(beginning) else []
        if beginning in candidates or len(candidates) == 1:
            return candidates[0]
        if candidates:
            named = ", ".join(candidates[:_CANDIDATES])
            more = " …" if len(candidates) > _CANDIDATES else ""
            raise UsageError(f"{id!r} begins the ids of several {kind}s: {named}{more}; give more of it")
    raise NotInLedger(kind=kind, id=id)


def document(connection: Connection, id: str) -> Document:
    """The document with this id."""
    return to_document(_document_row(connection, id))


def documents(connection: Connection, ids: Collection[str]) -> Iterator[Document]:
    """Those of some documents that there are, by id."""
    for some in chunks(sorted(ids), size=BATCH):
        query = select(schema.documents).where(schema.documents.c.id.in_(some))
        for row in connection.execute(query.order_by(schema.documents.c.id)).mappings():
            yield to_document(dict(row))


def reading(connection: Connection, id: str) -> Reading:
    """The current reading of the document with this id."""
    row = _document_row(connection, id)
    readings = schema.readings.c
    current = select(readings.number).where(readings.document == row["id"], readings.superseded_by.is_(None))
    number = connection.scalars(current).one()
    return _sound(to_reading(to_document(row), layers_of(connection, [number])[number]))


def claim(connection: Connection, id: str) -> Claim:
    """The claim with this id, from the newest reading that makes it."""
    claims = schema.claims.c
    whole = whole_id(connection, claims.id, id, kind="claim")
    newest = select(claims.reading).where(claims.id == whole).order_by(claims.reading.desc())
    number = connection.scalars(newest.limit(1)).one()
    found = [pair for pair in claims_of(connection, [number])[number] if pair[0]["id"] == whole]
    return to_claim(*found[0])


def readings(connection: Connection) -> Iterator[Reading]:
    """The current reading of every document, by document id."""
    for rows in document_batches(connection):
        yield from _readings(connection, rows)


def readings_between(connection: Connection, after: int, until: int) -> Iterator[Reading]:
    """The current readings with numbers above `after` and up to `until`, by number."""
    number = schema.readings.c.number
    while True:
        some = _current().where(number > after, number <= until).order_by(number).limit(BATCH)
        rows = [dict(row) for row in connection.execute(some).mappings()]
        if not rows:
            return
        yield from _readings(connection, rows)
        after = rows[-1]["reading"]


def readings_with(connection: Connection, claims: Collection[str], *, until: int) -> Iterator[Reading]:
    """The current readings with numbers up to `until` that make any of some claims, by number."""
    of = schema.claims.c
    made = {
        number
        for some in chunks(sorted(claims))
        for number in connection.scalars(select(of.reading).where(of.id.in_(some), of.reading <= until))
    }
    for some in chunks(sorted(made), size=BATCH):
        found = _current().where(schema.readings.c.number.in_(some)).order_by(schema.readings.c.number)
        yield from _readings(connection, [dict(row) for row in connection.execute(found).mappings()])


def _current() -> Select[Any]:
    """Documents, each with the number of its current reading."""
    documents, current = schema.documents, schema.readings.c
    return select(documents, current.number.label("reading")).join(
        schema.readings, (current.document == documents.c.id) & current.superseded_by.is_(None)
    )


def _readings(connection: Connection, rows: Sequence[Row]) -> Iterator[Reading]:
    layers = layers_of(connection, [row["reading"] for row in rows])
    for row in rows:
        yield _sound(to_reading(to_document(row), layers[row["reading"]]))


def printed(connection: Connection, documents: Collection[str]) -> Mapping[str, Printed]:
    """Who printed some documents, when and under which title, by id."""
    of = schema.documents.c
    columns = select(of.id, of.title, of.outlet, of.published)
    return {
        row.id: Printed(title=row.title, outlet=row.outlet, published=row.published)
        for some in chunks(sorted(documents))
        for row in connection.execute(columns.where(backend_of(connection).among(of.id, some)))
    }


def document_count(connection: Connection) -> int:
    """How many documents there are."""
    return connection.scalar(select(func.count()).select_from(schema.documents)) or 0


def document_batches(connection: Connection, *, size: int = BATCH) -> Iterator[list[Row]]:
    """Rows of `documents`, by id, a few at a time; `reading` is the number of the current reading."""
    id, last = schema.documents.c.id, ""
    while True:
        some = _current().where(id > last).order_by(id).limit(size)
        rows = [dict(row) for row in connection.execute(some).mappings()]
        if not rows:
            return
        yield rows
        last = rows[-1]["id"]


def _sound(reading: Reading) -> Reading:
    """The reading, whose values can then be followed from one to the other. Raises `ValueError`."""
    for fault in faults_in(reading):
        raise ValueError(f"{reading.document.id}: {fault}")
    return reading


def _document_row(connection: Connection, id: str) -> Row:
    documents = schema.documents
    whole = whole_id(connection, documents.c.id, id, kind="document")
    return dict(connection.execute(select(documents).where(documents.c.id == whole)).mappings().one())


def _storable(words: str) -> bool:
    """Whether a database could hold these words at all."""
    return not any("\ud800" <= character <= "\udfff" for character in words)
