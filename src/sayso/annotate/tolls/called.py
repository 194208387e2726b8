"""Called: what a report calls one person: "Ana Oro" in full, then "Oro" or "Ana"."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.annotate.tolls.phrases import Phrase

Name = frozenset[str]
"""The words of a name in lower case, without titles and initials."""

_SAME_START = 3
_SHORTEST = 3


def name_of(phrase: Phrase) -> Name:
    """The words of the name itself, without the titles in front of it."""
    titles = len(phrase.nouns) - (phrase.last - (phrase.name or phrase.first))
    return _telling(phrase.nouns[titles:])


def full_names(written: Iterable[str]) -> Mapping[Name, Name]:
    """For each short name that a report writes, the full one, where all that hold it are one person's.

    "Ana" and "Oro" are both "Ana Oro"; where "Rem Oro" is named as well, "Oro" could be either.
    """
    names = {name for words in written if (name := _telling(words.lower().split()))}
    holding: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for word in name:
            holding[word].append(name)
    found = {name: _fullest([other for other in _rarest(name, holding) if name < other]) for name in names}
    return {name: full for name, full in found.items() if full is not None}


def are_one_name(words: Name, others: Name) -> bool:
    """Whether two names may be one person's: "Ana Oro" and "Oro", not "Ana Oro" and "Rem Oro"."""
    if not words & others:
        return False
    left, right = sorted((words - others, others - words), key=len)
    return all(any(_are_spelled_alike(word, other) for other in right) for word in left)


def _telling(words: Iterable[str]) -> Name:
    bare = (word.strip("\"“”'‘’.,()") for word in words)
    return frozenset(word for word in bare if len(word) >= _SHORTEST)


def _rarest(name: Name, holding: Mapping[str, list[Name]]) -> list[Name]:
    """The names that hold that word of a name which the fewest hold."""
    return min((holding[word] for word in name), key=len)


def _fullest(names: list[Name]) -> Name | None:
    """The longest of some names, where the others are the same person's."""
    longest = max(names, key=lambda name: (len(name), sorted(name)), default=None)
    if longest is None or not all(name <= longest or are_one_name(name, longest) for name in names):
        return None
    return longest


def _are_spelled_alike(one: str, other: str) -> bool:
    """Whether two words may be one name spelled in two ways: "Nagaruno" and "Nagarono"."""
    ends = one[:_SAME_START] == other[:_SAME_START] and one[-1:] == other[-1:]
    return ends and abs(len(one) - len(other)) <= 1
