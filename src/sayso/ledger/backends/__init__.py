"""What SQLite and PostgreSQL do differently, behind the same few functions; everything else is one SQL."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Select, Table
from sqlalchemy.exc import DBAPIError

from sayso.ledger.backends import postgresql, sqlite
from sayso.ledger.place import Place
from sayso.ledger.query import Query, Term
from sayso.ledger.rows import Row
from sayso.model import Span

Groups = Sequence[Sequence[Term]]


class Backend(Protocol):
    """The functions that the package of each database has."""

    def engine_of(self, place: Any, /) -> Engine:
        """Connections to the database at a place; those with the option `lock` wait for their turn."""

    def lay_out(self, engine: Engine, place: Any, /, *, create: bool) -> None:
        """Make the tables, or bring them to the newest schema. Raises `LedgerError` where that cannot be."""

    def complaint(self, error: Exception, /) -> str:
        """What the database says in one of `DATABASE_ERRORS`, for a user to read, and never a password."""

    def is_unfinished(self, connection: Connection, /) -> bool:
        """Whether a copy into this ledger has begun and not come to its end."""

    def mark(self, connection: Connection, /, *, unfinished: bool) -> None:
        """Say that a copy into this ledger begins, or has come to its end."""

    def insert(
        self, connection: Connection, table: Table, rows: Sequence[Row], /, *, once: bool = False
    ) -> None:
        """Write rows, all with the same columns; `once` passes over those whose key is there already."""

    def replace(
        self, connection: Connection, table: Table, rows: Sequence[Row], /, *, key: Collection[str]
    ) -> None:
        """Write rows, in place of those that have the same key."""

    def among(self, column: ColumnElement[Any], values: Collection[Any], /) -> ColumnElement[bool]:
        """Whether a column has one of some values, however many."""

    def indexed(self, connection: Connection, /) -> Mapping[str, int]:
        """The highest number of a row of `documents` and of `claims` that can be searched for."""

    def index(self, connection: Connection, /, *, after: Mapping[str, int], until: Mapping[str, int]) -> None:
        """Make rows of `documents` and `claims` between some numbers searchable, from what is stored."""

    def documents_with(self, groups: Groups, /) -> Select[Any]:
        """Numbers of the documents that have the words of one term of each group."""

    def claims_with(self, query: Query, /) -> Select[Any]:
        """Numbers of the claims that have the words of a query, which has some groups."""

    def ranks(self, groups: Groups, numbers: Collection[int], /) -> Select[Any]:
        """Of some documents that have words of each group, number and rank; the best has the lowest rank."""

    def matches(self, connection: Connection, number: int, text: str, groups: Groups, /) -> Iterator[Span]:
        """Where the words of some groups stand in the text of a document."""

    def decisions_taken(self, connection: Connection, /) -> int:
        """How many decisions were ever taken, by a count that taking some away does not change."""

    def file_problems(self, connection: Connection, /) -> Iterator[tuple[str, str]]:
        """What is damaged below the tables, and rows that refer to nothing."""

    def index_problems(self, connection: Connection, /) -> Iterator[tuple[str, str]]:
        """Where full-text indexes do not say the words of their rows; `connection` may write."""


DATABASE_ERRORS = (DBAPIError, sqlite3.Error)
"""What a database that cannot be used raises. SQLite's own come from where SQLAlchemy is not asked."""

BACKENDS: Mapping[str, Backend] = {"postgresql": postgresql, "sqlite": sqlite}
"""By the name of the SQL that each understands."""


def backend_of(connection: Connection) -> Backend:
    """The functions of the database behind a connection."""
    return BACKENDS[connection.dialect.name]


def backend_for(place: Place) -> Backend:
    """The functions of the database that keeps ledgers at such a place."""
    return BACKENDS["sqlite" if isinstance(place, Path) else "postgresql"]
