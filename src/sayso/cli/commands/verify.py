"""`sayso verify`: whether a ledger still says what was written into it."""

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.exit_codes import ExitCode
from sayso.cli.printable import printable

EXAMPLES = (Example("sayso verify", "hash every text again, find every value at its place"),)


def verify(ledger: options.LedgerPath = options.DEFAULT_LEDGER) -> None:
    """Find every stored value again at its place in its hashed text; print whatever is wrong."""
    from sayso.ledger import Ledger

    problems = 0
    with Ledger.open(ledger, create=False) as opened:
        for problem in opened.verify():
            problems += 1
            screen.line(printable(f"{problem.where}: {problem.what}"))
        documents = opened.document_count()
    if problems:
        screen.message(f"{problems:,} problems in {documents:,} documents")
        raise typer.Exit(ExitCode.UNVERIFIED)
    screen.message(f"{documents:,} documents verified, nothing wrong")
