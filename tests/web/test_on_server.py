"""The desk over a ledger on a PostgreSQL server says what it says over a file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger, copy
from sayso.web import Alone, desk
from tests.ledger.conftest import server  # noqa: F401 - a fixture
from tests.ledger.server import Running
from tests.web.made import REPORTS, ledger_of

PAGES = (
    "/",
    "/incidents",
    "/claims",
    "/documents",
    "/sources",
    "/map",
    "/review",
    "/runs",
    "/claims?q=people",
)


@pytest.fixture
def both(server: Running, tmp_path: Path) -> Iterator[tuple[TestClient, TestClient]]:  # noqa: F811
    path, url = tmp_path / "desk.sqlite", server.url(server.new_database())
    ledger_of(path, REPORTS).close()
    copy(path, url)
    with Ledger.open(path) as file, Ledger.open(url) as database:
        clients = (
            TestClient(desk(each, door=Alone("mira")), base_url="http://localhost")
            for each in (file, database)
        )
        yield next(clients), next(clients)


def test_every_page_is_the_same(both: tuple[TestClient, TestClient]) -> None:
    file, _ = both
    linked = "".join(file.get(page).text for page in PAGES[:4])
    paths = {path for path in re.findall(r'href="(/[^"#?]*)"', linked) if not path.startswith("/static")}
    assert len(paths) > 15
    for path in sorted(paths | set(PAGES)):
        page, *query = path.split("?")
        for asked in (path, "?".join([f"{page.rstrip('/')}.json", *query])):
            answers = [client.get(asked) for client in both]
            assert answers[0].status_code == answers[1].status_code, asked
            assert answers[0].text == answers[1].text, asked
