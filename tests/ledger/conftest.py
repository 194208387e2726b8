"""Every test of a ledger runs twice: on a file, and in a database on a PostgreSQL server."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from sayso.ledger import Ledger
from tests.ledger import outcomes
from tests.ledger.server import NoServer, Running, running

NewLedger = Callable[[], AbstractContextManager[Ledger]]


@pytest.fixture(scope="session")
def server() -> Iterator[Running]:
    """A PostgreSQL server; where none can be started, the test is skipped and says why."""
    try:
        starting = running()
        server = starting.__enter__()
    except NoServer as error:
        pytest.skip(str(error))
    yield server
    starting.__exit__(None, None, None)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_ledger(request: pytest.FixtureRequest) -> NewLedger:
    """What makes a new ledger, as often as it is called."""
    if request.param == "sqlite":
        return outcomes.new_ledger
    server, empty = request.getfixturevalue("server"), []

    @contextmanager
    def on_server() -> Iterator[Ledger]:
        # To make a database takes a third of a second, to empty one much less.
        name = empty.pop() if empty else server.new_database()
        with Ledger.open(server.url(name)) as ledger:
            yield ledger
        server.empty(name)
        empty.append(name)

    return on_server


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    with new_ledger() as ledger:
        yield ledger
