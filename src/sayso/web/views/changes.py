"""What changed since some time: new incidents, figures that moved, denials, articles edited or gone."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.errors import NotInLedger
from sayso.ledger import Change, ChangeKind, IncidentRow, Ledger
from sayso.ledger.listing import ClaimRow, DocumentRow, RunRow
from sayso.web.asked import AskedChanges
from sayso.web.facets import Facet, facets_of
from sayso.web.holdings import Desk

_ARTICLES = frozenset({ChangeKind.EDITED, ChangeKind.DELETED})
_RUNS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One incident or article with everything that is new about it."""

    id: str
    """The incident's id; for an article its URL, or where it was read from."""
    incident: IncidentRow | None
    """None for an article, and for an incident that is no more."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One page of what changed, what is not merely new first."""

    since: str
    """What was asked for: a day, a time or a run; the latest run where nothing was. Empty without runs."""
    total: int
    """How many changes fit."""
    subjects: tuple[Subject, ...]
    claims: dict[str, ClaimRow]
    """The claims that say so now, by id."""
    documents: dict[str, DocumentRow]
    """The articles before and after, by document."""
    facets: tuple[Facet, ...]
    runs: tuple[RunRow, ...]
    """The latest runs, to choose the time by."""
    after: str | None
    before: str | None


def changes(desk: Desk, asked: AskedChanges) -> Changes:
    """What has changed since the time that was asked for, a page of incidents and articles at a time."""
    with desk.ledger.listing() as listing:
        runs = tuple(listing.runs(limit=_RUNS))
    since = asked.since or (runs[0].run if runs else "")
    found = desk.changes(since, notable=not asked.all) if since else ()
    fitting = [change for change in found if not asked.kind or change.kind in asked.kind]
    groups = _grouped(fitting)
    start, end = _window([_cursor(group[0].subject) for group in groups], asked)
    shown = groups[start:end]
    told = [change for group in shown for change in group]
    with desk.ledger.listing() as listing:
        claims = listing.claims_called(sorted({change.claim for change in told if change.claim}))
        documents = listing.documents_called(sorted(_articles(told)))
    return Changes(
        since=since,
        total=len(fitting),
        subjects=tuple(_subject(desk.ledger, group) for group in shown),
        claims=claims,
        documents={row.document: row for row in documents},
        facets=facets_of({"kind": _kinds(found)}, {"kind": asked.kind}),
        runs=runs,
        after=_cursor(shown[-1][0].subject) if end < len(groups) else None,
        before=_cursor(shown[0][0].subject) if start and shown else None,
    )


def rows(view: Changes) -> Iterable[Change]:
    """What the spreadsheet of the page holds: one row for each change."""
    return (change for subject in view.subjects for change in subject.changes)


def _grouped(found: Sequence[Change]) -> list[tuple[Change, ...]]:
    """Changes by subject: what moved, then what is new, then articles; each in the ledger's order."""
    groups = [tuple(group) for _, group in groupby(found, key=lambda change: change.subject)]
    return sorted(groups, key=_rank)


def _rank(group: Sequence[Change]) -> int:
    if group[0].kind in _ARTICLES:
        return 2
    return int(group[0].kind is ChangeKind.NEW and len(group) == 1)


def _window(cursors: Sequence[str], asked: AskedChanges) -> tuple[int, int]:
    """Where a page begins and ends; a cursor that is not there any more leads to the first page."""
    if asked.before in cursors:
        end = cursors.index(asked.before or "")
        return max(0, end - asked.limit), end
    start = cursors.index(asked.after) + 1 if asked.after in cursors else 0
    return start, min(start + asked.limit, len(cursors))


def _cursor(subject: str) -> str:
    """A subject in as few letters as tell it apart: places of articles can be of any length."""
    return hashlib.sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _subject(ledger: Ledger, group: tuple[Change, ...]) -> Subject:
    id = group[0].subject
    is_there = group[0].kind not in _ARTICLES and all(change.kind is not ChangeKind.GONE for change in group)
    return Subject(id=id, incident=_row(ledger, id) if is_there else None, changes=group)


def _row(ledger: Ledger, id: str) -> IncidentRow | None:
    try:
        return ledger.incident(id).row
    except NotInLedger:
        # Grouped away since the changes were read.
        return None


def _articles(found: Iterable[Change]) -> set[str]:
    articles = (change for change in found if change.kind in _ARTICLES)
    return {document for change in articles for document in (change.before, change.after) if document}


def _kinds(found: Iterable[Change]) -> list[tuple[str, int]]:
    counted = Counter(change.kind for change in found)
    return [(kind.value, counted[kind]) for kind in ChangeKind if counted[kind]]
