"""The codebook: every code with its definition, from the lists that the code itself uses."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import DEFINITIONS, MODES, STATUSES, EventType, Reason
from sayso.model.document import REASONS
from sayso.web.asked import Asked
from sayso.web.holdings import Desk

_NAMES = {
    "EventType": "Event types",
    "Assertion": "Assertions",
    "Form": "Forms of attribution",
    "Effect": "Effects of a toll",
    "Group": "Whom a toll counts",
    "Qualifier": "Hedges of a toll",
    "MentionKind": "Kinds of mention",
    "EntityKind": "Kinds of entity",
    "TimeType": "Kinds of time expression",
    "ClaimKind": "Kinds of claim",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One code."""

    list: str
    code: str
    definition: str
    modes: tuple[str, ...] = ()
    claims: int | None = None
    """How many claims of the ledger have it; None for codes that claims do not carry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Every code, list by list."""

    lists: tuple[str, ...]
    codes: tuple[Code, ...]


_COLUMN = {
    "EventType": "type",
    "Assertion": "assertion",
    "Effect": "effect",
    "Group": "of",
    "Qualifier": "qualifier",
    "ClaimKind": "kind",
}


def codebook(desk: Desk, _asked: Asked) -> Codebook:
    """The closed lists, with how often this ledger uses each code."""
    claims = desk.shelf.claims
    codes = []
    for kind, definitions in DEFINITIONS.items():
        column = _COLUMN.get(kind.__name__)
        counts = dict(claims.codes[column].counts(None)) if column else None
        codes += [
            Code(
                list=_NAMES[kind.__name__],
                code=code.value,
                definition=definition,
                modes=MODES.get(code, ()) if isinstance(code, EventType) else (),
                claims=counts.get(code.value, 0) if counts is not None else None,
            )
            for code, definition in definitions.items()
        ]
    codes += [
        Code(list="Statuses of an incident", code=status.value, definition=definition)
        for status, definition in STATUSES.items()
    ]
    codes += [
        Code(list="Reasons of refusal", code=reason.value, definition=REASONS[reason]) for reason in Reason
    ]
    return Codebook(lists=tuple(dict.fromkeys(code.list for code in codes)), codes=tuple(codes))


def rows(view: Codebook) -> Iterable[Code]:
    """What the spreadsheet of the page holds."""
    return view.codes
