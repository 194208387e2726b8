"""`sayso copies`: which reports carry another's text, and what each made of it."""

import json
from dataclasses import asdict
from itertools import islice
from typing import Annotated

import typer

from sayso.cli import options, screen
from sayso.cli.examples import Example
from sayso.cli.grouped import AsJsonLines, opened
from sayso.cli.wanted import MOST

EXAMPLES = (
    Example("sayso copies", "who copied whom, and what each copy added or dropped"),
    Example("sayso copies d-4f1c", "the group that one report is in"),
    Example(
        'sayso copies --outlet "Tessera Wire" --json', "all that carries an agency's texts, for programs"
    ),
)


def copies(
    document: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="Only the group of this document; its id, or the beginning of it.",
            show_default=False,
        ),
    ] = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    outlet: Annotated[
        str | None,
        typer.Option(metavar="OUTLET", help="Only groups that a report of this outlet is in."),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=MOST, help="The most groups to print.")] = 20,
    as_json: AsJsonLines = False,
) -> None:
    """List reports that carry one text: the origin, its copies, and what each added or dropped.

    The newest origin comes first. Copies of one text are one voice, however many outlets print it.
    """
    from sayso.cli.copied import carried_in, carried_lines

    with opened(ledger) as book:
        waiting = carried_in(book, document=document, outlet=outlet)
        shown = 0
        for shown, carried in enumerate(islice(waiting, limit), start=1):
            if as_json:
                screen.line(json.dumps(asdict(carried)))
                continue
            if shown > 1:
                screen.line("")
            screen.show(carried_lines(carried))
        more = not as_json and next(waiting, None) is not None
    if not shown:
        screen.message("no copies")
    elif more:
        screen.message(f"{shown:,} groups shown; `--limit` shows more")
