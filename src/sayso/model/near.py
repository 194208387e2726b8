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
        self._blocks: defaultdict[int, list[tuple[int, int, int, T]]] = defaultdict(list)
        self._count = 0
        for span, thing in things:
            self.add(span, thing)

    def add(self, span: Span, thing: T) -> None:
        """Keep one more."""
        kept = self._count, span.start, span.end, thing
        self._count += 1
        for block in range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1):
            self._blocks[block].append(kept)

    def touching(self, span: Span) -> list[T]:
        """Those that share a character with a span, in the order in which they were added."""
        low, high = span.start, span.end
        first, last = low // _BLOCK, (high - 1) // _BLOCK
        if first == last:
            here = self._blocks.get(first, ())
            return [thing for _, start, end, thing in here if start < high and low < end]
        found = {
            number: thing
            for block in range(first, last + 1)
            for number, start, end, thing in self._blocks.get(block, ())
            if start < high and low < end
        }
        return [found[number] for number in sorted(found)]
