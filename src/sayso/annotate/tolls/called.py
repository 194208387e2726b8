"""Called: what a report calls one person: "Ana Oro" in full, then "Oro" or "Ana"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, combinations
from typing import Generic, TypeVar

from sayso.annotate.tolls.phrases import Phrase

Name = frozenset[str]
"""The words of a name in lower case, without titles and initials."""

T = TypeVar("T")
_SAME_START = 3
_MOST_PARTS = 5
"""Names of more words than this are found by all of them, not by some."""
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


class Roll(Generic[T]):
    """Things kept by what they are called, found again by any name that may be the same one's.

    Of two such names, each word of the shorter is spelled like one of the longer. So a thing is kept by its
    whole name, and by each part of it that a shorter name may be: all of one surname are not compared.
    """

    def __init__(self) -> None:
        self._whole: defaultdict[Name, dict[int, tuple[Name, T]]] = defaultdict(dict)
        self._parts: defaultdict[Name, dict[int, tuple[Name, T]]] = defaultdict(dict)

    def add(self, number: int, name: Name, thing: T) -> None:
        """Keep one more, by its number in the order of all."""
        for kept in self._keeping(name):
            kept[number] = name, thing

    def remove(self, number: int, name: Name) -> None:
        """Keep one no longer."""
        for kept in self._keeping(name):
            del kept[number]

    def called(self, name: Name) -> tuple[int, T] | None:
        """The first that may be called so, with its number."""
        keys = _keys(name)
        among = [self._parts.get(keys, {}), *(self._whole.get(part, {}) for part in _parts_of(keys))]
        first = (next(_alike(name, kept), None) for kept in among)
        return min(filter(None, first), key=lambda one: one[0], default=None)

    def _keeping(self, name: Name) -> Iterator[dict[int, tuple[Name, T]]]:
        keys = _keys(name)
        if keys:
            yield self._whole[keys]
            yield from (self._parts[part] for part in _parts_of(keys))


def _alike(name: Name, kept: Mapping[int, tuple[Name, T]]) -> Iterator[tuple[int, T]]:
    return ((number, thing) for number, (other, thing) in kept.items() if are_one_name(name, other))


def _keys(name: Name) -> Name:
    """What words that are spelled alike have in common, for each word of a name."""
    return frozenset(word[:_SAME_START] + word[-1:] for word in name)


def _parts_of(keys: Name) -> Iterator[Name]:
    if len(keys) > _MOST_PARTS:
        return iter([keys])
    sizes = range(1, len(keys) + 1)
    return map(frozenset, chain.from_iterable(combinations(sorted(keys), size) for size in sizes))


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
