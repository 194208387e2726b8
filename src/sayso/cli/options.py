"""The arguments and options that several commands share."""

from os import PathLike
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.day import to_day
from sayso.cli.place import to_place
from sayso.run.limits import Limits

ALL_OF_FIRST = 200
"""A run of no more items than these reads them all: what it costs to read them is soon over."""

_READING = "What comes in"
_RUNNING = "How it is run"

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, http(s) URLs, or - for standard input. "
        "Articles, feeds, sitemaps, JSON records and web archives are told apart by their content.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Publication date, such as 2031-05-03, of reports whose own record gives none.",
        callback=to_day,
        rich_help_panel=_READING,
    ),
]
Title = Annotated[
    str | None,
    typer.Option(
        metavar="TITLE", help="Title of reports whose own record gives none.", rich_help_panel=_READING
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option(
        metavar="OUTLET", help="Outlet of reports whose own record gives none.", rich_help_panel=_READING
    ),
]
Follow = Annotated[
    bool,
    typer.Option("--follow", help="Fetch the page behind each feed entry.", rich_help_panel=_READING),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HOST",
        help="A host that may be fetched from although its address is private. May be repeated.",
        rich_help_panel=_READING,
    ),
]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="OURS=THEIRS",
        help="Where JSON records keep a field, such as text=words; the fields are "
        "id, text, title, published, outlet, url, byline and language. "
        "Usual other names, such as body, headline and date, are found without. "
        "May be repeated.",
        rich_help_panel=_READING,
    ),
]
AnyLanguage = Annotated[
    bool,
    typer.Option(
        "--any-language",
        help="Read languages that Sayso was not made for, too.",
        rich_help_panel=_READING,
    ),
]
RelevantOnly = Annotated[
    bool | None,
    typer.Option(
        "--relevant-only/--any-subject",
        help="Refuse reports that tell of neither conflict nor politics, after a look at their opening, or "
        f"read them all the same. (default: refuse them from the {ALL_OF_FIRST + 1}st item of a run on)",
        show_default=False,
        rich_help_panel=_READING,
    ),
]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Places of your own: a CSV file with the columns name, aliases, country, latitude, longitude, "
        "feature and population, of which only name must be filled. May be repeated.",
        rich_help_panel=_READING,
    ),
]
Parties = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Parties of your own: a CSV file with the columns name, aliases, sector and country, of which "
        "only name must be filled. May be repeated.",
        rich_help_panel=_READING,
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        metavar="BYTES",
        min=1,
        max=2**40,
        help="The most one item may hold, unpacked. (default: 16 MiB)",
        show_default=False,
        rich_help_panel=_RUNNING,
    ),
]
MaxSeconds = Annotated[
    float,
    typer.Option(
        metavar="SECONDS",
        min=0.1,
        max=86_400,
        help="The most time to spend on fetching, on opening and on reading one item.",
        rich_help_panel=_RUNNING,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-j",
        metavar="N",
        min=1,
        max=256,
        help="How many worker processes read at once. (default: one for each processor)",
        show_default=False,
        rich_help_panel=_RUNNING,
    ),
]
LedgerPath = Annotated[
    PathLike[str],
    typer.Option(
        "--ledger",
        "-l",
        metavar="LEDGER",
        envvar="SAYSO_LEDGER",
        help="The ledger: a file, or a PostgreSQL database by its URL (postgresql://user@host/database).",
        parser=to_place,
    ),
]

DEFAULT_LEDGER = Path("sayso.sqlite")
DEFAULT_SECONDS = Limits().seconds
