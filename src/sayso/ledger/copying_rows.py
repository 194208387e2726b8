"""The rows of one table, from one ledger into another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Table, delete, func, select, tuple_
from sqlalchemy import literal_column as literally

from sayso.errors import LedgerError
from sayso.ledger import schema
from sayso.ledger.chunks import chunks
from sayso.ledger.rows import Row
from sayso.ledger.store import Store
from sayso.ledger.superseding import supersede

# One transaction's worth: few enough rows for memory, and not too few to wait for a disk after each.
_ROWS, _CHARACTERS = 5_000, 8_000_000
# Rows that may hold megabytes each are fetched a few at a time.
_HEAVY = {schema.documents: "text", schema.incidents: "content", schema.grouping_state: "content"}
_FETCHED, _FETCHED_HEAVY = 1_000, 16

_IN_ORDER = (schema.sightings, schema.items)
"""Tables whose rows are known by the order in which they came, and by keys that say nothing of it."""

_TELLING = {
    schema.documents: ("id", "checksum"),
    schema.readings: ("document", "checksum"),
    schema.incidents: ("id", "checksum"),
    schema.syndications: ("origin", "checksum"),
    schema.decisions: ("hash",),
}
"""What tells the rows of two ledgers apart, whatever else they hold."""

_LASTING = {schema.runs: ("id",), schema.groupings: ("number", "at", "maker")}
"""What never changes of rows that are written to again."""

Arrived = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Pair:
    """What a copy goes between."""

    source: Connection
    """As it stood when the copy began."""
    target: Store


def refuse_another(source: Connection, target: Connection, name: str) -> None:
    """Raises `LedgerError` where what the target holds is not what the source has held."""
    for table, columns in _TELLING.items():
        query = select(table.c.number, *(table.c[column] for column in columns)).order_by(table.c.number)
        for own, other in zip_longest(_streamed(target, query), _streamed(source, query)):
            if own is None:
                break
            if own != other:
                raise LedgerError(
                    f"{name} is no copy of this ledger: row {own['number']} of its {table.name} is another."
                    " Copy into an empty place, or into an earlier copy to which nothing was added"
                )
    for table in _IN_ORDER:
        if count(target, table) > count(source, table):
            raise LedgerError(f"{name} is no copy of this ledger: it has more {table.name}")
    for table, columns in _LASTING.items():
        query = select(*(table.c[column] for column in columns))
        if {tuple(row) for row in target.execute(query)} - {tuple(row) for row in source.execute(query)}:
            raise LedgerError(f"{name} is no copy of this ledger: it has other {table.name}")


def mirror(pair: Pair, table: Table, arrived: Arrived) -> None:
    """Write what is missing or different in a table whose rows change; what the source forgot is gone."""
    keys = [column.name for column in _key(table)]
    with pair.target.reading() as connection:
        there = {_of(row, keys): _digest(row) for row in _rows(connection, table)}

    def changed() -> Iterator[Row]:
        for row in _rows(pair.source, table):
            if there.pop(_of(row, keys), None) != _digest(row):
                yield row

    for some in _batches(changed(), table):
        with pair.target.writing() as connection:
            pair.target.backend.replace(connection, table, some, key=keys)
        arrived(len(some))
    for gone in chunks(there):
        with pair.target.writing() as connection:
            connection.execute(delete(table).where(tuple_(*_key(table)).in_(gone)))


def append(pair: Pair, table: Table, arrived: Arrived) -> None:
    """Write the rows of a table that is only added to which are not there yet, and read them again."""
    with pair.target.reading() as connection:
        last = _last(connection, table)
        start = last if table not in _IN_ORDER else _nth(pair.source, table, count(connection, table))
    if "superseded_by" in table.c and last is not None:
        _supersede(pair, table)
    columns = [column.name for column in table.c]
    for some in _batches(_rows(pair.source, table, after=start), table):
        rows = [{name: row[name] for name in columns} for row in some]
        with pair.target.writing() as connection:
            pair.target.backend.insert(connection, table, rows)
            written = list(_rows(connection, table, after=last))
            if [{name: row[name] for name in columns} for row in written] != rows:
                raise LedgerError(f"{table.name} do not come back from {pair.target} as they were sent")
        last = _of(written[-1], _names(table))
        arrived(len(rows))


def _supersede(pair: Pair, table: Table) -> None:
    """Mark the rows in the target that were superseded since they were copied."""
    query = select(table.c.number, table.c.superseded_by).where(table.c.superseded_by.is_not(None))
    with pair.target.writing() as connection:
        known = set(connection.scalars(select(table.c.number).where(table.c.superseded_by.is_(None))))
        by: dict[Any, list[int]] = {}
        for row in _streamed(pair.source, query):
            if row["number"] in known:
                by.setdefault(row["superseded_by"], []).append(row["number"])
        for mark, numbers in by.items():
            for some in chunks(numbers):
                supersede(connection, table, table.c.number.in_(some), by=mark)


def _key(table: Table) -> list[ColumnElement[Any]]:
    """What the rows of a table are ordered by."""
    if table in _IN_ORDER:
        return [literally(f"{table.name}.rowid", BigInteger).label("rowid")]
    if table is schema.grouping_state:
        return [table.c.part, table.c.key]
    return list(table.primary_key.columns)


def _names(table: Table) -> list[str]:
    return [column.name for column in _key(table)]


def _of(row: Row, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def _last(connection: Connection, table: Table) -> tuple[Any, ...] | None:
    """The highest key of a table; None where it has no row."""
    key = _key(table)
    falling = [each.desc() for each in key]
    query = select(*key).select_from(table).order_by(*falling).limit(1)
    found = connection.execute(query).one_or_none()
    return None if found is None else tuple(found)


def _nth(connection: Connection, table: Table, nth: int) -> tuple[Any, ...] | None:
    """The key of the so many-th row; None for none."""
    if not nth:
        return None
    [key] = _key(table)
    query = select(key).select_from(table).order_by(key).offset(nth - 1).limit(1)
    return tuple(connection.execute(query).one())


def count(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _rows(connection: Connection, table: Table, *, after: tuple[Any, ...] | None = None) -> Iterator[Row]:
    """The rows of a table by key, those above one if it is given."""
    key = _key(table)
    query = select(table, *(each for each in key if each.name not in table.c)).order_by(*key)
    if after is not None:
        query = query.where(tuple_(*key) > after if len(key) > 1 else key[0] > after[0])
    return _streamed(connection, query, size=_FETCHED_HEAVY if table in _HEAVY else _FETCHED)


def _streamed(connection: Connection, query: Any, *, size: int = _FETCHED) -> Iterator[Row]:
    for row in connection.execute(query, execution_options={"yield_per": size}).mappings():
        yield dict(row)


def _batches(rows: Iterable[Row], table: Table) -> Iterator[list[Row]]:
    """The rows in transactions' worths."""
    waiting: list[Row] = []
    size, heavy = 0, _HEAVY.get(table)
    for row in rows:
        waiting.append(row)
        size += len(row[heavy]) if heavy else 0
        if len(waiting) >= _ROWS or size >= _CHARACTERS:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


def _digest(row: Row) -> bytes:
    return sha256(repr(sorted(row.items())).encode("utf-8", "surrogatepass")).digest()
