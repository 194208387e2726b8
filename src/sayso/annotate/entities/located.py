"""Place names in their surroundings: what the words around a mention say of which place it is."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.entities.parties import country_in, known_parties
from sayso.annotate.places import Gazetteer, Place, PlaceName, countries, name_key, resolve
from sayso.model import Mention, MentionKind, Reading

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 30
"""How many characters around a mention are looked at."""
_HOLDERS = 5
"""How many names for what holds a place are kept."""
_TOWN_WORDS = frozenset(
    "city town village suburb hamlet settlement municipality capital township port neighbourhood neighborhood"
    " city-state".split()
)
_AREAS = frozenset(("province", "region", "district", "territory", "country_part", "country"))
_WIDE = {
    **dict.fromkeys(
        "province region district state governorate county oblast republic department prefecture territory"
        " raion rayon emirate canton".split(),
        _AREAS,
    ),
    **dict.fromkeys(("country", "nation", "kingdom"), frozenset(("country", "country_part"))),
    **dict.fromkeys(("island", "islands", "peninsula"), frozenset(("island", "territory", "region", "province", "country"))),
    **dict.fromkeys(("river", "lake", "sea", "bay", "strait", "canal"), frozenset(("river", "lake", "sea", "bay", "canal"))),
    **dict.fromkeys(("mountain", "mountains", "range", "mount"), frozenset(("mountains",))),
}  # fmt: skip
"""Words that tell a name's kind, and the features they allow."""
_TOWNS = frozenset(("city", "capital", "district"))
_WIDE_WORDS = frozenset(_WIDE)


def located(reading: Reading, *, gazetteer: Gazetteer) -> dict[str, Place]:
    """The place that each place name of a document means, by name key; unclear ones are left out."""
    names: dict[str, PlaceName] = {}
    for at, mention in enumerate(reading.mentions):
        if mention.kind is MentionKind.PLACE:
            told = _place_name(reading, at)
            key = name_key(told.name)
            before = names.get(key, told)
            names[key] = PlaceName(
                name=before.name,
                within=tuple(dict.fromkeys((*before.within, *told.within)))[:_HOLDERS],
                kinds=before.kinds or told.kinds,
            )
    spoken_of = countries_spoken_of(reading, gazetteer=gazetteer)
    return resolve(names.values(), countries=spoken_of, gazetteer=gazetteer)


def countries_spoken_of(reading: Reading, *, gazetteer: Gazetteer) -> Counter[str]:
    """How often a document names each country, by its name or by its people's."""
    count: Counter[str] = Counter()
    for mention in reading.mentions:
        country = country_of(mention.span.of(reading.text), mention.kind, gazetteer=gazetteer)
        if country is not None:
            count[country] += 1
    return count


def country_of(name: str, kind: MentionKind, *, gazetteer: Gazetteer) -> str | None:
    """The country that a name gives away by itself: a country, a nationality, "Azerbaijani troops"."""
    if kind is MentionKind.PLACE:
        places = gazetteer.lookup(name)
        return places[0].country if places and places[0].is_country else None
    if kind is MentionKind.PERSON:
        return None
    known = known_parties().get(name_key(name))
    if known is not None and known.country is not None:
        return known.country
    return country_in(name, gazetteer.demonyms) or _country_named_in(name)


def _country_named_in(name: str) -> str | None:
    words = name.split()
    for size in (2, 1):
        country = _country_names().get(name_key(" ".join(words[:size])))
        if country is not None:
            return country
    return None


@cache
def _country_names() -> Mapping[str, str]:
    return {
        name_key(name): country.iso3
        for country in countries().values()
        for name in (country.name, *country.aliases)
    }


def _place_name(reading: Reading, at: int) -> PlaceName:
    text, mention = reading.text, reading.mentions[at]
    before = _WORD.findall(text[max(0, mention.span.start - _FEW) : mention.span.start].lower())[-2:]
    after = _WORD.findall(text[mention.span.end : mention.span.end + _FEW].lower())[:1]
    beside = {*after, *(before[-1:] if before[-1:] != ["of"] else before)}
    wide, town = beside & _WIDE_WORDS, beside & _TOWN_WORDS
    kinds: frozenset[str] = frozenset()
    if bool(wide) != bool(town):
        kinds = _TOWNS if town else frozenset().union(*(_WIDE[word] for word in wide))
    return PlaceName(name=mention.span.of(text), within=tuple(_holders(reading.mentions, at, text)), kinds=kinds)


def _holders(mentions: Sequence[Mention], at: int, text: str) -> list[str]:
    """Names given for what holds a place: "Khizi, Azerbaijan", "Azerbaijan's Ganja", "Israeli city X"."""
    here, holders = mentions[at], []
    for following in mentions[at + 1 : at + 3]:
        between = _between(text, here, following)
        if following.kind is not MentionKind.PLACE or not _leads_out().fullmatch(between):
            break
        holders.append(following.span.of(text))
        here = following
    if at:
        previous = mentions[at - 1]
        name, between = previous.span.of(text), _between(text, previous, mentions[at])
        if previous.kind is MentionKind.PLACE and _leads_in().fullmatch(between):
            holders.append(name)
        elif previous.kind is MentionKind.NATIONALITY and re.fullmatch(r"(\s+[a-z-]+){0,3}\s+", between):
            country = countries().get(country_in(name) or "")
            holders += [country.name] if country else []
    return holders


def _between(text: str, one: Mention, other: Mention) -> str:
    """The words between two mentions; a full stop where they stand far apart."""
    gap = other.span.start - one.span.end
    return text[one.span.end : other.span.start] if gap <= 2 * _FEW else "."


@cache
def _leads_out() -> re.Pattern[str]:
    parts = "|".join(sorted(tables.cue_words()["place_part"]))
    kinds = "|".join(sorted(_WIDE_WORDS | _TOWN_WORDS))
    return re.compile(rf"(\s+({kinds}))?(\s*,|\s+in|\s+of|\s*\()(\s+the)?(\s+({parts}))?\s*", re.IGNORECASE)


@cache
def _leads_in() -> re.Pattern[str]:
    kinds = "|".join(sorted(_WIDE_WORDS | _TOWN_WORDS))
    return re.compile(rf"['’]s?(\s+[a-z-]+)?(\s+({kinds})(\s+of)?)?\s+", re.IGNORECASE)
