"""Rewrites: a report told in other words by an outlet that names whom it has it from."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from sayso.incidents.copies.credits import is_credited
from sayso.incidents.copies.owners import Owners, folded
from sayso.incidents.copies.tolds import Tolds
from sayso.incidents.copies.words import Hashes, hashed, held
from sayso.incidents.kept.postings import Postings, Run

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


Name = tuple[int, ...]
"""The words of an outlet's name, hashed."""


class Retellings:
    """Which documents name which outlets, and whose report of those days each seems to retell.

    Every finding is about two documents alone, so it is the same in whatever order they came.
    """

    def __init__(self, tolds: Tolds, *, owners: Owners, runs: Iterable[Run] = ()) -> None:
        self._tolds = tolds
        self._owners = owners
        self._naming = Postings(runs)
        self._names: dict[str, tuple[Name, ...]] = {}
        self._content: dict[int, Hashes] = {}

    @property
    def runs(self) -> tuple[Run, ...]:
        """What is to be kept of it."""
        return self._naming.runs

    def add(self, fresh: Sequence[int]) -> list[tuple[int, int, float]]:
        """Take in documents: those retold, those that retell them, and the shares of their content."""
        dated = [number for number in fresh if self._tolds.day(number) is not None]
        self._naming.add([self._openings(number) for number in dated], dated)
        pairs = {pair for number in dated for pair in self._retold_by(number)}
        pairs |= {pair for number in dated for pair in self._retelling(number)}
        found = [(one, other, self._share(one, other)) for one, other in sorted(pairs)]
        self._content.clear()
        return [(one, other, share) for one, other, share in found if share >= _MIN_CONTENT]

    def _retold_by(self, number: int) -> Iterator[tuple[int, int]]:
        """What a document retells: reports of those days by outlets that it names."""
        columns, day = self._tolds.columns, self._tolds.day(number) or 0
        days = [self._tolds.printed[each] for each in range(day - _DAYS, day + 1)]
        outlets = {outlet for printed in days for outlet in printed} - {columns.outlets[number], ""}
        for outlet in self._credited(number, outlets):
            yield from ((told, number) for printed in days for told in printed.get(outlet, ()))

    def _retelling(self, number: int) -> Iterator[tuple[int, int]]:
        """What retells a document: reports of the days after it that name its outlet."""
        outlet, day = self._tolds.columns.outlets[number], self._tolds.day(number) or 0
        names = self._names_of(outlet) if outlet else ()
        days = np.arange(day, day + _DAYS + 1, dtype=np.uint64)
        keys = [_opening(days, *np.array(name[:2], dtype=np.uint64)[:, None]) for name in names]
        _, found = self._naming.holders(np.unique(np.concatenate([days[:0], *keys])))
        for other in sorted(set(found.tolist())):
            if self._tolds.columns.outlets[other] != outlet and self._credited(other, {outlet}):
                yield number, other

    def _names_of(self, outlet: str) -> tuple[Name, ...]:
        if outlet not in self._names:
            names = {folded(each) for each in self._owners.names(outlet)} - {""}
            self._names[outlet] = tuple(tuple(map(hashed, name.split())) for name in sorted(names))
        return self._names[outlet]

    def _openings(self, number: int) -> Hashes:
        one = self._tolds[number]
        words = one.wording.words.astype(np.uint64)
        found = _WORD.findall(one.document.text)
        begins = np.flatnonzero(np.array([word[0].isupper() for word in found], dtype=np.bool_))
        follows = begins[begins < len(words) - 1]
        day = np.array([self._tolds.day(number) or 0], dtype=np.uint64)
        pairs = _opening(day, words[follows], words[follows + 1])
        return np.unique(np.concatenate((_opening(day, words[begins]), pairs)))

    def _credited(self, number: int, outlets: Collection[str]) -> set[str]:
        """Of some outlets, those a report credits; all it names, where it says it goes by other media."""
        one = self._tolds[number]
        words = one.wording.words.tolist()
        known = set(words)
        named = {
            outlet
            for outlet in outlets
            if any(known.issuperset(name) and _stands_in(name, words) for name in self._names_of(outlet))
        }
        if not named or _BY_OTHER_MEDIA.search(one.document.text):
            return named
        credits = self._tolds.credits(number)
        return {outlet for outlet in named if is_credited(outlet, credits, owners=self._owners)}

    def _share(self, told: int, retelling: int) -> float:
        ours, theirs = self._content_of(retelling), self._content_of(told)
        return float(held(ours, theirs).mean()) if len(ours) >= _FEWEST_CONTENT_WORDS else 0.0

    def _content_of(self, number: int) -> Hashes:
        if number not in self._content:
            self._content[number] = content_words(self._tolds[number].document.text)
        return self._content[number]


def _opening(day: Hashes, first: Hashes, second: Hashes | None = None) -> Hashes:
    """Keys for names by their first two words, or the only one, each on a day."""
    keys: Hashes = (day << np.uint64(44)) ^ (first << np.uint64(21))
    if second is None:
        return keys ^ np.uint64(1)
    return keys ^ (second * np.uint64(0x9E3779B1)) ^ np.uint64(2)


def _stands_in(name: Name, words: list[int]) -> bool:
    at = -1
    try:
        while True:
            at = words.index(name[0], at + 1)
            if tuple(words[at : at + len(name)]) == name:
                return True
    except ValueError:
        return False


def content_words(text: str) -> Hashes:
    """Hashes of a text's names, numbers and long words, cut to their first six letters; sorted."""
    words = (
        word.casefold()[:_LONG_WORD]
        for word in _WORD.findall(text)
        if len(word) >= _LONG_WORD or word[0].isupper() or word[0].isdigit()
    )
    return np.unique(np.array([hashed(word) for word in words], dtype=np.uint64))
