"""Countries: which state a name, an adjective or a word for its people belongs to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.annotate import tables
from sayso.annotate.places.place import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory and the words that news has for it."""

    iso3: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    latitude: float | None
    longitude: float | None


@cache
def countries() -> Mapping[str, Country]:
    """Every country of the table, by ISO alpha-3 code."""
    return {row["iso3"]: _country(row) for row in tables.rows("countries.tsv")}


@cache
def country_names() -> Mapping[str, str]:
    """The code of each country by the keys of its names."""
    return {
        name_key(name): country.iso3
        for country in countries().values()
        for name in (*country.aliases, country.name)
    }


@cache
def nationalities() -> Mapping[str, str | None]:
    """Adjectives and words for people ("Azerbaijani", "Israelis", "Kurdish"), as printed, to their country.

    The value is None for peoples and faiths that are no state's. Where two states share an adjective
    ("Guinean"), the first in the table has it.
    """
    known: dict[str, str | None] = {}
    for country in countries().values():
        for word in (*country.adjectives, *country.people):
            known.setdefault(word, country.iso3)
    for row in tables.rows("peoples.tsv"):
        for word in (row["name"], *tables.listed(row["aliases"])):
            known.setdefault(word, row["country"] or None)
    return known


@cache
def country_of_nationality() -> Mapping[str, str | None]:
    """The same words by their name key."""
    return {name_key(word): country for word, country in reversed(list(nationalities().items()))}


@cache
def abbreviations() -> Mapping[str, str]:
    """States and provinces as news shortens them ("Tex.", "TX"), as printed, to a fuller name."""
    return {
        short: row["name"]
        for row in tables.rows("abbreviations.tsv")
        for short in tables.listed(row["short"])
    }


def _country(row: Mapping[str, str]) -> Country:
    adjectives = tables.listed(row["adjectives"])
    return Country(
        iso3=row["iso3"],
        name=row["name"],
        aliases=tuple(tables.listed(row["aliases"])),
        adjectives=tuple(adjectives),
        people=(*tables.listed(row["people"]), *_plurals(adjectives)),
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
    )


def _plurals(adjectives: list[str]) -> Iterator[str]:
    for adjective in adjectives:
        if adjective.endswith(("an", "i", "é", "men")):
            yield adjective + "s"
