"""The gazetteer: every place that a name can mean, looked up offline in a file built once per machine."""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.annotate import tables
from sayso.annotate.places.added import AddedPlaces, dumps_in, folder_of_data, state_of
from sayso.annotate.places.additions import Additions, read_additions
from sayso.annotate.places.build import SCHEMA_VERSION, build, capitals, source_version
from sayso.annotate.places.countries import abbreviations
from sayso.annotate.places.place import Place, name_key
from sayso.errors import UsageError

_BY_NAME = """
SELECT place.name, country, feature, latitude, longitude, radius_km, population, geonames, division
FROM name JOIN place ON place.id = name.place WHERE key = ?
"""
_TOWNS = """
SELECT name, country, feature, latitude, longitude, radius_km, population, geonames, division FROM place
WHERE feature IN ('city', 'capital') AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
ORDER BY feature = 'capital' AND population > 100000 DESC, population DESC LIMIT ?
"""
_CACHED_NAMES = 50_000
_ABANDONED_S = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerOptions:
    """Where the gazetteer is kept and what the user adds to it."""

    folder: Path | None = None
    """None is the user's cache folder (`cache_folder`)."""
    added: Path | None = None
    """Where added dumps are kept (see `add`); None is the user's data folder (`folder_of_data`)."""
    additions: tuple[Path, ...] = ()
    """CSV files; see `read_additions`."""


class Gazetteer:
    """An open gazetteer; safe to read from several threads, but not to carry across a fork."""

    def __init__(
        self, path: Path, additions: Additions, fingerprint: str, dumps: AddedPlaces | None = None
    ) -> None:
        self.path, self.fingerprint, self.demonyms = path, fingerprint, additions.demonyms
        self._dumps = dumps
        self._added = additions.places
        self._own = {place for places in additions.places.values() for place in places}
        self._database = sqlite3.connect(_read_only(path), uri=True, check_same_thread=False)
        self._by_key = lru_cache(maxsize=_CACHED_NAMES)(self._places)

    @classmethod
    def open(cls, options: GazetteerOptions | None = None) -> "Gazetteer":
        """Open the gazetteer, building its file first where there is none (about ten seconds, once).

        Two processes may build at once; each writes its own file and the last to finish puts its in place.
        Where the folder cannot be written the file goes to the system's temporary folder. Raises `UsageError`
        for additions that cannot be read.
        """
        options = options or GazetteerOptions()
        additions = read_additions(options.additions)
        path = _built(options.folder or cache_folder(os.environ))
        return cls(path, additions, fingerprint(options), AddedPlaces(_added_in(options)))

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Every place that goes by `name`: the user's own, then what our tables name, then by population.

        A file found damaged is built anew. Places of added dumps that GeoNames' towns lack come last.
        """
        return self._by_key(name_key(abbreviations().get("".join(name.split()), name)))

    def capital_of(self, country: str) -> Place | None:
        """The seat of a country's government by ISO alpha-3 code; None where the gazetteer knows none."""
        own = (place for places in self._added.values() for place in places)
        named = self.lookup(capitals().get(country, ""))
        seats = [place for place in (*own, *named) if (place.country, place.feature) == (country, "capital")]
        return next((place for place in (*seats, *named) if place.country == country and place.is_town), None)

    def towns_within(
        self, west: float, south: float, east: float, north: float, *, most: int = 100
    ) -> list[Place]:
        """The largest towns between two meridians and two parallels, capitals first; for labels of a map."""
        rows = self._database.execute(_TOWNS, (south, north, west, east, most))
        return [_place(row) for row in rows]

    def is_own(self, place: Place) -> bool:
        """Whether the user added this place."""
        return place in self._own

    def close(self) -> None:
        """Close the file."""
        self._database.close()
        if self._dumps is not None:
            self._dumps.close()

    def _places(self, key: str) -> tuple[Place, ...]:
        try:
            rows = self._database.execute(_BY_NAME, (key,)).fetchall()
        except sqlite3.DatabaseError:
            self._build_anew()
            rows = self._database.execute(_BY_NAME, (key,)).fetchall()
        found = [_place(row) for row in rows]
        found.sort(key=_prominence)
        by_hand = list(self._added.get(key, ()))
        dumped = []
        numbers = {place.geonames for place in found}
        for place, own in self._dumps.lookup(key) if self._dumps is not None else ():
            if own:
                by_hand.append(place)
                self._own.add(place)
            elif place.geonames is None or place.geonames not in numbers:
                dumped.append(place)
        return (*by_hand, *found, *sorted(dumped, key=_prominence))

    def _build_anew(self) -> None:
        """Put a sound file in the place of one that a disk or a crash has damaged."""
        self._database.close()
        self.path.unlink(missing_ok=True)
        self.path = _built(self.path.parent)
        self._database = sqlite3.connect(_read_only(self.path), uri=True, check_same_thread=False)


