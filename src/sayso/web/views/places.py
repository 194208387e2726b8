"""The map: incidents where their reports say that they happened, each with how exactly that is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.web.asked import AskedMap
from sayso.web.holdings import Desk
from sayso.web.facets import Choice, Facet
from sayso.web.stories import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Incidents that can be put on a map, and how many cannot."""

    incidents: tuple[Row, ...]
    unplaced: int
    """Incidents that fit but whose places have no known coordinates."""
    days: tuple[tuple[str, int], ...]
    """Incidents by day, over all days, so that a stretch of them can be chosen."""
    facets: tuple[Facet, ...]


def places(desk: Desk, asked: AskedMap) -> Places:
    """The incidents of the days and kinds that were asked for."""
    known = [row for row in desk.stories.rows() if row.day or not (asked.since or asked.until)]
    fitting = [
        row
        for row in known
        if (not asked.type or row.type in asked.type) and (not asked.status or row.status in asked.status)
    ]
    days: dict[str, int] = {}
    for row in fitting:
        if row.day and row.latitude is not None:
            days[row.day[:10]] = days.get(row.day[:10], 0) + 1
    within = [
        row
        for row in fitting
        if (not asked.since or (row.day or "") >= asked.since)
        and (not asked.until or (row.day or "")[: len(asked.until)] <= asked.until)
    ]
    placed = tuple(row for row in within if row.latitude is not None and row.longitude is not None)
    counts: dict[str, int] = {}
    for row in known:
        counts[row.status] = counts.get(row.status, 0) + 1
    status = Facet(
        name="status",
        choices=tuple(
            Choice(value=value, count=count, chosen=value in asked.status) for value, count in sorted(counts.items())
        ),
    )
    return Places(
        incidents=placed, unplaced=len(within) - len(placed), days=tuple(sorted(days.items())), facets=(status,)
    )


def rows(view: Places) -> Iterable[Row]:
    """What the spreadsheet of the page holds."""
    return view.incidents
