"""A ledger copied into another: every row of every table, in bulk, and read again as soon as it is written.

A copy goes through the tables in an order in which no row refers to one that is not there yet. What is there
from an earlier copy, finished or killed, is left; so a copy can be gone on with, and be brought up to date.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from sayso.errors import LedgerError
from sayso.ledger import schema
from sayso.ledger.copying_rows import Pair, append, count, mirror, refuse_another
from sayso.ledger.deciding import chain_problems
from sayso.ledger.store import Store

_AT_ONCE = 2_000

Follow = Callable[[int, int], None]
"""Is told how many rows have arrived of how many that are to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """How many rows of one table a copy found in its target, and how many it brought there."""

    there: int
    new: int


def copy(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    follow: Follow = lambda _done, _all: None,
) -> Mapping[str, Copied]:
    """Copy the ledger at one path or URL to another; how many rows of each table, the target's being all.

    A target that is not there is made. One that holds something must be an earlier copy of the same ledger,
    finished or not, to which nothing was added: then what is missing follows. While it is under way, nobody
    can open the target. The source may be written to; what comes after the beginning is not copied.

    Raises `LedgerError` where the target is another ledger, where decisions of the source are not what was
    decided, and where something does not arrive as it was.
    """
    ours = Store.open(source, create=False)
    try:
        theirs = Store.open(target, unfinished=True)
    except BaseException:
        ours.close()
        raise
    try:
        _refuse_itself(ours, theirs)
        with ours.rebuilding() as connection:
            return _copied(Pair(connection, theirs), str(ours), follow)
    finally:
        theirs.close()
        ours.close()


def _refuse_itself(source: Store, target: Store) -> None:
    here, there = source.place, target.place
    files = isinstance(here, Path) and isinstance(there, Path) and here.samefile(there)
    if files or here == there:
        raise LedgerError(f"{source} cannot be copied into itself")


def _copied(pair: Pair, source: str, follow: Follow) -> Mapping[str, Copied]:
    _refuse_broken(pair.source, source)
    with pair.target.reading() as connection:
        refuse_another(pair.source, connection, str(pair.target))
        before = _counts(connection)
    whole, done = _counts(pair.source), 0
    missing = sum(whole.values()) - sum(before.values())

    def arrived(rows: int) -> None:
        nonlocal done
        done += rows
        follow(done, missing)

    _mark(pair.target, unfinished=True)
    for table in schema.metadata.sorted_tables:
        (mirror if table in _CHANGING else append)(pair, table, arrived)
    _index(pair.target)
    _check(pair.target, whole)
    _mark(pair.target, unfinished=False)
    return {name: Copied(there=before[name], new=whole[name] - before[name]) for name in whole}


_CHANGING = (schema.runs, schema.groupings, schema.grouping_state)
"""Tables whose rows are written to again."""


def _refuse_broken(connection: Connection, name: str) -> None:
    for where, what in chain_problems(connection):
        raise LedgerError(f"{name} is not copied: {where} {what}; `sayso verify` says all that is wrong")


def _counts(connection: Connection) -> dict[str, int]:
    return {table.name: count(connection, table) for table in schema.metadata.sorted_tables}


def _mark(target: Store, *, unfinished: bool) -> None:
    with target.writing() as connection:
        target.backend.mark(connection, unfinished=unfinished)


def _index(target: Store) -> None:
    """Make searchable what is not yet, some at a time."""
    with target.reading() as connection:
        done = dict(target.backend.indexed(connection))
        last = {
            table.name: connection.scalar(select(func.max(table.c.number))) or 0
            for table in (schema.documents, schema.claims)
        }
    while done != last:
        until = {name: min(last[name], done[name] + _AT_ONCE) for name in done}
        with target.writing() as connection:
            target.backend.index(connection, after=done, until=until)
        done = until


def _check(target: Store, whole: Mapping[str, int]) -> None:
    """See that as much has arrived as was sent, and that the decisions are one chain."""
    with target.rebuilding() as connection:
        arrived = _counts(connection)
        for name, many in whole.items():
            if arrived[name] != many:
                raise LedgerError(f"{target} has {arrived[name]:,} rows of {name} where {many:,} were copied")
        for where, what in chain_problems(connection):
            raise LedgerError(f"{target} was not copied well: {where} {what}")
