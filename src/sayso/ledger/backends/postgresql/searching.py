"""Words looked for with PostgreSQL's full-text search."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    Select,
    Text,
    bindparam,
    cast,
    func,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from sayso.ledger.backends.postgresql import vectors
from sayso.ledger.backends.postgresql.vectors import OF_CLAIMS, OF_DOCUMENTS, TITLE_AND_TEXT, asked
from sayso.ledger.backends.postgresql.writing import SEARCHED, among
from sayso.ledger.query import Query, Term
from sayso.model import Span

_documents, _claims = SEARCHED["documents"].c, SEARCHED["claims"].c

# By the weights D, C, B, A: a word of the title or the outlet's name counts for more than one of the text.
_WEIGHTS = "{0.25, 0.25, 0.5, 1.0}"
# Ranks by how often words stand there, in proportion to the logarithm of how many words there are.
_BY_LENGTH = 1


def documents_with(groups: Sequence[Sequence[Term]]) -> Select[Any]:
    """Numbers of the documents with a term of each group, in title and text where it names no field."""
    # A long document has several vectors: its words may stand in different ones.
    first, *others = (_numbers(_documents, _in_documents(group)) for group in groups)
    return first.where(*(_documents.number.in_(each) for each in others)).distinct()


def claims_with(query: Query) -> Select[Any]:
    """Numbers of the claims that have the words of a query, in any field where a term names none."""
    wanted = [_numbers(_claims, _in_claims(group)) for group in query.groups]
    conditions = [_claims.number.in_(numbers) for numbers in wanted[1:]]
    if query.without:
        conditions.append(_claims.number.not_in(_numbers(_claims, _in_claims(query.without))))
    return wanted[0].where(*conditions)


def ranks(groups: Sequence[Sequence[Term]], numbers: Collection[int]) -> Select[Any]:
    """Of some documents that have words of each group, number and rank; the best has the lowest rank."""
    any_word = _query(_in_documents([term for group in groups for term in group]))
    rank = func.max(func.ts_rank(_weights(), _documents.words, any_word, _BY_LENGTH))
    found = select(_documents.number, -rank).where(among(_documents.number, numbers))
    return found.group_by(_documents.number)


def matches(
    _connection: Connection, _number: int, text: str, groups: Sequence[Sequence[Term]]
) -> Iterator[Span]:
    """Where the words of some groups stand in the text of a document."""
    return vectors.places(text, [term for group in groups for term in group if term.field is None])


def _in_documents(terms: Sequence[Term]) -> str:
    return " | ".join(f"({asked(term, TITLE_AND_TEXT, OF_DOCUMENTS)})" for term in terms)


def _in_claims(terms: Sequence[Term]) -> str:
    return " | ".join(f"({asked(term, tuple(OF_CLAIMS), OF_CLAIMS)})" for term in terms)


def _numbers(of: Any, words: str) -> Select[Any]:
    return select(of.number).where(_fits(of.words, words))


def _fits(vector: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    return vector.op("@@", is_comparison=True)(_query(words))


def _query(words: str) -> ColumnElement[Any]:
    return cast(bindparam(None, words, type_=Text), TSQUERY)


def _weights() -> ColumnElement[Any]:
    return cast(type_coerce(_WEIGHTS, Text), ARRAY(Float(24)))
