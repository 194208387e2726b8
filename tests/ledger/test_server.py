"""A ledger on a PostgreSQL server: what is refused and why, and what only a server could get wrong."""

import sys
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from sayso.errors import LedgerError, MissingExtra
from sayso.ledger import Ledger
from sayso.ledger.backends.postgresql.nul import escaped, unescaped
from sayso.ledger.place import Server, to_place
from sayso.ledger.schema import HEAD, metadata
from sayso.ledger.store import Store
from tests import factory
from tests.ledger import outcomes
from tests.ledger.server import PASSWORD, Running
from tests.ledger.test_opening import ingest


def refusal(where: object, **how: object) -> str:
    with pytest.raises(LedgerError) as raised:
        Ledger.open(where, **how)
    said = str(raised.value)
    assert PASSWORD not in said
    assert PASSWORD not in repr(raised.value.__cause__)
    return said


def test_a_ledger_is_made_once_and_found_again_by_port_and_password(server: Running):
    url = server.url_by_port(server.new_database())
    assert "no ledger in postgresql://postgres@127.0.0.1" in refusal(url, create=False)
    for _ in range(2):
        with Ledger.open(url) as ledger:
            outcomes.add(ledger, factory.reading())
    with Ledger.open(url, create=False) as ledger:
        assert ledger.document_count() == 1
        assert ledger.path is None
        assert PASSWORD not in str(ledger) + repr(ledger) + repr(ledger._store)
        assert list(ledger.verify()) == []


def test_what_cannot_be_opened_says_why(server: Running):
    nowhere = server.url_by_port("nowhere")
    assert 'database "nowhere" does not exist; `createdb` makes one' in refusal(nowhere)
    wrong = server.url_by_port("postgres", password="wrong")  # noqa: S106
    assert "user name or password is wrong" in refusal(wrong)
    assert "cannot be reached: Connection refused" in refusal(f"postgresql://ana:{PASSWORD}@127.0.0.1:1/a")
    assert "cannot be reached" in refusal("postgresql://ana@/a?host=/nowhere")
    assert "names no database" in refusal(f"postgresql://ana:{PASSWORD}@host")
    assert "has the option ssl; there are host" in refusal(f"postgresql://ana:{PASSWORD}@host/a?ssl=1")
    assert "an sslmode that there is not" in refusal("postgresql://ana@host/a?sslmode=x")
    assert "Server refuses SSL" in refusal(nowhere.replace("disable", "require"))
    assert "as a number" in refusal("postgresql://ana@/a?port=x")
    assert "is written %40" in refusal("postgresql://ana:se@cret@host/a")
    assert "no ledger can be at mysql://" in refusal("mysql://ana:secret@host/a")


def test_another_database_is_left_alone(server: Running):
    name = server.new_database()
    server.ask("CREATE TABLE documents (id TEXT)", database=name)
    assert "is a database, but not a ledger of Sayso" in refusal(server.url(name))
    assert server.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=name) == [[1]]


def test_a_database_that_cannot_hold_every_text_is_refused(server: Running):
    name = server.new_database("ENCODING 'LATIN1' LOCALE 'C'")
    assert "is encoded in LATIN1, a ledger in UTF8" in refusal(server.url(name))


@pytest.mark.parametrize(("schema", "said"), [("9999", "by a newer Sayso"), ("0001", "by an older Sayso")])
def test_another_schema_is_refused(server: Running, schema: str, said: str):
    name = server.new_database()
    Ledger.open(server.url(name)).close()
    server.ask(f"UPDATE alembic_version SET version_num = '{schema}'", database=name)  # noqa: S608
    assert f"{said} (schema {schema}, this one" in refusal(server.url(name))
    assert HEAD in refusal(server.url(name))


