"""Ledgers that released versions wrote open, keep all they hold, and are copied before anything changes."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.schema import HEAD
from tests.ledger.test_opening import tables_of

RELEASED = sorted(Path(__file__).with_name("released").glob("*.sqlite.gz"))


def unpacked(packed: Path, folder: Path) -> Path:
    path = folder / "old.sqlite"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a released ledger has."""
    with closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: database.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()  # noqa: S608
            for (name,) in names
            if "_fts" not in name and name not in {"alembic_version", "sqlite_sequence"}
        }


def test_there_is_a_ledger_of_every_schema_before_the_newest():
    assert [path.name[:4] for path in RELEASED] == [f"{number:04}" for number in range(1, int(HEAD))]


@pytest.mark.parametrize("packed", RELEASED, ids=lambda path: path.name)
def test_an_older_ledger_is_brought_forward_and_loses_nothing(tmp_path, packed):
    path = unpacked(packed, tmp_path)
    before = rows(path)
    with Ledger.open(path, create=False) as ledger:
        assert list(ledger.verify()) == []
        assert ledger.incident_count() == 0
    after = rows(path)
    assert before.keys() < after.keys()
    assert {name: after[name] for name in before} == before
    Ledger.open(tmp_path / "new").close()
    assert tables_of(path) == tables_of(tmp_path / "new")


@pytest.mark.parametrize("packed", RELEASED, ids=lambda path: path.name)
def test_an_older_ledger_is_copied_first(tmp_path, packed):
    path = unpacked(packed, tmp_path)
    before = rows(path)
    Ledger.open(path).close()
    [copy] = tmp_path.glob("*.backup")
    assert copy.name == f"old.sqlite.schema-{packed.name[:4]}.backup"
    assert rows(copy) == before
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == (packed.name[:4],)
    Ledger.open(path).close()
    assert list(tmp_path.glob("*.backup")) == [copy]


def test_a_backup_never_replaces_another(tmp_path):
    first = unpacked(RELEASED[0], tmp_path)
    Ledger.open(first).close()
    unpacked(RELEASED[0], tmp_path)
    Ledger.open(first).close()
    assert len(list(tmp_path.glob("*.backup"))) == 2


def test_a_ledger_that_cannot_be_copied_is_left_as_it_is(tmp_path):
    path = unpacked(RELEASED[0], tmp_path)
    before = rows(path)
    (tmp_path / "old.sqlite.schema-0001.backup.unfinished").mkdir()
    with pytest.raises(LedgerError, match="no backup could be written"):
        Ledger.open(path)
    assert rows(path) == before
