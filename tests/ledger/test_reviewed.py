"""What people decided about claims, in the table of claims."""

from pathlib import Path

import pytest

from sayso.ledger import Ledger
from sayso.model import JSON, Decision, Ruling, Subject
from tests.claims.test_claims import a_reading
from tests.ledger import outcomes

AT = "2031-05-07T00:00:00+00:00"


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "made.sqlite") as ledger:
        run = ledger.start_run({}, started=AT)
        ledger.add([outcomes.read(a_reading())], run=run)
        yield ledger


def rule(ledger: Ledger, claim: str, verdict: Ruling, field: str | None = None, value: JSON = None) -> str:
    made = Decision(
        kind=Subject.CLAIM, subject=claim, verdict=verdict, field=field, value=value, by="Ana", at=AT
    )
    return ledger.decide(made).id


def of_kind(ledger: Ledger, kind: str) -> dict:
    return ledger.claims(kind=kind).to_pylist()[0]


def test_a_claim_that_nobody_looked_at_is_as_it_was_read(ledger: Ledger):
    claim = of_kind(ledger, "event")
    assert (claim["review"], claim["as_read"]) == (None, [])


def test_a_correction_stands_in_the_table_with_what_was_read_beside_it(ledger: Ledger):
    toll = of_kind(ledger, "toll")
    rule(ledger, toll["claim"], Ruling.CORRECT, "low", "41")
    rule(ledger, toll["claim"], Ruling.CORRECT, "high", "")
    corrected = of_kind(ledger, "toll")
    assert (corrected["low"], corrected["high"], corrected["review"]) == (41, None, "corrected")
    assert sorted(corrected["as_read"]) == sorted([f"low: {toll['low']}", f"high: {toll['high'] or ''}"])
    assert corrected["quote"] == toll["quote"]


def test_a_place_given_by_its_words_in_the_report_replaces_all_that_were_read(ledger: Ledger):
    event = of_kind(ledger, "event")
    rule(ledger, event["claim"], Ruling.CORRECT, "places", {"words": "Orlo", "start": 0, "end": 4})
    assert of_kind(ledger, "event")["places"] == ["Orlo"]


def test_a_value_that_was_rejected_is_empty_and_a_claim_says_so(ledger: Ledger):
    event, toll = of_kind(ledger, "event"), of_kind(ledger, "toll")
    rule(ledger, event["claim"], Ruling.REJECT, "recipients")
    rule(ledger, toll["claim"], Ruling.REJECT)
    assert of_kind(ledger, "event")["recipients"] == []
    assert (of_kind(ledger, "toll")["review"], of_kind(ledger, "toll")["low"]) == ("rejected", toll["low"])


def test_what_is_undone_or_left_for_others_changes_nothing(ledger: Ledger):
    before = of_kind(ledger, "event")
    ledger.undo(rule(ledger, before["claim"], Ruling.CORRECT, "date", "2031-01-01"), by="Ana", at=AT)
    rule(ledger, before["claim"], Ruling.SKIP)
    assert of_kind(ledger, "event") == before


def test_a_correction_outlives_reading_the_same_report_again(ledger: Ledger):
    event = of_kind(ledger, "event")
    rule(ledger, event["claim"], Ruling.CORRECT, "places", "Orlo")
    again = ledger.start_run({"again": True}, started=AT)
    ledger.add([outcomes.read(a_reading())], run=again)
    assert of_kind(ledger, "event")["places"] == ["Orlo"]


def test_the_speaker_is_corrected_in_the_chain_as_well(ledger: Ledger):
    event = of_kind(ledger, "event")
    rule(ledger, event["claim"], Ruling.CORRECT, "who", "the mayor")
    corrected = of_kind(ledger, "event")
    assert (corrected["who"], corrected["chain"][-1]) == ("the mayor", "the mayor")
