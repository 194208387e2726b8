from pathlib import Path

import typer
from typer.core import TyperGroup

from sayso.cli import reference
from sayso.cli.app import COMMANDS, app
from sayso.cli.exit_codes import EXIT_CODES, ExitCode
from sayso.model import REASONS
from sayso.run import STATUSES


def test_reference_has_every_command_option_exit_code_reason_and_status():
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    options = {
        name for command in group.commands.values() for option in command.params for name in option.opts
    }
    wanted = {f"## sayso {name}" for name in COMMANDS}
    wanted |= {f"`{option}`" for option in options if option.startswith("-")}
    wanted |= {f"| `{code.value}` |" for code in [*ExitCode, *REASONS, *STATUSES]}
    assert [each for each in sorted(wanted) if each not in reference.reference()] == []


def test_every_option_and_exit_code_says_what_it_is():
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    silent = [
        f"{name} {parameter.name}"
        for name, command in group.commands.items()
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]
    assert silent == []
    assert set(EXIT_CODES) == set(ExitCode)


def test_check_fails_where_the_file_differs(tmp_path: Path):
    assert reference.main([str(tmp_path), "--check"]) == 1
    assert reference.main([str(tmp_path)]) == 0
    assert reference.main([str(tmp_path), "--check"]) == 0
    (tmp_path / "cli.md").write_text("old")
    assert reference.main([str(tmp_path), "--check"]) == 1


def test_the_reference_in_docs_is_up_to_date():
    docs = Path(__file__).parents[2] / "docs"
    assert reference.main([str(docs), "--check"]) == 0
