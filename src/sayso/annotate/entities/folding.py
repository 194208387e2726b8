"""Folding: which mentions of a document name the same person or body."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.annotate import tables
from sayso.annotate.entities.parties import initials
from sayso.annotate.parties import Party, known_parties, party_named
from sayso.annotate.places import country_names, country_of_nationality, name_key
from sayso.annotate.spelling import sounds_like

_SHORTEST_ACRONYM = 2
_SHORT_E = re.compile(r"(?<=[^\Waeiouy])e(?=[^\Waeiouy])")
"""An "e" between consonants, which stands for whatever short vowel a newsroom hears: "Abdel", "Abdul"."""
_VOWELS = "eau"
_FIELD_BEHIND = re.compile(r"(.*\b)(ministry|department) of (?:the )?(.+)")
_OWNER = re.compile(r"['’]s ")
_OF_COUNTRY = re.compile(r" of (?:the )?(?=\S+(?: \S+){0,2}\Z)")
_CHILD_OF = frozenset("abu ben bin bint ibn ould umm".split())
_LONGEST = 8
"""How many words of a name are looked at."""
_NAMESAKES = 30
"""With how many people of one name each is compared; no report has more, a hostile file may."""


def folded_people(names: Sequence[str]) -> list[str]:
    """For each name, in order of mention, the key of the fullest name that means the same person.

    "Tal" folds into "Aryeh Tal", and so does any other part of a name that one person alone has: "Cruz" into
    "Ana Cruz Oro". Where two people share a surname, a bare surname is the one named last;
    two different given names keep two people apart.
    """
    keys = _spelled_alike([name_key(name) for name in names])
    fullest = _fullest([key for key in keys if " " in key])
    ahead: dict[str, str] = {}
    for full in fullest.values():
        ahead.setdefault(full.split()[-1], full)
    inside = _inside(fullest.values())
    by_given = {full.split()[0]: full for full in reversed(fullest.values())}
    folded: list[str] = []
    latest: dict[str, str] = {}
    for key in keys:
        known = inside.get(key) or fullest.get(key) or latest.get(key) or ahead.get(key)
        full = known or by_given.get(key) or key
        latest[full.split()[-1] if full else full] = full
        folded.append(full)
    return folded


def _inside(names: Iterable[str]) -> dict[str, str]:
    """What stands within a full name of one person alone, but neither a given name nor that of a father."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = name.split()[:_LONGEST]
        for first, end in combinations(range(1, len(words)), 2):
            if words[first - 1] not in _CHILD_OF:
                bearers[" ".join(words[first:end])].add(name)
    given = tables.words("given_names.txt")
    return {part: full.pop() for part, full in bearers.items() if len(full) == 1 and part not in given}


def _spelled_alike(keys: Sequence[str]) -> list[str]:
    """Full names that are transliterations of one another, each as it was written first."""
    first: dict[str, str] = {}
    alike: list[str] = []
    for key in keys:
        sounds = [sounds_like(_SHORT_E.sub(vowel, key)) for vowel in _VOWELS] if " " in key else []
        alike.append(next((first[sound] for sound in sounds if sound in first), key))
        for sound in sounds:
            first.setdefault(sound, alike[-1])
    return alike


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """Each full name with the longest one that means the same person."""
    alike: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        for word in {name.split()[0], name.split()[-1]}:
            if len(alike[word]) < _NAMESAKES:
                alike[word].append(name)
    return {
        name: next(
            (
                longer
                for word in (name.split()[-1], name.split()[0])
                for longer in alike[word]
                if _same_person(name, longer)
            ),
            name,
        )
        for name in names
    }


def folded_bodies(names: Sequence[str], known: Mapping[str, Party] | None = None) -> list[str]:
    """For each name of a body or armed group, the key of its usual or expanded name.

    Tables know that "U.N." is the United Nations; an acronym that the document expands somewhere
    ("Orlo Border Force … OBF") folds into the expansion.
    """
    parties = known_parties() if known is None else known
    bodies = [known_body(name, parties) for name in names]
    usual = [body.name if body else name for name, body in zip(names, bodies, strict=True)]
    keys = [
        name_key(body.name) if body else _body_key(name) for name, body in zip(names, bodies, strict=True)
    ]
    expansions = {
        initials(name): key
        for name, key in reversed(list(zip(usual, keys, strict=True)))
        if " " in name and len(initials(name)) > 1
    }
    return [
        expansions.get(name, key) if name.isupper() and len(name) >= _SHORTEST_ACRONYM else key
        for name, key in zip(usual, keys, strict=True)
    ]


def known_body(name: str, parties: Mapping[str, Party]) -> Party | None:
    """The party of a name, which its country may stand beside: "Velmaria's Ministry of Defence"."""
    return party_named(name, parties) or _without_country(name_key(_OWNER.sub(" ", name)), parties)


def _without_country(key: str, parties: Mapping[str, Party]) -> Party | None:
    words = key.split()
    for size in (1, 2, 3):
        lead = " ".join(words[:size])
        country = country_of_nationality().get(lead) or country_names().get(lead)
        if country and (found := _of_country(" ".join(words[size:]), country, parties)):
            return found
    of = _OF_COUNTRY.search(key)
    country = country_names().get(key[of.end() :]) if of is not None else None
    return _of_country(key[: of.start()], country, parties) if of is not None and country else None


def _of_country(key: str, country: str, parties: Mapping[str, Party]) -> Party | None:
    known = parties.get(key)
    return known if known is not None and known.country in (None, country) and not known.bearers else None


def _body_key(name: str) -> str:
    """The key for either way round of a name: "Orlish Ministry of Defence", "Orlish Defence Ministry"."""
    return _FIELD_BEHIND.sub(r"\1\3 \2", name_key(name)).replace("defense", "defence")


def _same_person(shorter: str, longer: str) -> bool:
    """Whether one full name is a longer form of another: it goes on, or has the same surname and agrees."""
    short, long = shorter.split(), longer.split()
    if len(short) < len(long) and long[: len(short)] == short:
        return True
    if short[-1] != long[-1] or len(shorter) >= len(longer):
        return False
    given = long[:-1]
    return all(
        part in given or (len(part) == 1 and any(name[0] == part for name in given)) for part in short[:-1]
    )
