"""Rows that another has taken the place of: they stay, and what they hold of an incident is packed.

An incident is filed anew each time it grows, and most of what it then holds it held before. The versions of
one that a hundred reports join one by one are fifty times as large as the last of them; packed, seven times.
"""

import zlib
from base64 import b64decode, b64encode

from sqlalchemy import ColumnElement, Connection, Table, bindparam, select, update

from sayso.ledger import schema


def supersede(connection: Connection, table: Table, which: ColumnElement[bool], *, by: object) -> None:
    """Mark some rows of a table as superseded."""
    if table is schema.incidents:
        _pack(connection, which)
    connection.execute(update(table).where(which).values(superseded_by=by))


def packed(content: str) -> str:
    """The JSON of an incident as base64 of zlib, so that both databases keep it as text."""
    return b64encode(zlib.compress(content.encode())).decode()


def unpacked(content: str) -> str:
    """The JSON of an incident, packed or not. Raises `ValueError` where it is neither."""
    # No base64 has a brace; what an earlier Sayso superseded was left as JSON.
    if content.startswith("{"):
        return content
    try:
        return zlib.decompress(b64decode(content, validate=True)).decode()
    except zlib.error as error:
        raise ValueError(f"the content of an incident cannot be unpacked: {error}") from error


def _pack(connection: Connection, which: ColumnElement[bool]) -> None:
    of = schema.incidents.c
    found = connection.execute(select(of.number, of.content).where(which, of.content.startswith("{"))).all()
    if found:
        connection.execute(
            update(schema.incidents).where(of.number == bindparam("row")).values(content=bindparam("packed")),
            [{"row": row.number, "packed": packed(row.content)} for row in found],
        )
