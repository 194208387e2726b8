"""The page of what changed: the same as the ledger's own list, by incident and article, a page at a time."""

import csv
import io
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import Outcome
from sayso.pipeline.grouping import regrouped
from sayso.web import Alone, desk
from tests.web.made import REPORTS, ledger_of, report

LATER = "2031-05-21T08:00:00+00:00"
MORE = (
    report("the Central Hospital", 19, "nineteen people", outlet="Vell Courier", published="2031-05-06"),
    report("the Interior Ministry", 12, "twelve people", outlet="Halinform", published="2031-05-04"),
)
"""A new count by a source, in another paper; and a page that reads differently than it did."""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that learnt more on the day after: one source counts again, and a page is edited."""
    with ledger_of(tmp_path_factory.mktemp("news") / "desk.sqlite", REPORTS) as ledger:
        run = ledger.start_run({"maker": "made by hand"}, started=LATER)
        ledger.add(
            [
                Outcome(key=f"i-9{n}", origin=one.document.origin, result=one, claims=tuple(claims_in(one)))
                for n, one in enumerate(MORE)
            ],
            run=run,
        )
        ledger.finish_run(run, counts={"read": len(MORE)}, finished=LATER)
        regrouped(ledger, at=LATER)
        yield ledger


@pytest.fixture(scope="module")
def desk_of(grown: Ledger) -> Iterator[TestClient]:
    with TestClient(desk(grown, door=Alone("mira")), base_url="http://localhost") as client:
        yield client


def test_changes_are_those_that_the_ledger_names(desk_of: TestClient, grown: Ledger):
    since = "2031-05-21"
    view = desk_of.get("/changes.json", params={"since": since}).json()
    told = [change for subject in view["subjects"] for change in subject["changes"]]
    expected = {(one.kind.value, one.subject, one.after) for one in grown.changes(since, notable=True)}
    assert {(one["kind"], one["subject"], one["after"]) for one in told} == expected
    assert view["total"] == len(told) > 0


def test_a_figure_that_moved_is_shown_with_its_source_before_and_after(desk_of: TestClient):
    view = desk_of.get("/changes.json", params={"since": "2031-05-21", "kind": "figure"}).json()
    moved = {
        (one["source"], one["before"], one["after"])
        for subject in view["subjects"]
        for one in subject["changes"]
        if one["field"] == "killed"
    }
    assert moved == {("the Central Hospital", "15", "19")}
    page = desk_of.get("/changes", params={"since": "2031-05-21"}).text
    assert "nineteen people" in page
    assert "the Central Hospital" in page


def test_the_latest_run_is_the_time_when_none_is_given(desk_of: TestClient, grown: Ledger):
    latest = max(grown.runs().to_pylist(), key=lambda run: run["started"])["run"]
    view = desk_of.get("/changes.json").json()
    assert view["since"] == latest
    assert view["subjects"] == desk_of.get("/changes.json", params={"since": latest}).json()["subjects"]


def test_everything_is_new_since_before_the_first_run(desk_of: TestClient):
    view = desk_of.get("/changes.json", params={"since": "2031-01-01", "all": True}).json()
    facets = {choice["value"]: choice["count"] for choice in view["facets"][0]["choices"]}
    assert facets["new incident"] == len(desk_of.get("/incidents.json").json()["incidents"])


def test_nothing_changed_in_the_future(desk_of: TestClient):
    assert desk_of.get("/changes.json", params={"since": "2041-01-01"}).json()["total"] == 0
    assert "Nothing of the kind" in desk_of.get("/changes", params={"since": "2041-01-01"}).text


@pytest.mark.parametrize(
    ("since", "status"),
    [("yesterday", 422), ("2031-05-03Tx", 422), ("2031-13-01", 422), ("0001-01-01T00:00+23:59", 422)],
)
def test_a_time_that_is_none_is_a_problem(desk_of: TestClient, since: str, status: int):
    answer = desk_of.get("/changes.json", params={"since": since})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_run_that_is_not_there_is_not_found(desk_of: TestClient):
    assert desk_of.get("/changes.json", params={"since": "r-nothing"}).status_code == 404


def test_the_spreadsheet_has_a_row_for_each_change(desk_of: TestClient):
    asked = {"since": "2031-05-21"}
    rows = list(csv.DictReader(io.StringIO(desk_of.get("/changes.csv", params=asked).text)))
    assert len(rows) == desk_of.get("/changes.json", params=asked).json()["total"]
    assert "19" in {row["after"] for row in rows}


def test_an_edited_article_leads_to_both_texts(desk_of: TestClient):
    view = desk_of.get("/changes.json", params={"since": "2031-05-21", "kind": "edited"}).json()
    ((change,),) = [subject["changes"] for subject in view["subjects"]]
    assert view["subjects"][0]["id"] == "Halinform.txt"
    page = desk_of.get("/changes", params={"since": "2031-05-21"}).text
    assert f'/documents/{change["before"]}"' in page
    assert f'/documents/{change["after"]}"' in page


def test_pages_of_changes_follow_one_another(desk_of: TestClient):
    asked = {"since": "2031-01-01", "all": True, "limit": 1}
    first = desk_of.get("/changes.json", params=asked).json()
    assert len(first["subjects"]) == 1
    if first["after"]:
        second = desk_of.get("/changes.json", params=asked | {"after": first["after"]}).json()
        back = desk_of.get("/changes.json", params=asked | {"before": second["before"]}).json()
        assert back["subjects"] == first["subjects"] != second["subjects"]
