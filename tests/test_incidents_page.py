"""The transcript of docs/incidents.md is what the commands print on the demonstration ledger."""

import os
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.cli.commands.demo import read_demo
from sayso.ledger import FIGURES, INCIDENTS, OnlyIncidents

PAGE = (Path(__file__).parents[1] / "docs" / "incidents.md").read_text(encoding="utf-8")
[TRANSCRIPT] = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
STEPS = re.findall(r"^\$ sayso (.*)\n((?:(?!\$ ).*\n)*)", TRANSCRIPT, re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    read_demo(folder / "demo.sqlite")
    return folder


def printed(folder: Path, command: str) -> str:
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(app, shlex.split(command), env={"COLUMNS": "120"})
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    return result.stdout


def fits(expected: str, output: str) -> bool:
    """Whether the output is what is expected, where `…` stands for anything."""
    pattern = r"\s+".join(map(re.escape, expected.split())).replace("…", ".*?")
    return (
        re.fullmatch(pattern.replace(r"\s+.*?", ".*?").replace(r".*?\s+", ".*?"), output.strip(), re.DOTALL)
        is not None
    )


@pytest.mark.parametrize(("command", "expected"), STEPS, ids=[command[:30] for command, _ in STEPS])
def test_the_transcript_is_what_the_commands_print(folder: Path, command: str, expected: str) -> None:
    if "…" in command:
        listing = printed(folder, STEPS[1][0])
        [id] = re.findall(r"^(INC-\S+)", listing, re.MULTILINE)[:1]
        command = re.sub(r"INC-\S+", id, command)
    assert fits(expected, printed(folder, command))


def test_what_the_transcript_does_not_say_would_not_pass(folder: Path) -> None:
    command, expected = STEPS[1]
    assert not fits(expected.replace("median", "mean"), printed(folder, command))


def test_every_column_and_filter_is_documented() -> None:
    assert {name for name in (*INCIDENTS.names, *FIGURES.names) if f"`{name}`" not in PAGE} == set()
    options = {f"`--{name.replace('_', '-')}`" for name in OnlyIncidents.__annotations__}
    assert {option for option in options if option not in PAGE} == {
        "`--claim`",
        "`--document`",
        "`--notable`",
    }
