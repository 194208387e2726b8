"""The codes of everything in a ledger at once, as Arrow columns, for facets and their counts."""

from collections.abc import Collection, Sequence
from typing import Any

import pyarrow as pa
from sqlalchemy import Connection, Integer, Select, cast, func, or_, select
from sqlalchemy.engine import Row

from sayso.ledger import schema

_CHUNK = 65_536


def of_claims(connection: Connection, *, after: int = 0) -> pa.Table:
    """The codes of every current claim with a number above `after`, by number, words as dictionaries."""
    claims, documents, voices = schema.claims.c, schema.documents.c, schema.voices.c
    innermost = select(voices.who).where(voices.claim == claims.number).order_by(voices.position.desc())
    query = (
        select(
            claims.number,
            documents.number.label("document"),
            *(claims[name] for name in _OF_CLAIMS),
            innermost.limit(1).scalar_subquery().label("who"),
            claims.confidence,
        )
        .join(schema.readings, _current(claims.reading))
        .join(schema.documents, documents.id == claims.document)
        .where(claims.number > after)
    )
    return _columns(connection, query.order_by(claims.number), coded=(*_OF_CLAIMS, "who"))


def of_documents(connection: Connection, *, after: int = 0) -> pa.Table:
    """Number, id, outlet, day, language and title of every document with a number above `after`."""
    of = schema.documents.c
    query = select(of.number, of.id, of.outlet, of.published, of.language, of.title)
    query = query.where(of.number > after).order_by(of.number)
    return _columns(connection, query, coded=("outlet", "language", "published"))


def of_incidents(connection: Connection) -> pa.Table:
    """The codes of every current incident, by number."""
    of = schema.incidents.c
    notable = or_(of.killed_high.is_not(None), of.injured_high.is_not(None), of.tellings > 1)
    query = select(
        of.number,
        *(of[name] for name in _OF_INCIDENTS),
        func.coalesce(of.killed_high, -1).label("killed"),
        of.reports,
        # As numbers in every database.
        cast(of.latitude.is_not(None), Integer).label("placed"),
        cast(notable, Integer).label("notable"),
    )
    current = query.where(of.superseded_by.is_(None)).order_by(of.number)
    return _columns(connection, current, coded=_OF_INCIDENTS)


_OF_CLAIMS = ("kind", "type", "assertion", "effect", "of", "qualifier", "actors", "recipients", "places")
_OF_INCIDENTS = ("status", "type", "day", "place", "title", "trigger", "last_published")


def _current(reading: Any) -> Any:
    return (schema.readings.c.number == reading) & schema.readings.c.superseded_by.is_(None)


def _columns(connection: Connection, query: Select[Any], *, coded: Collection[str]) -> pa.Table:
    found = connection.execute(query, execution_options={"stream_results": True})
    names = list(found.keys())
    batches = [_batch(names, rows, coded) for rows in found.partitions(_CHUNK)]
    if not batches:
        return pa.table({name: _column((), coded=name in coded, empty=pa.int64()) for name in names})
    return pa.concat_tables(batches, promote_options="permissive").unify_dictionaries().combine_chunks()


def _batch(names: Sequence[str], rows: Sequence[Row[Any]], coded: Collection[str]) -> pa.Table:
    columns = zip(*rows, strict=True)
    return pa.table(
        {name: _column(column, coded=name in coded) for name, column in zip(names, columns, strict=True)}
    )


def _column(values: Sequence[Any], *, coded: bool, empty: pa.DataType | None = None) -> pa.Array:
    if coded:
        return pa.array(values).cast(pa.string()).dictionary_encode()
    return pa.array(values, empty)
