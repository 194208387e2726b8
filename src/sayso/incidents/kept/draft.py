"""The draft of a shelf: what one run of grouping has written, until it is put there."""

import io
import math
import os
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, NamedTuple

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from sayso.incidents.kept.shelf import Row, Shelf

_AT_HAND = 1 << 26
"""Bytes that are kept in memory."""
_AT_ONCE = 2000
_LONGEST = 1 << 20
"""Entries of a run under one key."""


class _Place(NamedTuple):
    """Where in the drawer some bytes lie."""

    start: int
    size: int


class Draft:
    """A shelf as it will be: reads see what this run wrote before, and else what is there."""

    def __init__(self, shelf: Shelf, *, at_hand: int = _AT_HAND) -> None:
        """Begin with what the shelf holds; more than `at_hand` bytes are not kept in memory."""
        self._shelf, self._room = shelf, at_hand
        self._written: dict[str, dict[str, bytes | _Place | None]] = defaultdict(dict)
        self._brought: dict[str, dict[str, _Place]] = defaultdict(dict)
        self._drawer: _Drawer | None = None
        self._at_hand: set[tuple[str, str]] = set()
        self._bytes_at_hand = 0

    def get(self, part: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those keys that there are."""
        written, brought = self._written[part], self._brought[part]
        wanted = list(dict.fromkeys(keys))
        missing = [key for key in wanted if key not in written and key not in brought]
        found = dict(self._shelf.kept(part, missing)) if missing else {}
        for key in wanted:
            known = written[key] if key in written else brought.get(key)
            if (content := self._read(known)) is not None:
                found[key] = content
        return found

    def one(self, part: str, key: str) -> bytes | None:
        """The bytes of one key."""
        return self.get(part, [key]).get(key)

    def bring(self, part: str, keys: Iterable[str]) -> None:
        """Have what the shelf holds of some keys in a file, from which forked processes can read it."""
        waiting = (key for key in keys if key not in self._written[part])
        while some := list(islice(waiting, _AT_ONCE)):
            found = dict(self._shelf.kept(part, some))
            self._drawer = self._drawer or _Drawer()
            self._brought[part].update(zip(found, self._drawer.put(list(found.values())), strict=True))

    def put(self, part: str, key: str, content: bytes | None) -> None:
        """Write, or with None forget, one key."""
        self._written[part][key] = content
        if content is not None:
            self._at_hand.add((part, key))
            self._bytes_at_hand += len(content)
        if self._bytes_at_hand > self._room:
            self._lay_aside()

    def rows(self) -> Iterator[Row]:
        """All that was written, by part and key; None for what is to be forgotten."""
        for part, rows in self._written.items():
            yield from ((part, key, self._read(content)) for key, content in rows.items())

    def arrays(self, part: str, key: str) -> list[NDArray[Any]]:
        """The arrays kept under one key; none where there is no such key."""
        content = self.one(part, key)
        return [] if content is None else unpacked(content)

    def _read(self, content: bytes | _Place | None) -> bytes | None:
        if isinstance(content, _Place):
            return None if self._drawer is None else self._drawer.read(content)
        return content

    def _lay_aside(self) -> None:
        """Put what is at hand into the drawer: a first grouping of many reports writes a gigabyte."""
        self._drawer = self._drawer or _Drawer()
        rows = [(part, key, self._written[part][key]) for part, key in self._at_hand]
        heavy = [(part, key, content) for part, key, content in rows if isinstance(content, bytes)]
        places = self._drawer.put([content for _, _, content in heavy])
        for (part, key, _), place in zip(heavy, places, strict=True):
            self._written[part][key] = place
        self._at_hand.clear()
        self._bytes_at_hand = 0


class _Drawer:
    """Bytes in a temporary file, which goes when this does."""

    def __init__(self) -> None:
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - closed with the drawer
        weakref.finalize(self, self._file.close)
        self._size = 0

    def put(self, contents: Sequence[bytes]) -> list[_Place]:
        with open(self._file.fileno(), "ab", closefd=False) as file:
            file.writelines(contents)
        ends = np.cumsum([self._size, *map(len, contents)]).tolist()
        self._size = ends[-1]
        return [_Place(start, len(content)) for start, content in zip(ends, contents, strict=False)]

    def read(self, place: _Place) -> bytes:
        # Not by seeking: forked processes share one place to read from.
        return os.pread(self._file.fileno(), place.size, place.start)


class KeptRuns:
    """Sorted runs of arrays in a draft; only those that have been replaced are written again."""

    def __init__(self, draft: Draft, part: str, *, longest: int = _LONGEST) -> None:
        """Runs longer than `longest` entries are kept in pieces."""
        self._draft, self._part, self._longest = draft, part, longest
        self._known: list[tuple[NDArray[Any], ...]] = []

    def load(self) -> list[tuple[Any, ...]]:
        """The runs, longest first."""
        number = 0
        while pieces := list(self._pieces(number)):
            self._known.append(tuple(np.concatenate(columns) for columns in zip(*pieces, strict=True)))
            number += 1
        return list(self._known)

    def keep(self, runs: Sequence[tuple[NDArray[Any], ...]]) -> None:
        """Write down the runs as they are now."""
        for number, run in enumerate(runs):
            if number >= len(self._known) or run is not self._known[number]:
                self._forget(number)
                for at in range(0, len(run[0]), self._longest):
                    piece = packed(column[at : at + self._longest] for column in run)
                    self._draft.put(self._part, _name(number, at), piece)
        for number in range(len(runs), len(self._known)):
            self._forget(number)
        self._known = list(runs)

    def _pieces(self, number: int) -> Iterator[list[NDArray[Any]]]:
        at = 0
        while found := self._draft.arrays(self._part, _name(number, at)):
            yield found
            at += self._longest

    def _forget(self, number: int) -> None:
        if number < len(self._known):
            for at in range(0, len(self._known[number][0]), self._longest):
                self._draft.put(self._part, _name(number, at), None)


def _name(run: int, at: int) -> str:
    return f"{run} from {at}"


def packed(arrays: Iterable[NDArray[Any]]) -> bytes:
    """Arrays as bytes."""
    written = io.BytesIO()
    for each in arrays:
        np.save(written, each, allow_pickle=False)
    return written.getvalue()


def unpacked(content: bytes) -> list[NDArray[Any]]:
    """The arrays that `packed` wrote, to be read where they lie: a ledger's may be a gigabyte."""
    read, found = io.BytesIO(content), []
    while read.tell() < len(content):
        npy.read_magic(read)
        shape, _, dtype = npy.read_array_header_1_0(read)
        size = math.prod(shape)
        found.append(np.frombuffer(content, dtype, size, read.tell()).reshape(shape))
        read.seek(size * dtype.itemsize, io.SEEK_CUR)
    return found
