"""The list of documents, and those that a search finds."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.listing import DocumentRow
from sayso.ledger.query import parsed
from sayso.ledger.searching import RANKED
from sayso.web.asked import AskedDocuments
from sayso.web.columns import both
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk
from sayso.web.searched import documents_found


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """One page of documents."""

    total: int
    """How many fit."""
    ranked: int | None
    """How many of them, the latest, come first in the order of how well they fit; None without words."""
    documents: tuple[DocumentRow, ...]
    facets: tuple[Facet, ...]
    after: str | None
    before: str | None


def documents(desk: Desk, asked: AskedDocuments) -> Documents:
    """The latest documents first; for a search of words, the best first."""
    columns = desk.shelf.documents
    filters = {"outlet": asked.outlet, "language": asked.language}
    extra = columns.between(asked.since, asked.until)
    with desk.ledger.listing() as listing:
        if asked.q.strip():
            extra = both(extra, documents_found(desk.shelf, listing, parsed(asked.q)))
        mask = both(columns.mask(filters), extra)
        latest = columns.latest(mask, most=RANKED) if asked.q.strip() else ()
        ranks = listing.ranks(asked.q, [int(number) for number in latest])
        page = columns.page(mask, after=asked.after, before=asked.before, limit=asked.limit, ranks=ranks)
        found = listing.documents(page.numbers)
        shown = listing.snippets(asked.q, page.numbers) if asked.q.strip() else {}
    return Documents(
        total=page.total,
        ranked=len(ranks) or None,
        documents=tuple(row.with_hit(shown[row.number]) if row.number in shown else row for row in found),
        facets=facets_of(columns.facets(filters, extra, tuple(filters)), filters),
        after=page.after,
        before=page.before,
    )


def rows(view: Documents) -> Iterable[DocumentRow]:
    """What the spreadsheet of the page holds."""
    return view.documents
