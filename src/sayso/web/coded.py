"""One column of short codes held in memory: the value of each row as the index of a word."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow.compute import match_substring

Mask = NDArray[np.bool_]
Rows = NDArray[np.int64]
"""Indexes of rows: a few of many are counted sooner by these than by a mask of all."""


@dataclass(frozen=True, kw_only=True)
class Coded:
    """One column: for each row the index of its value, or -1 where it has none."""

    values: tuple[tuple[str, ...], ...]
    """Every distinct value. Most hold one word; a list of places is one value of several."""
    codes: NDArray[np.int32]
    named: bool = False
    """Whether words that differ in case alone are one, as in names: `THE DAM` and `the dam`."""

    @classmethod
    def of(cls, column: pa.ChunkedArray, *, lists: bool = False, named: bool = False) -> "Coded":
        """The column of an Arrow table; `lists` where its words are JSON arrays.

        Words of a column that is `named` stand there as they are written most often.
        """
        array = column.combine_chunks()
        if isinstance(array, pa.ChunkedArray):
            array = array.chunk(0) if array.num_chunks else pa.array([], pa.string()).dictionary_encode()
        words = array.dictionary.to_pylist()
        codes = array.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
        values = tuple(tuple(json.loads(word)) if lists else (word,) for word in words)
        coded = cls(values=values, codes=codes, named=named)
        return coded.spelt_alike() if named else coded

    @classmethod
    def flag(cls, column: NDArray[np.int64]) -> "Coded":
        """A column of zeros and ones, as the words `no` and `yes`."""
        return cls(values=(("no",), ("yes",)), codes=column.astype(np.int32))

    def taken(self, rows: NDArray[np.int64]) -> "Coded":
        """The same column looked up for other rows, such as a document's outlet for its claims."""
        return replace(self, codes=self.codes[rows])

    def joined(self, more: "Coded") -> "Coded":
        """This column with the rows of another below its own; of one name its own spelling stays."""
        place = {self._key(value): code for code, value in enumerate(self.values)}
        values = list(self.values)
        for value in more.values:
            if place.setdefault(self._key(value), len(place)) == len(values):
                values.append(value)
        translated = np.array([place[self._key(value)] for value in more.values] + [-1], dtype=np.int32)
        codes = np.concatenate([self.codes, translated[more.codes]])
        return replace(self, values=tuple(values), codes=codes)

    def spelt_alike(self) -> "Coded":
        """The same column with every name as it is written most often."""
        spelling = spellings(self.counts(None) + [(word, 0) for value in self.values for word in value])
        place: dict[tuple[str, ...], int] = {}
        alike = (tuple(spelling[word] for word in value) for value in self.values)
        translated = np.array([place.setdefault(value, len(place)) for value in alike] + [-1], dtype=np.int32)
        return replace(self, values=tuple(place), codes=translated[self.codes])

    def _key(self, value: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(str.casefold, value)) if self.named else value

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The codes of the values that hold each word."""
        places: dict[str, list[int]] = {}
        for code, value in enumerate(self.values):
            for word in self._key(value):
                places.setdefault(word, []).append(code)
        return places

    @cached_property
    def _totals(self) -> NDArray[np.int64]:
        """How many rows have each value."""
        return self._counted(None)

    @cached_property
    def _is_single(self) -> bool:
        """Whether every value is one word."""
        return all(len(value) == 1 for value in self.values)

    @property
    def used(self) -> int:
        """How many of its values some row has."""
        return int(np.count_nonzero(self._totals))

    def mask(self, wanted: Collection[str]) -> Mask:
        """The rows that have any of these values; the empty word means none at all."""
        fitting = [code for word in self._key(tuple(wanted)) for code in self._places.get(word, ())]
        if "" in wanted:
            fitting.append(-1)
        return self._having(fitting)

    def equal(self, word: str) -> Mask:
        """The rows whose value is one word, whatever its case."""
        wanted = (word.lower(),)
        return self._having(
            [code for code, value in enumerate(self.values) if tuple(map(str.lower, value)) == wanted]
        )

    @cached_property
    def _folded(self) -> pa.Array:
        """Every value without case, its words apart; searched by Arrow, a hundred thousand in some ms."""
        return pa.array(["\0".join(value).casefold() for value in self.values], pa.string())

    def holding(self, words: Collection[str]) -> Mask:
        """The rows whose value holds every one of these words, whatever their case."""
        fitting = np.ones(len(self.values), dtype=np.bool_)
        for word in words:
            found = match_substring(self._folded, pattern=word.casefold())
            fitting &= found.to_numpy(zero_copy_only=False)
        return self._having(np.flatnonzero(fitting))

    def _having(self, fitting: Collection[int] | Rows) -> Mask:
        """The rows with one of these codes; -1 finds its place at the end of the table."""
        wanted = np.zeros(len(self.values) + 1, dtype=np.bool_)
        wanted[np.asarray(fitting, dtype=np.int64)] = True
        return wanted[self.codes]

    def _counted(self, rows: Rows | Mask | None) -> NDArray[np.int64]:
        codes = self.codes if rows is None else self.codes[rows]
        return np.bincount(codes + 1, minlength=len(self.values) + 1)[1:]

    def counts(self, rows: Rows | Mask | None, *, most: int = 0) -> list[tuple[str, int]]:
        """How many of some rows have each value, the commonest first; `most` values, or all."""
        totals = self._totals if rows is None else self._counted(rows)
        found: dict[str, int] = {}
        if self._is_single:
            ranked = _largest(totals, most)
            return [(self.values[code][0], int(totals[code])) for code in ranked if totals[code]]
        for code in np.flatnonzero(totals):
            for word in dict.fromkeys(self.values[code]):
                found[word] = found.get(word, 0) + int(totals[code])
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return ordered[:most] if most else ordered


def spellings(counts: Iterable[tuple[str, int]]) -> dict[str, str]:
    """For every word the commonest of those that differ from it in case alone.

    Of two that are as common it is the one in small letters.
    """
    best: dict[str, tuple[int, str]] = {}
    known = list(counts)
    for word, many in known:
        folded = word.casefold()
        best[folded] = max(best.get(folded, (-1, "")), (many, word))
    return {word: best[word.casefold()][1] for word, _ in known}


def _largest(totals: NDArray[np.int64], most: int) -> list[int]:
    if most and most < len(totals):
        top = np.argpartition(totals, -most)[-most:]
        return sorted(top.tolist(), key=lambda code: (-int(totals[code]), code))
    return sorted(range(len(totals)), key=lambda code: (-int(totals[code]), code))
