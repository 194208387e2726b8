"""The list of incidents."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.web.asked import AskedIncidents
from sayso.web.holdings import Desk
from sayso.web.facets import Choice, Facet
from sayso.web.stories import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """One page of incidents."""

    total: int
    incidents: tuple[Row, ...]
    facets: tuple[Facet, ...]
    after: str | None
    before: str | None


def incidents(desk: Desk, asked: AskedIncidents) -> Incidents:
    """The incidents that fit, the latest first."""
    found = [row for row in desk.stories.rows() if _fits(row, asked)]
    found.sort(key=_ORDERS[asked.order])
    chosen = [
        row
        for row in found
        if (not asked.status or row.status in asked.status) and (not asked.type or row.type in asked.type)
    ]
    start = next((index + 1 for index, row in enumerate(chosen) if row.id == asked.after), 0)
    if asked.before:
        end = next((index for index, row in enumerate(chosen) if row.id == asked.before), 0)
        start = max(0, end - asked.limit)
    page = chosen[start : start + asked.limit]
    return Incidents(
        total=len(chosen),
        incidents=tuple(page),
        facets=tuple(
            _facet(name, found, getattr(asked, name), other, getattr(asked, other))
            for name, other in (("status", "type"), ("type", "status"))
        ),
        after=page[-1].id if page and start + asked.limit < len(chosen) else None,
        before=page[0].id if page and start else None,
    )


def rows(view: Incidents) -> Iterable[Row]:
    """What the spreadsheet of the page holds."""
    return view.incidents


def _fits(row: Row, asked: AskedIncidents) -> bool:
    day = row.day or ""
    words = " ".join(filter(None, (row.title, row.place, row.trigger, row.id))).casefold()
    return (
        (not asked.since or day >= asked.since)
        and (not asked.until or day[: len(asked.until)] <= asked.until)
        and asked.place.casefold() in (row.place or "").casefold()
        and all(word in words for word in asked.q.casefold().split())
        and (row.notable or not asked.notable)
    )


def _facet(name: str, found: list[Row], chosen: list[str], other: str, others: list[str]) -> Facet:
    counts: dict[str, int] = {}
    for row in found:
        if not others or getattr(row, other) in others:
            counts[getattr(row, name)] = counts.get(getattr(row, name), 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return Facet(
        name=name,
        choices=tuple(Choice(value=value, count=count, chosen=value in chosen) for value, count in ordered),
    )


def _reversed(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(character) for character in day or "")


_ORDERS = {
    "newest": lambda row: (not row.day, _reversed(row.day), -row.tellings, row.id),
    "oldest": lambda row: (not row.day, row.day or "", -row.tellings, row.id),
    "deadliest": lambda row: (-(row.killed_high or 0), -(row.injured_high or 0), row.id),
    "most told": lambda row: (-row.reports, -row.tellings, row.id),
}
