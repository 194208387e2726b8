import csv
import io
import time

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.model import Subject

API = "/api/v1"


def _claims(ledger: Ledger) -> list[str]:
    return [row["claim"] for row in ledger.claims().to_pylist()]


def _decide(client: TestClient, claim: str, verdict: str, **more: str) -> dict[str, str]:
    answer = client.post(f"{API}/decisions", json={"claim": claim, "verdict": verdict, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_decision_keeps_its_author_time_and_reason(own: TestClient, ledger: Ledger):
    claim = _claims(ledger)[0]
    ruled = _decide(own, claim, "reject", why="he says so of another day")
    assert (ruled["by"], ruled["subject"], ruled["why"]) == ("mira", claim, "he says so of another day")
    assert ruled["at"].startswith("20")
    assert "rejected" in own.get("/review", params={"state": "decided"}).text


def test_a_correction_names_the_field_and_the_value(own: TestClient, ledger: Ledger):
    claim = _claims(ledger)[0]
    _decide(own, claim, "correct", field="type", value="COERCE")
    held = own.get(f"{API}/decisions", params={"claim": claim, "standing": True}).json()["decisions"]
    assert [(one["field"], one["value"]) for one in held] == [("type", "COERCE")]
    assert own.post(f"{API}/decisions", json={"claim": claim, "verdict": "correct"}).status_code == 422


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("event", "type", "NONE", "there are AGREE, CONSULT"),
        ("event", "type", "", "always has some type"),
        ("event", "date", "2031-02-30", "there is no '2031-02-30'"),
        ("event", "low", "3", "such a claim has no low; it has type"),
        ("toll", "low", "-3", "no number of people"),
        ("toll", "actors", "the rebels", "such a claim has no actors; it has effect"),
    ],
)
def test_a_correction_to_what_cannot_be_is_refused(
    own: TestClient, ledger: Ledger, kind: str, field: str, value: str, told: str
):
    claim = next(row["claim"] for row in ledger.claims().to_pylist() if row["kind"] == kind)
    body = {"claim": claim, "verdict": "correct", "field": field, "value": value}
    answer = own.post(f"{API}/decisions", json=body)
    assert (answer.status_code, ledger.decisions()) == (422, [])
    assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [("event", "date", "2031-05"), ("event", "date", ""), ("toll", "high", "12"), ("toll", "qualifier", "")],
)
def test_a_correction_may_say_that_the_report_gives_none_or_less(
    own: TestClient, ledger: Ledger, kind: str, field: str, value: str
):
    claim = next(row["claim"] for row in ledger.claims().to_pylist() if row["kind"] == kind)
    assert _decide(own, claim, "correct", field=field, value=value)["value"] == value


def test_undo_goes_back_to_the_first_decision_and_keeps_all_of_them(own: TestClient, ledger: Ledger):
    claims = _claims(ledger)[:4]
    for claim in claims:
        _decide(own, claim, "accept")
    undone = [own.post(f"{API}/decisions/undo").json()["subject"] for _ in claims]
    assert undone == claims[::-1]
    assert own.post(f"{API}/decisions/undo").status_code == 404
    assert len(ledger.decisions()) == 8
    assert ledger.decisions(kind=Subject.CLAIM, standing=True) == []


def test_undo_after_a_new_decision_takes_that_first(own: TestClient, ledger: Ledger):
    first, second, third = _claims(ledger)[:3]
    _decide(own, first, "accept")
    _decide(own, second, "reject")
    own.post(f"{API}/decisions/undo")
    _decide(own, third, "skip")
    assert [own.post(f"{API}/decisions/undo").json()["subject"] for _ in range(2)] == [third, first]


def test_decided_claims_leave_the_queue(own: TestClient, ledger: Ledger):
    claim = _claims(ledger)[0]
    before = own.get("/review.json").json()
    _decide(own, claim, "accept")
    after = own.get("/review.json").json()
    assert (before["open"], after["open"], after["decided"]) == (6, 5, 1)
    assert claim not in {one["claim"] for one in after["claims"]}


def test_review_offers_the_reports_other_words(own: TestClient):
    view = own.get("/review.json").json()
    event = next(one for one in view["claims"] if one["kind"] == "event")
    fields = {field["name"]: field for field in view["fields"][event["claim"]]}
    assert "Orlo" in fields["places"]["candidates"]
    assert "COERCE" in fields["type"]["candidates"]


def test_splitting_takes_a_telling_out_and_undo_puts_it_back(own: TestClient):
    story = own.get("/incidents.json").json()["incidents"][0]
    claim = own.get(f"/incidents/{story['id']}.json").json()["tellings"][-1]["event"]["claim"]
    ruled = own.post(f"{API}/incidents/split", json={"incident": story["id"], "claims": [claim]})
    assert ruled.status_code == 201, ruled.text
    assert own.get("/incidents.json").json()["total"] == 2
    own.post(f"{API}/decisions/{ruled.json()['id']}/undo")
    assert own.get("/incidents.json").json()["total"] == 1


