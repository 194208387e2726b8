import sqlite3
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger.schema import HEAD, metadata
from sayso.ledger.store import Store
from tests import factory
from tests.ledger import outcomes


def tables_of(path: Path) -> dict[str, str]:
    """How each table and index of a database was made, full-text indexes and SQLite's own left out."""
    connection = sqlite3.connect(path)
    made = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type <> 'view' AND sql <> ''"
    ).fetchall()
    connection.close()
    theirs = ("documents_fts", "claims_fts", "alembic_version")
    return {name: " ".join(sql.split()) for name, sql in made if not name.startswith(theirs)}


def test_the_migrations_make_the_tables_that_the_schema_describes(tmp_path):
    Ledger.open(tmp_path / "migrated").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'described'}")
    metadata.create_all(engine)
    engine.dispose()
    assert tables_of(tmp_path / "migrated") == tables_of(tmp_path / "described")


def test_head_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_ledger_waits_for_others_and_writes_through_to_the_disk(tmp_path):
    store = Store.open(tmp_path / "a")
    expected = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 60_000}
    with store.reading() as connection:
        for pragma, value in expected.items():
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
    store.close()


def test_open_again_keeps_what_is_there(tmp_path):
    path = tmp_path / "a b%20?.ledger"
    for _ in range(2):
        with Ledger.open(path) as ledger:
            outcomes.add(ledger, factory.reading())
    with Ledger.open(str(path), create=False) as ledger:
        assert ledger.documents().num_rows == 1
    assert path.exists()


def written_by_a_newer_sayso(path: Path) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (id TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.mkdir, "cannot use the ledger"),
        (lambda path: path.write_text("Rebels shelled Orlo. " * 99), "file is not a database"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000), "cannot use the ledger"),
        (another_database, "not a ledger of Sayso"),
        (written_by_a_newer_sayso, "newer Sayso"),
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_open_refuses_what_it_cannot_use(tmp_path, make, message, create):
    path = tmp_path / "a"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=message):
        Ledger.open(path, create=create)
    assert before is None or path.read_bytes() == before


def test_open_refuses_a_schema_that_is_no_text(tmp_path):
    path = tmp_path / "a"
    Ledger.open(path).close()
    path.write_bytes(
        path.read_bytes().replace(b"CREATE TABLE documents", b"CREATE TABLE \xbb\x9d\xff\xfe)ents")
    )
    with pytest.raises(LedgerError, match=r"cannot use the ledger .+: malformed database schema"):
        Ledger.open(path)


def test_open_without_create_makes_nothing(tmp_path):
    path = tmp_path / "a"
    with pytest.raises(LedgerError, match="no ledger at"):
        Ledger.open(path, create=False)
    assert not path.exists()
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        Ledger.open(path, create=False)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("empty", [True, False])
def test_open_leaves_a_write_ahead_log_without_its_ledger_alone(tmp_path, create, empty):
    """SQLite would delete it, and with it what was acknowledged and not yet written into the file."""
    path = tmp_path / "a"
    Ledger.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("UPDATE alembic_version SET version_num = version_num")
        connection.commit()
        log = (tmp_path / "a-wal").read_bytes()
    other = tmp_path / "b"
    (tmp_path / "b-wal").write_bytes(log)
    if empty:
        other.touch()
    with pytest.raises(LedgerError, match="put the ledger back beside it"):
        Ledger.open(other, create=create)
    assert (tmp_path / "b-wal").read_bytes() == log
    path.replace(other)
    Ledger.open(other, create=create).close()


@pytest.fixture
def sealed(tmp_path):
    """A ledger in a folder, to neither of which anybody has a right to write."""
    folder = tmp_path / "archive"
    folder.mkdir()
    path = folder / "a b%20?#.ledger"
    with Ledger.open(path) as ledger:
        outcomes.add(ledger, factory.reading())
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)
    path.chmod(0o644)


def test_a_ledger_that_nobody_can_write_to_is_read_and_verified(sealed):
    before = sealed.read_bytes()
    with Ledger.open(sealed) as ledger:
        assert ledger.documents().num_rows == 1
        assert list(ledger.verify()) == []
    assert sealed.read_bytes() == before
    assert list(sealed.parent.iterdir()) == [sealed]


def test_a_ledger_that_nobody_can_write_to_is_not_written_to(sealed):
    before = sealed.read_bytes()
    with Ledger.open(sealed) as ledger, pytest.raises(LedgerError, match="copy it to where you may write"):
        outcomes.add(ledger, factory.reading("Rebels shelled Orlo."))
    assert sealed.read_bytes() == before


def test_verify_finds_a_spoilt_index_where_nobody_can_write(sealed):
    sealed.chmod(0o644)
    with closing(sqlite3.connect(sealed)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("INSERT INTO documents_fts(documents_fts) VALUES ('delete-all')")
        connection.commit()
    sealed.chmod(0o444)
    with Ledger.open(sealed) as ledger:
        assert [problem.where for problem in ledger.verify()] == ["documents_fts"]


def test_open_refuses_a_ledger_whose_last_writes_cannot_be_brought_home(sealed):
    log = sealed.with_name(f"{sealed.name}-wal")
    sealed.parent.chmod(0o755)
    log.write_bytes(b"what was last written")
    sealed.parent.chmod(0o555)
    with pytest.raises(LedgerError, match="copy both to where you may write"):
        Ledger.open(sealed, create=False)
    assert log.read_bytes() == b"what was last written"


def test_open_in_a_folder_that_is_not_there_says_so(tmp_path):
    with pytest.raises(LedgerError, match="copy it to where you may write"):
        Ledger.open(tmp_path / "none" / "a")


def ingest(path: str, name: str) -> None:
    with Ledger.open(path) as ledger:
        run = outcomes.run(ledger, started=name)
        for number in range(20):
            shared, own = factory.reading(f"Report {number}."), factory.reading(f"Report {number} of {name}.")
            ledger.add([outcomes.read(shared), outcomes.read(own, origin=name)], run=run)


def test_two_processes_can_lay_out_and_fill_one_ledger_at_once(tmp_path):
    path = str(tmp_path / "a")
    processes = [get_context("spawn").Process(target=ingest, args=(path, name)) for name in ("one", "two")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0, 0]
    with Ledger.open(path, create=False) as ledger:
        assert ledger.documents().num_rows == 60
        assert list(ledger.verify()) == []
