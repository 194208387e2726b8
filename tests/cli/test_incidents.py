import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.cli.commands.demo import read_demo


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("incidents") / "demo.sqlite"
    read_demo(path)
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["incidents", *arguments], env={"COLUMNS": "200"})
    assert result.exit_code == 0
    return result.stdout


def test_incidents_lists_what_several_tell(ledger: Path):
    table = run("-l", str(ledger))
    assert "contested" in table
    assert "corroborated" in table


def test_incidents_shows_every_figure_of_the_market_strike_and_who_gave_it(ledger: Path):
    found = [json.loads(line) for line in run("-l", str(ledger), "--json").splitlines()]
    counts = {
        figure["low"]: one
        for one in found
        for standing in one["account"]["standings"]
        for figure in standing["figures"]
        if standing["field"] == "killed"
    }
    shown = run(counts[17]["incident"]["id"], "-l", str(ledger))
    assert "17" in shown
    assert "Ministry" in shown


def test_incidents_are_the_same_every_time(ledger: Path):
    assert run("-l", str(ledger), "--json", "--all") == run("-l", str(ledger), "--json", "--all")


def test_incidents_says_when_there_is_no_such_incident(ledger: Path):
    result = CliRunner().invoke(app, ["incidents", "INC-none", "-l", str(ledger)])
    assert result.exit_code == 1
