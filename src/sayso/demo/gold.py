"""Turning a gold record, its spans bare pairs of numbers, into a `Reading`."""

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.model import (
    Argument,
    Assertion,
    Attribution,
    Document,
    Effect,
    Event,
    EventType,
    Form,
    Group,
    Office,
    Qualifier,
    Reading,
    Span,
    Toll,
    content_id,
    text_sha256,
)

Record = Mapping[str, Any]
Pair = tuple[int, int]


def to_reading(record: Record, *, dispatch: Mapping[str, str]) -> Reading:
    """The reading that `record` describes, of the report that `dispatch` holds."""
    return Reading(
        document=_document(dispatch),
        attributions=tuple(map(_attribution, record["attributions"])),
        events=tuple(map(_event, record["events"])),
        tolls=tuple(map(_toll, record["tolls"])),
        offices=tuple(map(_office, record["offices"])),
    )


def _document(dispatch: Mapping[str, str]) -> Document:
    text = dispatch["text"]
    return Document(
        id=content_id("d", dispatch["url"], text),
        sha256=text_sha256(text),
        text=text,
        title=dispatch["title"],
        outlet=dispatch["outlet"],
        published=dispatch["published"],
        language="en",
        origin="dispatches.jsonl",
        part=dispatch["id"],
        url=dispatch["url"],
        external_id=dispatch["id"],
    )


def _attribution(record: Record) -> Attribution:
    return Attribution(
        source=_span(record["source"]),
        who=record["who"],
        cue=_span(record["cue"]),
        content=Span(*record["content"]),
        form=Form(record["form"]),
        parent=record["parent"],
    )


def _event(record: Record) -> Event:
    return Event(
        trigger=Span(*record["trigger"]),
        also=tuple(Span(*pair) for pair in record["also"]),
        type=EventType(record["type"]),
        actors=_arguments(record["actor"]),
        recipients=_arguments(record["recipient"]),
        places=_arguments(record["place"]),
        date=record["date"],
        date_span=_span(record["date_span"]),
        assertion=Assertion(record["assertion"]),
        attribution=record["attribution"],
        tolls=tuple(map(_toll, record["tolls"])),
    )


def _toll(record: Record) -> Toll:
    return Toll(
        span=Span(*record["span"]),
        effect=Effect(record["effect"]),
        of=Group(record["of"]),
        low=record["low"],
        high=record["high"],
        qualifier=Qualifier(record["qualifier"]),
        attribution=record["attribution"],
    )


def _office(record: Record) -> Office:
    return Office(person=Span(*record["person"]), title=Span(*record["title"]), of=_span(record["of"]))


def _span(pair: Pair | None) -> Span | None:
    return None if pair is None else Span(*pair)


def _arguments(pairs: Iterable[Pair]) -> tuple[Argument, ...]:
    return tuple(Argument(span=Span(*pair)) for pair in pairs)
