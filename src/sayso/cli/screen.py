"""Where output goes: data on standard output, messages on standard error."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import typer

from sayso.cli.printable import printable
from sayso.model import REASONS, Refusal

if TYPE_CHECKING:
    from rich.console import RenderableType

# Longer lines are hard to read.
_WIDEST = 120
_REFRESH_S = 0.1


def message(text: str) -> None:
    """Say something to the user on standard error."""
    typer.echo(text, err=True)


def refused(refusal: Refusal) -> None:
    """Say on standard error that an item was refused, and why."""
    where = " ".join(filter(None, [refusal.origin, refusal.part]))
    why = f"{REASONS[refusal.reason]} ({refusal.detail})" if refusal.detail else REASONS[refusal.reason]
    message(printable(f"refused {where}: {refusal.reason.value}: {why}"))


class Show(Protocol):
    """Shows a new count, of `what` if that has changed."""

    def __call__(self, count: int, what: str = ..., /) -> None:
        """Show it."""


@contextmanager
def counting(what: str) -> Iterator[Show]:
    """A count on standard error that grows while the block runs; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    console, shown = Console(stderr=True, highlight=False), 0.0
    columns = (TextColumn("{task.description}"), TimeElapsedColumn())
    # Grouping shares its work out among forked processes, which it cannot do beside a thread that refreshes.
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task(what, total=None)

        def show(count: int, what: str = what, /) -> None:
            nonlocal shown
            progress.update(task, description=f"{count:,} {what}")
            if (now := time.monotonic()) - shown > _REFRESH_S:
                progress.refresh()
                shown = now

        yield show


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
