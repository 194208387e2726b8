"""`sayso diff`: what a ledger knows that it did not know before."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.grouped import AsJsonLines, opened
from sayso.cli.printable import printable
from sayso.model.clock import now

if TYPE_CHECKING:
    from sayso.ledger import Change

EXAMPLES = (
    Example("sayso diff yesterday", "what has come in since yesterday"),
    Example("sayso diff 2026-11-22", "new incidents, figures that moved, denials, edited articles"),
    Example("sayso diff r-020a8afd472dad7f5c4c", "what has changed since that run began"),
    Example("sayso diff 2026-11-22T06:00 --json", "the same for programs"),
)


def diff(
    since: Annotated[
        str,
        typer.Argument(
            metavar="SINCE",
            help="A day, a time (UTC where no zone is given), today, yesterday, or a run's id.",
        ),
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    everything: Annotated[
        bool,
        typer.Option(
            "--all", help="Also new incidents that one report alone tells, with no killed or injured."
        ),
    ] = False,
    as_json: AsJsonLines = False,
) -> None:
    """Say what has changed in a ledger since some time.

    New incidents, figures that moved, new denials, articles that read differently or are gone. It goes by
    when the ledger learnt of something, not by when it happened.
    """
    with opened(ledger) as book:
        changes = book.changes(_day(since), notable=not everything)
    if as_json:
        for change in changes:
            screen.line(json.dumps(asdict(change)))
        return
    for line in _lines(changes):
        screen.line(line)
    if not changes:
        screen.message(f"nothing has changed since {since}")


def _day(since: str) -> str:
    """The day that a word means; anything else as it was given."""
    if since not in _DAYS_AGO:
        return since
    return (date.fromisoformat(now()[:10]) - timedelta(days=_DAYS_AGO[since])).isoformat()


_DAYS_AGO: Mapping[str, int] = {"today": 0, "yesterday": 1}
"""Days in UTC, as the ledger keeps its times."""


def _lines(changes: "Iterable[Change]") -> Iterator[str]:
    """A line for each change, those of one incident under its id; what copies repeat stands once."""
    for subject, some in groupby(changes, key=lambda change: change.subject):
        yield printable(subject)
        yield from dict.fromkeys(f"  {printable(_said(change))}" for change in some)


def _said(change: "Change") -> str:
    said = _SAYS[change.kind.value].format_map(_Known(asdict(change)))
    return f"{said} (corrected; read as {change.as_read})" if change.as_read else said


class _Known(dict[str, object]):
    """The fields of a change, with words for those that are empty."""

    def __getitem__(self, name: str) -> object:
        value = super().__getitem__(name)
        return "nothing" if value is None else value


_SAYS: Mapping[str, str] = {
    "new incident": "new: {after}",
    "gone": "gone; it is in {after} now",
    "status": "{before} → {after}",
    "figure": "{field}, {source}: {before} → {after}",
    "denial": "{source} {after}",
    "edited": "edited: {before} → {after}",
    "deleted": "no longer there; it was {before}",
}
