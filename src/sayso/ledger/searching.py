"""Documents found by their words, their claims' words and their claims' codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    Row,
    and_,
    func,
    not_,
    or_,
    select,
    table,
    true,
)
from sqlalchemy import column as named

from sayso.ledger import schema
from sayso.ledger.backends import Backend, backend_of
from sayso.ledger.backends.instr import instr
from sayso.ledger.query import FIELDS, Place, Query, Term
from sayso.model import Span

# About three lines of a terminal.
_SNIPPET = 240
_LEAD = 60
_MOST = 10_000
_RANKED = 2_000
"""Of more documents than these with the words that were asked for, only the newest are ranked."""
# As many as a page can skip in any database.
_FURTHEST = 2**31 - 1

_documents = schema.documents.c
_codes: list[ColumnClause[str]] = [named(field) for field, place in FIELDS.items() if place is Place.CODE]
_claims = table("current_claims", named("number"), named("document"), *_codes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that a search found, and the words that show why."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: str
    span: Span | None
    """Where the snippet stands in the document's text; None where the text is empty."""
    matches: tuple[Span, ...] = ()
    """The words of the snippet that were asked for, as spans of the document's text."""


def search(connection: Connection, query: Query, *, limit: int, offset: int) -> list[Hit]:
    """Documents that fit the query, best first; where it asks for no words, the latest first."""
    if not query.groups and not query.without:
        return []
    ranked = [group for group in query.groups if all(term.place is Place.DOCUMENT for term in group)]
    backend = backend_of(connection)
    others = [
        or_(*(_predicate(term, backend) for term in group)) for group in query.groups if group not in ranked
    ]
    wanted = and_(true(), *others, *(not_(_predicate(term, backend)) for term in query.without))
    found = select(_documents.number).where(wanted)
    since = 0
    if ranked and not others and not query.without:
        # Common words stand in everything; ranking all of it takes seconds that nobody gains from.
        newest = backend.newest(ranked, most=_RANKED)
        since = connection.scalar(newest) or 0
    if ranked:
        found = backend.ranked(found, ranked, since)
    else:
        found = found.order_by(_documents.published.desc().nulls_last(), _documents.id)
    page = found.limit(min(max(limit, 0), _MOST)).offset(min(max(offset, 0), _FURTHEST))
    numbers = connection.scalars(page).all()
    whole = select(schema.documents).where(backend.among(_documents.number, numbers))
    rows = {row.number: row for row in connection.execute(whole)}
    return [_hit(connection, rows[number], ranked) for number in numbers]


def _predicate(term: Term, backend: Backend) -> ColumnElement[bool]:
    """Whether a document has what one term asks for."""
    value = term.words.lower()
    match term.place:
        case Place.DOCUMENT:
            return _documents.number.in_(backend.documents_with(term))
        case Place.CLAIM:
            words = backend.claims_with(Query(groups=((term,),)))
            return _documents.id.in_(select(_claims.c.document).where(_claims.c.number.in_(words)))
        case Place.CODE:
            code = func.lower(_claims.c[term.field or ""])
            return _documents.id.in_(select(_claims.c.document).where(code == value))
        case Place.FACT:
            # A document without the fact lacks it, rather than being neither.
            fact = func.coalesce(func.lower(_documents[term.field or ""]), "")
            return instr(fact, value) == 1


def _hit(connection: Connection, row: Row[Any], groups: Sequence[Sequence[Term]]) -> Hit:
    matches = list(backend_of(connection).matches(connection, row.number, row.text, groups)) if groups else []
    span = _snippet(row.text, matches[0] if matches else None)
    shown = [match for match in matches if span and span.holds(match)]
    return Hit(
        document=row.id,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        snippet=span.of(row.text) if span else "",
        span=span,
        matches=tuple(shown),
    )


def _snippet(text: str, around: Span | None) -> Span | None:
    """About three lines of the text, from a little before the first match, cut between words."""
    lead = max(0, around.start - _LEAD) if around else 0
    start = text.find(" ", lead, around.start) + 1 if around and lead else 0
    start = start or lead
    end = min(len(text), max(start + _SNIPPET, around.end if around else 0))
    if end < len(text):
        end = max(text.rfind(" ", start, end), around.end if around else 0)
    return Span(start, end) if start < end else None
