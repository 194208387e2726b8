"""`sayso verify`: whether a ledger still says what was written into it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.exit_codes import ExitCode
from sayso.cli.printable import printable

EXAMPLES = (Example("sayso verify", "hash every text again, find every value at its place"),)


def verify(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per problem.")] = False,
) -> None:
    """Find every stored value again at its place in its hashed text; print whatever is wrong."""
    from sayso.ledger import Ledger

    problems = 0
    with Ledger.open(ledger, create=False) as opened:
        for problem in opened.verify():
            problems += 1
            known = asdict(problem)
            screen.line(json.dumps(known) if as_json else printable("{where}: {what}".format(**known)))
        documents = opened.document_count()
    if problems:
        screen.message(f"{problems:,} problems in {documents:,} documents")
        raise typer.Exit(ExitCode.UNVERIFIED)
    screen.message(f"{documents:,} documents verified, nothing wrong")
