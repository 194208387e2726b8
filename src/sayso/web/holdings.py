"""The desk itself: an open ledger and what is remembered of it between requests."""

from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.web.shelf import Shelf, Shelves


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every view is made from."""

    ledger: Ledger
    shelves: Shelves

    @classmethod
    def over(cls, ledger: Ledger) -> "Desk":
        """A desk over an open ledger."""
        return cls(ledger=ledger, shelves=Shelves(ledger))

    @property
    def shelf(self) -> Shelf:
        """The ledger's columns as of now."""
        return self.shelves.newest()
