"""One number where one is asked for, by a rule that is always named."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.incidents import Pick
    from sayso.model import Account

NAMES = ("latest-official", "max", "median", "min")
"""The rules of `sayso.incidents.RULES`, which takes too long to import only to print them."""

Rule = Annotated[
    str | None,
    typer.Option(
        metavar="RULE",
        help=f"Give one number, too, by this rule: {', '.join(NAMES)}. It does not say what is true.",
    ),
]


def picked(account: "Account", rule: str) -> "Iterator[Pick]":
    """The number that a rule picks for each count of people that some source gives.

    Raises `UsageError` for a rule that does not exist.
    """
    from sayso.incidents import pick
    from sayso.incidents.agreement.figures import PEOPLE_FIELDS

    for field in sorted({standing.field for standing in account.standings} & PEOPLE_FIELDS):
        found = pick(account, field, rule=rule)
        if found is not None:
            yield found
