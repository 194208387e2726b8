from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import Outcome
from sayso.web import desk
from sayso.web.passages import pinned

TEXT = "Two shells hit Orlo market, the clinic said. <script>alert(1)</script> Four people were killed."


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    reading = sayso.read(TEXT, title="<b>Orlo</b>", outlet="Tessera Wire", published="2031-05-03")
    with Ledger.open(tmp_path / "desk.sqlite") as ledger:
        run = ledger.start_run({"maker": "test"}, started="2031-05-04T00:00:00")
        outcome = Outcome(key="i-1", origin="made.txt", result=reading, claims=tuple(claims_in(reading)))
        ledger.add([outcome], run=run)
        with TestClient(desk(ledger)) as client:
            client.headers["x-document"] = reading.document.id
            yield client


def test_overview_lists_documents_as_page_and_json(client: TestClient):
    assert "&lt;b&gt;Orlo&lt;/b&gt;" in client.get("/").text
    assert client.get("/index.json").json()["documents"][0]["outlet"] == "Tessera Wire"


def test_overview_searches(client: TestClient):
    assert "Tessera Wire" in client.get("/", params={"q": "shells"}).text
    assert client.get("/index.json", params={"q": "submarine"}).json()["documents"] == []


def test_document_shows_its_text_and_claims_without_letting_the_text_run(client: TestClient):
    page = client.get(f"/documents/{client.headers['x-document']}").text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "the clinic" in page


def test_document_json_holds_the_claims_with_offsets_into_the_text(client: TestClient):
    view = client.get(f"/documents/{client.headers['x-document']}.json").json()
    assert view["claims"]
    assert all(view["text"][claim["start"] : claim["end"]] == claim["quote"] for claim in view["claims"])


@pytest.mark.parametrize("path", ["/documents/d-nothing", "/documents/d-nothing.json"])
def test_a_missing_document_is_not_found(client: TestClient, path: str):
    assert client.get(path).status_code == 404


def test_every_answer_carries_a_strict_policy(client: TestClient):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_foreign_host_is_refused(client: TestClient):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9))))
def test_pinned_gives_the_whole_text_back(text: str, pins: list[tuple[int, int]]):
    inside = [(start, start + size, "c-1") for start, size in pins if start + size <= len(text)]
    assert "".join(passage.text for passage in pinned(text, inside)) == text
