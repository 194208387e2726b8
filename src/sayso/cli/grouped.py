"""Ledgers opened with their incidents up to date, and who decides what in them."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import screen
from sayso.cli.wording import counted
from sayso.model.clock import now

if TYPE_CHECKING:
    from sayso.ledger import Ledger

By = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        envvar="SAYSO_AUTHOR",
        help="Who decides. (default: the name you are logged in with)",
        show_default=False,
    ),
]


def _said(why: str) -> str:
    if not why.strip():
        raise typer.BadParameter("say why; it is kept with the decision")
    return why


Why = Annotated[str, typer.Option(metavar="TEXT", help="Why; kept with the decision.", callback=_said)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
AsJsonLines = Annotated[bool, typer.Option("--json", help="Print one JSON object per line.")]


@contextmanager
def opened(where: PathLike[str]) -> "Iterator[Ledger]":
    """The ledger at a place, its incidents those of all that it holds."""
    from sayso.ledger import Ledger

    with Ledger.open(where, create=False) as ledger:
        bring_up_to_date(ledger)
        yield ledger


def bring_up_to_date(ledger: "Ledger") -> None:
    """Group what no grouping has seen, and say so."""
    from sayso.pipeline.grouping import brought_up_to_date

    with screen.counting("grouping") as show:
        regrouped = brought_up_to_date(ledger, at=now(), follow=show)
    if regrouped is not None and regrouped.incidents:
        screen.message(f"grouped: {counted(regrouped.incidents, 'incident')} new or changed")


def author(by: str | None) -> str:
    """Who decides: who was named, or else who is logged in."""
    return by or getpass.getuser()
