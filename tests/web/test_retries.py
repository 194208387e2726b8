"""Refused items are read again by the command that reads, as their run was made; or the desk says how."""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.model import Outcome, Reason, Refusal
from sayso.web import Alone, Command, Role, Users, add_user, desk
from sayso.web.retrying import flags_of

AT = "2031-05-22T08:00:00+00:00"
MANIFEST = {
    "inputs": ["reports"],
    "opening": {"outlet": "Orlan Press", "sources": {"fields": [["text", "body"]], "allow_hosts": ["h"]}},
    "reading": {"documents": {"any_language": True, "published": None}, "parties": []},
}
# What stands in for `sayso ingest`: it writes down how it was called.
ECHO = (
    "import json, os, sys; json.dump([*sys.argv[1:], os.environ['SAYSO_LEDGER']], open({path!r}, 'w'));"
    " print('1 items: 1 read', file=sys.stderr)"
)


def _refuse(ledger: Ledger, *origins: str) -> str:
    run = ledger.start_run(MANIFEST, started=AT)
    refused = [
        Outcome(
            key=f"i-refused{number}",
            origin=origin,
            result=Refusal(origin=origin, reason=Reason.TIMEOUT, detail="took too long"),
        )
        for number, origin in enumerate(origins)
    ]
    ledger.add(refused, run=run)
    ledger.finish_run(run, counts={"refused": len(refused)}, finished=AT)
    return run


def _client(ledger: Ledger, *words: str) -> TestClient:
    command = Command(words=words, environment={"SAYSO_LEDGER": "desk.sqlite"}) if words else None
    return TestClient(desk(ledger, door=Alone("mira"), ingesting=command), base_url="http://localhost")


@pytest.fixture
def called(tmp_path: Path) -> Path:
    return tmp_path / "called.json"


@pytest.fixture
def retrying(ledger: Ledger, called: Path) -> Iterator[TestClient]:
    with _client(ledger, sys.executable, "-c", ECHO.format(path=str(called)), "ingest") as client:
        yield client


def _ended(client: TestClient) -> dict[str, object]:
    for _ in range(600):
        last: dict[str, object] = client.get("/api/v1/retry").json()
        if last["state"] != "running":
            return last
        time.sleep(0.05)
    raise AssertionError("the retry did not end")


def test_sources_that_are_there_are_read_again_as_their_run_was_made(
    retrying: TestClient, ledger: Ledger, tmp_path: Path, called: Path
):
    there = tmp_path / "slow.html"
    there.write_text("a report")
    run = _refuse(ledger, str(there), str(tmp_path / "gone.html"))
    begun = retrying.post(f"/api/v1/runs/{run}/retry")
    assert (begun.status_code, begun.json()["missing"]) == (202, [str(tmp_path / "gone.html")])
    ended = _ended(retrying)
    assert (ended["state"], ended["told"], ended["by"]) == ("done", "1 items: 1 read", "mira")
    asked = json.loads(called.read_text())
    assert asked == [
        "ingest", "--resume", "--outlet", "Orlan Press", "--field", "text=body", "--any-language", "--",
        str(there), "desk.sqlite",
    ]  # fmt: skip
    assert "1 items: 1 read" in retrying.get("/runs").text


def test_what_somebody_permitted_at_the_command_line_is_not_permitted_again():
    assert "--allow-host" not in flags_of(MANIFEST)


@pytest.mark.parametrize(
    ("relevant_only", "all_of_first", "words"),
    [(True, 200, []), (True, 0, ["--relevant-only"]), (False, 0, ["--any-subject"])],
)
def test_what_reports_may_tell_of_is_as_in_their_run(
    relevant_only: bool, all_of_first: int, words: list[str]
):
    reading = {"documents": {"relevant_only": relevant_only}, "all_of_first": all_of_first}
    assert flags_of({"reading": reading}) == words


def test_the_command_is_named_where_all_sources_are_gone(retrying: TestClient, ledger: Ledger, called: Path):
    run = _refuse(ledger, "/nowhere/one.html")
    begun = retrying.post(f"/api/v1/runs/{run}/retry").json()
    assert begun["state"] == "gone"
    assert begun["command"].startswith("sayso ingest --ledger ")
    assert begun["command"].endswith(" -- reports")
    assert not called.exists()
    assert "sayso ingest" in retrying.get("/runs").text


def test_one_retry_at_a_time(ledger: Ledger, tmp_path: Path):
    there = tmp_path / "slow.html"
    there.write_text("a report")
    run = _refuse(ledger, str(there))
    with _client(ledger, sys.executable, "-c", "import time; time.sleep(3)") as client:
        assert client.post(f"/api/v1/runs/{run}/retry").status_code == 202
        again = client.post(f"/api/v1/runs/{run}/retry")
        assert (again.status_code, again.headers["content-type"]) == (409, "application/problem+json")
        assert _ended(client)["state"] == "done"


def test_a_command_that_fails_says_so(ledger: Ledger, tmp_path: Path):
    there = tmp_path / "slow.html"
    there.write_text("a report")
    run = _refuse(ledger, str(there))
    with _client(ledger, sys.executable, "-c", "raise SystemExit('no room on the disk')") as client:
        client.post(f"/api/v1/runs/{run}/retry")
        ended = _ended(client)
        assert (ended["state"], ended["told"]) == ("failed", "no room on the disk")


def test_what_is_no_run_or_refused_nothing_cannot_be_tried_again(own: TestClient, ledger: Ledger):
    assert own.post("/api/v1/runs/r-none/retry").status_code == 404
    run = ledger.runs().to_pylist()[0]["run"]
    assert own.post(f"/api/v1/runs/{run}/retry").json()["detail"] == "that run refused nothing"


def test_viewers_and_foreign_pages_cannot_try_again(ledger: Ledger, tmp_path: Path):
    run = _refuse(ledger, "/nowhere/one.html")
    path = tmp_path / "users.json"
    add_user(path, name="tam", password="a long walk to Orlo", role=Role.VIEWER)  # noqa: S106 - opens nothing
    with TestClient(desk(ledger, door=Users(path)), base_url="http://localhost") as client:
        client.post("/login", data={"name": "tam", "password": "a long walk to Orlo"})
        assert client.post(f"/api/v1/runs/{run}/retry").status_code == 403
        assert "data-again" not in client.get("/runs").text
    with _client(ledger) as client:
        foreign = {"origin": "http://evil.example"}
        assert client.post(f"/api/v1/runs/{run}/retry", headers=foreign).status_code == 403
