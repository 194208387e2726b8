"""What SQLite itself can tell of whether a file is sound."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from sayso.ledger.backends.sqlite.opening import is_sealed


def decisions_taken(connection: Connection) -> int:
    """How many decisions were ever taken, as SQLite counts for a table with AUTOINCREMENT."""
    return connection.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'decisions'")) or 0


def file_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """What SQLite itself finds wrong: damaged pages, rows that refer to nothing."""
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield "file", str(said)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield row.table, f"a row refers to a row of {row.parent} that is not there"


def index_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Full-text indexes that do not say the words of the rows they stand for."""
    file = Path(connection.scalar(text("SELECT file FROM pragma_database_list WHERE name = 'main'")))
    if not is_sealed(file):
        yield from _misfits(connection)
        return
    # The check is a write: where none can be, it is made on a copy.
    with TemporaryDirectory() as folder:
        copied = Path(folder, file.name)
        copyfile(file, copied)
        engine = create_engine(URL.create("sqlite", database=str(copied)))
        with engine.connect() as writable:
            yield from _misfits(writable)
        engine.dispose()


def _misfits(connection: Connection) -> Iterator[tuple[str, str]]:
    for index in ("documents_fts", "claims_fts"):
        try:
            # FTS5 takes its check as a write; "1" has it compare the index with its rows, too.
            connection.execute(text(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"))  # noqa: S608
        except DBAPIError as error:
            yield index, f"does not fit the rows that it indexes: {error.orig}"
        # Others may write between the two checks, each of which reads all that there is.
        connection.rollback()
