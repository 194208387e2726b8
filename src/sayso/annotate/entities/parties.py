"""Parties: which country and sector of society a name, a title or a phrase ("rebel fighters") has."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.annotate import tables
from sayso.annotate.places import country_of_nationality, name_key

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*\.?")


def sector_of(phrase: str) -> str | None:
    """The sector that a phrase's own words tell: REB for "rebel fighters", GOV for "mayor of Orlo".

    What comes after "of", "in" or "from" only qualifies; before it, the last telling word decides.
    """
    decided = None
    for word in _WORD.findall(phrase):
        key = word.rstrip(".").casefold()
        if key in ("of", "in", "from", "near", "at", "on", "for", "with", "who", "by") and decided:
            return decided
        decided = _sectors().get(key, decided)
    return decided


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
