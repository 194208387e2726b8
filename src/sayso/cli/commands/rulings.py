"""Below `sayso incidents`: why claims belong together, and who rules that they do or do not."""

import json
from collections.abc import Callable
from dataclasses import asdict
from os import PathLike
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.grouped import AsJson, AsJsonLines, By, Why, author, bring_up_to_date, opened
from sayso.cli.printable import printable
from sayso.cli.ruled import decision_words
from sayso.model import Decision
from sayso.model.clock import now

if TYPE_CHECKING:
    from sayso.ledger import Ledger

_ID = "The id of an incident, or its beginning, as `sayso incidents` lists it."

EXPLAIN = (
    Example("sayso incidents explain INC-2031-05-03-ilvane", "each link, its score, and what it is made of"),
    Example("sayso incidents explain INC-2031-05-03-ilvane --json | jq .links", "the same for programs"),
)
SPLIT = (
    Example(
        "sayso incidents split INC-2031-05-03-ilvane c-4f1c --why 'another street'", "take a telling out"
    ),
)
MERGE = (
    Example("sayso incidents merge INC-2031-05-03-il INC-2031-05-04-en --why 'one strike'", "two are one"),
)
UNDO = (Example("sayso incidents undo j-09ab --why 'misread'", "a ruling that holds no longer"),)
RULINGS = (Example("sayso incidents rulings", "every ruling that holds, with who, when and why"),)


def explain(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help=_ID)],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Say why the tellings of an incident belong together: each link with its features and their weights."""
    with opened(ledger) as book:
        filed = book.incident(incident)
        claims = book.claims(incident=filed.incident.id).to_pylist()
        rulings = [
            decision
            for decision in book.decisions(standing=True)
            if _touches(decision, {filed.incident.id, *filed.incident.tellings})
        ]
    if as_json:
        known = asdict(filed.incident) | {"rulings": [asdict(ruling) for ruling in rulings]}
        screen.line(json.dumps(known))
    else:
        from sayso.cli.grounds import explanation

        screen.show(explanation(filed, {row["claim"]: row for row in claims}, rulings))


def split(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help=_ID)],
    claims: Annotated[
        list[str],
        typer.Argument(metavar="CLAIM", help="Event claims of it that tell of another happening."),
    ],
    why: Why,
    by: By = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Rule that some tellings of an incident are another happening. It holds until it is undone."""
    _rule(
        ledger,
        lambda book: book.split(incident, claims, by=author(by), at=now(), why=why),
        as_json=as_json,
    )


def merge(
    incidents: Annotated[list[str], typer.Argument(metavar="INCIDENT", help=_ID)],
    why: Why,
    by: By = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Rule that incidents are one happening. It holds until it is undone."""
    _rule(
        ledger,
        lambda book: book.merge(incidents, by=author(by), at=now(), why=why),
        as_json=as_json,
    )


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The id of a decision.")],
    why: Why,
    by: By = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: AsJson = False,
) -> None:
    """Rule that an earlier decision holds no longer. Both stay in the ledger, and this can be undone, too."""
    _rule(
        ledger,
        lambda book: book.undo(decision, by=author(by), at=now(), why=why),
        as_json=as_json,
    )


def rulings(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    everything: Annotated[
        bool, typer.Option("--all", help="Also those that were undone, and the undoings.")
    ] = False,
    as_json: AsJsonLines = False,
) -> None:
    """List what people decided, in the order they did."""
    from sayso.ledger import Ledger

    with Ledger.open(ledger, create=False) as book:
        found = book.decisions(standing=not everything)
    for decision in found:
        _say(decision, as_json=as_json)
    if not found:
        screen.message("nothing was decided")


def _rule(ledger: PathLike[str], take: "Callable[[Ledger], Decision]", *, as_json: bool) -> None:
    """Take a decision, group again by it, and print it."""
    with opened(ledger) as book:
        decision = take(book)
        bring_up_to_date(book)
    _say(decision, as_json=as_json)


def _say(decision: Decision, *, as_json: bool) -> None:
    if as_json:
        screen.line(json.dumps(asdict(decision)))
        return
    what, why = decision_words(decision), decision.why or "no reason"
    screen.line(printable(f"{decision.id}  {decision.at}  {decision.by}: {what} ({why})"))


def _touches(decision: Decision, ids: set[str]) -> bool:
    return decision.subject in ids or not ids.isdisjoint(_ids_in(decision.value))


def _ids_in(value: object) -> set[str]:
    """Every text in a value of JSON, names included."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set(value).union(*map(_ids_in, value.values()))
    return set().union(*map(_ids_in, value)) if isinstance(value, list | tuple) else set()