def test_merging_makes_one_of_two(own: TestClient):
    story = own.get("/incidents.json").json()["incidents"][0]
    claim = own.get(f"/incidents/{story['id']}.json").json()["tellings"][-1]["event"]["claim"]
    own.post(f"{API}/incidents/split", json={"incident": story["id"], "claims": [claim]})
    ids = [row["id"] for row in own.get("/incidents.json").json()["incidents"]]
    assert own.post(f"{API}/incidents/merge", json={"incidents": ids}).status_code == 201
    assert own.get("/incidents.json").json()["total"] == 1


def test_the_span_of_a_value_is_corrected_in_code_points(own: TestClient, ledger: Ledger):
    claim = ledger.claims().to_pylist()[0]
    text = ledger.document(claim["document"]).text
    start = text.index("Orlo market")
    body = {
        "claim": claim["claim"],
        "verdict": "respan",
        "field": "places",
        "start": start,
        "end": start + 11,
    }
    told = own.post("/api/v1/decisions", json=body | {"why": "the market itself"}).json()
    assert (told["verdict"], told["value"], told["start"], told["end"]) == (
        "correct", "Orlo market", start, start + 11,
    )  # fmt: skip
    (decision,) = ledger.decisions(standing=True)
    assert decision.value == {"words": "Orlo market", "start": start, "end": start + 11}
    assert "Orlo market" in own.get(f"/documents/{claim['document']}").text
    own.post("/api/v1/decisions/undo")
    assert ledger.decisions(standing=True) == []


@pytest.mark.parametrize("span", [{"start": 0, "end": 10**6}, {"start": 5, "end": 5}, {"start": 9, "end": 4}])
def test_a_span_that_holds_no_words_is_refused(own: TestClient, ledger: Ledger, span: dict[str, int]):
    claim = ledger.claims().to_pylist()[0]["claim"]
    body = {"claim": claim, "verdict": "respan", "field": "who"} | span
    assert own.post("/api/v1/decisions", json=body).status_code == 422
    assert ledger.decisions() == []


def test_a_correction_stands_in_every_spreadsheet_of_claims(own: TestClient):
    event = own.get(f"{API}/claims", params={"kind": "event"}).json()["claims"][0]
    made = _decide(own, event["claim"], "correct", field="places", value="Orlo", why="wrong town")
    assert made["value"] == "Orlo"
    for path in ("/claims.csv", f"/documents/{event['document']}.csv", "/review.csv?state=decided"):
        lines = csv.DictReader(io.StringIO(own.get(path).text, newline=""))
        row = next(line for line in lines if line["claim"] == event["claim"])
        assert (row["places"], row["review"]) == ("Orlo", "corrected")
        assert row["as_read"] == f"places: {', '.join(event['places'])}"
    assert "wrong town" in own.get("/claims", params={"kind": "event"}).text


def _story(own: TestClient, *, when: str) -> dict:
    """The one incident as soon as its figures of the dead are `when`; they follow decisions by themselves."""
    until = time.monotonic() + 30
    while True:
        story = own.get("/incidents.json").json()["incidents"][0]["id"]
        view = own.get(f"/incidents/{story}.json").json()
        said = ", ".join(one["phrase"] for one in view["said"] if one["field"] == "killed")
        if said == when and not view["waiting"]:
            return view
        assert time.monotonic() < until, said
        time.sleep(0.05)


def test_a_corrected_figure_is_the_one_on_the_ladder_with_what_was_read_beside_it(
    own: TestClient, ledger: Ledger
):
    toll = next(row["claim"] for row in ledger.claims(effect="killed").to_pylist() if row["low"] == 15)
    _decide(own, toll, "correct", field="low", value="21", why="of all three wards")
    view = _story(own, when="at least 7, 11, 21")
    assert next(one["as_read"] for one in view["said"] if one["claim"] == toll) == "15"
    page = own.get(f"/incidents/{view['row']['id']}").text
    assert "corrected by a reviewer; read as 15" in page
    assert "of all three wards" in page
    ladder = own.get(f"/embed/incidents/{view['row']['id']}/ladder.svg").text
    assert "corrected by a reviewer; read as 15" in ladder
    own.post(f"{API}/decisions/undo")
    assert "reviewer" not in own.get(f"/incidents/{_story(own, when='at least 7, 11, 15')['row']['id']}").text


def test_a_rejected_telling_counts_for_nothing_and_stays_listed_as_rejected(own: TestClient, ledger: Ledger):
    toll = next(row for row in ledger.claims(effect="killed").to_pylist() if row["low"] == 15)
    _decide(own, toll["event"], "reject", why="of another war")
    view = _story(own, when="at least 7, 11")
    assert view["row"]["status"] == "single source"
    assert [claim["claim"] for claim in view["rejected"]] == [toll["event"]]
    page = own.get(f"/incidents/{view['row']['id']}").text
    assert "Rejected by reviewers" in page
    assert "of another war" in page


def test_a_rejected_toll_leaves_the_ladder_and_is_struck_out_in_its_telling(own: TestClient, ledger: Ledger):
    toll = next(row["claim"] for row in ledger.claims(effect="killed").to_pylist() if row["low"] == 15)
    _decide(own, toll, "reject")
    view = _story(own, when="at least 7, 11")
    assert [one["review"] for told in view["tellings"] for one in told["tolls"]].count("rejected") == 1
    assert "toll-line is-rejected" in own.get(f"/incidents/{view['row']['id']}").text
