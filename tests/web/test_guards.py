import pytest
from fastapi.testclient import TestClient

from sayso.web.guards import POLICY

CLAIM = {"claim": "c-none", "verdict": "accept"}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""])
def test_a_foreign_host_is_refused_on_every_method(client: TestClient, method: str, host: str):
    assert client.request(method, "/claims", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321", "LOCALHOST"])
def test_the_machine_itself_is_answered(client: TestClient, host: str):
    assert client.get("/codebook.json", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_changes_from_other_pages_are_refused(client: TestClient, headers: dict[str, str]):
    assert client.post("/api/v1/decisions", json=CLAIM, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"sec-fetch-site": "same-origin"}, {"origin": "http://localhost"}])
def test_changes_from_own_pages_are_heard(client: TestClient, headers: dict[str, str]):
    assert client.post("/api/v1/decisions", json=CLAIM, headers=headers).status_code == 404


@pytest.mark.parametrize("path", ["/", "/static/css/desk.css", "/nowhere", "/api/v1/claims"])
def test_every_answer_carries_a_strict_policy(client: TestClient, path: str):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"


def test_no_page_holds_inline_script_or_style(client: TestClient):
    for path in ("/", "/claims", "/incidents", "/documents", "/review", "/map", "/sources", "/api"):
        page = client.get(path).text
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick=" not in page
        assert "<script>" not in page
