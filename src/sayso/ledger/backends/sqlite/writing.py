"""Rows into a file, and into its full-text indexes."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, text
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.dialects.sqlite import insert as into

from sayso.ledger.rows import Row

# What is indexed is read from the very rows that the index stands for.
_INDEX = {
    "documents": "INSERT INTO documents_fts (rowid, title, text, outlet)"
    " SELECT number, title, text, outlet FROM documents WHERE number > :after AND number <= :until",
    "claims": "INSERT INTO claims_fts (rowid, who, actor, recipient, place, person, quote)"
    " SELECT number, who, actor, recipient, place, person, quote FROM claim_words"
    " WHERE number > :after AND number <= :until",
}


def insert(connection: Connection, table: Table, rows: Sequence[Row], *, once: bool = False) -> None:
    """Write rows, all with the same columns; `once` passes over those whose key is there already."""
    if rows:
        connection.exec_driver_sql(_statement(table, tuple(rows[0]), once=once), list(rows))


@cache
def _statement(table: Table, columns: tuple[str, ...], *, once: bool) -> str:
    """The statement that inserts a row, for the driver: SQLAlchemy's way to it took a third of the time."""
    statement = into(table)
    if once:
        statement = statement.on_conflict_do_nothing()
    return str(statement.compile(dialect=dialect(paramstyle="named"), column_keys=columns))


def replace(connection: Connection, table: Table, rows: Sequence[Row], *, key: Collection[str]) -> None:
    """Write rows, in place of those that have the same key."""
    if rows:
        written = into(table)
        rest = {name: written.excluded[name] for name in rows[0] if name not in key}
        connection.execute(written.on_conflict_do_update(index_elements=list(key), set_=rest), list(rows))


def among(column: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """Whether a column has one of some values."""
    return column.in_(values)


def indexed(connection: Connection) -> Mapping[str, int]:
    """The highest number of a row of `documents` and of `claims` that can be searched for."""
    # Where FTS5 keeps the length of each row; its own table would count them through the rows' table.
    return {
        name: connection.scalar(text(f"SELECT coalesce(max(id), 0) FROM {name}_fts_docsize")) or 0  # noqa: S608
        for name in _INDEX
    }


def index(connection: Connection, *, after: Mapping[str, int], until: Mapping[str, int]) -> None:
    """Make rows of `documents` and `claims` between some numbers searchable, from what is stored."""
    for name, statement in _INDEX.items():
        if until[name] > after[name]:
            connection.execute(text(statement), {"after": after[name], "until": until[name]})
