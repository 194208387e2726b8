"""Places added for good: dumps and CSV files that the gazetteer of this user knows from then on."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from sayso.annotate.places.dumps import Entry, entries
from sayso.annotate.places.place import Place, name_key
from sayso.errors import UsageError

FILE = "added-places.sqlite"
_BATCH = 5_000
_PATIENCE_S = 60.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS dump (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  places INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS place (id INTEGER PRIMARY KEY, dump INTEGER NOT NULL, number TEXT,
  name TEXT NOT NULL, country TEXT, feature TEXT NOT NULL, latitude REAL, longitude REAL,
  radius_km REAL NOT NULL, population INTEGER NOT NULL, geonames INTEGER, division TEXT,
  own INTEGER NOT NULL, UNIQUE (dump, number));
CREATE TABLE IF NOT EXISTS name (key TEXT NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_BY_NAME = """
SELECT place.name, country, feature, latitude, longitude, radius_km, population, geonames, division, own
FROM name JOIN place ON place.id = name.place WHERE key = ? ORDER BY place.id
"""


def folder_of_data(environ: Mapping[str, str]) -> Path:
    """Sayso's folder for what must outlive its cache: `$XDG_DATA_HOME/sayso`, else `~/.local/share/sayso`."""
    given = environ.get("XDG_DATA_HOME", "")
    return (Path(given) if given.startswith("/") else Path.home() / ".local" / "share") / "sayso"


def add(dump: Path, *, folder: Path | None = None, progress: Callable[[int], None] | None = None) -> int:
    """Add the places of a dump to the gazetteer for good, and say how many they were.

    `dump` is a country file of GeoNames or of the NGA, zipped or not, or a CSV file with the columns that
    `read_additions` wants; what is read afterwards is read with its places. A dump that was added before is
    added no second time, and one that fails half-way leaves nothing behind. `progress` is told now and then
    how many places there are so far. `folder` is where they are kept, by default `folder_of_data`. Raises
    `UsageError` for a file that cannot be read.
    """
    kept_in = folder or folder_of_data(os.environ)
    sha256 = _sha256(dump)
    kept_in.mkdir(parents=True, exist_ok=True)
    with _writing(kept_in / FILE) as database:
        if (
            known := database.execute("SELECT places FROM dump WHERE sha256 = ?", (sha256,)).fetchone()
        ) is not None:
            return int(known[0])
        added = database.execute(
            "INSERT INTO dump (sha256, name, places) VALUES (?, ?, 0)", (sha256, dump.name)
        )
        number = added.lastrowid or 0
        found = entries(dump)
        while batch := list(islice(found, _BATCH)):
            for entry in batch:
                _insert(database, entry, number)
            if progress is not None:
                progress(_count(database, number))
        count = _count(database, number)
        if count == 0:
            raise UsageError(f"{dump} holds no place that Sayso can use")
        database.execute("UPDATE dump SET places = ? WHERE id = ?", (count, number))
        return count


class AddedPlaces:
    """The places added in a folder; none where nothing was ever added."""

    def __init__(self, folder: Path) -> None:
        path = folder / FILE
        self._database = (
            sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            if path.is_file()
            else None
        )

    def lookup(self, key: str) -> Iterator[tuple[Place, bool]]:
        """The added places of a name, each with whether a user wrote it by hand."""
        if self._database is None:
            return
        for row in self._database.execute(_BY_NAME, (key,)):
            yield Place(**dict(zip(Place.__slots__, row[:9], strict=True))), bool(row[9])

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()


def dumps_in(folder: Path) -> tuple[str, ...]:
    """The hashes of the dumps added in a folder, for fingerprints."""
    path = folder / FILE
    if not path.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return tuple(sha256 for (sha256,) in database.execute("SELECT sha256 FROM dump ORDER BY sha256"))
    except sqlite3.DatabaseError:
        return ()


def state_of(folder: Path) -> int:
    """A number that changes when places are added in a folder."""
    try:
        return (folder / FILE).stat().st_mtime_ns
    except OSError:
        return 0


def _insert(database: sqlite3.Connection, entry: Entry, dump: int) -> None:
    place = entry.place
    columns = (dump, entry.number, *(getattr(place, slot) for slot in Place.__slots__), entry.own)
    database.execute(
        "INSERT OR IGNORE INTO place (dump, number, name, country, feature, latitude, longitude, radius_km,"
        " population, geonames, division, own) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        columns,
    )
    if entry.number is None:
        row = database.execute("SELECT last_insert_rowid()").fetchone()
    else:
        row = database.execute(
            "SELECT id FROM place WHERE dump = ? AND number = ?", (dump, entry.number)
        ).fetchone()
    keys = {name_key(name) for name in entry.names if name and not _is_code(name)}
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", ((key, row[0]) for key in keys if key))


def _is_code(name: str) -> bool:
    return len(name) <= 4 and name.isascii() and name.isupper()


def _count(database: sqlite3.Connection, dump: int) -> int:
    (count,) = database.execute("SELECT count(*) FROM place WHERE dump = ?", (dump,)).fetchone()
    return int(count)


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """The file in one transaction, kept whole or not at all; a second writer waits for the first."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)) as database:
            database.executescript(_SCHEMA)
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
            except BaseException:
                database.execute("ROLLBACK")
                raise
            database.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise UsageError(f"cannot add places in {path}: {error}") from error


def _sha256(dump: Path) -> str:
    try:
        with dump.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UsageError(f"cannot read the dump {dump}: {error}") from error
