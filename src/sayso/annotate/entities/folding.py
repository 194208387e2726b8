"""Folding: which mentions of a document name the same person or body."""

from collections.abc import Sequence

from sayso.annotate.entities.parties import initials, known_parties
from sayso.annotate.places import name_key

_SHORTEST_ACRONYM = 2


def folded_people(names: Sequence[str]) -> list[str]:
    """For each name, in order of mention, the key of the fullest name that means the same person.

    "Tal" folds into "Aryeh Tal". Where two people share a surname, a bare surname is the one named last;
    two different given names keep two people apart.
    """
    keys = [name_key(name) for name in names]
    full = sorted({key for key in keys if " " in key}, key=lambda key: (-len(key), key))
    fullest = {key: next((longer for longer in full if _same_person(key, longer)), key) for key in full}
    folded: list[str] = []
    for at, key in enumerate(keys):
        if " " in key:
            folded.append(fullest[key])
            continue
        named = [
            other
            for other in [*reversed(folded), *(fullest.get(k, k) for k in keys[at + 1 :])]
            if " " in other
        ]
        folded.append(_bearer(key, named) or key)
    return folded


def folded_bodies(names: Sequence[str]) -> list[str]:
    """For each name of a body or armed group, the key of its usual or expanded name.

    Tables know that "U.N." is the United Nations; an acronym that the document expands somewhere
    ("Orlo Border Force … OBF") folds into the expansion.
    """
    usual = [_usual_name(name) for name in names]
    expansions = {
        initials(name): name_key(name) for name in reversed(usual) if " " in name and len(initials(name)) > 1
    }
    return [
        expansions.get(name, name_key(name))
        if name.isupper() and len(name) >= _SHORTEST_ACRONYM
        else name_key(name)
        for name in usual
    ]


def _usual_name(name: str) -> str:
    known = known_parties().get(name_key(name))
    return known.name if known else name


def _bearer(surname: str, named: Sequence[str]) -> str | None:
    """The first of the full names that ends, or else begins, with a bare name."""
    for position in (-1, 0):
        for full in named:
            if full.split()[position] == surname:
                return full
    return None


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
