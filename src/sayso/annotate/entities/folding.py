"""Folding: which mentions of a document name the same person or body."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.annotate import tables
from sayso.annotate.entities.parties import initials
from sayso.annotate.parties import Party, known_parties, party_named
from sayso.annotate.places import name_key
from sayso.annotate.spelling import sounds_like

_SHORTEST_ACRONYM = 2
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
    return [first.setdefault(sounds_like(key), key) if " " in key else key for key in keys]


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
    usual = [_usual_name(name, parties) for name in names]
    expansions = {
        initials(name): name_key(name) for name in reversed(usual) if " " in name and len(initials(name)) > 1
    }
    return [
        expansions.get(name, name_key(name))
        if name.isupper() and len(name) >= _SHORTEST_ACRONYM
        else name_key(name)
        for name in usual
    ]


def _usual_name(name: str, parties: Mapping[str, Party]) -> str:
    known = party_named(name, parties)
    return known.name if known else name


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
