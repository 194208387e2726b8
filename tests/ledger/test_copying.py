"""A ledger copied: file to file, file to server and back, whole, once, and to the end."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sayso.errors import LedgerError
from sayso.ledger import Ledger, copy
from sayso.ledger.schema import metadata
from sayso.model import Decision, Ruling, Subject
from sayso.pipeline.grouping import brought_up_to_date
from tests import factory
from tests.claims.test_claims import a_reading
from tests.exports.strategies import readings
from tests.ledger import outcomes
from tests.ledger.behind import done
from tests.ledger.cases import AT, report

ROOT = Path(__file__).parents[2]
Contents = dict[str, list[tuple[object, ...]]]

WHOLE = [
    "Rebels shelled Orlo \U0001f525\U0001f691; nine died.",
    "E\u0301mile said o\u0308nly nine\u0307 died in Tarn.",
    "\u202eRebels\u202c shelled \u2066Orlo\u2069, \u200fnine died.",
    "Nine\0died \ufdd2 in \ufdd3 Orlo\ufdd2\ufdd3.",
]


def contents(where: object) -> Contents:
    """Every row of every table, but for the order in which rows lie."""
    with Ledger.open(where, create=False) as ledger, ledger._store.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


@pytest.fixture
def filled(tmp_path) -> Path:
    """A ledger that has some of everything."""
    path = tmp_path / "filled.sqlite"
    with Ledger.open(path) as ledger:
        fill(ledger, "first")
    return path


def fill(ledger: Ledger, name: str) -> None:
    run = outcomes.run(ledger, started=name)
    for number in range(4):
        reading = report(name, number + 1, place=f"Orlo {number}", day=f"2031-{number + 1:02}-03")
        ledger.add([outcomes.read(reading, origin=name)], run=run)
    some = [factory.reading(f"{text} {name}") for text in WHOLE]
    ledger.add(
        [outcomes.read(a_reading(), origin=name), outcomes.refused(), *map(outcomes.read, some)], run=run
    )
    ledger.finish_run(run, counts={"read": 9}, finished=AT)
    outcomes.add(ledger, replace(a_reading(), events=()), maker=f"reader of {name}")
    brought_up_to_date(ledger, at=AT)
    for number in range(3):
        ledger.decide(
            Decision(
                kind=Subject.CLAIM, subject=f"c-{number}", verdict=Ruling.ACCEPT, by=name, at=AT, why="\0"
            )
        )


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request, tmp_path) -> Callable[[], str]:
    """What makes places that hold nothing yet, as often as it is called."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"target-{len(list(tmp_path.iterdir()))}.sqlite")
    server = request.getfixturevalue("server")
    return lambda: server.url(server.new_database())


def test_there_and_back_is_the_same(tmp_path, filled, empty):
    there, back = empty(), tmp_path / "back.sqlite"
    copied = copy(filled, there)
    assert contents(there) == contents(filled)
    assert {name: count.new for name, count in copied.items()} == {
        name: len(rows) for name, rows in contents(filled).items()
    }
    assert {count.there for count in copied.values()} == {0}
    copy(there, back)
    assert contents(back) == contents(filled)
    for place in (there, back):
        with Ledger.open(place, create=False) as ledger, Ledger.open(filled) as original:
            assert list(ledger.verify()) == []
            assert list(ledger.readings()) == list(original.readings())
            assert ledger.decisions() == original.decisions()
            assert [row.item for row in refused(ledger)] == [row.item for row in refused(original)]
            for typed in ("nine died", "emile", "place:orlo"):
                assert {hit.document for hit in ledger.search(typed)} == {
                    hit.document for hit in original.search(typed)
                }


def refused(ledger: Ledger) -> list:
    with ledger.listing() as listing:
        return listing.refusals()


def test_to_copy_again_brings_what_is_new_and_nothing_else(filled, empty):
    there = empty()
    copy(filled, there)
    assert {count.new for count in copy(filled, there).values()} == {0}
    with Ledger.open(filled) as ledger:
        fill(ledger, "second")
        ledger.merge([filed.incident.id for filed in ledger.cases()][:2], by="Ana", at=AT, why="one")
        brought_up_to_date(ledger, at=AT)
    brought = copy(filled, there)
    assert contents(there) == contents(filled)
    assert 0 < brought["documents"].new < len(contents(filled)["documents"])
    with Ledger.open(there, create=False) as ledger:
        assert list(ledger.verify()) == []
        fill(ledger, "third")
        assert list(ledger.verify()) == []


