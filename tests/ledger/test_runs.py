import json

import pytest
from sqlalchemy import event

from sayso.errors import NotInLedger
from sayso.ledger.runs import LASTING
from sayso.model import Reason
from tests import factory
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes


def test_a_run_keeps_its_manifest_and_counts_its_items(ledger):
    manifest = {"maker": "reader 1", "options": {"workers": 2}, "note": "Vešten"}
    run = ledger.start_run(manifest, started=outcomes.STARTED)
    ledger.add([outcomes.read(a_reading()), outcomes.refused()], run=run)
    ledger.finish_run(run, counts={"read": 1, "refused": 1}, finished="2031-05-04T07:00:00")
    [row] = ledger.runs().to_pylist()
    assert json.loads(row.pop("manifest")) == manifest
    assert row == {
        "run": run,
        "started": outcomes.STARTED,
        "finished": "2031-05-04T07:00:00",
        "maker": "reader 1",
        "read": 1,
        "known": 0,
        "refused": 1,
    }


def test_two_runs_that_start_alike_are_two_runs(ledger):
    assert outcomes.run(ledger) != outcomes.run(ledger)


def test_finish_run_needs_a_run(ledger):
    with pytest.raises(NotInLedger):
        ledger.finish_run("r-none", counts={}, finished="")


def test_settled_holds_what_was_read_and_what_was_refused_for_good(ledger):
    passing = outcomes.refused(factory.refusal(Reason.TIMEOUT), key="i-slow")
    lasting = outcomes.refused(factory.refusal(Reason.BINARY), key="i-picture")
    read, copy = outcomes.read(a_reading()), outcomes.read(a_reading(), origin="copy.txt")
    ledger.add([passing, lasting, read, copy], run=outcomes.run(ledger))
    keys = [outcome.key for outcome in (passing, lasting, read, copy)]
    is_settled = ledger.settled()
    assert {key for key in [*keys, "i-new"] if is_settled(key)} == {"i-picture", read.key, copy.key}


def test_settled_asks_the_ledger_once_however_many_items_there_are(ledger):
    some = [outcomes.read(factory.reading(f"Report {number}.")) for number in range(50)]
    ledger.add(some, run=outcomes.run(ledger))
    asked: list[str] = []
    event.listen(ledger._store.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    is_settled = ledger.settled()
    assert all(is_settled(outcome.key) for outcome in some)
    assert not any(is_settled(key) for key in ("i-", "i-0", "i-zzz", "", "i-" + "f" * 20))
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_settled_knows_nothing_of_an_empty_ledger(ledger):
    assert not ledger.settled()("i-1")


def test_refusals_that_last_are_those_the_bytes_explain():
    options_or_chance = {
        Reason.NOT_FOUND, Reason.UNREADABLE, Reason.TOO_LARGE, Reason.TIMEOUT, Reason.MEMORY, Reason.CRASHED,
        Reason.UNSUPPORTED_LANGUAGE, Reason.MISSING_EXTRA, Reason.ADDRESS_REFUSED, Reason.ROBOTS,
        Reason.FETCH_FAILED, Reason.IRRELEVANT,
    }  # fmt: skip
    assert options_or_chance | LASTING == set(Reason)
    assert not options_or_chance & LASTING
