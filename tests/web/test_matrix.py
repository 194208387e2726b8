"""Every route and method of the desk, and who is let in: the table of `docs/reliability.md`, made anew.

`python -m tests.web.test_matrix` writes it.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount, Route

from sayso.web import Role, Users, add_user, desk
from tests.web.made import REPORTS, ledger_of

DOCS = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- routes: begin -->\n", "<!-- routes: end -->\n"
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
PASSWORD = "a long enough password"  # noqa: S105
HEAD = (
    "| method | route | foreign host | foreign page | nobody | viewer | reviewer | admin |\n"
    "|---|---|---|---|---|---|---|---|\n"
)
BODIES: Mapping[str, object] = {
    "/api/v1/decisions": {"claim": "c-none", "verdict": "accept"},
    "/api/v1/incidents/split": {"incident": "n-none", "claims": ["c-none"]},
    "/api/v1/incidents/merge": {"incidents": ["n-none", "n-other"]},
}
"""What is sent where something must be, so that it is the role that decides and not the form."""
TAKEN_FOR_IDS = {("GET", "/api/v1/incidents/split"), ("GET", "/api/v1/incidents/merge")}
WORDS = {401: "log in", 403: "no", 405: "no such method", 421: "unknown host"}


class Asking:
    """A desk with users, and who may ask it."""

    def __init__(self, app: FastAPI, client: TestClient, users: Users) -> None:
        self.app, self.client = app, client
        self.cookies = {role: f"sayso_desk={users.session(role.value, PASSWORD)}" for role in Role}
        claim = self.ask("GET", "/api/v1/claims", Role.ADMIN).json()["claims"][0]["claim"]
        made = self.client.post(
            "/api/v1/decisions", json={"claim": claim, "verdict": "skip"}, headers=self.headers(Role.ADMIN)
        )
        self.of_another = made.json()["id"]
        """A decision that the reviewer did not make."""

    def headers(self, role: Role | None) -> dict[str, str]:
        return {"cookie": self.cookies[role]} if role else {}

    def ask(self, method: str, path: str, role: Role | None = None, **headers: str):
        shown = re.sub(r"\{[^}]*\}", self.of_another if path.endswith("/undo") else "1", path)
        told = self.headers(role) | headers
        return self.client.request(method, shown, json=BODIES.get(path), headers=told)

    def word(self, method: str, path: str, role: Role | None = None, **headers: str) -> str:
        return WORDS.get(self.ask(method, path, role, **headers).status_code, "yes")


def routes(app: FastAPI) -> Iterator[tuple[str, frozenset[str]]]:
    for route in app.routes:
        if isinstance(route, APIRoute | Route):
            yield route.path, frozenset(route.methods or ())
        elif isinstance(route, Mount):
            yield f"{route.path}/css/desk.css", frozenset({"GET", "HEAD"})


def methods_by_path(app: FastAPI) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for path, methods in routes(app):
        found[path] = found.get(path, frozenset()) | methods
    return found


@contextmanager
def asking(folder: Path) -> Iterator[Asking]:
    for role in Role:
        add_user(folder / "users.json", name=role.value, password=PASSWORD, role=role)
    users = Users(folder / "users.json")
    with ledger_of(folder / "desk.sqlite", REPORTS) as ledger:
        app = desk(ledger, door=users)
        with TestClient(app, base_url="http://localhost", follow_redirects=False) as client:
            yield Asking(app, client, users)


def rows(asked: Asking) -> Iterator[str]:
    for path, methods in sorted(methods_by_path(asked.app).items()):
        for method in sorted(methods):
            cells = [
                asked.word(method, path, Role.ADMIN, host="evil.example"),
                asked.word(method, path, Role.ADMIN, **{"sec-fetch-site": "cross-site"}),
                *(asked.word(method, path, role) for role in (None, *Role)),
            ]
            yield f"| {method} | `{path}` | {' | '.join(cells)} |\n"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    with asking(tmp_path_factory.mktemp("matrix")) as asked:
        yield asked


def test_every_route_lets_in_whom_the_docs_say(asked: Asking):
    written = DOCS.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert written == HEAD + "".join(rows(asked))


def test_no_route_has_a_method_that_is_not_published(asked: Asking):
    for path, methods in methods_by_path(asked.app).items():
        for method in set(METHODS) - methods:
            # To read `/incidents/split` is to ask for the incident of that id, which there is not.
            status = asked.ask(method, path, Role.ADMIN).status_code
            assert status == (404 if (method, path) in TAKEN_FOR_IDS else 405), (method, path)


def test_whatever_changes_anything_is_closed_to_foreign_pages_and_viewers(asked: Asking):
    changing = [path for path, methods in methods_by_path(asked.app).items() if methods - {"GET", "HEAD"}]
    assert len(changing) >= 7
    for path in changing:
        assert asked.word("POST", path, Role.ADMIN, origin="http://evil.example") == "no"
        if path not in ("/login", "/logout"):
            assert asked.word("POST", path, Role.VIEWER) == "no"
            assert asked.word("POST", path) == "log in"


def main() -> None:
    before, _, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
    with tempfile.TemporaryDirectory() as folder, asking(Path(folder)) as asked:
        table = HEAD + "".join(rows(asked))
    DOCS.write_text(before + BEGIN + table + END + rest.partition(END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
