"""`sayso copy`: a ledger into another."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from os import PathLike
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.cli.place import to_place

if TYPE_CHECKING:
    from sayso.ledger import Copied

EXAMPLES = (
    Example("sayso copy sayso.sqlite postgresql://ana@desk/reports", "a file's ledger for a whole newsroom"),
    Example("sayso copy postgresql://ana@desk/reports travel.sqlite", "and back, into one file"),
)


def copy(
    source: Annotated[
        PathLike[str],
        typer.Argument(
            metavar="FROM",
            help="The ledger to copy: a file, or a PostgreSQL database by its URL.",
            parser=to_place,
            show_default=False,
        ),
    ],
    target: Annotated[
        PathLike[str],
        typer.Argument(
            metavar="TO",
            help="Where to copy it to: nothing that is there yet, an empty database, or an earlier copy.",
            parser=to_place,
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Copy a ledger into another: file to database, database to file, file to file.

    Everything is copied, decisions with their chain, and read again as it arrives. A copy that was stopped is
    completed by the same command; a copy of a ledger that has grown gets what is new. A ledger that was not
    copied from FROM, or to which something was added since, is never written to.
    """
    from sayso.ledger import copy as copied

    started = time.monotonic()
    with _progress() as follow:
        tables = copied(source, target, follow=follow)
    seconds = time.monotonic() - started
    rows = sum(count.new for count in tables.values())
    if as_json:
        named = {"from": str(source), "to": str(target), "rows": rows, "seconds": round(seconds, 2)}
        screen.line(json.dumps(named | {"tables": {name: asdict(count) for name, count in tables.items()}}))
        return
    for line in _lines(tables):
        screen.line(line)
    rate = f", {rows / seconds:,.0f} a second" if rows else ""
    screen.message(f"{rows:,} rows copied from {source} to {target}{rate}; decisions verified")


def _lines(tables: "Mapping[str, Copied]") -> Iterator[str]:
    """The tables that hold something, each with how much."""
    for name, count in tables.items():
        if count.new or count.there:
            there = f"  ({count.there:,} were there)" if count.there else ""
            yield f"{name:18}{count.new:>12,}{there}"


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar with rate and time left; nothing is shown where standard error is not a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    console, started = Console(stderr=True, highlight=False), time.monotonic()
    columns = [SpinnerColumn(), TextColumn("{task.description}"), BarColumn()]
    columns += [TextColumn("·"), TimeRemainingColumn(compact=True), TextColumn("left")]
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=None)

        def follow(done: int, whole: int) -> None:
            rate = done / (time.monotonic() - started)
            words = f"{done:,} of {whole:,} rows · {rate:,.0f} a second"
            bar.update(task, total=whole, completed=done, description=words)

        yield follow
