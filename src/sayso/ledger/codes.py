"""The codes of everything in a ledger at once, as Arrow columns, for facets and their counts."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from sqlalchemy import Connection, Integer, Select, cast, func, or_, select

from sayso.ledger import schema
from sayso.ledger.driver import rows_of

_Whole = NDArray[np.int64]


def of_claims(connection: Connection, *, after: int = 0, readings: int | None = None) -> pa.Table:
    """The codes of every current claim with a number above `after`, by number, words as dictionaries.

    `document` is the number of the claim's document. `readings` leaves out what readings above that number
    claim.
    """
    # One table at a time, joined here: the database would look a million times into each of the others.
    claims = schema.claims.c
    query = select(claims.number, claims.reading, *(claims[name] for name in _OF_CLAIMS))
    query = query.where(claims.number > after).order_by(claims.number)
    if readings is not None:
        query = query.where(claims.reading <= readings)
    table = _columns(connection, query, coded=_OF_CLAIMS)
    documents = _documents_of(connection, table["reading"].to_numpy())
    table = table.set_column(1, "document", pa.array(documents))
    table = table.append_column("who", _speakers(connection, table["number"].to_numpy(), after=after))
    return table.filter(pa.array(documents >= 0))


def of_documents(connection: Connection, *, after: int = 0) -> pa.Table:
    """Number, outlet, day and language of every document with a number above `after`."""
    of = schema.documents.c
    query = select(of.number, of.outlet, of.published, of.language)
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


class _Codes(dict[str | None, int]):
    """A code for each word, given out as words come; -1 is the code of none."""

    def __init__(self) -> None:
        super().__init__({None: -1})

    def __missing__(self, word: str | None) -> int:
        self[word] = code = len(self) - 1
        return code

    def column(self, codes: NDArray[np.int32]) -> pa.DictionaryArray:
        """The words that codes stand for, as an Arrow column."""
        indices = pa.array(codes, mask=codes < 0)
        return pa.DictionaryArray.from_arrays(indices, pa.array(list(self)[1:], pa.string()))


def _columns(connection: Connection, query: Select[Any], *, coded: Collection[str]) -> pa.Table:
    """A query's columns: words as dictionaries, everything else as whole numbers."""
    names = [column.name for column in query.selected_columns]
    words = {name: _Codes() for name in names if name in coded}
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in names}
    for rows in rows_of(connection, query):
        for name, column in zip(names, zip(*rows, strict=True), strict=True):
            parts[name].append(_part(column, words.get(name)))
    whole = {name: _joined(parts[name], np.int32 if name in words else np.int64) for name in names}
    return pa.table(
        {name: words[name].column(whole[name]) if name in words else pa.array(whole[name]) for name in names}
    )


def _part(column: Sequence[Any], words: _Codes | None) -> NDArray[Any]:
    if words is None:
        return np.fromiter(column, np.int64, len(column))
    return np.fromiter(map(words.__getitem__, column), np.int32, len(column))


def _joined(parts: Sequence[NDArray[Any]], kind: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.array([], kind)


def _documents_of(connection: Connection, readings: _Whole) -> _Whole:
    """The number of the document that each of some readings reads; -1 for one that is current no more."""
    if not len(readings):
        return readings
    of, documents = schema.readings.c, schema.documents.c
    query = select(of.number, documents.number.label("document")).join(
        schema.documents, documents.id == of.document
    )
    current = query.where(of.superseded_by.is_(None), of.number >= int(readings.min()))
    last = int(readings.max())
    document = np.full(last + 1, -1, dtype=np.int64)
    for numbers, named in _pairs(connection, current.where(of.number <= last)):
        document[numbers] = named
    return document[readings]


def _speakers(connection: Connection, claims: _Whole, *, after: int) -> pa.DictionaryArray:
    """The innermost speaker of each claim, which come by number; none for the outlet's own voice."""
    of, words = schema.voices.c, _Codes()
    codes = np.full(len(claims), -1, dtype=np.int32)
    if not len(claims):
        return words.column(codes)
    query = select(of.claim, of.who).where(of.claim > after).order_by(of.claim, of.position)
    for numbers, names in _pairs(connection, query):
        places = np.searchsorted(claims, numbers)
        # A claim may have come, or be left out, since the claims were read.
        there = (places < len(claims)) & (claims[np.minimum(places, len(claims) - 1)] == numbers)
        # Of several places for one claim the last one stays: the innermost speaker's.
        codes[places[there]] = _part(names, words)[there]
    return words.column(codes)


def _pairs(connection: Connection, query: Select[Any]) -> Iterator[tuple[_Whole, Sequence[Any]]]:
    """The two columns of a query, the first of whole numbers."""
    for rows in rows_of(connection, query):
        numbers, others = zip(*rows, strict=True)
        yield np.fromiter(numbers, np.int64, len(numbers)), others
