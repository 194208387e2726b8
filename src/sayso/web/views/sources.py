"""Sources: which outlet cites whom, what each said first, and whom it copies."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from sayso.web.asked import AskedSources
from sayso.web.columns import Columns
from sayso.web.holdings import Desk

_MOST_LINKS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """One outlet."""

    outlet: str
    reports: int
    claims: int
    own_voice: int
    """Claims that it makes in its own voice."""
    copied: int
    """Reports that only carry another's text."""
    copied_from: tuple[str, ...]
    """The outlets whose texts it carries."""
    carried_by: tuple[str, ...]
    """The outlets that carry its texts."""
    cites: tuple[tuple[str, int], ...]
    """The speakers it quotes most, with how many claims stand on their say-so."""
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An outlet quotes a speaker."""

    outlet: str
    who: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """One page of outlets, the most productive first, and who cites whom."""

    total: int
    outlets: tuple[OutletRow, ...]
    citations: tuple[Citation, ...]
    after: str | None
    before: str | None


def sources(desk: Desk, asked: AskedSources) -> Sources:
    """Outlets whose name holds the words that were asked for."""
    claims, documents = desk.shelf.claims, desk.shelf.documents
    copied, lenders, carriers = _copied(desk)
    totals = dict(claims.codes["outlet"].counts(None))
    wanted = asked.q.casefold().strip()
    found = [pair for pair in documents.codes["outlet"].counts(None) if wanted in pair[0].casefold()]
    start = asked.offset
    shown = [outlet for outlet, _ in found[start : start + asked.limit]]
    cited = _cited(claims, shown)
    spans = documents.spans("outlet")
    rows = []
    for outlet, reports in found[start : start + asked.limit]:
        quoted = cited.get(outlet, {})
        rows.append(
            OutletRow(
                outlet=outlet,
                reports=reports,
                claims=totals.get(outlet, 0),
                own_voice=totals.get(outlet, 0) - sum(quoted.values()),
                copied=copied[outlet],
                copied_from=tuple(sorted(lenders.get(outlet, ()))),
                carried_by=tuple(sorted(carriers.get(outlet, ()))),
                cites=tuple(heapq.nsmallest(6, quoted.items(), key=lambda pair: (-pair[1], pair[0]))),
                first_day=spans[outlet][0],
                last_day=spans[outlet][1],
            )
        )
    quotes = ((-many, outlet, who) for outlet, quoted in cited.items() for who, many in quoted.items())
    links = [
        Citation(outlet=outlet, who=who, claims=-many)
        for many, outlet, who in heapq.nsmallest(_MOST_LINKS, quotes)
    ]
    return Sources(
        total=len(found),
        outlets=tuple(rows),
        citations=tuple(links),
        after=str(start + asked.limit) if start + asked.limit < len(found) else None,
        before=str(max(0, start - asked.limit)) if start else None,
    )


def rows(view: Sources) -> Iterable[OutletRow]:
    """What the spreadsheet of the page holds."""
    return view.outlets


def _cited(claims: Columns, shown: Collection[str]) -> dict[str, dict[str, int]]:
    """How many claims each of some outlets has from each speaker."""
    outlets, speakers = claims.codes["outlet"], claims.codes["who"]
    known = [code for code, value in enumerate(outlets.values) if value[0] in set(shown)]
    place = np.full(len(outlets.values) + 1, -1, dtype=np.int64)
    place[known] = np.arange(len(known))
    rows = (place[outlets.codes] >= 0) & (speakers.codes >= 0)
    many = len(speakers.values)
    pairs = np.bincount(place[outlets.codes[rows]] * many + speakers.codes[rows], minlength=many * len(known))
    cited: dict[str, dict[str, int]] = {outlet: {} for outlet in shown}
    for pair in np.flatnonzero(pairs).tolist():
        outlet, who = divmod(pair, many)
        cited[outlets.values[known[outlet]][0]][speakers.values[who][0]] = int(pairs[pair])
    return cited


def _copied(desk: Desk) -> tuple[Counter[str], dict[str, set[str]], dict[str, set[str]]]:
    copies = {member: group.origin for group in desk.ledger.copies() for member in group.members}
    with desk.ledger.listing() as listing:
        rows = listing.documents_called(sorted({*copies, *copies.values()}))
    names = {row.document: row.outlet for row in rows}
    copied: Counter[str] = Counter()
    lenders: dict[str, set[str]] = {}
    carriers: dict[str, set[str]] = {}
    for document, origin in copies.items():
        carrier, owner = names.get(document), names.get(origin)
        if document == origin or not carrier or not owner:
            continue
        copied[carrier] += 1
        if carrier != owner:
            lenders.setdefault(carrier, set()).add(owner)
            carriers.setdefault(owner, set()).add(carrier)
    return copied, lenders, carriers
