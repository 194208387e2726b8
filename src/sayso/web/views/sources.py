"""Sources: which outlet cites whom, what each said first, and whom it copies."""

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from sayso.web.asked import AskedSources
from sayso.web.columns import Columns
from sayso.web.holdings import Desk
from sayso.web.shelf import Shelf

_MOST_LINKS = 60
_MOST_CITED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Whom one outlet quotes."""

    claims: int
    """Its claims on anybody's say-so."""
    most: tuple[tuple[str, int], ...]
    """Those it quotes most, with how many claims stand on their say-so."""


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
    shelf = desk.shelf
    page = shelf.ranking("outlets").page(asked.q, after=asked.after, before=asked.before, limit=asked.limit)
    cited = _cited(shelf.claims, page.names)
    return Sources(
        total=page.total,
        outlets=tuple(_outlets(shelf, cited)),
        citations=tuple(_citations(cited)),
        after=page.after,
        before=page.before,
    )


def rows(view: Sources) -> Iterable[OutletRow]:
    """What the spreadsheet of the page holds."""
    return view.outlets


def _outlets(shelf: Shelf, cited: Mapping[str, Quoted]) -> Iterator[OutletRow]:
    """The rows of some outlets, in the order of whom they cite."""
    reports = dict(shelf.documents.codes["outlet"].counts(None))
    claims = dict(shelf.claims.codes["outlet"].counts(None))
    spans = shelf.documents.spans("outlet")
    carriers = shelf.carriers
    for outlet, quoted in cited.items():
        yield OutletRow(
            outlet=outlet,
            reports=reports[outlet],
            claims=claims.get(outlet, 0),
            own_voice=claims.get(outlet, 0) - quoted.claims,
            copied=carriers.copied[outlet],
            copied_from=tuple(sorted(carriers.lenders.get(outlet, ()))),
            carried_by=tuple(sorted(carriers.carriers.get(outlet, ()))),
            cites=quoted.most[:_MOST_CITED],
            first_day=spans[outlet][0],
            last_day=spans[outlet][1],
        )


def _citations(cited: Mapping[str, Quoted]) -> Iterator[Citation]:
    """Who cites whom most, of some outlets."""
    quotes = ((-many, outlet, who) for outlet, quoted in cited.items() for who, many in quoted.most)
    for many, outlet, who in heapq.nsmallest(_MOST_LINKS, quotes):
        yield Citation(outlet=outlet, who=who, claims=-many)


def _cited(claims: Columns, shown: Collection[str]) -> dict[str, Quoted]:
    """Whom each of some outlets quotes, in the order of the outlets."""
    outlets, speakers = claims.codes["outlet"], claims.codes["who"]
    code_of = {value[0]: code for code, value in enumerate(outlets.values)}
    place = np.full(len(outlets.values) + 1, -1, dtype=np.int64)
    known = [outlet for outlet in shown if outlet in code_of]
    place[[code_of[outlet] for outlet in known]] = np.arange(len(known))
    rows = np.flatnonzero((place[outlets.codes] >= 0) & (speakers.codes >= 0))
    many = len(speakers.values)
    pairs = np.bincount(place[outlets.codes[rows]] * many + speakers.codes[rows], minlength=many * len(known))
    cited = {outlet: Quoted(claims=0, most=()) for outlet in shown}
    for outlet, counts in zip(known, pairs.reshape(len(known), many), strict=True):
        # Stable, so that of speakers quoted as often the one who came first into the ledger stays.
        most = np.argsort(-counts, kind="stable")[:_MOST_LINKS]
        named = tuple((speakers.values[who][0], int(counts[who])) for who in most if counts[who])
        cited[outlet] = Quoted(claims=int(counts.sum()), most=named)
    return cited
