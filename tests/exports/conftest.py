"""A ledger to write out; that every database answers the same is for the tests of the ledger to say."""

from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger
from tests.ledger import outcomes


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with outcomes.new_ledger() as opened:
        yield opened
