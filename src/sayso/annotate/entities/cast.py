"""The cast of a document: its entities, and which of them a mention, a source or an argument means."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.annotate.entities.parties import country_in, sector_of
from sayso.annotate.parties import ARMED, Party
from sayso.annotate.places import Gazetteer, name_key
from sayso.model import Entity, EntityKind, Mention, MentionKind, Reading, Span, content_id

BODIES = (MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR)
# Whom a phrase with several names is about: "Aryeh Tal, mayor of Tirat Carmel" is about Tal.
PARTY_ORDER = (
    MentionKind.PERSON,
    *BODIES,
    MentionKind.NATIONALITY,
    MentionKind.PLACE,
    MentionKind.FACILITY,
)
_PLACE_ORDER = (MentionKind.PLACE, MentionKind.FACILITY)
_DETERMINER = re.compile(
    r"\b(?:(?:the|a|an|some|several|many|other|its|their|his|her|our|these|those|all|both|at least|about"
    r"|more than|[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|hundreds of|thousands of)\s+)+",
    re.IGNORECASE,
)
_LONG_NAME = 30


@dataclass(slots=True)
class Cast:
    """The entities of one document, by id in order of mention."""

    reading: Reading
    gazetteer: Gazetteer
    known: Mapping[str, Party]
    """Parties of the tables and of the user, by name key."""
    entities: dict[str, Entity] = field(default_factory=dict)
    of_mention: dict[int, str] = field(default_factory=dict)
    """The entity of each mention that has one, by the mention's index."""
    by_name: dict[str, str] = field(default_factory=dict)
    """The entity of each person's and body's name, by name key."""
    metonyms: set[int] = field(default_factory=set)
    """Mentions of a capital that stand for its government, which are no event's place."""

    def enter(self, entity: Entity, mentions: Iterable[int] = ()) -> str:
        """Add an entity, unless it is there, and say which mentions mean it."""
        self.entities.setdefault(entity.id, entity)
        self.of_mention.update(dict.fromkeys(mentions, entity.id))
        return entity.id

    def party(self, span: Span) -> str | None:
        """The entity that a source or an argument means, added where the phrase is a party of its own.

        "Residents of Ganja" are not Ganja: a phrase with a word for people is a party under its own words.
        """
        inside = self.inside(span, PARTY_ORDER)
        for at in inside:
            mention = self.reading.mentions[at]
            if mention.span == span or mention.kind in (MentionKind.PERSON, *BODIES):
                return self.of_mention.get(at)
        countries = [self.entities[self.of_mention[at]].country for at in inside if at in self.of_mention]
        country = next((country for country in countries if country is not None), None)
        phrase = self.phrase(self._without_places(span, inside), country, written=span.of(self.reading.text))
        if phrase is not None or not inside:
            return phrase
        return self.of_mention.get(inside[0])

    def _without_places(self, span: Span, inside: Iterable[int]) -> str:
        """The phrase with its place names blanked out: the West Bank is no bank."""
        text, cut = self.reading.text, span.start
        pieces = []
        for at in sorted(inside):
            mention = self.reading.mentions[at]
            if mention.kind is MentionKind.PLACE:
                pieces.append(text[cut : max(cut, mention.span.start)])
                cut = mention.span.end
        return " ".join((*pieces, text[cut : span.end]))

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
        inside = [at for at in self.inside(span, _PLACE_ORDER) if at not in self.metonyms]
        return self.of_mention.get(inside[0]) if inside else None

    def is_metonym(self, span: Span) -> bool:
        """Whether a phrase names no place but a capital that stands for its government."""
        inside = self.inside(span, _PLACE_ORDER)
        return bool(inside) and all(at in self.metonyms for at in inside)

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

    def phrase(self, phrase: str, country: str | None = None, *, written: str = "") -> str | None:
        """The party that a phrase is by its own words, such as "rebel fighters"; None where no word tells.

        `written` is how it stands in the text, where that is more than the words that tell.
        """
        sector = sector_of(phrase)
        if sector is None:
            return None
        words = " ".join((written or phrase).split())
        name = _DETERMINER.sub("", words, count=1) if _DETERMINER.match(words) else words
        kind = EntityKind.ARMED_ACTOR if sector in ARMED else EntityKind.OTHER
        known = country or country_in(phrase, self.gazetteer.demonyms)
        return self.enter(entity(kind, name or words, known, sector=sector))

    def named_mentions(self, kinds: Iterable[MentionKind]) -> list[tuple[int, Mention, str]]:
        """The mentions of some kinds: index, mention, name."""
        text = self.reading.text
        return [
            (at, mention, mention.span.of(text))
            for at, mention in enumerate(self.reading.mentions)
            if mention.kind in kinds
        ]

    def country_of(self, at: int) -> str | None:
        """The country of the entity that a mention means."""
        meant = self.of_mention.get(at)
        return self.entities[meant].country if meant is not None else None


def entity(kind: EntityKind, name: str, country: str | None, *, sector: str | None = None) -> Entity:
    """An entity whose id is the same wherever its kind, name and country are."""
    name = " ".join(name.split())
    return Entity(
        id=content_id("e", kind, name_key(name), country),
        name=name,
        kind=kind,
        country=country,
        sector=sector,
    )
