"""The cast of a document: its entities, and which of them a mention, a source or an argument means."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.annotate import tables
from sayso.annotate.entities.folding import folded_bodies, folded_people
from sayso.annotate.entities.located import country_of, located
from sayso.annotate.entities.parties import country_in, known_parties, sector_of
from sayso.annotate.places import Gazetteer, Place, countries, country_of_nationality, name_key
from sayso.model import Entity, EntityKind, Mention, MentionKind, Reading, Span, content_id

_BODIES = (MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR)
# Whom a phrase with several names is about: "Aryeh Tal, mayor of Tirat Carmel" is about Tal.
_PARTY_ORDER = (
    MentionKind.PERSON,
    *_BODIES,
    MentionKind.NATIONALITY,
    MentionKind.PLACE,
    MentionKind.FACILITY,
)
_PLACE_ORDER = (MentionKind.PLACE, MentionKind.FACILITY)
_DETERMINER = re.compile(
    r"(?:(?:the|a|an|some|several|many|other|its|their|his|her|our|these|those|all|both|at least|about"
    r"|more than|[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|hundreds of|thousands of)\s+)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONG_NAME = 30
_ARMED = ("MIL", "COP", "REB")

_Groups = dict[tuple[str, str | None], list[tuple[int, Mention, str]]]
"""Mentions (index, mention, name) of one body, by its name key and country."""


@dataclass(slots=True)
class Cast:
    """The entities of one document, by id in order of mention."""

    reading: Reading
    demonyms: Mapping[str, str | None]
    entities: dict[str, Entity] = field(default_factory=dict)
    of_mention: dict[int, str] = field(default_factory=dict)
    """The entity of each mention that has one, by the mention's index."""
    by_name: dict[str, str] = field(default_factory=dict)
    """The entity of each person's and body's name, by name key."""

    def enter(self, entity: Entity, mentions: Iterable[int] = ()) -> str:
        """Add an entity, unless it is there, and say which mentions mean it."""
        self.entities.setdefault(entity.id, entity)
        self.of_mention.update(dict.fromkeys(mentions, entity.id))
        return entity.id

    def party(self, span: Span) -> str | None:
        """The entity that a source or an argument means, added where the phrase is a party of its own.

        "Residents of Ganja" are not Ganja: a phrase with a word for people is a party under its own words.
        """
        inside = self.inside(span, _PARTY_ORDER)
        for at in inside:
            mention = self.reading.mentions[at]
            if mention.span == span or mention.kind in (MentionKind.PERSON, *_BODIES):
                return self.of_mention.get(at)
        country = next(
            (self.entities[self.of_mention[at]].country for at in inside if at in self.of_mention), None
        )
        phrase = self.phrase(span.of(self.reading.text), country)
        if phrase is not None or not inside:
            return phrase
        return self.of_mention.get(inside[0])

    def named(self, name: str) -> str | None:
        """The person or body that goes by a name, or whose name stands in it."""
        words = name_key(name).split()[:_LONG_NAME]
        for size in range(len(words), 0, -1):
            for at in range(len(words) - size + 1):
                entity = self.by_name.get(" ".join(words[at : at + size]))
                if entity is not None:
                    return entity
        return None

    def place(self, span: Span) -> str | None:
        """The place that an argument means; None where it names none."""
        inside = self.inside(span, _PLACE_ORDER)
        return self.of_mention.get(inside[0]) if inside else None

    def inside(self, span: Span, order: tuple[MentionKind, ...]) -> list[int]:
        """The mentions in a span, as indices, those of the kinds first in `order` first."""
        mentions = self.reading.mentions
        end = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
        found = []
        for at in range(end - 1, -1, -1):
            if not span.overlaps(mentions[at].span):
                break
            if mentions[at].kind in order:
                found.append(at)
        found.reverse()
        return sorted(found, key=lambda at: order.index(self.reading.mentions[at].kind))

    def phrase(self, phrase: str, country: str | None = None) -> str | None:
        """The party that a phrase is by its own words, such as "rebel fighters"; None where no word tells."""
        sector = sector_of(phrase)
        if sector is None:
            return None
        name = _DETERMINER.sub("", " ".join(phrase.split()), count=1) or phrase
        kind = EntityKind.ARMED_ACTOR if sector in _ARMED else EntityKind.OTHER
        return self.enter(_entity(kind, name, country or country_in(phrase, self.demonyms), sector=sector))


def cast_of(reading: Reading, *, gazetteer: Gazetteer) -> Cast:
    """Fold a document's mentions into entities."""
    cast = Cast(reading=reading, demonyms=gazetteer.demonyms)
    _enter_places(cast, gazetteer)
    _enter_nationalities(cast, gazetteer)
    _enter_bodies(cast, gazetteer)
    _enter_people(cast)
    for at, _, name in _mentions(reading, (MentionKind.PERSON, *_BODIES)):
        cast.by_name[name_key(name)] = cast.of_mention[at]
    return cast


def _mentions(reading: Reading, kinds: Iterable[MentionKind]) -> list[tuple[int, Mention, str]]:
    return [
        (at, mention, mention.span.of(reading.text))
        for at, mention in enumerate(reading.mentions)
        if mention.kind in kinds
    ]


def _enter_places(cast: Cast, gazetteer: Gazetteer) -> None:
    places = located(cast.reading, gazetteer=gazetteer)
    for at, mention, name in _mentions(cast.reading, (MentionKind.PLACE, MentionKind.FACILITY)):
        place = places.get(name_key(name)) if mention.kind is MentionKind.PLACE else None
        cast.enter(_place_entity(name, place), [at])


