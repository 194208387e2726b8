"""The map: incidents where their reports say that they happened, each with how exactly that is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.filing import IncidentRow
from sayso.web.asked import AskedMap
from sayso.web.columns import both
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk

MOST = 1_000
"""More incidents than this are too many for one map; the latest are drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Incidents that can be put on a map, and how many cannot."""

    incidents: tuple[IncidentRow, ...]
    total: int
    """How many fit and have a known place; the map has the latest thousand."""
    unplaced: int
    """Incidents that fit but whose places have no known coordinates."""
    days: tuple[tuple[str, int], ...]
    """Incidents by day, over all days, so that a stretch of them can be chosen."""
    facets: tuple[Facet, ...]


def places(desk: Desk, asked: AskedMap) -> Places:
    """The incidents of the days and kinds that were asked for."""
    newest = desk.shelf.incidents["newest"]
    filters: dict[str, Sequence[str]] = {"status": asked.status, "type": asked.type}
    within = newest.between(asked.since, asked.until)
    placed = newest.codes["placed"].mask(["yes"])
    fitting = both(newest.mask(filters), within)
    page = newest.page(both(fitting, placed), after=None, before=None, limit=MOST)
    everything = len(newest.numbers) if fitting is None else int(fitting.sum())
    with desk.ledger.listing() as listing:
        found = listing.incidents(page.numbers)
    return Places(
        incidents=tuple(found),
        total=page.total,
        unplaced=everything - page.total,
        days=tuple(newest.by_day(both(newest.mask(filters), placed))),
        facets=facets_of(newest.facets(filters, both(within, placed), ("status",)), filters),
    )


def rows(view: Places) -> Iterable[IncidentRow]:
    """What the spreadsheet of the page holds."""
    return view.incidents
