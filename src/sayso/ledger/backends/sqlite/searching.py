"""Words looked for with FTS5."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, func, literal_column, select, table
from sqlalchemy import column as named

from sayso.ledger.query import Query, Term
from sayso.model import Span

# Unicode's own noncharacters: no text that means anything holds them.
_OPENED, _CLOSED = "\ufdd0", "\ufdd1"
_TITLE_AND_TEXT = "{title text}"

_documents = table("documents_fts", named("rowid"))
_claims = table("claims_fts", named("rowid"))


def documents_with(groups: Sequence[Sequence[Term]]) -> Select[Any]:
    """Numbers of the documents with a term of each group, in title and text where it names no field."""
    return select(_documents.c.rowid).where(_matching(_documents.name, _all(groups)))


def claims_with(query: Query) -> Select[Any]:
    """Numbers of the claims that have the words of a query, in any field where a term names none."""
    wanted = " AND ".join(f"({_either(group)})" for group in query.groups)
    if query.without:
        wanted = f"({wanted}) NOT ({_either(query.without)})"
    return select(_claims.c.rowid).where(_matching(_claims.name, wanted))


def ranks(groups: Sequence[Sequence[Term]], numbers: Collection[int]) -> Select[Any]:
    """Of some documents that have words of each group, number and rank; the best has the lowest rank."""
    # A word of the title or the outlet's name counts for more than one of the text.
    rank = func.bm25(literal_column(_documents.name), 4.0, 1.0, 2.0)
    found = select(_documents.c.rowid, rank).where(_matching(_documents.name, _all(groups)))
    # The plus keeps FTS5 from asking for its words once for each of the numbers.
    wanted = literal_column(f"+{_documents.name}.rowid", Integer).in_(numbers)
    return found.where(wanted, _documents.c.rowid >= min(numbers))


def matches(
    connection: Connection, number: int, text: str, groups: Sequence[Sequence[Term]]
) -> Iterator[Span]:
    """Where the words of some groups stand in the text of a document, as FTS5 itself finds them."""
    highlighted = func.highlight(literal_column(_documents.name), 1, _OPENED, _CLOSED)
    found = select(highlighted).where(_matching(_documents.name, _all(groups)), _documents.c.rowid == number)
    marked = connection.scalars(found).first() or ""
    if len(re.findall(f"[{_OPENED}{_CLOSED}]", marked)) + len(text) != len(marked):
        return
    start = offset = 0
    for part in re.split(f"([{_OPENED}{_CLOSED}])", marked):
        if part == _OPENED:
            start = offset
        elif part == _CLOSED:
            yield Span(start, offset)
        else:
            offset += len(part)


def _all(groups: Sequence[Sequence[Term]]) -> str:
    return " AND ".join(f"({_either(group, _TITLE_AND_TEXT)})" for group in groups)


def _either(group: Sequence[Term], anywhere: str | None = None) -> str:
    return " OR ".join(_match(term, anywhere) for term in group)


def _match(term: Term, anywhere: str | None = None) -> str:
    """The term in the words of FTS5, as a quoted string that cannot be taken for syntax."""
    quoted = '"' + term.words.replace('"', '""') + '"' + ("*" if term.prefix else "")
    field = term.field or anywhere
    return f"{field} : {quoted}" if field else quoted


def _matching(index: str, words: str) -> ColumnElement[bool]:
    return literal_column(index).op("MATCH", is_comparison=True)(words)
