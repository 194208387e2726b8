"""The cast of a document: its entities, and which of them a mention, a source or an argument means."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.annotate.entities.folding import known_body
from sayso.annotate.entities.parties import belongs, country_in, only_qualifies, party_ahead, sector_of
from sayso.annotate.parties import ARMED, Party
from sayso.annotate.places import Gazetteer, Place, name_key
from sayso.model import Argument, Entity, EntityKind, Mention, MentionKind, Reading, Span, content_id

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
    r"\b(?:(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|[\d,.]+|some|several|many|both|all) of"
    r"|the|a|an|some|several|many|other|its|their|his|her|our|these|those|all|both|at least|about"
    r"|more than|[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|hundreds of|thousands of)\s+)+",
    re.IGNORECASE,
)
_ETHNIC = re.compile(r"\bethnic\b", re.IGNORECASE)
"""After this a people's name tells no country: ethnic Velmarians may live anywhere."""
_CAPITAL = re.compile(
    r"(?:(?:in|of|to|near|outside) )?(?:the |its )?(?:\w+ )?capital(?: city)?", re.IGNORECASE
)
_FOR_SHORT = re.compile(
    r"(?:(?:in|at|on|near|outside|inside) )?(?:the|this|that) ([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE
)
_FOLLOWERS = re.compile(r"(?:['’]s?)?(?:\s+[^\W\d_A-Z]+(?:-[^\W\d_]+)*){1,3}")
_LINKED = re.compile(r"\b(?:of|by|for|from|to|under|with)(?:\s+[\w.-]+){0,3}\s+\Z")
"""What ties those in front of a name to who bears it: "loyal to warlord" Aldo Venn."""
_MANY = frozenset({*ARMED, "CRM", "CVL", "OPP"})
_LONG_NAME = 30
_WIDE = 50
AT_HOME = frozenset("GOV MIL COP REB CVL OPP LEG JUD PTY LAB EDU HLH REL REF CRM".split())
"""Sectors whose parties belong to the country they act in, where nothing else is said."""


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
    focus: str | None = None
    """The country that the document is about."""
    sites: dict[str, tuple[int, str]] = field(default_factory=dict)
    """What "the strait" or "the village" means, from which character of the text on."""
    governments: dict[int, Entity] = field(default_factory=dict)
    """The government that sits in the capital which a mention names."""
    metonyms: set[int] = field(default_factory=set)
    """Mentions of a capital that stand for its government, which are no event's place."""

    def enter(self, entity: Entity, mentions: Iterable[int] = ()) -> str:
        """Add an entity, unless it is there, and say which mentions mean it."""
        self.entities.setdefault(entity.id, entity)
        self.of_mention.update(dict.fromkeys(mentions, entity.id))
        return entity.id

    def party(self, span: Span, *, speaks: bool = False, there: str | None = None) -> str | None:
        """The entity that a source or an argument means, added where the phrase is a party of its own.

        "Residents of Ganja" are not Ganja: a phrase with a word for people is a party under its own words.
        Who `speaks` in the name of a capital is its government. `there` is the country of the event, which a
        party has where nothing nearer tells.
        """
        qualifying, inside = self._told_apart(span)
        for at in inside:
            mention = self.reading.mentions[at]
            if mention.kind in BODIES and not self._serves(at, span):
                return self.of_mention.get(at)
            if mention.kind is MentionKind.PERSON and not self._others_of(mention.span, span):
                return self.of_mention.get(at)
        written = self._grown(span, inside)
        if speaks and written == span and inside and self.reading.mentions[inside[0]].span == span:
            government = self.governments.get(inside[0])
            if government is not None:
                return self.enter(government)
        told = self._without_places(written, inside)
        if sector_of(told) is None and _ETHNIC.search(self.reading.text, span.start, span.end):
            return self.enter(entity(EntityKind.OTHER, span.of(self.reading.text), None))
        if sector_of(told) is None and inside:
            return self.of_mention.get(min(inside, key=lambda at: self.country_of(at) is None))
        return self.phrase(
            told,
            self._country_told(span, [*inside, *qualifying]) or country_in(told, self.gazetteer.demonyms),
            written=written.of(self.reading.text),
            there=there,
        )

    def _told_apart(self, span: Span) -> tuple[list[int], list[int]]:
        """The names in a phrase that others only belong to ("Velmaria-based"), and those it may be about."""
        text, mentions = self.reading.text, self.reading.mentions
        inside = self.inside(span, PARTY_ORDER)
        about = [at for at in inside if not only_qualifies(text, mentions[at])]
        return [at for at in inside if at not in about and belongs(text, mentions[at].span)], about

    def _serves(self, at: int, span: Span) -> bool:
        """Whether a phrase is about a force of what a mention names: "the Karst military" are soldiers."""
        known = self.entities.get(self.of_mention.get(at, ""))
        rest = _FOLLOWERS.fullmatch(self.reading.text, self.reading.mentions[at].span.end, span.end)
        unknown = known is not None and known.sector is None and known.country is None
        return unknown and rest is not None and sector_of(rest[0]) in ("MIL", "COP")

    def _others_of(self, name: Span, span: Span) -> bool:
        """Whether a phrase is about others than who it names.

        "Aldo Venn's fighters" are not Aldo Venn, nor are "gunmen loyal to Aldo Venn", nor is what an office
        is of who holds it, however it was read.
        """
        text = self.reading.text
        held = [office for office in self.reading.offices if span.holds(office.person)]
        if any(office.of is not None and office.of.overlaps(name) for office in held):
            return True
        rest = _FOLLOWERS.fullmatch(text, name.end, max(name.end, span.end))
        if rest is not None and sector_of(rest[0]) is not None:
            return True
        ahead = _LINKED.search(text, span.start, name.start)
        if ahead is None or sector_of(text[span.start : ahead.start()]) not in _MANY:
            return False
        return not any(
            office.person.overlaps(name) and office.title.start <= ahead.start()
            for office in self.reading.offices
        )

    def _grown(self, span: Span, inside: list[int]) -> Span:
        """The span, or where it is but "Velmarian" or "Velmaria's" the party that this belongs to."""
        if len(inside) != 1 or self.reading.mentions[inside[0]].span != span:
            return span
        text, kind = self.reading.text, self.reading.mentions[inside[0]].kind
        owns = text[span.end : span.end + 2] in ("'s", "’s")
        if not owns and (kind is not MentionKind.NATIONALITY or span.of(text).endswith("s")):
            return span
        end = party_ahead(text, span.end)
        return Span(span.start, end) if end is not None else span

    def _country_told(self, span: Span, inside: list[int]) -> str | None:
        """The country of a name in the phrase, else of one right before it: "Velmaria's foreign minister"."""
        told = [country for at in inside if (country := self.country_of(at)) is not None]
        if told:
            return None if _ETHNIC.search(self.reading.text, span.start, span.end) else told[0]
        mentions, text = self.reading.mentions, self.reading.text
        at = bisect_left(mentions, span.start, key=lambda mention: mention.span.start) - 1
        if at < 0 or mentions[at].kind not in (MentionKind.NATIONALITY, MentionKind.PLACE):
            return None
        between = text[mentions[at].span.end : span.start]
        belongs = between.strip() in (("'s", "’s") if mentions[at].kind is MentionKind.PLACE else ("",))
        return self.country_of(at) if belongs and "\n\n" not in between else None

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
        """The place that an argument means; None where it names none.

        "The strait" is the only one that the document has named before, and "the capital" alone that of the
        country that it is about.
        """
        inside = [at for at in self.inside(span, _PLACE_ORDER) if at not in self.metonyms]
        if inside:
            return self.of_mention.get(inside[0])
        short = _FOR_SHORT.fullmatch(self.reading.text, span.start, span.end)
        named = self.sites.get(short[1].casefold()) if short else None
        if named is not None and named[0] < span.start:
            return named[1]
        if self.focus is None or not _CAPITAL.fullmatch(self.reading.text, span.start, span.end):
            return None
        seat = self.gazetteer.capital_of(self.focus)
        return None if seat is None else self.enter(site(EntityKind.PLACE, seat.name, seat))

    def how_wide(self, place: Argument) -> float:
        """How wide a place is, in kilometres, as far as can be told.

        A name that no gazetteer has is a small thing; words without a name ("the city") are wider than a town
        and narrower than a country.
        """
        if place.entity is None:
            return _WIDE
        return self.entities[place.entity].precision_km or 0

    def country_of_places(self, places: Iterable[Argument]) -> str | None:
        """The country that an event's places lie in; None where nobody knows, or they lie in several."""
        known = {self.entities[place.entity].country for place in places if place.entity is not None}
        return known.pop() if len(known) == 1 else None

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

    def phrase(
        self, phrase: str, country: str | None = None, *, written: str = "", there: str | None = None
    ) -> str | None:
        """The party that a phrase is by its own words, such as "rebel fighters"; None where no word tells.

        `written` is how it stands in the text, where that is more than the words that tell. A party of no
        told country is of the event's, `there`, or of the one that the document is about.
        """
        sector = sector_of(phrase)
        if sector is None:
            return None
        words = " ".join((written or phrase).split())
        name = _DETERMINER.sub("", words, count=1) if _DETERMINER.match(words) else words
        kind = EntityKind.ARMED_ACTOR if sector in ARMED else EntityKind.OTHER
        known = country or country_in(phrase, self.gazetteer.demonyms)
        if known is None and sector in AT_HOME and not _names_somebody(name):
            known = there or self.focus
        body = known_body(name, self.known)
        if body is not None and body.country is None and kind is EntityKind.OTHER:
            return self.enter(entity(EntityKind.ORGANISATION, body.name, known, sector=body.sector))
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


def _names_somebody(phrase: str) -> bool:
    """Whether a phrase holds a name that nobody could place: it may be of another country, or of none."""
    return not phrase.isupper() and any(word[0].isupper() for word in phrase.split()[1:])


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


def site(kind: EntityKind, name: str, place: Place | None, *, sector: str | None = None) -> Entity:
    """An entity that stands where `place` is, or nowhere known."""
    if place is None:
        return entity(kind, name, None, sector=sector)
    if kind is EntityKind.PLACE and place.is_country:
        # A town keeps the name that the report gives it; only states go by one name in all reports.
        kind, name = EntityKind.COUNTRY, place.name
    made = entity(kind, name, place.country, sector=sector)
    return Entity(
        id=made.id,
        name=made.name,
        kind=kind,
        country=place.country,
        geonames=place.geonames if kind in (EntityKind.PLACE, EntityKind.COUNTRY) else None,
        latitude=place.latitude,
        longitude=place.longitude,
        precision_km=place.radius_km if place.latitude is not None else None,
        sector=sector,
    )
