"""`sayso demo`: the bundled dispatches read into a ledger, and what they say side by side."""

import tempfile
from contextlib import ExitStack
from os import PathLike
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli import choices, screen
from sayso.cli.examples import Example
from sayso.cli.place import to_place
from sayso.run import Limits, ready

EXAMPLES = (
    Example("sayso demo", "who counts how many dead, and who denies what, in an invented war"),
    Example("sayso demo --ledger demo.sqlite", "the same, and keep the ledger to look into"),
)


def demo(
    ledger: Annotated[
        PathLike[str] | None,
        typer.Option(
            "--ledger",
            "-l",
            metavar="LEDGER",
            help="Where to keep the ledger; thrown away if not given.",
            parser=to_place,
        ),
    ] = None,
) -> None:
    """Read the bundled dispatches about an invented war, and print what they say side by side."""
    from sayso.cli.grouped import opened
    from sayso.cli.side_by_side import side_by_side

    with ExitStack() as stack:
        path = ledger or Path(stack.enter_context(tempfile.TemporaryDirectory()), "demo.sqlite")
        read_demo(path, kept=ledger is not None)
        screen.show(side_by_side(stack.enter_context(opened(path))))
    if ledger:
        screen.message(f"look further: sayso incidents -l {ledger}")
    else:
        screen.message("look further: sayso demo --ledger demo.sqlite keeps it, sayso serve --demo shows it")


def read_demo(path: PathLike[str], *, kept: bool = False) -> None:
    """Read the bundled dispatches, with their own gazetteer, into the ledger at `path`."""
    from sayso.cli.commands.ingest import ingest_into, summarise
    from sayso.demo import DISPATCHES, GAZETTEER
    from sayso.ledger import Ledger

    asked = choices.asked(inputs=[str(DISPATCHES)], gazetteer=[GAZETTEER])
    with ready(limits=Limits()) as zygote, Ledger.open(path) as opened:
        summarise(
            ingest_into(opened, asked, zygote), f"in {path}" if kept else "in a ledger that is not kept"
        )
