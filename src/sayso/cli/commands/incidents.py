"""`sayso incidents`: what happened, by how many told, and where their sources differ."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.day import to_day
from sayso.cli.examples import Example
from sayso.cli.grouped import AsJsonLines, opened
from sayso.cli.rules import Rule, picked
from sayso.model import EventType, Status

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


def _or(codes: Iterable[StrEnum]) -> str:
    return ", ".join(f"'{code}'" if " " in code else code for code in codes)


def incidents(
    context: typer.Context,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    status: Annotated[
        Status | None,
        typer.Option(metavar="STATUS", help=f"Only incidents of this status: {_or(Status)}."),
    ] = None,
    type: Annotated[
        EventType | None,
        typer.Option(
            metavar="TYPE",
            help="Only those with an event of this type, such as ASSAULT; `sayso codebook` lists the types.",
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only those at a place with these words in its name.")
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only those that somebody with these words in their name is in."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Only those that somebody with these words in their name tells of."
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Only those that an outlet of this name reports.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Only from this day on, such as 2031-05-03.", callback=to_day),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="Only up to this day.", callback=to_day)
    ] = None,
    min_killed: Annotated[
        int | None, typer.Option(metavar="N", help="Only where some source counts so many dead.")
    ] = None,
    min_injured: Annotated[
        int | None, typer.Option(metavar="N", help="Only where some source counts so many injured.")
    ] = None,
    min_reports: Annotated[
        int | None, typer.Option(metavar="N", help="Only what so many documents tell of.")
    ] = None,
    order: Annotated[
        str,
        typer.Option(metavar="ORDER", help="newest, oldest, deadliest (by any source) or changed."),
    ] = "newest",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")] = _SHOWN,
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
    given = {
        "status": status and status.value,
        "type": type and type.value,
        "place": place,
        "party": party,
        "source": source,
        "outlet": outlet,
        "since": since,
        "until": until,
        "min_killed": min_killed,
        "min_injured": min_injured,
        "min_reports": min_reports,
        "notable": not everything or None,
    }
    only: OnlyIncidents = {name: value for name, value in given.items() if value is not None}  # type: ignore[assignment]
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
