"""Parties: which country and sector of society a name, a title or a phrase ("rebel fighters") has."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.annotate import tables
from sayso.annotate.offices.titles import CIVIL_GENERALS
from sayso.annotate.places import country_of_nationality, name_key
from sayso.model import Mention, MentionKind, Span

_PARTS_OF_NAMES = frozenset(("union", "state"))
"""With a capital they tell nothing: a Union may be of workers or of soldiers, a State may be a province."""
_ACRONYMS = frozenset(("un",))
"""In small letters they are other words, of other languages too."""
_IRREGULAR = frozenset(
    "anti-government antigovernment guerilla guerrilla insurgent jihadist liberation militant militia"
    " paramilitary rebel"
    " resistance secessionist separatist terrorist".split()
)
"""What makes rebels of the "forces" or "troops" that follow."""
_SERVING = frozenset("officer officers official officials".split())
"""Those who are of whatever the word before them tells: "army officers", "hospital officials"."""
_IN_ARMS = frozenset(("armed", "masked"))
_OF_ANY_KIND = frozenset("gang gangs group groups individuals men people persons youths".split())
"""Those whom a word for bearing arms before them makes an armed group."""
_NO_PARTY = frozenset("all birthday boarding both other raiding search third warring wedding working".split())
"""Before "party" or "parties" they mean no political one."""
_AHEAD = re.compile(r"(?:['’]s)?\s((?:[^\W\d_]+(?:-[^\W\d_]+)*(?:\s|\b)){1,3})")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*\.?")
_LEANING = re.compile(r"\b(?:pro|anti)[-‐‑–]\Z", re.IGNORECASE)
_LEANED_ON = re.compile(r"[-‐‑–][a-z]")
_BELONGING = re.compile(r"[-‐‑–](?:based|born|led|run)\b")


def only_qualifies(text: str, mention: Mention) -> bool:
    """Whether a name tells but what others are like: "pro-Velmarian rebels", "Velmaria-backed rebels"."""
    span = mention.span
    if mention.kind is MentionKind.OTHER:
        return _LEANED_ON.search(text, span.start, span.end) is not None
    ahead = _LEANING.search(text, max(0, span.start - 5), span.start)
    return ahead is not None or _LEANED_ON.match(text, span.end) is not None


def belongs(text: str, name: Span) -> bool:
    """Whether others are of what a name names, though they are not it: "a Velmaria-based group"."""
    return _BELONGING.match(text, name.end) is not None


def sector_of(phrase: str) -> str | None:
    """The sector that a phrase's own words tell: REB for "rebel fighters", GOV for "mayor of Orlo".

    What comes after "of", "in" or "from" only qualifies; before it, the last telling word decides.
    """
    decided, before = None, ""
    for word in _WORD.findall(phrase):
        key, previous = word.rstrip(".").casefold(), before
        before = key
        if (key in _PARTS_OF_NAMES and word[0].isupper()) or _means_none(key, previous):
            continue
        if key in _ACRONYMS and not word.isupper():
            continue
        if key in ("of", "in", "from", "near", "at", "on", "for", "with", "who", "by") and decided:
            return decided
        decided = _sector_after(previous, key) or decided
    return decided


def _means_none(key: str, previous: str) -> bool:
    """Whether the word before takes from a word what it tells of a party."""
    return key in ("party", "parties") and previous in _NO_PARTY


def _sector_after(previous: str, key: str) -> str | None:
    """The sector that a word tells, with the one before it."""
    if key in ("general", "generals") and previous in CIVIL_GENERALS:
        return _sectors().get(previous, "GOV")
    if key in _OF_ANY_KIND and previous in _IN_ARMS:
        return "REB"
    if key in _SERVING and previous in _sectors():
        return _sectors()[previous]
    sector = _sectors().get(key)
    return "REB" if sector == "MIL" and previous in _IRREGULAR else sector


def party_ahead(text: str, at: int) -> int | None:
    """The end of the word for a party that an adjective before it belongs to: "authorities" in "Velmarian
    border authorities"; None where no such word is among the next three."""
    ahead = _AHEAD.match(text, at)
    for word in _WORD.finditer(text, *ahead.span(1)) if ahead is not None else ():
        if word[0].casefold() in _sectors():
            return word.end()
    return None


def country_in(phrase: str, demonyms: Mapping[str, str | None] | None = None) -> str | None:
    """The country whose adjective or people a phrase names ("Azerbaijani troops"); the first, if several."""
    words = _WORD.findall(phrase)
    own = {name_key(word): country for word, country in (demonyms or {}).items()}
    for at in range(len(words)):
        for length in (2, 1):
            key = name_key(" ".join(words[at : at + length]))
            country = own.get(key) or country_of_nationality().get(key)
            if country:
                return country
    return None


def initials(name: str) -> str:
    """The acronym that a name's capitalised words make: "OBF" for "Orlo Border Force"."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


@cache
def _sectors() -> Mapping[str, str]:
    return {
        word: row["sector"] for row in tables.rows("party_words.tsv") for word in tables.listed(row["words"])
    }
