"""`sayso incidents`: what happened, by how many told, and where their sources differ."""

import json
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen, wanted
from sayso.cli.examples import Example
from sayso.cli.grouped import AsJsonLines, opened
from sayso.cli.rules import Rule, picked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.ledger import Filed, Ledger, OnlyIncidents

EXAMPLES = (
    Example("sayso incidents", "what happened, by how many told, and how the figures stand"),
    Example("sayso incidents --place ennisar --min-killed 10", "where, and how bad by any source"),
    Example("sayso incidents --status contested --json", "where two sources cannot both be right"),
    Example("sayso incidents --rule latest-official", "one number each, by a rule that is named"),
)
_SHOWN = 100


@wanted.choosing
def incidents(
    context: typer.Context,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    *,
    only: "OnlyIncidents",
    order: Annotated[
        str,
        typer.Option(metavar="ORDER", help="newest, oldest, deadliest (by any source) or changed."),
    ] = "newest",
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=wanted.MOST, help="How many to show.")
    ] = _SHOWN,
    rule: Rule = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what one report alone tells, with no killed or injured.")
    ] = False,
    as_json: AsJsonLines = False,
) -> None:
    """List what happened: each incident, who tells of it, and how their figures stand.

    No value is chosen as true: rival figures stand side by side, unless a rule for one number is named.
    """
    if context.invoked_subcommand is not None:
        return
    if not everything:
        only["notable"] = True
    with opened(ledger) as book:
        found = islice(_found(book, only, order), limit)
        if as_json:
            for filed in found:
                screen.line(json.dumps(to_json(filed, rule=rule)))
            return
        chosen = list(found)
        matching = book.incident_count(**only)
    if not chosen:
        screen.message("no incidents; `--all` also lists what one report alone tells")
        return
    from sayso.cli.ladder import incident_table

    screen.show(incident_table(chosen, rule=rule))
    if matching > len(chosen):
        screen.message(f"{len(chosen):,} of {matching:,} shown; `--limit` shows more")


def to_json(filed: "Filed", *, rule: str | None) -> dict[str, object]:
    """An incident as JSON values: its tellings and links, what its sources say, its line in a list."""
    known: dict[str, object] = {
        "incident": asdict(filed.incident),
        "account": asdict(filed.account),
        "row": asdict(filed.row),
        "changed": filed.changed,
    }
    if rule is not None:
        known["picks"] = [asdict(pick) for pick in picked(filed.account, rule)]
    return known


def _found(ledger: "Ledger", only: "OnlyIncidents", order: str) -> "Iterator[Filed]":
    """The incidents that are wanted, in order, a page in memory at a time."""
    after: str | None = None
    while True:
        page = ledger.incident_page(order=order, after=after, limit=_SHOWN, **only)
        for row in page.rows:
            yield ledger.incident(row.id)
        if page.next is None:
            return
        after = page.next
