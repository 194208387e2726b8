"""Sites: the places of a document as entities, what they are called for short, and capitals that govern."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate import tables
from sayso.annotate.entities.cast import Cast, entity, site
from sayso.annotate.entities.located import Setting
from sayso.annotate.places import Gazetteer, Place, countries, country_of_nationality, name_key
from sayso.model import Entity, EntityKind, Mention, MentionKind

_BESIDE = 30
"""Characters beside a place's name in which what it is may be told."""


def enter_places(cast: Cast, setting: Setting) -> None:
    """Enter the places of a document, each under the name the report gives it."""
    for at, mention, name in cast.named_mentions((MentionKind.PLACE, MentionKind.FACILITY)):
        place = setting.place_of(name) if mention.kind is MentionKind.PLACE else setting.seat_of(at)
        if mention.kind is MentionKind.PLACE and place is not None and place.feature == "capital":
            cast.governments[at] = _government(name, place)
        if mention.kind is MentionKind.PLACE and _speaks_for_its_state(cast, mention, place):
            cast.metonyms.add(at)
            cast.enter(cast.governments[at], [at])
        else:
            cast.enter(site(EntityKind.PLACE, name, place), [at])
    cast.sites.update(_called_for_short(cast))


def _called_for_short(cast: Cast) -> dict[str, tuple[int, str]]:
    """Which place "the strait" is, and from where on: the only one of the document that is named as one."""
    named: dict[str, dict[str, int]] = {}
    for at, mention, _ in cast.named_mentions((MentionKind.PLACE, MentionKind.FACILITY)):
        place = cast.of_mention[at]
        if cast.entities[place].kind is EntityKind.PLACE:
            for noun in _nouns_of(cast.reading.text, mention):
                named.setdefault(noun, {}).setdefault(place, mention.span.start)
    return {
        noun: (start, place)
        for noun, places in named.items()
        if len(places) == 1
        for place, start in places.items()
    }


def _nouns_of(text: str, mention: Mention) -> Iterator[str]:
    """What a place is by its name or the words beside it: a strait, a bridge, a village."""
    found = (
        _noun_ahead().search(text, max(0, mention.span.start - _BESIDE), mention.span.start),
        _noun_opening().match(text, mention.span.start, mention.span.end),
        _noun_closing().search(text, mention.span.start, mention.span.end),
        _noun_behind().match(text, mention.span.end, mention.span.end + _BESIDE),
    )
    yield from (noun[1].casefold() for noun in found if noun is not None)


def _noun() -> str:
    nouns = tables.cues_of("area", "area_of", "site", "facility")
    return tables.either(nouns)


@cache
def _noun_ahead() -> re.Pattern[str]:
    return re.compile(rf"\b({_noun()}) of \Z")


@cache
def _noun_opening() -> re.Pattern[str]:
    return re.compile(rf"({_noun()}) of ", re.IGNORECASE)


@cache
def _noun_closing() -> re.Pattern[str]:
    return re.compile(rf" ({_noun()})\Z", re.IGNORECASE)


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf" ({_noun()})\b")


def enter_nationalities(cast: Cast) -> None:
    """Enter the states that words for their people mean; peoples of no state stand for themselves."""
    states = {found.country: found for found in cast.entities.values() if found.kind is EntityKind.COUNTRY}
    for at, _, name in cast.named_mentions((MentionKind.NATIONALITY,)):
        country = cast.gazetteer.demonyms.get(name) or country_of_nationality().get(name_key(name))
        if country is None:
            cast.enter(entity(EntityKind.OTHER, name, None), [at])
            continue
        if country not in states:
            states[country] = _state(country, name, cast.gazetteer)
        cast.enter(states[country], [at])


def _state(country: str, demonym: str, gazetteer: Gazetteer) -> Entity:
    known = countries().get(country)
    name = known.name if known else demonym
    meant = [place for place in gazetteer.lookup(name) if place.is_country and place.country == country]
    return site(EntityKind.PLACE, name, meant[0]) if meant else entity(EntityKind.COUNTRY, name, country)


def _speaks_for_its_state(cast: Cast, mention: Mention, place: Place | None) -> bool:
    """Whether a capital says, denies or demands something: "Moscow denied it" is about the government."""
    if place is None or place.feature != "capital":
        return False
    words = cast.reading.text[mention.span.end : mention.span.end + 40].split(maxsplit=2)
    if words[:1] and words[0].casefold() in _AUXILIARIES:
        words = words[1:]
    return bool(words) and words[0].strip(",.").casefold() in tables.cue_words()["state_does"]


_AUXILIARIES = frozenset(
    ("has", "have", "had", "will", "would", "also", "later", "again", "repeatedly", "is")
)


def _government(name: str, place: Place | None) -> Entity:
    """The government that sits in a capital, placed there, and named after the state where that is known."""
    known = countries().get(place.country or "") if place else None
    state = known.name if known else name
    return site(EntityKind.ORGANISATION, f"Government of {state}", place, sector="GOV")
