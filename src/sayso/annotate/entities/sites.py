"""Sites: the places of a document as entities, and capitals that stand for their government."""

from sayso.annotate import tables
from sayso.annotate.entities.cast import Cast, entity, site
from sayso.annotate.entities.located import Setting
from sayso.annotate.places import Gazetteer, Place, countries, country_of_nationality, name_key
from sayso.model import Entity, EntityKind, Mention, MentionKind


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
