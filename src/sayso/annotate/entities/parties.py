"""Parties: which country and sector of society a name, a title or a phrase ("rebel fighters") has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.annotate import tables
from sayso.annotate.places import country_of_nationality, name_key

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """What the curated tables say of a body or armed group."""

    name: str
    """Its usual name: "United Nations" for "U.N."."""
    sector: str | None
    """PLOVER actor sector."""
    country: str | None


@cache
def known_parties() -> Mapping[str, Party]:
    """Bodies and armed groups of the tables by the key of each of their names."""
    parties: dict[str, Party] = {}
    for row in tables.rows("armed_groups.tsv"):
        country, *_ = [*tables.listed(row["countries"]), ""]
        _add(parties, row, Party(name=row["name"], sector=row["sector"] or None, country=country or None))
    for row in tables.rows("bodies.tsv"):
        _add(
            parties,
            row,
            Party(name=row["name"], sector=row["sector"] or None, country=row["country"] or None),
        )
    return parties


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


def _add(parties: dict[str, Party], row: Mapping[str, str], party: Party) -> None:
    for name in (row["name"], *tables.listed(row["aliases"])):
        parties.setdefault(name_key(name), party)
