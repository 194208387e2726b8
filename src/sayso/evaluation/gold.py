"""Gold readings: reports annotated by hand by the rules of the codebook."""

from collections.abc import Mapping, Sequence
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


def to_reading(record: Mapping[str, Any]) -> Reading:
    """One gold record as a reading.

    It holds `id`, `text`, `report_date` and the layers of the codebook with spans as `[start, end]`.
    """
    text = record["text"]
    document = Document(
        id=content_id("d", text),
        sha256=text_sha256(text),
        text=text,
        origin=str(record["id"]),
        external_id=str(record["id"]),
        published=record.get("report_date"),
    )
    return Reading(
        document=document,
        attributions=tuple(_attribution(given) for given in record["attributions"]),
        events=tuple(_event(given) for given in record["events"]),
        tolls=tuple(_toll(given) for given in record.get("tolls", ())),
        offices=tuple(_office(given) for given in record.get("offices", ())),
    )


def _span(given: Sequence[int]) -> Span:
    return Span(given[0], given[1])


def _maybe_span(given: Sequence[int] | None) -> Span | None:
    return None if given is None else _span(given)


def _attribution(given: Mapping[str, Any]) -> Attribution:
    return Attribution(
        source=_maybe_span(given["source"]),
        who=given.get("who"),
        cue=_maybe_span(given.get("cue")),
        content=_span(given["content"]),
        form=Form(given["form"]),
        parent=given.get("parent"),
    )


def _toll(given: Mapping[str, Any]) -> Toll:
    return Toll(
        span=_span(given["span"]),
        effect=Effect(given["effect"]),
        of=Group(given["of"]),
        low=given["low"],
        high=given["high"],
        qualifier=Qualifier(given["qualifier"]),
        attribution=given.get("attribution"),
    )


def _event(given: Mapping[str, Any]) -> Event:
    return Event(
        trigger=_span(given["trigger"]),
        also=tuple(_span(span) for span in given.get("also", ())),
        type=EventType(given["type"]),
        actors=_arguments(given["actor"]),
        recipients=_arguments(given["recipient"]),
        places=_arguments(given["place"]),
        date=given.get("date"),
        date_span=_maybe_span(given.get("date_span")),
        assertion=Assertion(given["assertion"]),
        attribution=given.get("attribution"),
        tolls=tuple(_toll(toll) for toll in given.get("tolls", ())),
    )


def _arguments(given: Sequence[Sequence[int]]) -> tuple[Argument, ...]:
    return tuple(Argument(span=_span(span)) for span in given)


def _office(given: Mapping[str, Any]) -> Office:
    return Office(person=_span(given["person"]), title=_span(given["title"]), of=_maybe_span(given.get("of")))
