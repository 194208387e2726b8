"""What people decide about claims, in the incidents of a ledger."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import Decision, Ruling, Status, Subject
from sayso.pipeline.grouping import Regrouped, brought_up_to_date, grouper, regrouped
from tests.web.made import REPORTS, ledger_of

AT = "2031-05-21T08:00:00+00:00"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The Interior Ministry counts at least 7, then 11; the Central Hospital counts 15."""
    with ledger_of(tmp_path / "made.sqlite", REPORTS) as ledger:
        yield ledger


def rule(ledger: Ledger, claim: str, verdict: Ruling, field: str | None = None, value: str = "") -> str:
    return ledger.decide(
        Decision(
            kind=Subject.CLAIM, subject=claim, verdict=verdict, field=field, value=value, by="Ana", at=AT
        )
    ).id


def grouped(ledger: Ledger) -> Regrouped | None:
    return brought_up_to_date(ledger, at=AT)


def dead(ledger: Ledger) -> list[tuple[str, str, str | None]]:
    rows = ledger.figures().to_pylist()
    return [(row["source"], row["says"], row["as_read"]) for row in rows if row["field"] == "killed"]


def claim_of(ledger: Ledger, kind: str, low: int) -> str:
    """The toll of so many, or the event that has it."""
    toll = next(row for row in ledger.claims(kind="toll").to_pylist() if row["low"] == low)
    return str(toll["claim"] if kind == "toll" else toll["event"])


def test_a_corrected_count_stands_on_the_ladder_with_what_was_read(ledger: Ledger):
    rule(ledger, claim_of(ledger, "toll", 15), Ruling.CORRECT, "low", "21")
    assert grouped(ledger) == Regrouped(incidents=1, groups=0)
    assert ("the Central Hospital", "21", "15") in dead(ledger)
    assert ledger.incidents().to_pylist()[0]["killed_high"] == 21


def test_a_correction_can_end_a_contest_and_undoing_it_begins_it_again(ledger: Ledger):
    assert next(ledger.cases()).account.status is Status.CONTESTED
    toll = claim_of(ledger, "toll", 15)
    decided = rule(ledger, toll, Ruling.CORRECT, "low", "11")
    rule(ledger, toll, Ruling.CORRECT, "high", "11")
    grouped(ledger)
    assert next(ledger.cases()).account.status is Status.CORROBORATED
    ledger.undo(decided, by="Ana", at=AT)
    undone = rule(ledger, claim_of(ledger, "toll", 11), Ruling.CORRECT, "high", "13")
    ledger.undo(undone, by="Ana", at=AT)
    grouped(ledger)
    assert ("the Central Hospital", "11", "15") in dead(ledger)
    assert ("the Interior Ministry", "11", None) in dead(ledger)


def test_a_rejected_telling_leaves_status_and_ladder(ledger: Ledger):
    before = next(ledger.cases())
    for low in (7, 11):
        rule(ledger, claim_of(ledger, "event", low), Ruling.REJECT)
    grouped(ledger)
    after = next(ledger.cases())
    assert (before.account.status, after.account.status) == (Status.CONTESTED, Status.SINGLE_SOURCE)
    assert dead(ledger) == [("the Central Hospital", "15", None)]
    rule(ledger, claim_of(ledger, "event", 15), Ruling.REJECT)
    grouped(ledger)
    assert list(ledger.cases()) == []


def test_a_corrected_day_and_place_take_a_telling_to_another_happening(ledger: Ledger):
    event = claim_of(ledger, "event", 15)
    rule(ledger, event, Ruling.CORRECT, "date", "2030-01-09")
    rule(ledger, event, Ruling.CORRECT, "places", "Tamsin")
    grouped(ledger)
    assert sorted(case.row.day or "" for case in ledger.cases()) == ["2030-01-09", "2031-05-03"]
    assert ledger.incident_count(place="tamsin") == 1


def test_it_does_not_matter_whether_reports_or_decisions_came_first(ledger: Ledger):
    rule(ledger, claim_of(ledger, "toll", 15), Ruling.CORRECT, "low", "21")
    rule(ledger, claim_of(ledger, "event", 7), Ruling.REJECT)
    grouped(ledger)
    before = [(case.incident, case.account) for case in ledger.cases()]
    regrouped(ledger, at=AT, anew=True)
    assert [(case.incident, case.account) for case in ledger.cases()] == before


def test_only_what_changes_incidents_has_them_grouped_again(ledger: Ledger):
    toll = claim_of(ledger, "toll", 15)
    for verdict in (Ruling.ACCEPT, Ruling.SKIP, Ruling.NOTE):
        rule(ledger, toll, verdict)
        assert ledger.is_grouped(maker=grouper())
    rule(ledger, toll, Ruling.REJECT)
    assert not ledger.is_grouped(maker=grouper())
    grouped(ledger)
    # Who accepts what was rejected has it back.
    rule(ledger, toll, Ruling.ACCEPT)
    assert not ledger.is_grouped(maker=grouper())
    grouped(ledger)
    assert ("the Central Hospital", "15", None) in dead(ledger)


def test_the_difference_since_a_day_names_the_corrected_figure(ledger: Ledger):
    rule(ledger, claim_of(ledger, "toll", 15), Ruling.CORRECT, "low", "21")
    grouped(ledger)
    moved = [change for change in ledger.changes(AT) if change.field == "killed"]
    assert [(change.before, change.after, change.as_read) for change in moved] == [("15", "21", "15")]
