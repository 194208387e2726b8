"""Entities: the people, bodies, forces and places of a document, each once, and which words mean them."""

from collections.abc import Iterable
from pathlib import Path

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.entities.cast import Cast
from sayso.annotate.entities.casting import cast_of
from sayso.annotate.entities.sides import on_their_sides
from sayso.annotate.parties import known_parties
from sayso.annotate.places import GazetteerOptions, shared
from sayso.model import Argument, Attribution, Event, EventType, Reading, changed

__all__ = ["ANNOTATOR", "annotator", "with_entities"]


def with_entities(reading: Reading, *, cast: Cast) -> Reading:
    """A reading whose mentions, sources and arguments carry the ids of its entities."""
    mentions = tuple(
        changed(mention, entity=cast.of_mention.get(at)) for at, mention in enumerate(reading.mentions)
    )
    attributions = tuple(_sourced(attribution, cast) for attribution in reading.attributions)
    events = tuple(_filled(event, cast) for event in reading.events)
    return changed(
        reading,
        mentions=mentions,
        attributions=attributions,
        events=events,
        entities=tuple(cast.entities.values()),
    )


def annotator(options: GazetteerOptions | None = None, *, parties: tuple[Path, ...] = ()) -> Annotator:
    """The annotator that finds entities with the gazetteer of `options`, opened when the first text comes.

    `parties` are CSV files of the user's own (see `read_parties`).
    """
    opened = options or GazetteerOptions()

    def annotate(reading: Reading) -> Reading:
        known, told = known_parties(parties), on_their_sides(reading)
        return with_entities(told, cast=cast_of(told, gazetteer=shared(opened), known=known))

    filled = {Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.EVENTS}
    return Annotator(
        name="entities",
        reads=frozenset({Layer.SENTENCES, Layer.OFFICES, *filled}),
        writes=frozenset({Layer.ENTITIES, *filled}),
        annotate=each(annotate),
    )


ANNOTATOR = annotator()

_BETWEEN_STATES = frozenset(EventType) - {
    EventType.ASSAULT,
    EventType.COERCE,
    EventType.MOBILIZE,
    EventType.PROTEST,
    EventType.OTHER,
}
"""What is done to a government when it is done to a capital: "talks with Moscow", not "shells on Moscow"."""


def _sourced(attribution: Attribution, cast: Cast) -> Attribution:
    """The attribution with its speaker: whom "the mayor" is told to be, else what the words say."""
    entity = cast.named(attribution.who) if attribution.who is not None else None
    if entity is None and attribution.source is not None:
        entity = cast.party(attribution.source, speaks=True)
    if entity is None and attribution.who is not None:
        entity = cast.phrase(attribution.who)
    return changed(attribution, entity=entity)


def _filled(event: Event, cast: Cast) -> Event:
    def parties(arguments: Iterable[Argument], *, speaks: bool) -> tuple[Argument, ...]:
        return tuple(
            changed(argument, entity=cast.party(argument.span, speaks=speaks, there=there))
            for argument in arguments
        )

    places = tuple(
        changed(place, entity=cast.place(place.span))
        for place in event.places
        if not cast.is_metonym(place.span)
    )
    there = cast.country_of_places(places)
    places = tuple(sorted(places, key=cast.how_wide))
    return changed(
        event,
        actors=parties(event.actors, speaks=True),
        recipients=parties(event.recipients, speaks=event.type in _BETWEEN_STATES),
        places=places,
    )
