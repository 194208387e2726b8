"""Articles met again: those that read differently than before, and those that are gone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from sayso.ledger import schema
from sayso.ledger.chunks import chunks
from sayso.model import Reason

_items, _runs, _sightings = schema.items.c, schema.runs.c, schema.sightings.c
_GONE = ("answers 404", "answers 410")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A place that reports are read from, and the documents that were found there."""

    place: str
    at: str
    """When the newer one was found, or found missing."""
    before: str
    after: str | None = None
    """None for an article that is gone."""


@dataclass(frozen=True, slots=True)
class _Found:
    document: str
    started: str


def edited(connection: Connection, since: str) -> Iterator[Article]:
    """Articles whose newest document, read since then, is not the one that was there before; by place."""
    now = _latest(connection, _seen().where(_runs.started >= since))
    before = _before(connection, now, since)
    for place in sorted(now):
        was = before.get(place)
        if was is not None and was.document != now[place].document:
            yield Article(
                place=place[-1], at=now[place].started, before=was.document, after=now[place].document
            )


def deleted(connection: Connection, since: str) -> Iterator[Article]:
    """Articles that were read before and could not be found when last looked for, since then; by place."""
    gone: dict[tuple[str, ...], str] = {}
    refused = select(_items.origin, _items.reason, _items.detail, _runs.started).join(
        schema.runs, _runs.id == _items.run
    )
    missing = _items.reason.in_((Reason.NOT_FOUND.value, Reason.FETCH_FAILED.value)) & _items.part.is_(None)
    for row in connection.execute(refused.where(_runs.started >= since, missing)):
        if row.reason == Reason.NOT_FOUND.value or (row.detail or "").endswith(_GONE):
            place: tuple[str, ...] = ("", row.origin)
            gone[place] = max(row.started, gone.get(place, ""))
    known = _latest(connection, *(_at(some) for some in chunks(sorted(gone))))
    for place in sorted(gone):
        was = known.get(place)
        # Found again afterwards: it was away for a while only.
        if was is not None and was.started < gone[place]:
            yield Article(place=place[-1], at=gone[place], before=was.document)


def _seen() -> Select[Any]:
    """Every time that an item turned out to be a document."""
    return (
        select(
            _sightings.url,
            _sightings.origin,
            _sightings.part,
            _sightings.external_id,
            _items.document,
            _runs.started,
        )
        .join(schema.runs, _runs.id == _items.run)
        .join(schema.sightings, (_sightings.item == _items.item) & (_sightings.document == _items.document))
    )


def _at(places: Collection[tuple[str, ...]]) -> Select[Any]:
    names = sorted({place[-1] for place in places} | {place[0] for place in places})
    return _seen().where(or_(_sightings.url.in_(names), _sightings.origin.in_(names)))


def _before(
    connection: Connection, places: Collection[tuple[str, ...]], since: str
) -> Mapping[tuple[str, ...], _Found]:
    return _latest(connection, *(_at(some).where(_runs.started < since) for some in chunks(sorted(places))))


def _latest(connection: Connection, *queries: Select[Any]) -> dict[tuple[str, ...], _Found]:
    """The document found last at each place."""
    found: dict[tuple[str, ...], _Found] = {}
    for query in queries:
        for row in connection.execute(query.order_by(_runs.started)):
            place = _place(row)
            if place is not None:
                found[place] = _Found(row.document, row.started)
    return found


def _place(row: Any) -> tuple[str, ...] | None:
    """Where an article stands: its URL, or its id within a feed or file, or a file of its own.

    A mere number within a file is no place: in the next version of the file another record has it.
    """
    if row.url:
        return "", row.url
    if row.external_id:
        return row.origin, row.external_id
    return None if row.part else ("", row.origin)
