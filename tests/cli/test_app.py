import json
import subprocess
import sys

import pytest

from sayso import __version__
from sayso.cli.app import COMMANDS
from sayso.errors import UsageError
from sayso.model import DEFINITIONS, REASONS
from tests.cli.conftest import Sayso


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_examples(sayso: Sayso, name: str):
    result = sayso(name, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout
    assert COMMANDS[name].examples[0].line.split()[0] in result.stdout


def test_help_takes_no_time_over_parsers_and_databases():
    line = "import sys, sayso.cli.app; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert {"typer", "trafilatura", "sqlalchemy", "lxml"} & set(found.stdout.split()) == {"typer"}


def test_version_is_printed_alone(sayso: Sayso):
    assert sayso("version").stdout == f"{__version__}\n"


def test_version_is_an_option_as_well(sayso: Sayso):
    assert sayso("--version").stdout == f"{__version__}\n"


def test_no_more_workers_are_started_than_a_machine_bears(sayso: Sayso):
    assert sayso("read", "-j", "1000000", "x.txt").exit_code == 2


def test_an_unknown_command_is_a_usage_error_on_standard_error(sayso: Sayso):
    result = sayso("raed", "x.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 'read'" in result.stderr


def test_debug_shows_where_an_error_came_from(sayso: Sayso):
    assert sayso("evaluate", "nonsense").exit_code == 2
    assert isinstance(sayso("--debug", "evaluate", "nonsense").exception, UsageError)


def test_codebook_prints_every_code_and_reason(sayso: Sayso):
    printed = sayso("codebook").stdout
    codes = [code.value for codes in DEFINITIONS.values() for code in codes]
    assert [code for code in [*codes, *(reason.value for reason in REASONS)] if code not in printed] == []


def test_codebook_json_has_every_list(sayso: Sayso):
    printed = json.loads(sayso("codebook", "--json").stdout)
    assert {listed.__name__ for listed in DEFINITIONS} < set(printed)
    assert printed["Reason"].keys() == {reason.value for reason in REASONS}


def test_python_m_sayso_is_the_command_line():
    told = subprocess.run(
        [sys.executable, "-m", "sayso", "--help"], capture_output=True, text=True, check=True
    )
    assert told.stdout.split()[:2] == ["Usage:", "sayso"]
