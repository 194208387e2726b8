"""`sayso show`: one incident, document or claim of a ledger."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.commands.incidents import to_json
from sayso.cli.examples import Example
from sayso.cli.grouped import opened
from sayso.cli.rules import Rule
from sayso.errors import UsageError
from sayso.model import Claim, Reading, Subject

if TYPE_CHECKING:
    from sayso.ledger import Ledger

EXAMPLES = (
    Example("sayso show INC-2031-05-03-ilvane", "an incident: every figure, who gave it, in which words"),
    Example("sayso show d-4f1c", "a document, by as much of its id as tells it apart"),
    Example("sayso show c-09ab", "a claim, with its chain and its words"),
    Example("sayso show --json d-4f1c | jq .tolls", "the same for programs"),
)
_CLAIM_PREFIX, _INCIDENT_PREFIX = "c", "INC-"


def show(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an incident, document or claim, or its beginning.")
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    rule: Rule = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show an incident with its rival figures, what a document says, or on whose say-so a claim stands."""
    from sayso.ledger import Ledger

    if rule is not None and not id.startswith(_INCIDENT_PREFIX):
        raise UsageError(f"--rule: {id} is no incident, and only incidents have rival figures")
    if id.startswith(_INCIDENT_PREFIX):
        with opened(ledger) as book:
            _show_incident(book, id, rule=rule, as_json=as_json)
        return
    with Ledger.open(ledger, create=False) as book:
        if id.startswith(_CLAIM_PREFIX):
            _show_claim(book, book.claim(id), as_json=as_json)
        else:
            _show_document(book.reading(id), as_json=as_json)


def _show_incident(ledger: "Ledger", id: str, *, rule: str | None, as_json: bool) -> None:
    filed = ledger.incident(id)
    if as_json:
        screen.line(json.dumps(to_json(filed, rule=rule)))
        return
    from sayso.cli.ladder import Evidence, ladder

    claims = {row["claim"]: row for row in ledger.claims(incident=filed.incident.id).to_pylist()}
    groups = ledger.copies({row["document"] for row in claims.values()})
    screen.show(ladder(filed, Evidence(claims=claims, groups=groups), rule=rule))


def _show_document(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        from sayso.exports.contract import to_contract

        screen.line(json.dumps(to_contract(reading)))
    else:
        from sayso.cli.sheet import sheet

        screen.show(sheet(reading))


def _show_claim(ledger: "Ledger", claim: Claim, *, as_json: bool) -> None:
    document = ledger.document(claim.document)
    decisions = ledger.decisions(kind=Subject.CLAIM, subjects=[claim.id], standing=True)
    if as_json:
        from dataclasses import asdict

        words = {"words": claim.evidence.of(document.text), "sentence": claim.context.of(document.text)}
        ruled = {"decisions": [asdict(decision) for decision in decisions]}
        screen.line(json.dumps(asdict(claim) | words | ruled))
    else:
        from sayso.cli.claim_sheet import claim_sheet

        screen.show(claim_sheet(claim, document, decisions))
