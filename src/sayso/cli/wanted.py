"""The options by which incidents are chosen, for the list of them and for what is written out."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import wraps
from typing import Annotated, Any

import typer

from sayso.cli.day import to_first_day, to_last_day
from sayso.model import EventType, Status

MOST = 2**31 - 1
"""The greatest number that an option takes: any database can hold it."""

_WHICH = "Which incidents"


def _or(codes: Iterable[StrEnum]) -> str:
    return ", ".join(f"'{code}'" if " " in code else code for code in codes)


def _code(name: str, codes: type[StrEnum], help: str) -> Any:
    def to_code(given: str) -> str:
        found = next((code.value for code in codes if code.value.casefold() == given.casefold()), None)
        if found is None:
            raise typer.BadParameter(f"there is no {name} {given!r}; there are {_or(codes)}")
        return found

    return Annotated[
        str | None,
        typer.Option(
            metavar=name.upper(),
            parser=to_code,
            help=help,
            autocompletion=lambda: [code.value for code in codes],
            rich_help_panel=_WHICH,
        ),
    ]


def _words(help: str) -> Any:
    return Annotated[str | None, typer.Option(metavar="WORDS", help=help, rich_help_panel=_WHICH)]


def _day(help: str, to_day: Callable[[str | None], str | None]) -> Any:
    return Annotated[
        str | None, typer.Option(metavar="DAY", help=help, callback=to_day, rich_help_panel=_WHICH)
    ]


def _least(help: str) -> Any:
    return Annotated[
        int | None, typer.Option(metavar="N", min=0, max=MOST, help=help, rich_help_panel=_WHICH)
    ]


_CHOICES: Mapping[str, Any] = {
    "status": _code("status", Status, f"Only incidents of this status: {_or(Status)}."),
    "type": _code(
        "type",
        EventType,
        "Only those with an event of this type, such as ASSAULT; `sayso codebook` lists the types.",
    ),
    "place": _words("Only those at a place with these words in its name, such as a town or 'hospital'."),
    "party": _words("Only those that somebody with these words in their name is in."),
    "source": _words("Only those that somebody with these words in their name tells of."),
    "outlet": _words("Only those that an outlet of this name reports."),
    "since": _day("Only from this day, month or year on, such as 2031-05-03 or 2031-05.", to_first_day),
    "until": _day("Only up to this day, month or year.", to_last_day),
    "min_killed": _least("Only where some source counts so many dead."),
    "min_injured": _least("Only where some source counts so many injured."),
    "min_reports": _least("Only what so many documents tell of."),
}
"""Everything that incidents can be chosen by, in the order of the help; None is left out."""


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """The command with these options in the place of its parameter `only`, which has what was asked for."""

    @wraps(command)
    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in _CHOICES}
        command(**given, only={name: value for name, value in asked.items() if value is not None})

    signature = inspect.signature(command)
    options = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=choice)
        for name, choice in _CHOICES.items()
    ]
    known = [
        each
        for name, own in signature.parameters.items()
        for each in (options if name == "only" else [own.replace(kind=inspect.Parameter.KEYWORD_ONLY)])
    ]
    # Typer asks for these two.
    run.__signature__ = signature.replace(parameters=known)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in known} | {"return": None}
    return run
