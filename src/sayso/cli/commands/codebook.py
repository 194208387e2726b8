"""`sayso codebook`: what every code means."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.model import DEFINITIONS, MODES, REASONS, EventType, Reason

if TYPE_CHECKING:
    from rich.table import Table

_CODE_COLUMN = 22
"""As wide as the longest code, so that the lists line up."""

EXAMPLES = (
    Example("sayso codebook", "every code with its definition"),
    Example("sayso codebook --json | jq .EventType", "the same for programs"),
)


def codebook(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Print every code that a reading can hold, and what it means."""
    if as_json:
        screen.line(json.dumps(_plain(), indent=2))
    else:
        _show()


def _plain() -> dict[str, object]:
    lists: dict[str, object] = {
        name.__name__: {code.value: meaning for code, meaning in codes.items()}
        for name, codes in DEFINITIONS.items()
    }
    modes = {type_.value: list(modes) for type_, modes in MODES.items()}
    reasons = {reason.value: meaning for reason, meaning in REASONS.items()}
    return lists | {"modes": modes, "Reason": reasons}


def _show() -> None:
    from rich.console import Group, RenderableType
    from rich.text import Text

    parts: list[RenderableType] = []
    lists: list[tuple[type[StrEnum], Mapping[Any, str]]] = [*DEFINITIONS.items(), (Reason, REASONS)]
    for codes_of, codes in lists:
        what = (codes_of.__doc__ or "").splitlines()[0]
        parts += [Text(what, style="bold"), _table(codes), Text()]
    screen.show(Group(*parts))


def _table(codes: Mapping[Any, str]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=_CODE_COLUMN, no_wrap=True)
    table.add_column()
    for code, meaning in codes.items():
        table.add_row(Text(f"  {code.value}", style="cyan"), Text(meaning))
        modes = MODES.get(code, ()) if isinstance(code, EventType) else ()
        if modes:
            table.add_row("", Text("modes: " + ", ".join(modes), style="dim"))
    return table
