"""`sayso incidents`: which reports tell of one happening, and where their sources differ."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.errors import NotInLedger
from sayso.model import Account, Incident, Status

EXAMPLES = (
    Example("sayso incidents", "what happened, by how many told, and how the figures stand"),
    Example("sayso incidents --status contested", "where two sources cannot both be right"),
    Example("sayso incidents INC-2031-05-03-ennisar-k7f2m", "one incident: every figure and who gave it"),
)


def incidents(
    incident: Annotated[
        str | None,
        typer.Argument(metavar="INCIDENT", help="The id of one incident, or the beginning of one."),
    ] = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    status: Annotated[Status | None, typer.Option(help="Only incidents of this status.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what one report alone tells, with no killed or injured.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per incident.")] = False,
) -> None:
    """Group the reports of a ledger by happening, and lay what their sources say side by side.

    Worked out afresh from what the ledger holds; no value is chosen as true.
    """
    from sayso.cli.ladder import incident_table, ladder
    from sayso.ledger import Ledger
    from sayso.run.grouping import grouping_of

    with Ledger.open(ledger, create=False) as opened:
        grouping = grouping_of(opened)
    chosen = [
        found
        for found in grouping.incidents
        if (incident is None or found.id.startswith(incident))
        and (status is None or grouping.accounts[found.id].status is status)
        and (everything or incident is not None or _matters(grouping.accounts[found.id], found))
    ]
    if incident is not None and not chosen:
        raise NotInLedger(kind="incident", id=incident)
    if as_json:
        for found in chosen:
            screen.line(
                json.dumps({"incident": asdict(found), "account": asdict(grouping.accounts[found.id])})
            )
    elif incident is not None:
        for found in chosen:
            screen.show(ladder(grouping, found))
    elif chosen:
        screen.show(incident_table(grouping, chosen))
    else:
        screen.message("no incidents; `--all` also lists what one report alone tells")


def _matters(account: Account, incident: Incident) -> bool:
    hit = any(standing.field in {"killed", "injured"} for standing in account.standings)
    return hit or len(incident.tellings) > 1
