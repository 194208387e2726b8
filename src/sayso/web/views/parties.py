"""Parties: everybody who acts, is acted upon or speaks, with how often, in the words of the reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.web.asked import AskedParties
from sayso.web.holdings import Desk

_ROLES = ("actors", "recipients", "who")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One party under one name."""

    name: str
    actors: int
    """Claims in which it does something."""
    recipients: int
    """Claims in which something is done to it."""
    who: int
    """Claims that stand on its say-so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """One page of parties, the most often named first."""

    total: int
    parties: tuple[Party, ...]
    after: str | None
    before: str | None


def parties(desk: Desk, asked: AskedParties) -> Parties:
    """Parties whose name holds the words that were asked for."""
    counted = desk.shelf.parties
    wanted = asked.q.casefold().strip()
    found = [
        Party(name=name, actors=counts[0], recipients=counts[1], who=counts[2])
        for name, counts in counted.items()
        if wanted in name.casefold() and (asked.role == "any" or counts[_ROLES.index(asked.role)])
    ]
    column = None if asked.role == "any" else asked.role
    found.sort(key=lambda one: (-(getattr(one, column) if column else _all(one)), one.name))
    start = asked.offset
    return Parties(
        total=len(found),
        parties=tuple(found[start : start + asked.limit]),
        after=str(start + asked.limit) if start + asked.limit < len(found) else None,
        before=str(max(0, start - asked.limit)) if start else None,
    )


def rows(view: Parties) -> Iterable[Party]:
    """What the spreadsheet of the page holds."""
    return view.parties


def _all(party: Party) -> int:
    return party.actors + party.recipients + party.who
