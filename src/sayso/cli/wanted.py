"""The options by which incidents are chosen, for the list of them and for what is written out."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from sayso.cli.day import to_first_day, to_last_day
from sayso.model import EventType
from sayso.model import Status as Standing

if TYPE_CHECKING:
    from sayso.ledger import OnlyIncidents

MOST = 2**31 - 1
"""The greatest number that an option takes: any database can hold it."""

_WHICH = "Which incidents"


def _or(codes: Iterable[StrEnum]) -> str:
    return ", ".join(f"'{code}'" if " " in code else code for code in codes)


def _words(help: str) -> Any:
    return typer.Option(metavar="WORDS", help=help, rich_help_panel=_WHICH)


def _least(help: str) -> Any:
    return typer.Option(metavar="N", min=0, max=MOST, help=help, rich_help_panel=_WHICH)


Status = Annotated[
    Standing | None,
    typer.Option(
        metavar="STATUS",
        case_sensitive=False,
        help=f"Only incidents of this status: {_or(Standing)}.",
        rich_help_panel=_WHICH,
    ),
]
Type = Annotated[
    EventType | None,
    typer.Option(
        metavar="TYPE",
        case_sensitive=False,
        help="Only those with an event of this type, such as ASSAULT; `sayso codebook` lists the types.",
        rich_help_panel=_WHICH,
    ),
]
Place = Annotated[
    str | None,
    _words("Only those at a place with these words in its name, such as a town or 'hospital'."),
]
Party = Annotated[str | None, _words("Only those that somebody with these words in their name is in.")]
Source = Annotated[str | None, _words("Only those that somebody with these words in their name tells of.")]
Outlet = Annotated[str | None, _words("Only those that an outlet of this name reports.")]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Only from this day, month or year on, such as 2031-05-03 or 2031-05.",
        callback=to_first_day,
        rich_help_panel=_WHICH,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Only up to this day, month or year.",
        callback=to_last_day,
        rich_help_panel=_WHICH,
    ),
]
MinKilled = Annotated[int | None, _least("Only where some source counts so many dead.")]
MinInjured = Annotated[int | None, _least("Only where some source counts so many injured.")]
MinReports = Annotated[int | None, _least("Only what so many documents tell of.")]


def only(given: Mapping[str, object]) -> "OnlyIncidents":
    """What was asked for, without what was left out."""
    chosen = {
        name: value.value if isinstance(value, StrEnum) else value
        for name, value in given.items()
        if value is not None
    }
    return cast("OnlyIncidents", chosen)
