"""A value changed behind the ledger's back, in every column: `verify` sees it, or we say that it does not."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata
from tests.ledger.test_copying import fill

UNSEEN = {
    "grouping_state": {"part", "key", "content"},  # made again from readings and decisions
    "groupings": {"at", "maker", "finished", "readings", "decisions"},  # the same
    "items": {"detail"},
    "runs": {"counts", "finished"},
    "sightings": {"url"},
}
"""What no checksum covers, and nothing else in the ledger repeats."""
COLUMNS = [(table.name, column.name) for table in metadata.sorted_tables for column in table.columns]


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "sound.sqlite"
    with Ledger.open(path) as ledger:
        fill(ledger, "first")
        fill(ledger, "second")
        assert list(ledger.verify()) == []
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def other(value: object) -> object:
    """Another value of the same kind; words where there was nothing."""
    if isinstance(value, str):
        return value[:-1] + ("y" if value[-1:] != "y" else "z")
    if isinstance(value, bytes):
        return value + b"x"
    return "zz" if value is None else value + 100_000  # type: ignore[operator]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_verify_sees_a_change_in_every_column(filled, tmp_path, table, column):
    path = tmp_path / "changed.sqlite"
    shutil.copy(filled, path)
    with closing(sqlite3.connect(path)) as database, database:
        longest = f'SELECT "{column}" FROM {table} ORDER BY length("{column}") DESC LIMIT 1'  # noqa: S608
        found = database.execute(longest).fetchone()
        if found is None:
            pytest.skip("no row in the sample")
        [value] = found
        changed = database.execute(
            f'UPDATE {table} SET "{column}" = ? WHERE "{column}" IS ?',  # noqa: S608
            (other(value), value),
        )
        assert changed.rowcount > 0
    with Ledger.open(path) as ledger:
        seen = list(ledger.verify())
    assert bool(seen) is (column not in UNSEEN.get(table, ()))
