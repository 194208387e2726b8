from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sayso.claims import claims_in
from sayso.cli.app import app
from sayso.ledger import Ledger
from sayso.model import Outcome
from tests.cli.readings import market_reading


class Sayso:
    """The command line, called as a function; standard output and standard error apart."""

    def __call__(self, *arguments: object, **how: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **how)  # type: ignore[arg-type]


@pytest.fixture
def sayso() -> Sayso:
    return Sayso()


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that holds the market report."""
    path, reading = tmp_path / "made.sqlite", market_reading()
    outcome = Outcome(key="i-1", origin="made.txt", result=reading, claims=tuple(claims_in(reading)))
    with Ledger.open(path) as opened:
        run = opened.start_run({"maker": "by hand"}, started="2031-05-07T00:00:00+00:00")
        opened.add([outcome], run=run)
        opened.finish_run(run, counts={"read": 1}, finished="2031-05-07T00:00:01+00:00")
    return path
