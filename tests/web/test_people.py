import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.web import BehindProxy, Role, Users, add_user, desk, networks
from sayso.web.limits import PER_ACCOUNT

PASSWORD = "a long walk to Orlo"  # noqa: S105 - it opens nothing


@pytest.fixture
def visitor(ledger: Ledger, tmp_path: Path) -> Iterator[TestClient]:
    path = tmp_path / "users.json"
    add_user(path, name="mira", password=PASSWORD, role=Role.REVIEWER)
    add_user(path, name="tam", password=PASSWORD, role=Role.VIEWER)
    with TestClient(
        desk(ledger, door=Users(path)), base_url="http://localhost", follow_redirects=False
    ) as client:
        yield client


def _log_in(client: TestClient, name: str, password: str = PASSWORD, to: str = "/claims") -> int:
    return client.post("/login", data={"name": name, "password": password, "to": to}).status_code


def test_nobody_sees_anything_before_logging_in(visitor: TestClient):
    assert visitor.get("/claims.json").status_code == 401
    page = visitor.get("/claims", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login?to=/claims")


def test_whoever_logs_in_on_the_way_to_some_claims_gets_these_and_no_others(visitor: TestClient):
    asked = "/claims?who=the+mayor+%26+police&type=ASSAULT"
    sent = visitor.get(asked, headers={"accept": "text/html"}).headers["location"]
    form = visitor.get(sent).text
    [to] = re.findall(r'name="to" value="([^"]*)"', form)
    answer = visitor.post("/login", data={"name": "mira", "password": PASSWORD, "to": html.unescape(to)})
    assert answer.headers["location"] == asked


def test_the_right_password_opens_a_session(visitor: TestClient):
    assert _log_in(visitor, "mira") == 303
    assert visitor.get("/claims.json").status_code == 200
    visitor.post("/logout")
    assert visitor.get("/claims.json").status_code == 401


@pytest.mark.parametrize(("name", "password"), [("mira", "wrong password"), ("nobody", PASSWORD)])
def test_a_wrong_name_or_password_opens_none(visitor: TestClient, name: str, password: str):
    assert _log_in(visitor, name, password) == 401
    assert visitor.get("/claims.json").status_code == 401


@pytest.mark.parametrize("token", ["", "x", "x.y", "bWlyYQo5OTk5OTk5OTk5.0000"])
def test_a_made_up_session_is_none(visitor: TestClient, token: str):
    visitor.cookies.set("sayso_desk", token)
    assert visitor.get("/claims.json").status_code == 401


@pytest.mark.parametrize("cookie", [b"sayso_desk=a.\xe9", b'sayso_desk="\xe9.\\351"', b"sayso_desk=\xff"])
def test_a_session_that_is_not_ascii_is_none(visitor: TestClient, cookie: bytes):
    assert visitor.get("/claims.json", headers={b"cookie": cookie}).status_code == 401


def test_a_viewer_cannot_decide_and_a_reviewer_can(visitor: TestClient, ledger: Ledger):
    claim = ledger.claims().to_pylist()[0]["claim"]
    _log_in(visitor, "tam")
    body = {"claim": claim, "verdict": "accept"}
    assert visitor.post("/api/v1/decisions", json=body).status_code == 403
    assert "data-review" not in visitor.get("/review").text
    _log_in(visitor, "mira")
    assert visitor.post("/api/v1/decisions", json=body).json()["by"] == "mira"


@pytest.mark.parametrize(
    "to", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_logging_in_never_leads_elsewhere(visitor: TestClient, to: str):
    answer = visitor.post("/login", data={"name": "mira", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/"


def test_passwords_are_not_kept(tmp_path: Path):
    path = tmp_path / "users.json"
    add_user(path, name="mira", password=PASSWORD, role=Role.ADMIN)
    assert PASSWORD not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_a_short_password_is_refused(tmp_path: Path):
    with pytest.raises(UsageError, match="at least 10"):
        add_user(tmp_path / "users.json", name="mira", password="short", role=Role.ADMIN)  # noqa: S106


@pytest.mark.parametrize(
    ("peer", "trusted", "status"),
    [
        ("127.0.0.1", [], 200),
        ("::1", [], 200),
        ("10.1.2.3", [], 401),
        ("10.1.2.3", ["10.1.0.0/16"], 200),
        ("::ffff:10.1.2.3", ["10.1.2.3"], 200),
        ("10.2.2.3", ["10.1.0.0/16"], 401),
        ("127.0.0.1", ["10.1.0.0/16"], 401),
        ("a socket", ["0.0.0.0/0"], 401),
    ],
)
def test_a_header_is_believed_from_the_proxys_addresses_alone(ledger: Ledger, peer, trusted, status):
    door = BehindProxy(header="x-forwarded-user", **({"trusted": networks(trusted)} if trusted else {}))
    app = desk(ledger, door=door)
    named = {"x-forwarded-user": "mira", "x-forwarded-for": "127.0.0.1"}
    with TestClient(app, base_url="http://localhost", client=(peer, 5000)) as client:
        assert client.get("/codebook.json").status_code == 401
        assert client.get("/codebook.json", headers=named).status_code == status


def test_a_proxy_that_names_two_people_names_nobody(ledger: Ledger):
    app = desk(ledger, door=BehindProxy(header="x-forwarded-user"))
    with TestClient(app, base_url="http://localhost", client=("127.0.0.1", 5000)) as client:
        twice = [("x-forwarded-user", "tam"), ("x-forwarded-user", "mira")]
        assert client.get("/codebook.json", headers=twice).status_code == 401
        assert client.get("/codebook.json", headers={"x-forwarded-user": " "}).status_code == 401


def test_an_address_that_is_none_is_refused():
    with pytest.raises(UsageError, match=r"10\.1\.0\.0/16"):
        networks(["10.1.2.3/16"])


def test_too_many_wrong_tries_have_to_wait(visitor: TestClient):
    for _ in range(PER_ACCOUNT.tries):
        assert _log_in(visitor, "mira", "wrong password") == 401
    right = {"name": "mira", "password": PASSWORD}
    answer = visitor.post("/login", data=right)
    assert (answer.status_code, answer.headers["content-type"]) == (429, "application/problem+json")
    assert 0 < int(answer.headers["retry-after"]) <= PER_ACCOUNT.seconds
    page = visitor.post("/login", data=right, headers={"accept": "text/html"})
    assert page.status_code == 429
    assert f"Wait {page.headers['retry-after']} seconds" in page.text
    assert _log_in(visitor, "tam") == 303


def test_a_cookie_that_came_by_tls_goes_by_tls(visitor: TestClient):
    body = {"name": "mira", "password": PASSWORD}
    plain = visitor.post("/login", data=body).headers["set-cookie"].casefold()
    behind = visitor.post("/login", data=body, headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    assert "secure" not in plain
    assert "secure" in behind.casefold()
