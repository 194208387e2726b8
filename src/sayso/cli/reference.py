"""The reference of the command line, `docs/cli.md`, written from the commands themselves.

`python -m sayso.cli.reference docs` writes it; with `--check` it fails when the file would change.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import TypeVar

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from sayso.cli.app import COMMANDS, Subcommand, app
from sayso.cli.examples import Example
from sayso.cli.exit_codes import EXIT_CODES
from sayso.cli.help_text import first_sentence, usage
from sayso.model import REASONS
from sayso.run import STATUSES

FILE = "cli.md"

Code = TypeVar("Code", bound=Enum)


def reference() -> str:
    """The whole reference as Markdown."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101
    return "\n".join([*_opening(group), *_commands(group), *_lists()]) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write or check the reference in the folder named; 1 where a check fails."""
    parser = argparse.ArgumentParser(prog="python -m sayso.cli.reference", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing, fail if anything would change")
    asked = parser.parse_args(arguments)
    path: Path = asked.folder / FILE
    if not asked.check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(reference(), encoding="utf-8")
        return 0
    if path.exists() and path.read_text(encoding="utf-8") == reference():
        return 0
    sys.stderr.write(f"{path} is not what the commands say; run `make docs`\n")
    return 1


def _opening(group: TyperGroup) -> Iterator[str]:
    yield "# The command line"
    yield ""
    yield "Written from the commands by `make docs`; do not edit."
    yield ""
    yield group.help or ""
    yield ""
    yield "Data goes to standard output, messages go to standard error."
    yield ""
    yield "| command | what it does |"
    yield "|---|---|"
    for name, command in _named(group):
        link = f"[`sayso {name}`](#sayso-{name.replace(' ', '-')})"
        yield f"| {link} | {_cell(first_sentence(command.help))} |"
    yield ""
    yield "Before the command:"
    yield ""
    yield from _options(group)


def _commands(group: TyperGroup) -> Iterator[str]:
    for name, command in _named(group):
        arguments = [usage(argument) for argument in command.params if isinstance(argument, TyperArgument)]
        if isinstance(command, TyperGroup):
            arguments.append("[COMMAND]")
        yield from ("", f"## sayso {name}", "", " ".join(_paragraphs(command.help)[:1]))
        for paragraph in _paragraphs(command.help)[1:]:
            yield from ("", paragraph)
        yield from ("", "```", " ".join(["sayso", name, "[OPTIONS]", *arguments]), "```", "")
        yield from _arguments(command)
        yield from _options(command)
        yield from _examples(_subcommand(name).examples)


def _lists() -> Iterator[str]:
    yield from _list("Exit codes", "code", _coded(EXIT_CODES))
    yield from _list("Why an input is refused", "reason", _coded(REASONS))
    yield from _list("What `ingest --report` says of an item", "status", _coded(STATUSES))


def _list(heading: str, column: str, meanings: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"## {heading}", "", f"| {column} | meaning |", "|---|---|")
    for code, meaning in meanings.items():
        yield f"| `{code}` | {_cell(meaning)} |"


def _coded(meanings: Mapping[Code, str]) -> Mapping[str, str]:
    return {str(code.value): meaning for code, meaning in meanings.items()}


def _named(group: TyperGroup) -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    """Every command, those of a command right after it."""
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert isinstance(command, TyperCommand | TyperGroup)  # noqa: S101
        yield name, command
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {sub}", within) for sub, within in _named(command))


def _subcommand(name: str) -> Subcommand:
    first, *rest = name.split()
    found = COMMANDS[first]
    for sub in rest:
        found = found.within[sub]
    return found


def _arguments(command: TyperCommand | TyperGroup) -> Iterator[str]:
    for argument in command.params:
        if isinstance(argument, TyperArgument):
            yield f"`{argument.metavar}`: {argument.help}"
            yield ""


def _options(command: TyperCommand | TyperGroup) -> Iterator[str]:
    options = [option for option in command.params if isinstance(option, TyperOption)]
    if not options:
        return
    yield "| option | what it does | default |"
    yield "|---|---|---|"
    for option in options:
        spellings = [*sorted(option.opts, key=len, reverse=True), *option.secondary_opts]
        names = ", ".join(f"`{name}`" for name in spellings)
        value = "" if option.is_flag else f" {option.metavar or _type_name(option)}"
        environment = f" Environment: `{option.envvar}`." if option.envvar else ""
        yield f"| {names}{value} | {_cell(option.help or '')}{environment} | {_default(option)} |"


def _type_name(option: TyperOption) -> str:
    return (option.name or "").upper()


def _default(option: TyperOption) -> str:
    default = option.default
    if option.is_flag or default is None or default in ((), []):
        return ""
    return f"`{default.value if isinstance(default, Enum) else default}`"


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    yield from ("", "```sh")
    for example in examples:
        yield f"{example.line}  # {example.use}"
    yield "```"


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in (text or "").split("\n\n")]


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
