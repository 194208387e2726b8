from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger
from tests.ledger import outcomes


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with outcomes.new_ledger() as ledger:
        yield ledger
