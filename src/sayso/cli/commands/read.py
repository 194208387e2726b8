"""`sayso read`: read reports and print what they say."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated

import typer

from sayso.cli import choices, options, screen
from sayso.cli.examples import Example
from sayso.cli.exit_codes import ExitCode
from sayso.model import Outcome, Reading, Refusal
from sayso.run import Limits, ReadingOptions, Skipped, ready

EXAMPLES = (
    Example("sayso read report.html", "who says what in one report"),
    Example(
        "sayso read --json reports/ > readings.jsonl", "every report of a folder, one JSON object a line"
    ),
    Example("sayso read --follow https://outlet.example/feed.xml", "a feed with the pages behind it"),
    Example("sayso read report.txt --explain", "also why each date, place and party was chosen"),
    Example("sayso read reports/ --parties mine.csv", "with parties of your own, from a CSV file"),
    Example("curl -s https://outlet.example/a.html | sayso read -", "standard input"),
    Example("sayso read archive.warc.gz --json -j 4", "a web archive, with four workers"),
)


def read(
    inputs: options.Inputs = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object per report, one line each.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of each date, place and party why it was chosen.")
    ] = False,
    published: options.Published = None,
    title: options.Title = None,
    outlet: options.Outlet = None,
    follow: options.Follow = False,
    allow_host: options.AllowHost = None,
    fields: options.Fields = None,
    any_language: options.AnyLanguage = False,
    gazetteer: options.Gazetteer = None,
    parties: options.Parties = None,
    max_bytes: options.MaxBytes = None,
    max_seconds: options.MaxSeconds = options.DEFAULT_SECONDS,
    workers: options.Workers = None,
) -> None:
    """Read reports and print who says what happened to whom, where, when and with what toll.

    Nothing is stored. Inputs that cannot be read are named on standard error, each with its reason.
    """
    # First of all: the workers load what reads while this process loads what prints.
    with ready(limits=Limits(seconds=max_seconds)) as zygote:
        asked = choices.asked(
            inputs=inputs,
            published=published,
            title=title,
            outlet=outlet,
            follow=follow,
            allow_host=allow_host,
            fields=fields,
            any_language=any_language,
            gazetteer=gazetteer,
            parties=parties,
            max_bytes=max_bytes,
            max_seconds=max_seconds,
            workers=workers,
        )
        show = _show_json if as_json else partial(_show_sheet, explain=explain, reading_with=asked.reading)
        refused = _printed(choices.outcomes_of(asked, zygote=zygote), show=show)
    if refused:
        raise typer.Exit(ExitCode.REFUSED)


def _printed(found: Iterable[Outcome | Skipped], *, show: Callable[[Reading], None]) -> int:
    """Print each reading; how many items were refused instead."""
    refused = 0
    for outcome in found:
        if not isinstance(outcome, Outcome):
            continue
        if isinstance(outcome.result, Refusal):
            screen.refused(outcome.result)
            refused += 1
        else:
            show(outcome.result)
    return refused


def _show_json(reading: Reading) -> None:
    from sayso.exports.contract import to_contract

    # Escaped to ASCII, so that no character of a report can be taken for the end of its line.
    screen.line(json.dumps(to_contract(reading)))


def _show_sheet(reading: Reading, *, explain: bool, reading_with: ReadingOptions) -> None:
    from sayso.cli.sheet import sheet

    screen.show(sheet(reading))
    if explain:
        from sayso.cli.reasons import reasons

        screen.show(reasons(reading, gazetteer=reading_with.gazetteer, parties=reading_with.parties))
