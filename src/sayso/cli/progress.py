"""The progress of a long run on standard error: how many reports, how fast, how much longer."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sayso.run import Account

NAMED = 3
"""How many of the items refused for one reason are named: a long run may refuse thousands."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far."""

    counts: Counter[str] = field(default_factory=Counter)
    """Items by status, and refused items by reason as well."""
    reports: int = 0
    inputs: int = 0
    """How many inputs are finished: one may hold one report or a million."""
    named: dict[str, list[Account]] = field(default_factory=dict)
    """The first few items that were refused for each reason."""
    _last: str | None = None

    def add(self, accounts: Sequence[Account]) -> None:
        """Count some more items, which come in the order of input."""
        for account in accounts:
            self.reports += 1
            self.counts[account.status.value] += 1
            if account.reason:
                self.counts[account.reason] += 1
                named = self.named.setdefault(account.reason, [])
                if len(named) < NAMED:
                    named.append(account)
            if self._last not in (None, account.origin):
                self.inputs += 1
            self._last = account.origin


@contextmanager
def progress(tally: Tally, *, inputs: int | None) -> Iterator[Callable[[], None]]:
    """A bar that shows how far the tally is each time it is called.

    The bar and the time left go by inputs, of which there are `inputs` (None if unknown); count and rate go
    by reports. Nothing is shown where standard error is not a terminal.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = [SpinnerColumn(), TextColumn("{task.description}")]
    if inputs and inputs > 1:
        columns += [BarColumn(), TextColumn("{task.completed:,.0f} of {task.total:,.0f} inputs")]
        columns += [TextColumn("·"), TimeRemainingColumn(compact=True), TextColumn("left")]
    console, started = Console(stderr=True, highlight=False), time.monotonic()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=inputs)

        def advance() -> None:
            rate = tally.reports / (time.monotonic() - started)
            words = f"{tally.reports:,} reports · {rate:.1f} a second"
            bar.update(task, completed=tally.inputs, description=words)

        yield advance
