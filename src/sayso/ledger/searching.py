"""Documents found by their words, their claims' words and their claims' codes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, not_, or_, select

from sayso.ledger import schema
from sayso.ledger.backends import Backend, backend_of
from sayso.ledger.backends.instr import instr
from sayso.ledger.driver import numbers_of
from sayso.ledger.query import Place, Query, Term
from sayso.model import Span

# About three lines of a terminal.
_SNIPPET = 240
_LEAD = 60
_MOST = 10_000
RANKED = 2_000
"""Of more documents than these with the words that were asked for, only the newest are ranked.

Common words stand in everything; ranking all of it takes seconds that nobody gains from.
"""

_documents, _readings, _claims = schema.documents.c, schema.readings.c, schema.claims.c


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
    goes_on: bool = False
    """Whether there are more words in the text after the snippet."""


def search(connection: Connection, query: Query, *, limit: int, offset: int) -> list[Hit]:
    """Documents that fit the query, best first; where it asks for no words, the latest first.

    Of very many that have its words the newest are ranked, and the others follow them, the newest first.
    """
    if _words_of(query):
        numbers = sorted(fitting(connection, query).tolist(), reverse=True)
        known = ranks(connection, query, numbers[:RANKED])
        numbers.sort(key=lambda number: known.get(number, inf))
    else:
        numbers = _by_day(connection, query)
    page = numbers[max(offset, 0) :][: min(max(limit, 0), _MOST)]
    found = hits(connection, query, page)
    return [found[number] for number in page]


def fitting(connection: Connection, query: Query) -> NDArray[np.int64]:
    """Numbers of the documents that fit the query, in no order; none where it asks for nothing."""
    return numbers_of(connection, _fitting(query, backend_of(connection)))


def _fitting(query: Query, backend: Backend) -> Select[Any]:
    words = _words_of(query)
    others = [group for group in query.groups if group not in words]
    if words and not others and not query.without:
        return backend.documents_with(words)
    wanted = [or_(*(_predicate(term, backend) for term in group)) for group in others]
    wanted += [not_(_predicate(term, backend)) for term in query.without]
    if words:
        wanted.append(_documents.number.in_(backend.documents_with(words)))
    return select(_documents.number).where(*(wanted or [false()]))


def ranks(connection: Connection, query: Query, numbers: Collection[int]) -> dict[int, float]:
    """How well some documents that have the words of the query fit them, the best the lowest, by number."""
    words = _words_of(query)
    if not words or not numbers:
        return {}
    found = connection.execute(backend_of(connection).ranks(words, numbers))
    return {row[0]: row[1] for row in found}


def hits(connection: Connection, query: Query, numbers: Collection[int]) -> dict[int, Hit]:
    """Some documents that fit the query, each with the words that show why, by number."""
    whole = select(schema.documents).where(backend_of(connection).among(_documents.number, numbers))
    words = _words_of(query)
    return {row.number: _hit(connection, row, words) for row in connection.execute(whole).all()}


def _words_of(query: Query) -> list[tuple[Term, ...]]:
    """What a query asks of the words of a document, by which documents can be ranked."""
    return [group for group in query.groups if all(term.place is Place.DOCUMENT for term in group)]


def _by_day(connection: Connection, query: Query) -> list[int]:
    """The documents that fit, by the day they were published, the latest first."""
    fit = _documents.number.in_(_fitting(query, backend_of(connection)))
    latest = _documents.published.desc().nulls_last()
    ordered = select(_documents.number).where(fit).order_by(latest, _documents.id)
    return list(connection.scalars(ordered))


def _predicate(term: Term, backend: Backend) -> ColumnElement[bool]:
    """Whether a document has what one term asks for."""
    value = term.words.lower()
    match term.place:
        case Place.DOCUMENT:
            return _documents.number.in_(backend.documents_with([(term,)]))
        case Place.CLAIM:
            return _claiming(_claims.number.in_(backend.claims_with(Query(groups=((term,),)))))
        case Place.CODE:
            return _claiming(func.lower(_claims[term.field or ""]) == value)
        case Place.FACT:
            # A document without the fact lacks it, rather than being neither.
            fact = func.coalesce(func.lower(_documents[term.field or ""]), "")
            return instr(fact, value) == 1


def _claiming(wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether the current reading of a document makes a claim such as is wanted."""
    # Step by step, each with what the step before found: a join would go from every claim to its document.
    told = _readings.number.in_(select(_claims.reading).where(wanted))
    return _documents.id.in_(select(_readings.document).where(told, _readings.superseded_by.is_(None)))


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
        goes_on=bool(span and row.text[span.end :].strip()),
    )


def _snippet(text: str, around: Span | None) -> Span | None:
    """About three lines of the text, from a little before the first match, cut between words."""
    start = _beginning(text, around) if around else 0
    end = min(len(text), max(start + _SNIPPET, around.end if around else 0))
    if end < len(text):
        end = max(text.rfind(" ", start, end), around.end if around else 0)
    return Span(start, end) if start < end else None


def _beginning(text: str, around: Span) -> int:
    """Where to begin so that some words before a match are shown: with a line, or else between two words."""
    lead = max(0, around.start - _LEAD)
    line = text.rfind("\n", lead, around.start) + 1
    between = text.find(" ", lead, around.start) + 1 if lead else 0
    return line or between or lead
