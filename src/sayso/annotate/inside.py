"""Inside: what stands in a sentence or at a place, looked up without going through the whole report."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from sayso.annotate.words import Word
from sayso.model import Mention, Span

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


def spans_inside(spans: Sequence[Span], sentence: Span) -> Sequence[Span]:
    """Those of some spans, in order of the text, that a sentence holds."""
    return _inside(spans, sentence, span=lambda span: span)


def mentions_inside(mentions: Sequence[Mention], sentence: Span) -> Sequence[Mention]:
    """Those of a report's mentions, in order of the text, that a sentence holds."""
    return _inside(mentions, sentence, span=lambda mention: mention.span)


def words_inside(words: Sequence[Word], span: Span) -> range:
    """The numbers of a sentence's words that begin inside a span."""
    first, end = (bisect_left(words, at, key=lambda word: word.start) for at in (span.start, span.end))
    return range(first, end)


def _inside(items: Sequence[T], sentence: Span, *, span: Callable[[T], Span]) -> Sequence[T]:
    first = bisect_left(items, sentence.start, key=lambda item: span(item).start)
    end = bisect_left(items, sentence.end, lo=first, key=lambda item: span(item).start)
    return [item for item in items[first:end] if sentence.holds(span(item))]
