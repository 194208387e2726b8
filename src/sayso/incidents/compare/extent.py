"""Extent: whether the words for a place name one town, or land that another report's town may lie in."""

import re
from enum import StrEnum
from functools import lru_cache

from sayso.incidents.words import is_facility, stems

_LANDS = frozenset(
    "district province region county state governorate oblast department territory canton prefecture raion"
    " division area zone sector valley coast border frontier strait straits sea gulf river lake mountain"
    " mountains hill hills forest desert island islands peninsula plain plains delta highlands lowlands"
    " countryside outskirts suburb suburbs front line north south east west northern southern eastern western"
    " waters north-east north-west south-east south-west northeast northwest southeast southwest".split()
)
_BESIDE = re.compile(
    r"\b(?:near|off|outside|around|beyond|between|towards?|along|(?:north|south|east|west)\w* of)\b",
    re.IGNORECASE,
)
_STREETS = frozenset(
    "avenue ave drive lane place boulevard blvd highway way court street road block row alley terrace"
    " apartments apartment home house".split()
)
_PLAIN = frozenset("the a city town village hamlet settlement port capital township of in and".split())
_SOME_TOWN = frozenset("city town village capital port".split())
"""What ends words that name no town, but whose it is: "the Isperran capital"."""
_WORD = re.compile(r"[\w'’-]+")


class Extent(StrEnum):
    """How much ground the words for a place name."""

    TOWN = "town"
    """One town or village, by its name."""
    LAND = "land"
    """A district, a coast, or what lies near a town."""
    UNKNOWN = "unknown"
    """A building, a street, or what the words do not tell."""


@lru_cache(maxsize=100_000)
def extent_of(words: str) -> Extent:
    """How much ground the words for a place name: "Upper Marna" a town, "Korvan district" land."""
    said = _WORD.findall(words)
    if any(word.casefold() in _STREETS or any(map(str.isdigit, word)) for word in said):
        return Extent.UNKNOWN
    if _BESIDE.search(words) or not _LANDS.isdisjoint(map(str.casefold, said)):
        return Extent.LAND
    names = [word for word in said if word.casefold() not in _PLAIN]
    if said and said[-1] in _SOME_TOWN:
        return Extent.UNKNOWN
    if not names or is_facility(stems(" ".join(names))) or not all(word[0].isupper() for word in names):
        return Extent.UNKNOWN
    return Extent.TOWN


@lru_cache(maxsize=100_000)
def land_noun(words: str) -> str | None:
    """Which kind of land the words name, so that two districts can be told apart: "district"."""
    return next((word for word in map(str.casefold, _WORD.findall(words)) if word in _LANDS), None)
