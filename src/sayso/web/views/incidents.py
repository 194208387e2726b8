"""The list of incidents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.filing import IncidentRow
from sayso.web.asked import AskedIncidents
from sayso.web.coded import Mask
from sayso.web.columns import Columns, both
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """One page of incidents."""

    total: int
    incidents: tuple[IncidentRow, ...]
    facets: tuple[Facet, ...]
    after: str | None
    before: str | None


def incidents(desk: Desk, asked: AskedIncidents) -> Incidents:
    """The incidents that fit, in the order that was asked for."""
    newest, ordered = desk.shelf.incidents["newest"], desk.shelf.incidents[asked.order]
    filters: dict[str, Sequence[str]] = {"status": asked.status, "type": asked.type}
    extra = _extra(newest, asked)
    page = ordered.page(
        both(newest.mask(filters), extra), after=asked.after, before=asked.before, limit=asked.limit
    )
    with desk.ledger.listing() as listing:
        found = listing.incidents(page.numbers)
    return Incidents(
        total=page.total,
        incidents=tuple(found),
        facets=facets_of(newest.facets(filters, extra, tuple(filters), most=20), filters),
        after=page.after,
        before=page.before,
    )


def rows(view: Incidents) -> Iterable[IncidentRow]:
    """What the spreadsheet of the page holds."""
    return view.incidents


def _extra(newest: Columns, asked: AskedIncidents) -> Mask | None:
    """What is asked beyond the facets: days, words, a place, whether anybody was hit."""
    mask = newest.between(asked.since, asked.until)
    if asked.notable:
        mask = both(mask, newest.codes["notable"].mask(["yes"]))
    if asked.place.strip():
        mask = both(mask, newest.codes["place"].holding([asked.place.strip()]))
    for word in asked.q.split():
        somewhere = [newest.codes[name].holding([word]) for name in ("title", "place", "trigger")]
        mask = both(mask, somewhere[0] | somewhere[1] | somewhere[2])
    return mask
