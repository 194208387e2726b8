"""Documents found by their words, their claims' words and their claims' codes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Connection,
    and_,
    func,
    literal_column,
    not_,
    or_,
    select,
    table,
    true,
)
from sqlalchemy import column as named

from sayso.ledger import schema
from sayso.ledger.query import FIELDS, Place, Query, Term
from sayso.model import Span

# About three lines of a terminal.
_SNIPPET = 240
_LEAD = 60
_MOST = 10_000
# Unicode's own noncharacters: no text that means anything holds them.
_OPENED, _CLOSED = "\ufdd0", "\ufdd1"

_documents = schema.documents.c
_words_of_documents = table("documents_fts", named("rowid"))
_words_of_claims = table("claims_fts", named("rowid"))
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
    others = [or_(*map(_predicate, group)) for group in query.groups if group not in ranked]
    wanted = and_(true(), *others, *(not_(_predicate(term)) for term in query.without))
    found = select(_documents.number).where(wanted)
    words = " AND ".join(f"({' OR '.join(map(_match, group))})" for group in ranked)
    if words:
        found = found.join(_words_of_documents, _words_of_documents.c.rowid == _documents.number)
        # A word of the title or the outlet's name counts for more than one of the text.
        found = found.where(_matching(_words_of_documents.name, words))
        found = found.order_by(func.bm25(literal_column("documents_fts"), 4.0, 1.0, 2.0), _documents.id)
    else:
        found = found.order_by(_documents.published.desc(), _documents.id)
    page = found.limit(min(max(limit, 0), _MOST)).offset(min(max(offset, 0), 2**62))
    return [_hit(connection, number, words) for number in connection.scalars(page).all()]


def _predicate(term: Term) -> ColumnElement[bool]:
    """Whether a document has what one term asks for."""
    value = term.words.lower()
    match term.place:
        case Place.DOCUMENT:
            words = _words_of_documents
            return _documents.number.in_(select(words.c.rowid).where(_matching(words.name, _match(term))))
        case Place.CLAIM:
            words = _words_of_claims
            of = select(_claims.c.document).join(words, words.c.rowid == _claims.c.number)
            return _documents.id.in_(of.where(_matching(words.name, _match(term))))
        case Place.CODE:
            code = func.lower(_claims.c[term.field or ""])
            return _documents.id.in_(select(_claims.c.document).where(code == value))
        case Place.FACT:
            # A document without the fact lacks it, rather than being neither.
            fact = func.coalesce(func.lower(_documents[term.field or ""]), "")
            return func.instr(fact, value) == 1


def _match(term: Term) -> str:
    """The term in the words of FTS5, as a quoted string that cannot be taken for syntax."""
    quoted = '"' + term.words.replace('"', '""') + '"' + ("*" if term.prefix else "")
    return f"{term.field or '{title text}'} : {quoted}"


def _matching(index: str, words: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH", is_comparison=True)(words)


def _hit(connection: Connection, number: int, words: str) -> Hit:
    row = connection.execute(select(schema.documents).where(_documents.number == number)).one()
    matches = list(_matches(connection, number, words, row.text)) if words else []
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


def _matches(connection: Connection, number: int, words: str, plain: str) -> Iterator[Span]:
    """Where the words that were asked for stand in a document's text, as FTS5 itself finds them."""
    highlighted = func.highlight(literal_column("documents_fts"), 1, _OPENED, _CLOSED)
    found = select(highlighted).where(
        _matching("documents_fts", words), _words_of_documents.c.rowid == number
    )
    marked = connection.scalars(found).first() or ""
    if len(re.findall(f"[{_OPENED}{_CLOSED}]", marked)) + len(plain) != len(marked):
        return
    start = offset = 0
    for part in re.split(f"([{_OPENED}{_CLOSED}])", marked):
        if part == _OPENED:
            start = offset
        elif part == _CLOSED:
            yield Span(start, offset)
        else:
            offset += len(part)


def _snippet(text: str, around: Span | None) -> Span | None:
    """About three lines of the text, from a little before the first match, cut between words."""
    lead = max(0, around.start - _LEAD) if around else 0
    start = text.find(" ", lead, around.start) + 1 if around and lead else 0
    start = start or lead
    end = min(len(text), max(start + _SNIPPET, around.end if around else 0))
    if end < len(text):
        end = max(text.rfind(" ", start, end), around.end if around else 0)
    return Span(start, end) if start < end else None
