from pathlib import Path

import pytest

from tests.evaluation.gold import demo_gold


@pytest.fixture(scope="session")
def demo_gold_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A gold file of the demonstration corpus."""
    return demo_gold(tmp_path_factory.mktemp("sets"))
