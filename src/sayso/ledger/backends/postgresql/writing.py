"""Rows into a database, many at a time, and into what is searched."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Table,
    Text,
    any_,
    bindparam,
    func,
    select,
    table,
)
from sqlalchemy import column as named
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from sayso.ledger import schema
from sayso.ledger.backends.postgresql.nul import escaped, refuse_unsayable, to_json
from sayso.ledger.backends.postgresql.vectors import OF_CLAIMS, OF_DOCUMENTS, Fields, vectors
from sayso.ledger.chunks import chunks
from sayso.ledger.rows import Row

# As many rows as one statement takes: some megabytes of JSON.
_AT_ONCE = 5_000
_FEW = 200

_claim_words = table("claim_words", named("number"), *(named(name) for name in OF_CLAIMS))


def _searched(name: str) -> Table:
    return Table(
        f"{name}_words",
        MetaData(),
        Column("number", BigInteger, primary_key=True),
        Column("part", Integer, primary_key=True),
        Column("words", TSVECTOR),
    )


SEARCHED: Mapping[str, Table] = {name: _searched(name) for name in ("documents", "claims")}
"""What is searched, by what it stands for: one row for each part of a document's or a claim's words."""


def insert(connection: Connection, table: Table, rows: Sequence[Row], *, once: bool = False) -> None:
    """Write rows, all with the same columns; `once` passes over those whose key is there already."""
    tail = " ON CONFLICT DO NOTHING" if once else ""
    for some in chunks(rows, size=_AT_ONCE):
        _write(connection, table, some, tail)


def replace(connection: Connection, table: Table, rows: Sequence[Row], *, key: Collection[str]) -> None:
    """Write rows, in place of those that have the same key."""
    for some in chunks(rows, size=_AT_ONCE):
        rest = ", ".join(f'"{name}" = excluded."{name}"' for name in some[0] if name not in key)
        keys = ", ".join(f'"{name}"' for name in key)
        _write(connection, table, some, f" ON CONFLICT ({keys}) DO UPDATE SET {rest}")


def _write(connection: Connection, table: Table, rows: Sequence[Row], tail: str) -> None:
    # One parameter and one way there and back, however many rows: the driver knows no other bulk insert that
    # can pass over rows which are there.
    statement = _statement(table.name, tuple(rows[0])) + tail
    connection.exec_driver_sql(statement, (to_json(rows),))


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    rows = f'json_populate_recordset(NULL::"{table}", %s::json)'
    return f'INSERT INTO "{table}" ({names}) SELECT {names} FROM {rows}'  # noqa: S608


def among(column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column has one of some values: as one array, since the driver goes over SQL by the letter."""
    words = isinstance(column.type, Text)
    refuse_unsayable(values)
    sayable = [escaped(value) for value in values] if words else list(values)
    return column == any_(bindparam(None, sayable, type_=ARRAY(Text() if words else BigInteger())))


def indexed(connection: Connection) -> Mapping[str, int]:
    """The highest number of a row of `documents` and of `claims` that can be searched for."""
    return {
        name: connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) or 0
        for name, table in SEARCHED.items()
    }


def index(connection: Connection, *, after: Mapping[str, int], until: Mapping[str, int]) -> None:
    """Make rows of `documents` and `claims` between some numbers searchable, from what is stored."""
    for name, searched in SEARCHED.items():
        for low, high in steps(after[name], until[name]):
            insert(connection, searched, words_of(connection, name, after=low, until=high))


def steps(after: int, until: int) -> Iterator[tuple[int, int]]:
    """The numbers above one and up to another, few enough at a time for all of their words."""
    for low in range(after, until, _FEW):
        yield low, min(until, low + _FEW)


def words_of(connection: Connection, name: str, *, after: int, until: int) -> list[Row]:
    """The rows of what is searched for some documents or claims, as they should be."""
    source, fields = (schema.documents, OF_DOCUMENTS) if name == "documents" else (_claim_words, OF_CLAIMS)
    number = source.c.number
    query = select(number, *(source.c[field] for field in fields)).where(number > after, number <= until)
    found = connection.execute(query.order_by(number)).mappings()
    return [row for each in found for row in _rows(dict(each), fields)]


def _rows(found: Row, fields: Fields) -> Iterator[Row]:
    for part, words in enumerate(vectors(found, fields)):
        yield {"number": found["number"], "part": part, "words": words}
