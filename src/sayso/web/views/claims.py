"""Claims: filters that combine, facets with counts, search in the claims' own words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.listing import ClaimRow
from sayso.ledger.query import parsed
from sayso.web.asked import FACETS, AskedClaims
from sayso.web.columns import both
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk
from sayso.web.ruled import ReviewedRow, Ruled, standing_of, with_rulings
from sayso.web.stories import incidents_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """One page of claims."""

    total: int
    """How many fit."""
    claims: tuple[ClaimRow, ...]
    incidents: dict[str, str]
    """The incident that each claim on the page belongs to."""
    decisions: dict[str, tuple[Ruled, ...]]
    """The decisions that hold about each claim."""
    facets: tuple[Facet, ...]
    after: str | None
    before: str | None


def claims(desk: Desk, asked: AskedClaims) -> Claims:
    """The claims that fit, those of the latest reports first."""
    columns = desk.shelf.claims
    filters = asked.filters()
    with desk.ledger.listing() as listing:
        extra = columns.between(asked.since, asked.until)
        if asked.q.strip():
            extra = both(extra, columns.among(listing.matching(parsed(asked.q))))
        page = columns.page(
            both(columns.mask(filters), extra), after=asked.after, before=asked.before, limit=asked.limit
        )
        found = tuple(listing.claims(page.numbers))
    return Claims(
        total=page.total,
        claims=found,
        incidents=incidents_of(desk.ledger, found),
        decisions=standing_of(desk.ledger, [claim.claim for claim in found]),
        facets=facets_of(columns.facets(filters, extra, FACETS), filters),
        after=page.after,
        before=page.before,
    )


def rows(view: Claims) -> Iterable[ReviewedRow]:
    """What the spreadsheet of the page holds."""
    return with_rulings(view.claims, view.decisions)
