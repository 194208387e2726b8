"""The shelf: what grouping keeps between runs, as named bytes that any store can hold."""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Changes = dict[str, dict[str, bytes | None]]
"""Bytes by part and key; None where the key is to be forgotten."""


class Shelf(Protocol):
    """A store of bytes by part and key."""

    def kept(self, part: str, keys: Sequence[str] | None = None) -> Iterable[tuple[str, bytes]]:
        """Each of some keys of a part that is there, with its bytes; without `keys`, all of the part."""


class MemoryShelf:
    """A shelf in memory."""

    def __init__(self) -> None:
        self._parts: dict[str, dict[str, bytes]] = defaultdict(dict)

    def kept(self, part: str, keys: Sequence[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Each of some keys of a part that is there, with its bytes; without `keys`, all of the part."""
        known = self._parts[part]
        yield from ((key, known[key]) for key in (sorted(known) if keys is None else keys) if key in known)

    @property
    def size(self) -> int:
        """How many bytes there are on it."""
        return sum(len(content) for rows in self._parts.values() for content in rows.values())

    def put(self, changes: Mapping[str, Mapping[str, bytes | None]]) -> None:
        """Take in what has changed."""
        for part, rows in changes.items():
            for key, content in rows.items():
                if content is None:
                    self._parts[part].pop(key, None)
                else:
                    self._parts[part][key] = content


class Desk:
    """What was taken from a shelf or is to be put there: reads see what was written before."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.changes: Changes = defaultdict(dict)

    def get(self, part: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those keys that there are."""
        written = self.changes[part]
        wanted = list(dict.fromkeys(keys))
        found = dict(self._shelf.kept(part, [key for key in wanted if key not in written]))
        for key in wanted:
            if (content := written.get(key)) is not None:
                found[key] = content
        return found

    def one(self, part: str, key: str) -> bytes | None:
        """The bytes of one key."""
        return self.get(part, [key]).get(key)

    def put(self, part: str, key: str, content: bytes | None) -> None:
        """Write, or with None forget, one key."""
        self.changes[part][key] = content

    def arrays(self, part: str, key: str) -> list[NDArray[Any]]:
        """The arrays kept under one key; none where there is no such key."""
        content = self.one(part, key)
        return [] if content is None else unpacked(content)


class KeptRuns:
    """Sorted runs of arrays on a desk; only those that have been replaced are written again."""

    def __init__(self, desk: Desk, part: str) -> None:
        self._desk, self._part = desk, part
        self._known: list[tuple[NDArray[Any], ...]] = []

    def load(self) -> list[tuple[Any, ...]]:
        """The runs, longest first."""
        number = 0
        while content := self._desk.one(self._part, str(number)):
            self._known.append(tuple(unpacked(content)))
            number += 1
        return list(self._known)

    def keep(self, runs: Sequence[tuple[NDArray[Any], ...]]) -> None:
        """Write down the runs as they are now."""
        for number, run in enumerate(runs):
            if number >= len(self._known) or run is not self._known[number]:
                self._desk.put(self._part, str(number), packed(run))
        for number in range(len(runs), len(self._known)):
            self._desk.put(self._part, str(number), None)
        self._known = list(runs)


def packed(arrays: Iterable[NDArray[Any]]) -> bytes:
    """Arrays as bytes."""
    written = io.BytesIO()
    for each in arrays:
        np.save(written, each, allow_pickle=False)
    return written.getvalue()


def unpacked(content: bytes) -> list[NDArray[Any]]:
    """The arrays that `packed` wrote."""
    read, found = io.BytesIO(content), []
    while read.tell() < len(content):
        found.append(np.load(read, allow_pickle=False))
    return found
