"""Near: things kept by where in a text they stand, looked up without going through the whole of it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from sayso.model.span import Span

T = TypeVar("T")
_BLOCK = 200
"""How many characters of the text are looked at together: some thirty words."""


class Near(Generic[T]):
    """Things kept by where they stand, so that those at a place are found without asking all of them."""

    def __init__(self, things: Iterable[tuple[Span, T]] = ()) -> None:
        self._kept: list[tuple[Span, T]] = []
        self._blocks: defaultdict[int, list[int]] = defaultdict(list)
        for span, thing in things:
            self.add(span, thing)

    def add(self, span: Span, thing: T) -> None:
        """Keep one more."""
        for block in _blocks(span):
            self._blocks[block].append(len(self._kept))
        self._kept.append((span, thing))

    def touching(self, span: Span) -> list[T]:
        """Those that share a character with a span, in the order in which they were added."""
        found = {number for block in _blocks(span) for number in self._blocks.get(block, ())}
        return [thing for at, thing in (self._kept[number] for number in sorted(found)) if at.overlaps(span)]


def _blocks(span: Span) -> range:
    return range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1)
