"""What the desk keeps in memory grows with its ledger to what a desk opened anew would keep."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np

from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import Outcome, Reading
from sayso.pipeline.grouping import regrouped
from sayso.web.columns import Columns
from sayso.web.shelf import Once, Shelves
from sayso.web.tallies import of_columns
from tests.web.made import REPORTS, ledger_of, report

LATER = "2031-05-21T08:00:00+00:00"
LOUD = report("THE CENTRAL HOSPITAL", 9, "nine people", outlet="Vell Courier", published="2031-05-06")
NEW = report("the Harbour Office", 19, "nineteen people", outlet="Vell Courier", published="2031-05-06")


def _add(ledger: Ledger, reading: Reading, *, maker: str) -> None:
    run = ledger.start_run({"maker": maker}, started=LATER)
    claims = tuple(claims_in(reading))
    ledger.add([Outcome(key="i-new", origin="new.txt", result=reading, claims=claims)], run=run)
    ledger.finish_run(run, counts={"read": 1}, finished=LATER)
    regrouped(ledger, at=LATER)


def _said(columns: Columns) -> list[tuple[object, ...]]:
    """Every row of some columns with its values."""
    coded = [
        [None if code < 0 else column.values[code] for code in column.codes]
        for _, column in sorted(columns.codes.items())
    ]
    return list(zip(columns.numbers.tolist(), columns.days.tolist(), *coded, strict=True))


def test_a_shelf_that_grew_is_the_shelf_of_a_desk_opened_anew(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as ledger:
        shelves = Shelves(ledger)
        before = shelves.newest().claims
        _add(ledger, NEW, maker="made by hand")
        grown, anew = shelves.newest(), Shelves(ledger).newest()
        assert len(grown.claims.numbers) > len(before.numbers)
        assert _said(grown.claims) == _said(anew.claims)
        assert _said(grown.documents) == _said(anew.documents)
        assert grown.parties == anew.parties


def test_claims_of_a_report_that_was_read_again_are_left_out(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as ledger:
        shelves = Shelves(ledger)
        before = shelves.newest().claims
        (event,) = REPORTS[0].events
        _add(ledger, replace(REPORTS[0], events=(replace(event, tolls=()),)), maker="another reader")
        grown, anew = shelves.newest(), Shelves(ledger).newest()
        assert not np.isin(before.numbers, grown.claims.numbers).all()
        assert _said(grown.claims) == _said(anew.claims)
        assert grown.claims.codes["who"].used == anew.claims.codes["who"].used


def test_a_shelf_whose_claims_nobody_asked_for_leaves_none_out_of_the_next(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as ledger:
        shelves = Shelves(ledger)
        assert len(shelves.newest().documents.numbers) == 3
        _add(ledger, NEW, maker="made by hand")
        assert len(shelves.newest().incidents["newest"].numbers) == 1
        _add(ledger, replace(NEW, tolls=(), events=()), maker="another reader")
        late, anew = shelves.newest(), Shelves(ledger).newest()
        assert _said(late.claims) == _said(anew.claims)
        assert _said(late.documents) == _said(anew.documents)


def test_claims_are_read_up_to_the_version_of_their_shelf(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as ledger:
        shelves = Shelves(ledger)
        early = shelves.newest()
        _add(ledger, NEW, maker="made by hand")
        assert len(early.claims.numbers) < len(shelves.newest().claims.numbers)
        assert _said(shelves.newest().claims) == _said(Shelves(ledger).newest().claims)


def test_a_warmed_shelf_has_what_pages_ask_for(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as ledger:
        shelves = Shelves(ledger)
        shelves.warm().join()
        assert len(shelves.newest().claims.numbers) == 6


def test_a_tally_counted_by_the_database_is_that_of_the_columns(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", (*REPORTS, LOUD)) as ledger:
        (event,) = REPORTS[0].events
        _add(ledger, replace(REPORTS[0], events=(replace(event, tolls=()),)), maker="another reader")
        shelf = Shelves(ledger).newest()
        counted = shelf.tally
        assert counted == of_columns(shelf.claims)
        assert (counted.claims, counted.speakers, len(counted.days)) == (7, 2, 4)


def test_names_that_differ_in_case_alone_are_one_party(tmp_path: Path):
    with ledger_of(tmp_path / "desk.sqlite", (*REPORTS, LOUD)) as ledger:
        shelf = Shelves(ledger).newest()
        assert [name for name in shelf.parties if "hospital" in name.casefold()] == ["the Central Hospital"]
        assert shelf.parties["the Central Hospital"] == (0, 0, 4)
        for spelling in ("the Central Hospital", "THE CENTRAL HOSPITAL"):
            assert int(shelf.claims.mask({"who": [spelling]}).sum()) == 4


def test_something_is_made_once_however_many_ask_for_it():
    made: list[int] = []

    def make() -> int:
        made.append(len(made))
        return 7

    once = Once(make)
    threads = [threading.Thread(target=once) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (once(), made) == (7, [0])
