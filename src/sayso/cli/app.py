"""The `sayso` command: its subcommands, and what becomes of errors."""

import errno
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import typer

from sayso.cli import screen
from sayso.cli.commands import (
    codebook,
    copies,
    copy,
    demo,
    diff,
    doctor,
    evaluate,
    export,
    gazetteer,
    incidents,
    ingest,
    read,
    rulings,
    search,
    serve,
    show,
    verify,
    version,
)
from sayso.cli.examples import Example, epilog
from sayso.cli.exit_codes import ExitCode
from sayso.cli.help_text import PlainCommand, PlainGroup, first_sentence
from sayso.cli.printable import printable
from sayso.errors import SaysoError, UsageError


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A subcommand and the examples in its help."""

    run: Callable[..., None]
    examples: tuple[Example, ...]
    within: "Mapping[str, Subcommand]" = field(default_factory=dict)
    """Subcommands of its own."""


COMMANDS: Mapping[str, Subcommand] = {
    "read": Subcommand(read.read, read.EXAMPLES),
    "ingest": Subcommand(ingest.ingest, ingest.EXAMPLES),
    "show": Subcommand(show.show, show.EXAMPLES),
    "search": Subcommand(search.search, search.EXAMPLES),
    "incidents": Subcommand(
        incidents.incidents,
        incidents.EXAMPLES,
        {
            "explain": Subcommand(rulings.explain, rulings.EXPLAIN),
            "split": Subcommand(rulings.split, rulings.SPLIT),
            "merge": Subcommand(rulings.merge, rulings.MERGE),
            "undo": Subcommand(rulings.undo, rulings.UNDO),
            "rulings": Subcommand(rulings.rulings, rulings.RULINGS),
        },
    ),
    "copies": Subcommand(copies.copies, copies.EXAMPLES),
    "diff": Subcommand(diff.diff, diff.EXAMPLES),
    "verify": Subcommand(verify.verify, verify.EXAMPLES),
    "copy": Subcommand(copy.copy, copy.EXAMPLES),
    "export": Subcommand(export.export, export.EXAMPLES),
    "codebook": Subcommand(codebook.codebook, codebook.EXAMPLES),
    "evaluate": Subcommand(evaluate.evaluate, evaluate.EXAMPLES),
    "gazetteer": Subcommand(gazetteer.gazetteer, gazetteer.EXAMPLES),
    "serve": Subcommand(serve.serve, serve.EXAMPLES),
    "demo": Subcommand(demo.demo, demo.EXAMPLES),
    "doctor": Subcommand(doctor.doctor, doctor.EXAMPLES),
    "version": Subcommand(version.version, version.EXAMPLES),
}
"""Every subcommand, in the order of `sayso --help`."""


class _Sayso(PlainGroup):
    """A group of commands in which an error that Sayso foresaw is one sentence, not a traceback."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        """The commands in the order of the table; Typer would put those with others below them last."""
        return list(COMMANDS)

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:  # The shell may have closed it: `>&-`.
                # A reader that hung up is noticed here, not in the interpreter's last breath.
                sys.stdout.flush()
        except SaysoError as error:
            if ctx.params.get("debug"):
                raise
            screen.message(f"error: {printable(str(error))}")
            raise typer.Exit(ExitCode.USAGE if isinstance(error, UsageError) else ExitCode.ERROR) from error
        except OSError as error:
            # Typer ends quietly when a reader left.
            if ctx.params.get("debug") or error.errno == errno.EPIPE:
                raise
            _give_up_output()
            where = f"{error.filename}: " if error.filename else ""
            screen.message(printable(f"error: {where}{error.strerror or error}"))
            raise typer.Exit(ExitCode.ERROR) from error
        except KeyboardInterrupt:
            screen.message("stopped; what was committed until now is kept")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        return result


def _give_up_output() -> None:
    """Lead what standard output cannot take to nowhere, or Python would try once more as it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


app = typer.Typer(
    cls=_Sayso,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read reports of conflict and politics, and keep on whose say-so every fact stands.",
)


def _version(asked: bool) -> None:
    if asked:
        version.version()
        raise typer.Exit


@app.callback()
def _every_command(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an error happened.")
    ] = False,
    asked_version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    pass


def _add(group: typer.Typer, name: str, command: Subcommand) -> None:
    shown, short = epilog(command.examples), first_sentence(command.run.__doc__)
    if not command.within:
        group.command(name, cls=PlainCommand, epilog=shown, short_help=short)(command.run)
        return
    within = typer.Typer(
        cls=PlainGroup,
        invoke_without_command=True,
        callback=command.run,
        epilog=shown,
        rich_markup_mode=None,
        subcommand_metavar="[COMMAND]",
    )
    for sub, subcommand in command.within.items():
        _add(within, sub, subcommand)
    group.add_typer(within, name=name, short_help=short)


for _name, _command in COMMANDS.items():
    _add(app, _name, _command)