def _place_entity(name: str, place: Place | None) -> Entity:
    if place is None:
        return _entity(EntityKind.PLACE, name, None)
    entity = _entity(
        EntityKind.COUNTRY if place.is_country else EntityKind.PLACE,
        # A town keeps the name that the report gives it; only states go by one name in all reports.
        place.name if place.is_country else name,
        place.country,
    )
    return Entity(
        id=entity.id,
        name=entity.name,
        kind=entity.kind,
        country=place.country,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        precision_km=place.radius_km if place.latitude is not None else None,
    )


def _enter_nationalities(cast: Cast, gazetteer: Gazetteer) -> None:
    states = {
        entity.country: entity for entity in cast.entities.values() if entity.kind is EntityKind.COUNTRY
    }
    for at, _, name in _mentions(cast.reading, (MentionKind.NATIONALITY,)):
        country = cast.demonyms.get(name) or country_of_nationality().get(name_key(name))
        if country is None:
            cast.enter(_entity(EntityKind.OTHER, name, None), [at])
            continue
        if country not in states:
            states[country] = _state(country, name, gazetteer)
        cast.enter(states[country], [at])


def _state(country: str, demonym: str, gazetteer: Gazetteer) -> Entity:
    known = countries().get(country)
    name = known.name if known else demonym
    meant = [place for place in gazetteer.lookup(name) if place.is_country and place.country == country]
    return _place_entity(name, meant[0]) if meant else _entity(EntityKind.COUNTRY, name, country)


def _enter_bodies(cast: Cast, gazetteer: Gazetteer) -> None:
    found = _mentions(cast.reading, _BODIES)
    folded = folded_bodies([name for _, _, name in found])
    groups: _Groups = {}
    for key, (at, mention, name) in zip(folded, found, strict=True):
        country = country_of(name, mention.kind, gazetteer=gazetteer) or _nationality_before(cast, at)
        groups.setdefault((key, country), []).append((at, mention, name))
    for (key, country), members in _without_doubles(groups).items():
        known = known_parties().get(key)
        name = known.name if known else max((name for _, _, name in members), key=len)
        armed = members[0][1].kind is MentionKind.ARMED_ACTOR
        sector = known.sector if known else sector_of(name) or ("MIL" if armed else None)
        kind = EntityKind.ARMED_ACTOR if armed else EntityKind.ORGANISATION
        cast.enter(_entity(kind, name, country, sector=sector), [at for at, _, _ in members])


def _without_doubles(groups: _Groups) -> _Groups:
    """The groups with "the ministry" of no country added to the one of a told country, if only one was."""
    whole: _Groups = {}
    for (key, country), members in groups.items():
        told = [other for name, other in groups if name == key and other is not None]
        meant = told[0] if country is None and len(told) == 1 else country
        whole.setdefault((key, meant), []).extend(members)
    return whole


def _enter_people(cast: Cast) -> None:
    found = _mentions(cast.reading, (MentionKind.PERSON,))
    folded = folded_people([name for _, _, name in found])
    groups: dict[str, list[tuple[int, Mention, str]]] = {}
    for key, member in zip(folded, found, strict=True):
        groups.setdefault(key, []).append(member)
    for members in groups.values():
        name = max((name for _, _, name in members), key=len)
        titles = [_title(cast, at, mention) for at, mention, _ in members]
        sector = next((sector_of(title) for title, _ in titles if sector_of(title)), None)
        country = next((country for _, country in titles if country), None)
        cast.enter(_entity(EntityKind.PERSON, name, country, sector=sector), [at for at, _, _ in members])


def _title(cast: Cast, at: int, mention: Mention) -> tuple[str, str | None]:
    """What a person is called beside the name, and the country of that office."""
    text = cast.reading.text
    for office in cast.reading.offices:
        if office.person.overlaps(mention.span):
            holder = office.of or office.title
            inside = cast.party(holder) if cast.inside(holder, _PARTY_ORDER) else None
            country = cast.entities[inside].country if inside else None
            title = " of ".join(span.of(text) for span in (office.title, office.of) if span is not None)
            return title, country or country_in(title, cast.demonyms)
    if at == 0:
        return "", None
    previous = cast.reading.mentions[at - 1]
    between = text[previous.span.end : mention.span.start]
    words = _WORD.findall(between)
    titles = tables.cue_words()["office"] | tables.cue_words()["rank"] | tables.cue_words()["honorific"]
    if not 0 < len(words) <= 4 or "\n\n" in between or "," in between or words[-1].casefold() not in titles:
        return " ".join(words[-1:]) if words and words[-1].casefold() in titles else "", None
    entity = cast.of_mention.get(at - 1)
    return between, cast.entities[entity].country if entity else None


def _nationality_before(cast: Cast, at: int) -> str | None:
    """The country of a name that stands right before a body: "the Israeli Foreign Ministry"."""
    if at == 0:
        return None
    previous, here = cast.reading.mentions[at - 1], cast.reading.mentions[at]
    between = cast.reading.text[previous.span.end : here.span.start]
    if previous.kind not in (MentionKind.NATIONALITY, MentionKind.PLACE) or between.strip() not in (
        "",
        "'s",
        "’s",
    ):
        return None
    entity = cast.of_mention.get(at - 1)
    return cast.entities[entity].country if entity and "\n\n" not in between else None


def _entity(kind: EntityKind, name: str, country: str | None, *, sector: str | None = None) -> Entity:
    name = " ".join(name.split())
    return Entity(
        id=content_id("e", kind, name_key(name), country),
        name=name,
        kind=kind,
        country=country,
        sector=sector,
    )
