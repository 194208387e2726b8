"""Rewrites: a report told in other words by an outlet that names whom it has it from."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.boilerplate import ordinal_day
from sayso.incidents.copies.credits import credits_of, is_credited
from sayso.incidents.copies.words import Hashes, hashed, held
from sayso.incidents.owners import Owners, folded
from sayso.model import Document

Words = NDArray[np.uint32]

# Reports of one happening written apart share as many content words in three cases of ten, and may name
# each other's outlets for other reasons: a retelling says that it is one.
_BY_OTHER_MEDIA = re.compile(
    r"\b(?:(?:local|state|foreign|national|news|press) (?:media|press|radio|television|reports)|"
    r"media (?:reports?|said|reported|outlets?)|(?:radio|television|newspaper) reports?)\b",
    re.IGNORECASE,
)
# A retelling follows within the news day; afterwards the naming is background.
_DAYS = 2
# On the demonstration corpus rewrites carry at least .49 of their content words over, other reports that
# name an outlet at most .41 of any one of its reports.
_MIN_CONTENT = 0.45
_FEWEST_CONTENT_WORDS = 15
_LONG_WORD = 6
_WORD = re.compile(r"\w+")


# The words of an outlet's name, by the first of them.
_Names = dict[int, list[tuple[tuple[int, ...], str]]]


@dataclass(frozen=True, slots=True, eq=False)
class _Dated:
    document: Document
    day: int
    words: Words


class Retellings:
    """Which documents name which outlets, and whose report of those days each seems to retell.

    Every finding is about two documents alone, so it is the same in whatever order they came.
    """

    def __init__(self, *, owners: Owners) -> None:
        self._owners = owners
        self._names: _Names = {}
        self._dated: dict[str, _Dated] = {}
        self._printed: dict[str, dict[int, list[str]]] = {}
        self._naming: dict[str, dict[int, list[str]]] = {}
        self._content: dict[str, Hashes] = {}

    def add(self, documents: Iterable[tuple[Document, Words]]) -> list[tuple[str, str, float]]:
        """Take in documents with the hashes of their words: retold id, retelling id, share of its content."""
        fresh = [
            _Dated(document, day, words)
            for document, words in documents
            if (day := ordinal_day(document.published)) is not None
        ]
        earlier = list(self._dated.values())
        outlets = {outlet for dated in fresh if (outlet := _outlet(dated.document))} - self._printed.keys()
        newcomers = self._names_of(outlets)
        for dated in fresh:
            self._dated[dated.document.id] = dated
            if outlet := _outlet(dated.document):
                self._printed.setdefault(outlet, {}).setdefault(dated.day, []).append(dated.document.id)
        for opening, names in newcomers.items():
            self._names.setdefault(opening, []).extend(names)
        # A name not heard before may stand in any text taken in so far.
        pairs = set(self._pairs(earlier, newcomers)) | set(self._pairs(fresh, self._names))
        for dated in fresh:
            pairs.update((dated.document.id, later) for later in self._followers(dated))
        return [(one, other, share) for one, other in sorted(pairs) if (share := self._share(one, other))]

    def _names_of(self, outlets: Iterable[str]) -> _Names:
        found: _Names = {}
        for outlet in sorted(outlets):
            for name in {folded(each) for each in self._owners.names(outlet)} - {""}:
                words = tuple(hashed(word) for word in name.split())
                found.setdefault(words[0], []).append((words, outlet))
        return found

    def _pairs(self, documents: Iterable[_Dated], names: _Names) -> Iterator[tuple[str, str]]:
        openings = np.array(sorted(names), dtype=np.uint32)
        for dated in documents if names else ():
            named = _named(dated.words, names, openings) - {_outlet(dated.document)}
            for outlet in self._credited(dated.document, named):
                self._naming.setdefault(outlet, {}).setdefault(dated.day, []).append(dated.document.id)
                for day in range(dated.day - _DAYS, dated.day + 1):
                    for id in self._printed[outlet].get(day, ()):
                        yield id, dated.document.id

    def _followers(self, dated: _Dated) -> Iterator[str]:
        naming = self._naming.get(_outlet(dated.document), {})
        for day in range(dated.day, dated.day + _DAYS + 1):
            yield from naming.get(day, ())

    def _share(self, told: str, retelling: str) -> float | None:
        ours, theirs = self._content_of(retelling), self._content_of(told)
        if len(ours) < _FEWEST_CONTENT_WORDS:
            return None
        share = float(held(ours, theirs).mean())
        return share if share >= _MIN_CONTENT else None

    def _credited(self, document: Document, named: set[str]) -> set[str]:
        """Of the outlets that a report names, those it credits; all, where it says it goes by other media."""
        if not named or _BY_OTHER_MEDIA.search(document.text):
            return named
        credits = credits_of(document)
        return {outlet for outlet in named if is_credited(outlet, credits, owners=self._owners)}

    def _content_of(self, id: str) -> Hashes:
        if id not in self._content:
            self._content[id] = content_words(self._dated[id].document.text)
        return self._content[id]


def content_words(text: str) -> Hashes:
    """Hashes of a text's names, numbers and long words, cut to their first six letters; sorted."""
    words = (
        word.casefold()[:_LONG_WORD]
        for word in _WORD.findall(text)
        if len(word) >= _LONG_WORD or word[0].isupper() or word[0].isdigit()
    )
    return np.unique(np.array([hashed(word) for word in words], dtype=np.uint64))


def _named(words: Words, names: _Names, openings: Words) -> set[str]:
    found = set()
    for at in np.flatnonzero(np.isin(words, openings)).tolist():
        for name, outlet in names[int(words[at])]:
            if tuple(words[at : at + len(name)].tolist()) == name:
                found.add(outlet)
    return found


def _outlet(document: Document) -> str:
    return folded(document.outlet or "")
