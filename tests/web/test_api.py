"""The API against its own description, with questions that nobody would think of."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.web import LOOPBACK, Alone, desk
from tests.web.made import REPORTS, ledger_of

schemathesis = pytest.importorskip("schemathesis", reason="the package schemathesis is not installed")


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with ledger_of(tmp_path_factory.mktemp("api") / "desk.sqlite", REPORTS) as ledger:
        app = desk(ledger, hosts=(*LOOPBACK, "testserver"), door=Alone("mira"))
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def test_the_api_does_what_it_says_and_never_fails(described: Any):
    for operation in described.get_all_operations():

        @given(case=operation.ok().as_strategy())
        @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
        def does_what_it_says(case: Any) -> None:
            case.call_and_validate()

        does_what_it_says()
