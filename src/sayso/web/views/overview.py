"""The overview: how much there is, what came last, and where sources newly differ."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.filing import IncidentRow
from sayso.ledger.listing import DocumentRow, RunRow
from sayso.web.asked import Asked
from sayso.web.coded import Mask
from sayso.web.columns import Columns
from sayso.web.holdings import Desk

_NEWEST = 6
_WEEKS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What an analyst sees first."""

    documents: int
    claims: int
    outlets: int
    speakers: int
    incidents: int
    statuses: dict[str, int]
    """How many notable incidents have each status."""
    refusals: dict[str, int]
    """How many items were refused for each reason."""
    last_run: RunRow | None
    first_day: str | None
    last_day: str | None
    days: tuple[tuple[str, int], ...]
    """Claims by day of publication; by the first day of the month where there are many."""
    contested: tuple[IncidentRow, ...]
    """The newest notable incidents whose sources do not agree."""
    told: tuple[IncidentRow, ...]
    """The newest notable incidents of any status."""
    newest: tuple[DocumentRow, ...]


def overview(desk: Desk, _asked: Asked) -> Overview:
    """Counts and the newest of everything."""
    shelf = desk.shelf
    stories = shelf.incidents["newest"]
    notable = stories.codes["notable"].mask(["yes"])
    lately = shelf.incidents["lately reported"]
    differing = notable & stories.codes["status"].mask(["contested", "denied"])
    page = shelf.documents.page(None, after=None, before=None, limit=_NEWEST)
    with desk.ledger.listing() as listing:
        newest = listing.documents(page.numbers)
        refusals = listing.refusal_reasons()
        runs = listing.runs(limit=1)
        contested = listing.incidents(_first(lately, differing))
        told = listing.incidents(_first(stories, notable))
    tally = shelf.tally
    days = tally.days
    return Overview(
        documents=len(shelf.documents.numbers),
        claims=tally.claims,
        outlets=shelf.documents.codes["outlet"].used,
        speakers=tally.speakers,
        incidents=int(notable.sum()),
        statuses=dict(stories.codes["status"].counts(notable)),
        refusals=refusals,
        last_run=runs[0] if runs else None,
        first_day=days[0][0] if days else None,
        last_day=days[-1][0] if days else None,
        days=tuple(_by_month(days) if len(days) > _WEEKS * 7 else days),
        contested=tuple(contested),
        told=tuple(told),
        newest=tuple(newest),
    )


def rows(view: Overview) -> Iterable[IncidentRow]:
    """What the spreadsheet of the page holds: the incidents it names."""
    return dict.fromkeys((*view.contested, *view.told))


def _first(columns: Columns, mask: Mask) -> Sequence[int]:
    return columns.page(mask, after=None, before=None, limit=_NEWEST).numbers


def _by_month(days: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    months: dict[str, int] = {}
    for day, many in days:
        months[day[:7]] = months.get(day[:7], 0) + many
    return list(months.items())
