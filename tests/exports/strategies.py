"""Readings of every shape for property tests: odd texts, empty layers, all optional fields on and off."""

from dataclasses import fields, replace
from typing import get_type_hints

from hypothesis import strategies as st

from sayso.model import (
    Argument,
    Attribution,
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
    document_id,
    text_sha256,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
OPTIONAL_WORDS = st.none() | WORDS
CONFIDENCE = st.floats(0, 1)
BOUND = st.none() | st.integers(0, 2**63 - 1)


def spans(text: str) -> st.SearchStrategy[Span]:
    def some(start: int) -> st.SearchStrategy[Span]:
        return st.integers(start + 1, len(text)).map(lambda end: Span(start, end))

    return st.integers(0, len(text) - 1).flatmap(some)


def few(strategy: st.SearchStrategy) -> st.SearchStrategy[tuple]:
    return st.lists(strategy, max_size=3).map(tuple)


def built(cls: type, **known: st.SearchStrategy) -> st.SearchStrategy:
    """Any `cls`: enums by their type, the rest as given, so that a new field cannot be forgotten."""
    hints = get_type_hints(cls)
    rest = {
        field.name: st.sampled_from(hints[field.name]) for field in fields(cls) if field.name not in known
    }
    return st.builds(cls, **known, **rest)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXTS)
    span = spans(text)
    dateline = built(Dateline, place=OPTIONAL_WORDS, date=OPTIONAL_WORDS, agency=OPTIONAL_WORDS, span=span)
    optional = ("title", "outlet", "byline", "published", "language", "part", "url", "external_id")
    hints = get_type_hints(Document)
    published_from = next(kind for kind in hints["published_from"].__args__ if kind is not type(None))
    document: Document = draw(
        built(
            Document,
            id=st.just(""),
            sha256=st.just(text_sha256(text)),
            text=st.just(text),
            origin=WORDS,
            dateline=st.none() | dateline,
            published_from=st.none() | st.sampled_from(published_from),
            repairs=few(built(Repair, kind=WORDS, count=st.integers(0, 9))),
            flags=few(WORDS),
            **dict.fromkeys(optional, OPTIONAL_WORDS),
        )
    )
    about = {name: getattr(document, name) for name in ("sha256", "title", "outlet", "published")}
    return replace(document, id=document_id(**about))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = draw(documents())
    span = spans(document.text)
    attributions = draw(st.lists(_attribution(span), max_size=3))
    attributions = [_with_parent(draw, said, index) for index, said in enumerate(attributions)]
    said = st.none() | st.integers(0, len(attributions) - 1) if attributions else st.none()
    toll = built(Toll, span=span, low=BOUND, high=BOUND, attribution=said)
    argument = built(Argument, span=span, entity=OPTIONAL_WORDS)
    event = built(
        Event,
        trigger=span,
        also=few(span),
        mode=OPTIONAL_WORDS,
        date=OPTIONAL_WORDS,
        date_span=st.none() | span,
        attribution=said,
        tolls=few(toll),
        confidence=CONFIDENCE,
        **dict.fromkeys(("actors", "recipients", "places", "instruments"), few(argument)),
    )
    return draw(
        built(
            Reading,
            document=st.just(document),
            sentences=few(span),
            mentions=few(built(Mention, span=span, entity=OPTIONAL_WORDS)),
            times=few(built(Time, span=span, value=WORDS, earliest=OPTIONAL_WORDS, latest=OPTIONAL_WORDS)),
            offices=few(built(Office, person=span, title=span, of=st.none() | span)),
            attributions=st.just(tuple(attributions)),
            events=few(event),
            tolls=few(toll),
            entities=few(_entity()),
        )
    )


def _attribution(span: st.SearchStrategy[Span]) -> st.SearchStrategy[Attribution]:
    return built(
        Attribution,
        source=st.none() | span,
        who=OPTIONAL_WORDS,
        entity=OPTIONAL_WORDS,
        cue=st.none() | span,
        content=span,
        parent=st.none(),
        confidence=CONFIDENCE,
    )


def _with_parent(draw: st.DrawFn, said: Attribution, index: int) -> Attribution:
    parent = draw(st.none() | st.integers(0, index - 1)) if index else None
    known = {field.name: getattr(said, field.name) for field in fields(said)}
    return Attribution(**(known | {"parent": parent}))


def _entity() -> st.SearchStrategy[Entity]:
    number = st.none() | st.floats(allow_nan=False, allow_infinity=False)
    optional = ("country", "wikidata", "sector")
    return built(
        Entity,
        id=WORDS,
        name=WORDS,
        geonames=st.none() | st.integers(0, 2**40),
        **dict.fromkeys(("latitude", "longitude", "precision_km"), number),
        **dict.fromkeys(optional, OPTIONAL_WORDS),
    )
