"""The list of documents, and those that a search finds."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.listing import DocumentRow
from sayso.web.asked import AskedDocuments
from sayso.web.columns import both
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """One page of documents."""

    total: int | None
    """How many fit; None for a search, which ranks before it counts."""
    documents: tuple[DocumentRow, ...]
    facets: tuple[Facet, ...]
    after: str | None
    before: str | None


def documents(desk: Desk, asked: AskedDocuments) -> Documents:
    """The latest documents first; for a search, the best first."""
    columns = desk.shelf.documents
    filters = {"outlet": asked.outlet, "language": asked.language}
    extra = columns.between(asked.since, asked.until)
    with desk.ledger.listing() as listing:
        if asked.q.strip():
            offset = asked.offset
            hits = desk.ledger.search(asked.q, limit=asked.limit + 1, offset=offset)
            rows = listing.documents_called([hit.document for hit in hits[: asked.limit]])
            snippets = {hit.document: hit.snippet for hit in hits}
            return Documents(
                total=None,
                documents=tuple(row.with_snippet(snippets[row.document]) for row in rows),
                facets=(),
                after=str(offset + asked.limit) if len(hits) > asked.limit else None,
                before=str(max(0, offset - asked.limit)) if offset else None,
            )
        mask = both(columns.mask(filters), extra)
        page = columns.page(mask, after=asked.after, before=asked.before, limit=asked.limit)
        return Documents(
            total=page.total,
            documents=tuple(listing.documents(page.numbers)),
            facets=facets_of(columns.facets(filters, extra, tuple(filters)), filters),
            after=page.after,
            before=page.before,
        )


def rows(view: Documents) -> Iterable[DocumentRow]:
    """What the spreadsheet of the page holds."""
    return view.documents
