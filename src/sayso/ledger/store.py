"""An open ledger's way to its database: to read, to write, and what becomes of errors on the way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import NoResultFound

from sayso.errors import LedgerError
from sayso.ledger.backends import DATABASE_ERRORS, Backend, backend_for
from sayso.ledger.place import Place, to_place


@dataclass(frozen=True, slots=True)
class Store:
    """The database of an open ledger. As text it says where, and never a password."""

    place: Place
    backend: Backend
    engine: Engine

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, create: bool = True, unfinished: bool = False) -> Self:
        """Connect to the database at a path or URL, and bring it to the newest schema.

        Raises `LedgerError` where there is none and `create` is false, where it is something else or damaged,
        where a newer Sayso wrote it, or where a copy into it has not come to its end and may not be
        `unfinished`.
        """
        place = to_place(where)
        backend = backend_for(place)
        engine = backend.engine_of(place)
        store = cls(place, backend, engine)
        try:
            with store.refusing_misuse():
                backend.lay_out(engine, place, create=create)
            if not unfinished:
                store._refuse_half_a_copy()
        except BaseException:
            engine.dispose()
            raise
        return store

    def __str__(self) -> str:
        return str(self.place)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it stands at the first question."""
        with self.refusing_misuse(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """A connection to put things together from; rows that nobody wrote so are a `LedgerError`."""
        with self.refusing_damage(), self.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the only right to write, and is committed in the end."""
        with self.checking() as connection, connection.begin():
            yield connection

    @contextmanager
    def checking(self) -> Iterator[Connection]:
        """A connection whose transactions hold the only right to write; nothing is committed of itself."""
        with self.refusing_misuse(), self.engine.connect().execution_options(lock=True) as connection:
            yield connection

    @contextmanager
    def refusing_misuse(self) -> Iterator[None]:
        """Turns what the database says of not being usable into a `LedgerError` that names it."""
        try:
            yield
        except DATABASE_ERRORS as error:
            raise LedgerError(f"cannot use the ledger {self}: {self.backend.complaint(error)}") from error

    @contextmanager
    def refusing_damage(self) -> Iterator[None]:
        """Turns what rows that nobody wrote through the ledger break into a `LedgerError`."""
        try:
            yield
        except (ValueError, TypeError, LookupError, NoResultFound) as error:
            raise LedgerError(f"the ledger {self} is damaged ({error}); `sayso verify` says where") from error

    def _refuse_half_a_copy(self) -> None:
        with self.reading() as connection:
            if self.backend.is_unfinished(connection):
                raise LedgerError(f"{self} holds half of a copy; the same `sayso copy` again completes it")
