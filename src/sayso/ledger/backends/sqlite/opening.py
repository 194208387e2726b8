"""Opening a file: brought to the newest schema, and safe for several processes at once."""

import os
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from sayso.errors import LedgerError
from sayso.ledger.schema import HEAD

# "Says", in the field of the file header that SQLite keeps for telling formats apart.
_APPLICATION = 0x53617973
# "Sayc": the same, while a copy into the file has not come to its end.
_UNFINISHED = 0x53617963
_PATIENCE_S = 60
_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def engine_of(path: Path) -> Engine:
    """Connections to the file at `path`, which only read where nobody can write."""
    url = URL.create("sqlite", database=str(path.absolute()))
    if is_sealed(path):
        url = url.set(database=path.absolute().as_uri(), query={"immutable": "1", "uri": "true"})
    # However many threads of a desk ask at once: none is refused a connection.
    engine = create_engine(url, max_overflow=-1)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def is_sealed(path: Path) -> bool:
    """Whether nobody can write to a ledger: on a disc or a snapshot, or archived without a right to write.

    To read one that others may write to, SQLite has to be able to write beside it.
    """
    if not path.is_file():
        return False
    rights = path.stat().st_mode | path.absolute().parent.stat().st_mode
    return not rights & _WRITE or (sys.platform != "win32" and bool(os.statvfs(path).f_flag & os.ST_RDONLY))


def lay_out(engine: Engine, path: Path, *, create: bool) -> None:
    """Bring the file to the newest schema; one that is migrated is copied first.

    Raises `LedgerError` where there is none and `create` is false, where the file is something else, is
    damaged, or was written by a newer Sayso, and where only what was last written to one is left.
    """
    _refuse_orphan(path)
    _refuse_sealed_log(path)
    if not create and not path.exists():
        raise LedgerError(f"no ledger at {path}; `sayso ingest` makes one")
    with engine.connect() as connection:
        schema = _schema_of(connection, path)
    if schema == HEAD:
        return
    if schema is None and not create:
        raise LedgerError(f"{path} is empty; `sayso ingest` makes a ledger")
    _use_write_ahead_log(engine)
    with engine.connect().execution_options(lock=True) as connection, connection.begin():
        # Another process may have been here while this one waited for the lock.
        schema = _schema_of(connection, path)
        if schema is not None and schema != HEAD:
            _back_up(path, schema)
        if schema != HEAD:
            _migrate(connection)


def _refuse_orphan(path: Path) -> None:
    """Leave a write-ahead log alone whose ledger is gone: SQLite would make a new file, and delete it."""
    log = _log_of(path)
    is_there = path.exists() and path.stat().st_size > 0
    if not is_there and log.exists() and log.stat().st_size > 0:
        raise LedgerError(
            f"{log} holds what was last written to a ledger that is not at {path}; "
            "put the ledger back beside it, or move it away"
        )


def _refuse_sealed_log(path: Path) -> None:
    """Leave alone a ledger whose last writes nobody can bring home: it would be read without them."""
    log = _log_of(path)
    if is_sealed(path) and log.exists() and log.stat().st_size > 0:
        raise LedgerError(
            f"{log} holds what was last written to {path}, where nothing can be written; "
            "copy both to where you may write"
        )


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def complaint(error: Exception) -> str:
    """What SQLite says, and before it what that means where its words do not tell."""
    said = str(getattr(error, "orig", error))
    meant = next((meaning for words, meaning in _MEANT.items() if words in said), None)
    return f"{meant} ({said})" if meant else said


_MEANT: Mapping[str, str] = {
    "unable to open database file": "there is no such folder, or no right to write to it; a ledger that is "
    "only read needs that as well: copy it to where you may write",
    "disk I/O error": "the disk is full, or fails",
    "attempt to write a readonly database": "it can only be read where it is: copy it to where you may write",
    "file is not a database": "it is another kind of file",
    "disk image is malformed": "it is damaged or cut short",
}


def is_unfinished(connection: Connection) -> bool:
    """Whether a copy into this file has begun and not come to its end."""
    return bool(connection.scalar(text("PRAGMA application_id")) == _UNFINISHED)


def mark(connection: Connection, *, unfinished: bool) -> None:
    """Say in the header of the file that a copy into it begins, or has come to its end."""
    connection.execute(text(f"PRAGMA application_id = {_UNFINISHED if unfinished else _APPLICATION}"))


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # Python's own transaction handling commits before DDL and begins too late: SQLAlchemy does it (`_begin`).
    connection.isolation_level = None
    try:
        for pragma in (f"busy_timeout = {_PATIENCE_S * 1000}", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {pragma}")
    except UnicodeDecodeError:  # what SQLite complains of is quoted, and is no text
        raise sqlite3.DatabaseError("malformed database schema") from None


def _begin(connection: Connection) -> None:
    # Who is to write takes the lock at once, so that it cannot fail half-way.
    lock = "IMMEDIATE" if connection.get_execution_options().get("lock") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {lock}")


def _back_up(path: Path, schema: str) -> None:
    """Copy a ledger as it is, beside it, while nobody can write to it; an older copy is never replaced."""
    copies = (path.with_name(f"{path.name}.schema-{schema}{nth}.backup") for nth in _suffixes())
    target = next(copy for copy in copies if not copy.exists())
    unfinished = target.with_name(f"{target.name}.unfinished")
    try:
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            copy.execute("PRAGMA synchronous = FULL")
            source.backup(copy)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        if unfinished.is_file():
            unfinished.unlink()
        raise LedgerError(
            f"{path} has the older schema {schema} and was left as it is: no backup could be written: {error}"
        ) from error


def _suffixes() -> Iterator[str]:
    yield ""
    yield from (f"-{nth}" for nth in count(2))


def _schema_of(connection: Connection, path: Path) -> str | None:
    """The ledger's schema; None for an empty file."""
    if not connection.scalar(text("SELECT count(*) FROM sqlite_master")):
        return None
    if connection.scalar(text("PRAGMA application_id")) not in (_APPLICATION, _UNFINISHED):
        raise LedgerError(f"{path} is a database, but not a ledger of Sayso")
    schema = str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    if schema > HEAD:
        raise LedgerError(f"{path} was written by a newer Sayso (schema {schema}, this one knows {HEAD})")
    return schema


def _use_write_ahead_log(engine: Engine) -> None:
    connection = engine.raw_connection()
    try:
        until = time.monotonic() + _PATIENCE_S
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # SQLite does not wait for the lock that this one statement needs.
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                return
    finally:
        connection.close()


def _migrate(connection: Connection) -> None:
    # Half a second to import, and needed once in a ledger's life.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "sayso.ledger:migrations")
    command.upgrade(config, HEAD)
    mark(connection, unfinished=False)
