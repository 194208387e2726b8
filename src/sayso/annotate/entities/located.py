"""Setting: where the place names of a document lie, worked out for all of them together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.annotate import tables
from sayso.annotate.entities.parties import country_in, only_qualifies
from sayso.annotate.entities.surroundings import KINDS, holders, kinds_told
from sayso.annotate.parties import Party, known_parties, party_named
from sayso.annotate.places import (
    Choice,
    Gazetteer,
    Place,
    PlaceName,
    choices,
    country_names,
    country_of_nationality,
    name_key,
)
from sayso.model import MentionKind, Reading

_HOLDERS = 5
"""How many names for what holds a place are kept."""
_IN_A_NAME = 3
"""Words of the longest place name that a body is named after."""
_HEARD_IN_A_BODY = 0.5
"""What a place that only a body is named after counts as company for other names."""
_WELL_KNOWN = 100_000
_NO_NAMES = tables.cue_words()["organisation_head"] | tables.cue_words()["place_part"] | {"the"}
_NAMED_AFTER = (MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR, MentionKind.FACILITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where the names of a document lie."""

    choices: Mapping[str, Choice]
    """What each name was taken to mean, by the key it was looked up under."""
    looked_up: Mapping[str, str]
    """The key each name was looked up under, by its own: "hasaka" for "northern Hasaka"."""
    countries: frozenset[str]
    """Those that the document speaks of by name or nationality, or that a place of it lies in."""
    focus: str | None
    """The country that the document is about: the one that most of its names speak of, if one stands out."""
    seats: Mapping[int, str]
    """The key of the place that a body or facility is named after, by the mention's index."""

    def choice_of(self, name: str) -> Choice | None:
        """What a place name was taken to mean, with its candidates."""
        key = name_key(name)
        return self.choices.get(self.looked_up.get(key, key))

    def place_of(self, name: str) -> Place | None:
        """The place that a name means; None where it is unclear."""
        choice = self.choice_of(name)
        return choice.place if choice else None

    def seat_of(self, at: int) -> Place | None:
        """The town or province that the body or facility of a mention is named after."""
        choice = self.choices.get(self.seats.get(at, ""))
        return choice.place if choice and choice.place and not choice.place.is_country else None


def setting_of(
    reading: Reading, *, gazetteer: Gazetteer, known: Mapping[str, Party] | None = None
) -> Setting:
    """Work out where the names of a document lie."""
    parties = known_parties() if known is None else known
    names: dict[str, PlaceName] = {}
    looked_up: dict[str, str] = {}
    for at, mention in enumerate(reading.mentions):
        if mention.kind is MentionKind.PLACE:
            told = _place_name(reading, at, gazetteer)
            if not told.within and _is_direction(told.name):
                continue
            key = name_key(told.name)
            looked_up[name_key(mention.span.of(reading.text))] = key
            names[key] = _joined(names.get(key, told), told)
    seats: dict[int, str] = {}
    for at, mention in enumerate(reading.mentions):
        name = mention.span.of(reading.text)
        if mention.kind in _NAMED_AFTER and name_key(name) not in parties:
            for inside in _place_in(name, names, gazetteer):
                seats[at] = name_key(inside)
                names.setdefault(seats[at], PlaceName(name=inside, heard=_HEARD_IN_A_BODY))
    spoken_of = countries_spoken_of(reading, gazetteer=gazetteer, known=parties)
    chosen = choices(names.values(), countries=spoken_of, gazetteer=gazetteer)
    for choice in chosen.values():
        if choice.place is not None and choice.place.country is not None and not choice.place.is_country:
            spoken_of[choice.place.country] += 1
    return Setting(
        choices=chosen,
        looked_up=looked_up,
        seats=seats,
        countries=frozenset(spoken_of),
        focus=_focus(_at_home(reading, spoken_of, chosen, known=parties)),
    )


def _at_home(
    reading: Reading,
    spoken_of: Counter[str],
    chosen: Mapping[str, Choice],
    *,
    known: Mapping[str, Party],
) -> Counter[str]:
    """How often each country is spoken of, by those that what happens may be in.

    An outlet tells nothing of what it reports on. Nor do a few towns that could be placed, where more names
    of places could not: Geneva in a report on villages that no gazetteer knows.
    """
    count = spoken_of.copy()
    for mention in reading.mentions:
        name = mention.span.of(reading.text)
        party = party_named(name, known) if mention.kind is MentionKind.ORGANISATION else None
        if party is not None and party.sector == "MED" and party.country is not None:
            count[party.country] -= 1
    placed = [c.place for c in chosen.values() if c.place is not None and not c.place.is_country]
    if len(placed) <= sum(not choice.candidates for choice in chosen.values()):
        count.subtract(place.country for place in placed if place.country is not None)
    return +count


