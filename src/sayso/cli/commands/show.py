"""`sayso show`: one document or one claim of a ledger."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.model import Claim, Reading

if TYPE_CHECKING:
    from sayso.ledger import Ledger

EXAMPLES = (
    Example("sayso show d-4f1c", "a document, by as much of its id as tells it apart"),
    Example("sayso show c-09ab", "a claim, with its chain and its words"),
    Example("sayso show --json d-4f1c | jq .tolls", "the same for programs"),
)
_CLAIM_PREFIX = "c"


def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of a document or claim, or its beginning.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what a document says, or on whose say-so a claim stands and in which words."""
    from sayso.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        if id.startswith(_CLAIM_PREFIX):
            _show_claim(opened, opened.claim(id), as_json=as_json)
        else:
            _show_document(opened.reading(id), as_json=as_json)


def _show_document(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        from sayso.exports.contract import to_contract

        screen.line(json.dumps(to_contract(reading)))
    else:
        from sayso.cli.sheet import sheet

        screen.show(sheet(reading))


def _show_claim(ledger: "Ledger", claim: Claim, *, as_json: bool) -> None:
    document = ledger.document(claim.document)
    if as_json:
        from dataclasses import asdict

        words = {"words": claim.evidence.of(document.text), "sentence": claim.context.of(document.text)}
        screen.line(json.dumps(asdict(claim) | words))
    else:
        from sayso.cli.claim_sheet import claim_sheet

        screen.show(claim_sheet(claim, document))
