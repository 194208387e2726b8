"""What `--help` prints: plain text that reads well in a terminal of any width, a pipe and a pager."""

from collections.abc import Iterable, Mapping
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

_PLAIN_HEADING = "Options"


class PlainCommand(TyperCommand):
    """A command that lists its options under the headings they were given."""

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """What follows the command's name in its usage line."""
        arguments = (each for each in self.get_params(ctx) if isinstance(each, TyperArgument))
        return ["[OPTIONS]", *map(usage, arguments)]

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the arguments and options into the help."""
        _write(self.get_params(ctx), ctx, formatter)


class PlainGroup(TyperGroup):
    """A command with others below it, whose help is like theirs."""

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:  # type: ignore[override]
        """The command that is named first. Whoever names an incident instead is told how to see it."""
        if args and args[0].startswith("INC-"):
            ctx.fail(f"{args[0]!r} is an incident, no command; `sayso show {args[0]}` shows it")
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]
        """Write the options, and below them the commands, into the help."""
        _write(self.get_params(ctx), ctx, formatter)
        self.format_commands(ctx, formatter)


def usage(argument: TyperArgument) -> str:
    """`ID`, `[ID]` where it may be left out, with dots where there may be several."""
    name = argument.metavar or argument.name or ""
    return (name if argument.required else f"[{name}]") + ("..." if argument.nargs != 1 else "")


def first_sentence(text: str | None) -> str:
    """The first sentence of a command's docstring, on one line and without its full stop."""
    return " ".join((text or "").split("\n\n")[0].split()).partition(". ")[0].rstrip(".")


def _write(parameters: Iterable[Any], ctx: typer.Context, formatter: Any) -> None:
    for heading, rows in _sections(parameters, ctx).items():
        with formatter.section(heading):
            formatter.write_dl(rows)


def _sections(parameters: Iterable[Any], ctx: typer.Context) -> Mapping[str, list[tuple[str, str]]]:
    """The rows under each heading, arguments first."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for parameter in parameters:
        if isinstance(parameter, TyperArgument):
            # Typer would name the argument's Python type as well, such as `list[str]`.
            row = (parameter.metavar or parameter.name or "", parameter.help or "")
            sections.setdefault("Arguments", []).append(row)
        elif row := parameter.get_help_record(ctx):
            heading = getattr(parameter, "rich_help_panel", None) or _PLAIN_HEADING
            sections.setdefault(heading, []).append(row)
    return sections