def _focus(spoken_of: Counter[str]) -> str | None:
    """The country that at least two thirds of the names speak of."""
    if not spoken_of:
        return None
    country, names = min(spoken_of.items(), key=lambda one: (-one[1], one[0]))
    return country if 3 * names >= 2 * spoken_of.total() else None


def countries_spoken_of(
    reading: Reading, *, gazetteer: Gazetteer, known: Mapping[str, Party] | None = None
) -> Counter[str]:
    """How often a document names each country, by its name or by its people's."""
    parties = known_parties() if known is None else known
    count: Counter[str] = Counter()
    names = Counter(
        (mention.span.of(reading.text), mention.kind)
        for mention in reading.mentions
        if not only_qualifies(reading.text, mention)
    )
    for (name, kind), times in names.items():
        country = country_of(name, kind, gazetteer=gazetteer, known=parties)
        if country is not None:
            count[country] += times
    return count


def country_of(
    name: str, kind: MentionKind, *, gazetteer: Gazetteer, known: Mapping[str, Party]
) -> str | None:
    """The country that a name gives away by itself: a country, a nationality, "Azerbaijani troops"."""
    if kind is MentionKind.PLACE:
        places = gazetteer.lookup(name)
        return places[0].country if places and places[0].is_country else None
    if kind is MentionKind.PERSON:
        return None
    party = party_named(name, known)
    if party is not None:
        return party.country
    return country_in(name, gazetteer.demonyms) or _country_named_in(name)


def _country_named_in(name: str) -> str | None:
    words = name_key(name).split()
    for at in range(len(words)):
        for size in (3, 2, 1):
            country = country_names().get(" ".join(words[at : at + size]))
            if country is not None:
                return country
    return None


def _joined(before: PlaceName, told: PlaceName) -> PlaceName:
    return PlaceName(
        name=before.name,
        within=tuple(dict.fromkeys((*before.within, *told.within)))[:_HOLDERS],
        kinds=before.kinds or told.kinds,
    )


def _is_direction(name: str) -> bool:
    """Whether a "name" is but a side of something: the East is no town called East."""
    return name.casefold() in tables.cue_words()["place_part"]


def _place_name(reading: Reading, at: int, gazetteer: Gazetteer) -> PlaceName:
    mention = reading.mentions[at]
    name, kinds = _shortened(mention.span.of(reading.text), gazetteer)
    return PlaceName(
        name=name,
        within=tuple(holders(reading.mentions, at, reading.text)),
        kinds=kinds or kinds_told(reading.text, mention),
    )


def _shortened(name: str, gazetteer: Gazetteer) -> tuple[str, frozenset[str]]:
    """The name as the gazetteer knows it, without "northern" or "District", and what such a word tells."""
    words = name.split()
    if len(words) == 1 or gazetteer.lookup(name):
        return name, frozenset()
    if words[0].casefold() in tables.cue_words()["place_part"]:
        return _shortened(" ".join(words[1:]), gazetteer)
    kinds = KINDS.get(words[-1].casefold())
    if kinds is not None and gazetteer.lookup(" ".join(words[:-1])):
        return " ".join(words[:-1]), kinds
    return name, frozenset()


def _place_in(name: str, told: Mapping[str, PlaceName], gazetteer: Gazetteer) -> Iterator[str]:
    """The first and longest place name in a body's name, if any: "Orlo" in "the Orlo City Council".

    Not one inside a longer name: the Old Orlo Bank may be of a place called Old Orlo.
    """
    words = name.split()
    for at in range(len(words)):
        if at and words[at - 1][:1].isupper() and words[at - 1].casefold() not in _NO_NAMES:
            continue
        for size in range(min(_IN_A_NAME, len(words) - at), 0, -1):
            part = " ".join(words[at : at + size]).rstrip(",.'’")
            if size < len(words) and part[:1].isupper() and _is_place(part, told, gazetteer):
                yield part
                return


def _is_place(name: str, told: Mapping[str, PlaceName], gazetteer: Gazetteer) -> bool:
    key = name_key(name)
    if key in told:
        return True
    places = gazetteer.lookup(name)
    if (
        not places
        or key in country_of_nationality()
        or key in tables.cue_words()["place_part"]
        or key in tables.words("common_words.txt")
        or len(key) <= _IN_A_NAME
    ):
        return False
    if key in tables.words("surnames.txt") or key in tables.words("given_names.txt"):
        return places[0].feature in ("country", "province") or places[0].population >= 10 * _WELL_KNOWN
    return " " in key or places[0].feature != "city" or places[0].population >= _WELL_KNOWN