def _place(row: Sequence[Any]) -> Place:
    return Place(
        name=row[0],
        country=row[1],
        feature=row[2],
        latitude=row[3],
        longitude=row[4],
        radius_km=row[5],
        population=row[6],
        geonames=row[7],
        division=row[8],
    )


def _prominence(place: Place) -> tuple[bool, int, int]:
    by_size = place.is_town or place.feature in ("province", "district")
    return by_size, -place.population, place.geonames or 0


def fingerprint(options: GazetteerOptions | None = None) -> str:
    """A hash of all that decides names and places, for manifests: sources, every table, the user's additions.

    Raises `UsageError` for additions that cannot be read; the gazetteer is not opened.
    """
    dumps = dumps_in(_added_in(options or GazetteerOptions()))
    digest = hashlib.sha256(f"{source_version()}; {tables.fingerprint()}; {'; '.join(dumps)}".encode())
    for added in (options or GazetteerOptions()).additions:
        try:
            digest.update(hashlib.sha256(added.read_bytes()).digest())
        except OSError as error:
            raise UsageError(f"cannot read the gazetteer file {added}: {error}") from error
    return digest.hexdigest()


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Sayso's folder in the user's cache: `$XDG_CACHE_HOME/sayso`, else `~/.cache/sayso`."""
    given = environ.get("XDG_CACHE_HOME", "")
    # The XDG specification says to ignore relative paths.
    return (Path(given) if given.startswith("/") else Path.home() / ".cache") / "sayso"


def shared(options: GazetteerOptions) -> Gazetteer:
    """The process's one open gazetteer for these options; a forked child gets its own.

    It is opened anew when places have been added since, so that the next text is read with them.
    """
    return _opened(options, os.getpid(), state_of(_added_in(options)))


def let_go(options: GazetteerOptions) -> None:
    """Close the process's gazetteer, as must be done before a fork; the next text opens it again."""
    shared(options).close()
    _opened.cache_clear()


@lru_cache(maxsize=4)
def _opened(options: GazetteerOptions, _process: int, _added: int) -> Gazetteer:
    return Gazetteer.open(options)


def _added_in(options: GazetteerOptions) -> Path:
    return options.added or folder_of_data(os.environ)


def _built(folder: Path) -> Path:
    """The path of the gazetteer file for the installed sources, which is there when this returns."""
    name = f"gazetteer-{hashlib.sha256(source_version().encode()).hexdigest()[:16]}.sqlite"
    if _is_whole(folder / name):
        return folder / name
    try:
        return _build_in(folder, name)
    except OSError:
        return _build_in(_private_temporary_folder(), name)


def _build_in(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if _is_whole(folder / name):
        return folder / name
    _sweep(folder)
    handle, unfinished = tempfile.mkstemp(prefix="unfinished-", suffix=".sqlite", dir=folder)
    os.close(handle)
    try:
        build(Path(unfinished))
        with Path(unfinished).open("rb") as file:
            os.fsync(file.fileno())
        return Path(unfinished).replace(folder / name)
    except sqlite3.OperationalError as error:
        # A full or read-only disk; the caller tries elsewhere.
        raise OSError(f"cannot write the gazetteer in {folder}: {error}") from error
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what builds that were killed left behind."""
    for unfinished in folder.glob("unfinished-*.sqlite"):
        with suppress(OSError):
            if time.time() - unfinished.stat().st_mtime > _ABANDONED_S:
                unfinished.unlink()


def _private_temporary_folder() -> Path:
    """A folder of this user's own under the system's temporary one, refused if somebody else made it."""
    folder = Path(tempfile.gettempdir()) / f"sayso-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid != os.getuid() or found.st_mode & 0o022:
        return Path(tempfile.mkdtemp(prefix="sayso-"))
    return folder


def _is_whole(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(_read_only(path), uri=True)) as database:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            (pages,) = database.execute("PRAGMA page_count").fetchone()
            (page,) = database.execute("PRAGMA page_size").fetchone()
            holds_names = database.execute("SELECT 1 FROM name LIMIT 1").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
    return bool(version == SCHEMA_VERSION and holds_names and path.stat().st_size == pages * page)


def _read_only(path: Path) -> str:
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"
