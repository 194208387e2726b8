"""Desks over made ledgers, as clients that speak to them without a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.web import Alone, desk
from tests.web.made import REPORTS, ledger_of


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of one desk that no test changes."""
    with (
        ledger_of(tmp_path_factory.mktemp("desk") / "desk.sqlite", REPORTS) as ledger,
        TestClient(desk(ledger, door=Alone("mira")), base_url="http://localhost") as client,
    ):
        yield client


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger of a test's own."""
    with ledger_of(tmp_path / "desk.sqlite", REPORTS) as opened:
        yield opened


@pytest.fixture
def own(ledger: Ledger) -> Iterator[TestClient]:
    """A client of the desk over the test's own ledger."""
    with TestClient(desk(ledger, door=Alone("mira")), base_url="http://localhost") as client:
        yield client
