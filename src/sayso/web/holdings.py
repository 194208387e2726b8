"""The desk itself: an open ledger and what is remembered of it between requests."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.ledger import Change, Ledger
from sayso.web.news import News
from sayso.web.retrying import Command, Retries
from sayso.web.shelf import Shelf, Shelves
from sayso.web.tiles import Tiles
from sayso.web.towns import Towns
from sayso.web.upkeep import Upkeep


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every view is made from."""

    ledger: Ledger
    shelves: Shelves
    upkeep: Upkeep
    news: News = field(default_factory=News)
    towns: Towns = field(default_factory=Towns)
    """Names for maps."""

    retries: Retries = field(default_factory=lambda: Retries(None))
    tiles: Tiles | None = None
    """Street detail for maps, where the user has a file of it."""

    @classmethod
    def over(cls, ledger: Ledger, *, tiles: Tiles | None = None, ingesting: Command | None = None) -> "Desk":
        """A desk over an open ledger; `ingesting` is the beginning of a command that reads into it."""
        return cls(
            ledger=ledger,
            shelves=Shelves(ledger),
            upkeep=Upkeep(ledger),
            tiles=tiles,
            retries=Retries(ingesting),
        )

    @property
    def shelf(self) -> Shelf:
        """The ledger's columns as of now."""
        return self.shelves.newest()

    def changes(self, since: str, *, notable: bool) -> Sequence[Change]:
        """What has changed since a day, a time or a run; raises `UsageError` or `NotInLedger` for others."""
        return self.news.since(self.ledger, since, notable=notable)
