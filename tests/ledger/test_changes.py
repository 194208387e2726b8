"""What a ledger says has changed: incidents between two groupings, articles between two runs."""

from collections import Counter
from dataclasses import replace

import pytest

from sayso.errors import NotInLedger, UsageError
from sayso.ledger import CHANGE_KINDS, ChangeKind
from sayso.model import Assertion, Outcome, Reason, Refusal, content_id
from sayso.pipeline.grouping import brought_up_to_date
from tests import factory
from tests.ledger import outcomes
from tests.ledger.cases import group, report

FIRST, SECOND = "2031-05-08T06:00:00+00:00", "2031-05-10T06:00:00+00:00"
BETWEEN = "2031-05-09"


def kinds(ledger, since=BETWEEN):
    return Counter(change.kind for change in ledger.changes(since))


def test_everything_is_new_at_first(ledger):
    group(ledger, report("Sarn Wire", 3), at=FIRST)
    [change] = ledger.changes("2031-05-08")
    assert (change.kind, change.after, change.at) == (ChangeKind.NEW, "single source", FIRST)
    assert ledger.changes(BETWEEN) == []
    assert ledger.changes("2031-05-08T06:00:01") == []
    assert len(ledger.changes("2031-05-08T08:00+02:00")) == 1


def test_a_figure_that_is_new_is_named_with_its_source(ledger):
    group(ledger, report("Sarn Wire", 3), at=FIRST)
    group(ledger, report("Orlo Post", 5, who="the mayor", published="2031-05-04"), at=SECOND)
    changes = {change.kind: change for change in ledger.changes(BETWEEN)}
    moved, status = changes[ChangeKind.FIGURE], changes[ChangeKind.STATUS]
    assert (moved.field, moved.source, moved.before, moved.after) == ("killed", "the mayor", None, "5")
    assert ledger.claim(moved.claim).low == 5
    assert (status.before, status.after) == ("single source", "contested")


def test_a_new_denial_is_named(ledger):
    group(ledger, report("Sarn Wire", 3), at=FIRST)
    group(ledger, report("Orlo Post", 0, who="the army", assertion=Assertion.DENIED), at=SECOND)
    [denial] = [change for change in ledger.changes(BETWEEN) if change.kind is ChangeKind.DENIAL]
    assert denial.source == "the army"


def test_an_incident_that_went_into_another_is_gone(ledger):
    group(ledger, report("Sarn Wire", 3), report("Orlo Post", 3, place="Tarn", day="2031-07-20"), at=FIRST)
    one, other = (row.id for row in ledger.incident_page().rows)
    ledger.merge([one, other], by="Ana", at=SECOND, why="")
    brought_up_to_date(ledger, at=SECOND)
    [gone] = [change for change in ledger.changes(BETWEEN) if change.kind is ChangeKind.GONE]
    assert {gone.subject, gone.after} == {one, other}


def test_what_one_report_alone_tells_can_be_left_out(ledger):
    quiet = replace(report("Sarn Wire", 3), events=(replace(report("Sarn Wire", 3).events[0], tolls=()),))
    group(ledger, quiet, at=FIRST)
    assert len(ledger.changes("2031-05-01")) == 1
    assert ledger.changes("2031-05-01", notable=True) == []


def seen(ledger, reading, *, started, url="https://sarn.example/1", part=None):
    origin = url or "made.txt"
    reading = replace(reading, document=replace(reading.document, url=url))
    ledger.add([outcomes.read(reading, origin=origin, part=part)], run=outcomes.run(ledger, started=started))


def missing(ledger, *, started, detail="sarn.example answers 404", url="https://sarn.example/1"):
    refusal = Refusal(origin=url, reason=Reason.FETCH_FAILED, detail=detail)
    gone = Outcome(key=content_id("i", url, detail), origin=url, result=refusal)
    ledger.add([gone], run=outcomes.run(ledger, started=started))


def test_an_article_that_reads_differently_is_edited(ledger):
    old, new = factory.reading("Nine died in Orlo."), factory.reading("Two died in Orlo.")
    seen(ledger, old, started=FIRST)
    seen(ledger, new, started=SECOND)
    [change] = ledger.changes(BETWEEN)
    assert (change.kind, change.subject) == (ChangeKind.EDITED, "https://sarn.example/1")
    assert (change.before, change.after) == (old.document.id, new.document.id)
    assert ledger.changes("2031-05-11") == []


def test_an_article_that_was_changed_back_is_edited_once_more(ledger):
    old, new = factory.reading("Nine died in Orlo."), factory.reading("Two died in Orlo.")
    for started, reading in (("2031-05-06", old), (FIRST, new), (SECOND, old)):
        seen(ledger, reading, started=started)
    [change] = ledger.changes(BETWEEN)
    assert (change.before, change.after) == (new.document.id, old.document.id)


def test_an_article_that_reads_the_same_has_not_changed(ledger):
    for started in (FIRST, SECOND):
        seen(ledger, factory.reading("Nine died in Orlo."), started=started)
    assert ledger.changes(BETWEEN) == []


def test_a_number_within_a_file_is_no_place(ledger):
    seen(ledger, factory.reading("Nine died."), started=FIRST, url=None, part="record 1")
    seen(ledger, factory.reading("Two died."), started=SECOND, url=None, part="record 1")
    assert ledger.changes(BETWEEN) == []


@pytest.mark.parametrize(
    ("detail", "many"), [("sarn.example answers 404", 1), ("x answers 410", 1), ("x answers 503", 0)]
)
def test_an_article_that_can_no_longer_be_found_is_deleted(ledger, detail, many):
    reading = factory.reading("Nine died in Orlo.")
    seen(ledger, reading, started=FIRST)
    missing(ledger, started=SECOND, detail=detail)
    assert [(change.kind, change.before) for change in ledger.changes(BETWEEN)] == [
        (ChangeKind.DELETED, reading.document.id)
    ] * many


def test_an_article_that_came_back_is_not_deleted(ledger):
    seen(ledger, factory.reading("Nine died in Orlo."), started=FIRST)
    missing(ledger, started="2031-05-09T12:00:00+00:00")
    seen(ledger, factory.reading("Nine died in Orlo."), started=SECOND)
    assert ledger.changes(BETWEEN) == []


def test_since_can_be_a_run(ledger):
    outcomes.add(ledger, report("Sarn Wire", 3))
    run = outcomes.run(ledger, started=FIRST)
    brought_up_to_date(ledger, at=SECOND)
    assert kinds(ledger, run) == {ChangeKind.NEW: 1}
    with pytest.raises(NotInLedger):
        ledger.changes("r-none")
    with pytest.raises(UsageError, match="2031-05-03"):
        ledger.changes("last week")


def test_every_kind_of_change_is_defined():
    assert set(CHANGE_KINDS) == set(ChangeKind)
