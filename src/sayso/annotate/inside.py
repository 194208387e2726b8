"""Inside: what stands in a sentence or at a place, looked up without going through the whole report."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.annotate.words import Word
from sayso.model import Mention, Span

T = TypeVar("T")


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
