from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "a.ledger") as ledger:
        yield ledger
