"""A document, its reading and its claims, taken apart into rows for every table."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from sayso.ledger.rows import Row, row_of, span_columns
from sayso.model import Claim, Document, Event, Reading, Toll

ROLES: Mapping[str, str] = {
    "actor": "actors",
    "recipient": "recipients",
    "place": "places",
    "instrument": "instruments",
}
"""What `event_arguments.role` says for each field of an event; `also` marks a further trigger."""

LISTS = ("actors", "recipients", "places")
"""The fields of a claim that are kept as JSON arrays."""

Rows = Mapping[str, Sequence[Row]]
"""Rows by the name of their table."""

# `json.dumps` builds an encoder for each call that wants anything special.
_array = json.JSONEncoder(ensure_ascii=False).encode
_canonical = json.JSONEncoder(sort_keys=True, allow_nan=False, separators=(",", ":")).encode


def document_row(document: Document) -> Row:
    """The row that keeps a document, with a checksum over all of it."""
    row = row_of(document, document.text)
    dateline = document.dateline
    for name in ("place", "date", "agency"):
        row[f"dateline_{name}"] = getattr(dateline, name) if dateline else None
    row |= span_columns("dateline", dateline.span if dateline else None, document.text, words=False)
    row["repairs"] = _array([[repair.kind, repair.count] for repair in document.repairs])
    row["flags"] = _array(document.flags)
    return row | {"checksum": checksum({"documents": [row]})}


def reading_rows(reading: Reading) -> Rows:
    """Rows for every layer of a reading, each with its position in the layer."""
    text = reading.text
    return {
        "sentences": _numbered(span_columns("span", span, text, words=False) for span in reading.sentences),
        "mentions": _numbered(row_of(mention, text) for mention in reading.mentions),
        "times": _numbered(row_of(time, text) for time in reading.times),
        "offices": _numbered(row_of(office, text) for office in reading.offices),
        "attributions": _numbered(row_of(said, text) for said in reading.attributions),
        "events": _numbered(row_of(event, text) for event in reading.events),
        "event_arguments": _numbered(
            argument
            for index, event in enumerate(reading.events)
            for argument in _arguments(index, event, text)
        ),
        "tolls": _numbered({"event": event} | row_of(toll, text) for event, toll in _tolls(reading)),
        "entities": _numbered(row_of(entity, text) for entity in reading.entities),
    }


def claim_rows(claims: Sequence[Claim], text: str) -> Rows:
    """Rows for claims and for the voices of their chains, which name their claim by its position."""
    return {
        "claims": _numbered(
            row_of(claim, text) | {name: _array(getattr(claim, name)) for name in LISTS} for claim in claims
        ),
        "voices": [
            {"claim": index} | row
            for index, claim in enumerate(claims)
            for row in _numbered(row_of(voice, text) for voice in claim.chain)
        ],
    }


def checksum(rows: Rows) -> str:
    """A hash of what these rows say: the same whenever they are taken apart again.

    Empty columns and tables do not count, so that a later schema may add some.
    """
    said = {
        name: [{column: value for column, value in row.items() if value is not None} for row in table]
        for name, table in rows.items()
        if table
    }
    return hashlib.sha256(_canonical(said).encode("ascii")).hexdigest()


def _numbered(rows: Iterator[Row]) -> list[Row]:
    found = list(rows)
    for position, row in enumerate(found):
        row["position"] = position
    return found


def _arguments(index: int, event: Event, text: str) -> Iterator[Row]:
    for span in event.also:
        yield {"event": index, "role": "also", "entity": None} | span_columns("span", span, text)
    for role, field in ROLES.items():
        for argument in getattr(event, field):
            yield {"event": index, "role": role} | row_of(argument, text)


def _tolls(reading: Reading) -> Iterator[tuple[int | None, Toll]]:
    for index, event in enumerate(reading.events):
        for toll in event.tolls:
            yield index, toll
    for toll in reading.tolls:
        yield None, toll
