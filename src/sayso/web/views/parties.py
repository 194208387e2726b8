"""Parties: everybody who acts, is acted upon or speaks, with how often, in the words of the reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.web.asked import AskedParties
from sayso.web.holdings import Desk
from sayso.web.shelf import ROLES


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
    shelf = desk.shelf
    page = shelf.ranking(asked.role).page(asked.q, after=asked.after, before=asked.before, limit=asked.limit)
    return Parties(
        total=page.total,
        parties=tuple(
            Party(name=name, **dict(zip(ROLES, shelf.parties[name], strict=True))) for name in page.names
        ),
        after=page.after,
        before=page.before,
    )


def rows(view: Parties) -> Iterable[Party]:
    """What the spreadsheet of the page holds."""
    return view.parties
