"""Readings and claims put together again from their rows."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from sayso.ledger import schema
from sayso.ledger.backends import backend_of
from sayso.ledger.rows import Row, span_in, thing_of
from sayso.ledger.shelving import LISTS, ROLES, Rows
from sayso.model import (
    Argument,
    Attribution,
    Claim,
    Dateline,
    Document,
    Entity,
    Event,
    Mention,
    Office,
    Reading,
    Repair,
    Span,
    Time,
    Toll,
    Voice,
)


def to_document(row: Mapping[str, Any]) -> Document:
    """The document that a row of `documents` keeps."""
    span = span_in(row, "dateline")
    dateline = span and Dateline(
        place=row["dateline_place"], date=row["dateline_date"], agency=row["dateline_agency"], span=span
    )
    repairs = tuple(Repair(kind=kind, count=count) for kind, count in json.loads(row["repairs"]))
    return thing_of(Document, row, dateline=dateline, repairs=repairs, flags=tuple(json.loads(row["flags"])))


def to_reading(document: Document, rows: Rows) -> Reading:
    """The reading of a document that rows of the layer tables keep.

    Raises `ValueError` where some were not written by `shelving`.
    """
    arguments, tolls = _by(rows["event_arguments"], "event"), _by(rows["tolls"], "event")
    return Reading(
        document=document,
        sentences=tuple(_span(row) for row in rows["sentences"]),
        mentions=tuple(thing_of(Mention, row) for row in rows["mentions"]),
        times=tuple(thing_of(Time, row) for row in rows["times"]),
        offices=tuple(thing_of(Office, row) for row in rows["offices"]),
        attributions=tuple(thing_of(Attribution, row) for row in rows["attributions"]),
        events=tuple(
            _to_event(row, arguments[row["position"]], tolls[row["position"]]) for row in rows["events"]
        ),
        tolls=tuple(thing_of(Toll, row) for row in tolls[None]),
        entities=tuple(thing_of(Entity, row) for row in rows["entities"]),
    )


def to_claim(row: Mapping[str, Any], voices: Sequence[Mapping[str, Any]]) -> Claim:
    """The claim that a row of `claims` and its rows of `voices` keep."""
    chain = tuple(thing_of(Voice, voice) for voice in voices)
    return thing_of(Claim, row, chain=chain, **{name: tuple(json.loads(row[name])) for name in LISTS})


def layers_of(connection: Connection, readings: Collection[int]) -> Mapping[int, Rows]:
    """The rows of every layer of some readings, by reading."""
    found: dict[int, dict[str, list[Row]]] = {
        number: {table.name: [] for table in schema.LAYERS} for number in readings
    }
    for table in schema.LAYERS:
        for row in _rows(connection, _layer(connection, table, readings)):
            found[row["reading"]][table.name].append(row)
    return found


def claims_of(
    connection: Connection, readings: Collection[int]
) -> Mapping[int, Sequence[tuple[Row, list[Row]]]]:
    """The rows of the claims of some readings, each with those of its voices, by reading."""
    claims = select(schema.claims).where(backend_of(connection).among(schema.claims.c.reading, readings))
    found: dict[int, list[tuple[Row, list[Row]]]] = {number: [] for number in readings}
    rows = list(_rows(connection, claims.order_by(schema.claims.c.reading, schema.claims.c.position)))
    voices = voices_of(connection, [row["number"] for row in rows])
    for row in rows:
        found[row["reading"]].append((row, voices[row["number"]]))
    return found


def voices_of(connection: Connection, claims: Collection[int]) -> Mapping[int, list[Row]]:
    """The rows of the voices of some claims, the outlet's nearest first, by the claims' numbers."""
    voices = schema.voices
    found = (
        select(voices)
        .where(backend_of(connection).among(voices.c.claim, claims))
        .order_by(voices.c.claim, voices.c.position)
    )
    return _by(_rows(connection, found), "claim")


def _layer(connection: Connection, table: Table, readings: Collection[int]) -> Select[Any]:
    of_these = backend_of(connection).among(table.c.reading, readings)
    return select(table).where(of_these).order_by(table.c.reading, table.c.position)


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Row]:
    for row in connection.execute(query).mappings():
        yield dict(row)


def _by(rows: Iterator[Row] | Sequence[Row], name: str) -> Mapping[Any, list[Row]]:
    grouped: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row[name]].append(row)
    return grouped


def _to_event(row: Row, arguments: Sequence[Row], tolls: Sequence[Row]) -> Event:
    by_role = _by(arguments, "role")
    parties = {
        field: tuple(thing_of(Argument, argument) for argument in by_role[role])
        for role, field in ROLES.items()
    }
    also = tuple(_span(further) for further in by_role["also"])
    return thing_of(Event, row, also=also, tolls=tuple(thing_of(Toll, toll) for toll in tolls), **parties)


def _span(row: Row) -> Span:
    span = span_in(row, "span")
    if span is None:
        raise ValueError("span is empty")
    return span
