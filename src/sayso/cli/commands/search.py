"""`sayso search`: documents found by their words."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.wanted import MOST

EXAMPLES = (
    Example("sayso search shelling market", "documents with both words"),
    Example("sayso search '\"cease-fire\" outlet:wire -talks'", "a phrase, an outlet, a word to leave out"),
    Example("sayso search type:ASSAULT who:ministry --limit 5", "by the codes and voices of claims"),
)


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words, "a phrase", -word, word*, OR, and fields: title:, outlet:, who:, place:, type: …',
        ),
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=MOST, help="The most documents to print.")
    ] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per document.")] = False,
) -> None:
    """Find documents by their words and by what their claims say, best first."""
    from sayso.cli.hits import hit_lines
    from sayso.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        found = opened.search(" ".join(words), limit=limit)
    for hit in found:
        if as_json:
            screen.line(json.dumps(asdict(hit)))
        else:
            screen.show(hit_lines(hit))
    if not found:
        screen.message("nothing found")