def test_a_url_without_the_driver_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pg8000.dbapi", None)
    with pytest.raises(MissingExtra, match=r"pip install 'sayso\[postgres\]'"):
        Ledger.open("postgresql://ana@host/a")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("postgresql://ana:secret@host:5433/reports", "postgresql://ana@host:5433/reports"),
        ("postgres://host/reports", "postgresql://host/reports"),
        ("postgresql:///reports?host=/run/pg", "postgresql:///run/pg/reports"),
        ("postgresql://ana:s%40cret@host/reports", "postgresql://ana@host/reports"),
    ],
)
def test_a_place_is_shown_without_its_password(written: str, shown: str):
    place = to_place(written)
    assert isinstance(place, Server)
    assert str(place) == shown


def test_every_column_of_words_is_ordered_as_in_a_file(server: Running):
    name = server.new_database()
    Ledger.open(server.url(name)).close()
    columns = """
        SELECT attrelid::regclass, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND attnum > 0
            AND atttypid = 'text'::regtype AND attcollation <> '"C"'::regcollation
    """
    assert server.ask(columns, database=name) == []
    made = server.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=name)
    others = {"alembic_version", "decisions_taken", "documents_words", "claims_words"}
    assert {row[0] for row in made} == set(metadata.tables) | others


def test_whoever_writes_waits_no_longer_than_a_minute(server: Running, monkeypatch):
    monkeypatch.setitem(_session(), "lock_timeout", "200ms")
    url = server.url(server.new_database())
    with closing(Store.open(url)) as one, closing(Store.open(url)) as other, one.writing():
        with pytest.raises(LedgerError, match="somebody else has been writing"), other.writing():
            pass
        with other.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM documents")) == 0


def _session() -> dict[str, str]:
    from sayso.ledger.backends.postgresql import connecting

    return connecting._SESSION


def test_a_reader_sees_one_state_while_others_write(server: Running):
    url = server.url(server.new_database())
    with Ledger.open(url) as ledger, ledger._store.reading() as connection:
        count = text("SELECT count(*) FROM documents")
        assert connection.scalar(count) == 0
        outcomes.add(ledger, factory.reading())
        assert connection.scalar(count) == 0


def test_a_connection_that_broke_is_made_anew(server: Running):
    name = server.new_database()
    with Ledger.open(server.url(name)) as ledger:
        outcomes.add(ledger, factory.reading())
        killed = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = "
        server.ask(f"{killed} '{name}'")
        assert ledger.document_count() == 1


def test_what_cannot_be_written_leaves_the_connection_sound(server: Running):
    with Ledger.open(server.url(server.new_database())) as ledger:
        for _ in range(2):
            with pytest.raises(UnicodeEncodeError):
                ledger.start_run({"maker": "\udce9"}, started="now")
            with pytest.raises(LedgerError, match="surrogates not allowed"):
                ledger.add([outcomes.refused(key="i-\udce9")], run=outcomes.run(ledger))
        outcomes.add(ledger, factory.reading())
        assert ledger.document_count() == 1


def test_two_can_lay_out_and_fill_one_database_at_once(server: Running):
    url = server.url(server.new_database())
    threads = [threading.Thread(target=ingest, args=(url, name)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    with Ledger.open(url, create=False) as ledger:
        assert ledger.document_count() == 60
        assert list(ledger.verify()) == []


def test_long_documents_are_found_by_words_far_apart_and_by_phrases_anywhere(server: Running):
    words = [f"w{number}" for number in range(30_000)]
    with Ledger.open(server.url(server.new_database())) as ledger:
        outcomes.add(ledger, factory.reading(" ".join(words)), factory.reading("x" * 3_000_000))
        assert len(ledger.search("w1 w29999")) == 1
        assert ledger.search("w1 -w29999") == []
        for start in (*range(3_900, 4_100, 7), 29_990):
            [hit] = ledger.search(f'"{" ".join(words[start : start + 9])}"')
            assert [match.of(" ".join(words)) for match in hit.matches] == [
                " ".join(words[start : start + 9])
            ]
        assert len(ledger.search("xxx*")) == 1
        assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    "words", ["", "plain", "\0", "\ufdd2", "\ufdd3", "a\0\ufdd2\ufdd3\ufdd2\ufdd2\0b", "\ufdd2\0"]
)
def test_words_come_back_from_what_the_server_can_hold(words: str):
    assert "\0" not in escaped(words)
    assert unescaped(escaped(words)) == words
