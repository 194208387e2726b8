"""The shelf: what grouping keeps between runs, as named bytes that any store can hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

Row = tuple[str, str, bytes | None]
"""Part, key and bytes; None where the key is to be forgotten."""


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

    def put(self, rows: Iterable[Row]) -> None:
        """Take in what has changed."""
        for part, key, content in rows:
            if content is None:
                self._parts[part].pop(key, None)
            else:
                self._parts[part][key] = content
