"""Surroundings: what the words around a place name say of what it is and of what holds it."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.entities.parties import country_in
from sayso.annotate.places import countries
from sayso.model import Mention, MentionKind

_WORD = re.compile(r"[^\W\d_]+")
_FEW = 30
"""How many characters around a mention are looked at."""
_TOWN_WORDS = frozenset(
    "city town village suburb hamlet settlement municipality capital township port neighbourhood neighborhood"
    " city-state".split()
)
_AREAS = frozenset(("province", "region", "district", "territory", "country_part", "country"))
_WATERS = frozenset(("river", "lake", "sea", "bay", "canal"))
KINDS = {
    **dict.fromkeys(
        "province region district state governorate county oblast republic department prefecture territory"
        " raion rayon emirate canton".split(),
        _AREAS,
    ),
    **dict.fromkeys(("country", "nation", "kingdom"), frozenset(("country", "country_part"))),
    **dict.fromkeys(("island", "islands", "peninsula"), _AREAS | {"island"}),
    **dict.fromkeys(("river", "lake", "sea", "bay", "strait", "canal"), _WATERS),
    **dict.fromkeys(("mountain", "mountains", "range", "mount"), frozenset(("mountains",))),
}  # fmt: skip
"""Words that tell a name's kind, and the features they allow."""
_TOWNS = frozenset(("city", "capital", "district"))
_WIDE_WORDS = frozenset(KINDS)


def kinds_told(text: str, mention: Mention) -> frozenset[str]:
    """The features that the words beside a name allow: towns for "the village of X"; else none."""
    before = _WORD.findall(text[max(0, mention.span.start - _FEW) : mention.span.start].lower())[-2:]
    after = _WORD.findall(text[mention.span.end : mention.span.end + _FEW].lower())[:1]
    beside = {*after, *(before[-1:] if before[-1:] != ["of"] else before)}
    wide, town = beside & _WIDE_WORDS, beside & _TOWN_WORDS
    if bool(wide) == bool(town):
        return frozenset()
    return _TOWNS if town else frozenset().union(*(KINDS[word] for word in wide))


def holders(mentions: Sequence[Mention], at: int, text: str) -> list[str]:
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
