"""Where output goes: data on standard output, messages on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from sayso.cli.printable import printable
from sayso.model import REASONS, Refusal

if TYPE_CHECKING:
    from rich.console import RenderableType

# Longer lines are hard to read.
_WIDEST = 120


def message(text: str) -> None:
    """Say something to the user on standard error."""
    typer.echo(text, err=True)


def refused(refusal: Refusal) -> None:
    """Say on standard error that an item was refused, and why."""
    where = " ".join(filter(None, [refusal.origin, refusal.part]))
    why = f"{REASONS[refusal.reason]} ({refusal.detail})" if refusal.detail else REASONS[refusal.reason]
    message(printable(f"refused {where}: {refusal.reason.value}: {why}"))


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """A count on standard error that grows while the block runs; call what it gives with each new count."""
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(f"{{task.completed:,.0f}} {what}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda count: progress.update(task, completed=count)


def line(text: str) -> None:
    """Write one line of data to standard output."""
    typer.echo(text)


def show(renderable: "RenderableType") -> None:
    """Show something readable on standard output, in colour only where that is a terminal."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    width = min(console.width, _WIDEST)
    if console.is_terminal:
        console.print(renderable, width=width)
        return
    with console.capture() as captured:
        console.print(renderable, width=width)
    # Rich fills every line to its width, which is of no use in a file or a pipe.
    typer.echo("\n".join(line.rstrip() for line in captured.get().rstrip("\n").split("\n")))