def test_what_was_added_to_a_copy_is_not_overwritten(filled, empty):
    there = empty()
    copy(filled, there)
    with Ledger.open(there) as ledger:
        outcomes.add(ledger, factory.reading("Only here."))
    with Ledger.open(filled) as ledger:
        outcomes.add(ledger, factory.reading("Only there."))
    before = contents(there)
    with pytest.raises(LedgerError, match="is no copy of this ledger: row 10 of its documents is another"):
        copy(filled, there)
    assert contents(there) == before


def test_another_ledger_is_not_copied_over(tmp_path, filled, empty):
    there = empty()
    with Ledger.open(there) as ledger:
        outcomes.add(ledger, factory.reading("Another."))
    with pytest.raises(LedgerError, match="is no copy of this ledger"):
        copy(filled, there)
    with pytest.raises(LedgerError, match="cannot be copied into itself"):
        copy(there, there)
    with pytest.raises(LedgerError, match="no ledger at"):
        copy(tmp_path / "none", there)


def test_a_broken_chain_is_not_copied(filled, empty):
    with Ledger.open(filled) as ledger:
        done(ledger, "UPDATE decisions SET why = 'other' WHERE number = 2")
    with pytest.raises(LedgerError, match=r"is not copied: decision 2 .* is not what was decided"):
        copy(filled, empty())


def test_a_copy_that_was_killed_cannot_be_used_and_can_be_completed(filled, empty):
    there = empty()
    for stop in (1, 25, 25, 10):
        script = f"""
import os
from sayso.ledger import copy, copying_rows
copying_rows._ROWS = 1
def follow(done, _all):
    if done == {stop}:
        os.kill(os.getpid(), 9)
copy({str(filled)!r}, {there!r}, follow=follow)
"""
        killed = subprocess.run([sys.executable, "-c", script], cwd=ROOT)
        assert killed.returncode == -9
        with pytest.raises(LedgerError, match="holds half of a copy"):
            Ledger.open(there)
    with pytest.raises(LedgerError, match="holds half of a copy"):
        copy(there, filled.with_name("further.sqlite"))
    copy(filled, there)
    assert contents(there) == contents(filled)
    with Ledger.open(there) as ledger:
        assert list(ledger.verify()) == []


def test_a_copy_says_how_far_it_is(filled, empty):
    told: list[tuple[int, int]] = []
    copied = copy(filled, empty(), follow=lambda done, of: told.append((done, of)))
    rows = sum(count.new for count in copied.values())
    assert told[-1] == (rows, rows)
    assert [done for done, _ in told] == sorted({done for done, _ in told})


@settings(max_examples=15)
@given(st.lists(readings(), min_size=1, max_size=3, unique_by=lambda reading: reading.document.id))
def test_whatever_was_read_comes_back_from_a_copy(places, some):
    first, second, third = (next(places) for _ in range(3))
    with Ledger.open(first) as ledger:
        batch = [outcomes.read(reading, origin=f"{n}.txt") for n, reading in enumerate(some)]
        ledger.add(batch, run=outcomes.run(ledger))
    copy(first, second)
    copy(second, third)
    assert contents(first) == contents(second) == contents(third)
    with Ledger.open(second, create=False) as ledger:
        assert list(ledger.verify()) == []
        assert list(ledger.readings()) == sorted(some, key=lambda reading: reading.document.id)


@pytest.fixture(scope="module")
def places(server, tmp_path_factory) -> Iterator[str]:
    """File, server, file; the next file, and the same database, emptied."""

    def some() -> Iterator[str]:
        folder, name = tmp_path_factory.mktemp("copies"), server.new_database()
        number = 0
        while True:
            yield str(folder / f"{number}-from.sqlite")
            yield server.url(name)
            yield str(folder / f"{number}-to.sqlite")
            server.empty(name)
            number += 1

    return some()
