"""Reach: nobody speaks on past the sentence that says that they speak, but in quotation marks or in print.

Of 1,366 indirect contents in the reports to learn from two go on into another sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.quotations import Quotation, touching
from sayso.model import Attribution, Span, trimmed

_OPENS = (":", "]")
"""What comes before words that are printed as they were said, or before a list of points."""
_GAP = 20
"""Characters between such a mark and the words, at the most."""


def within_sentence(
    text: str, one: Attribution, *, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution with its source, and what it tells in other words, in the sentence of its cue."""
    if one.cue is None:
        return one
    source = one.source and _beside(text, one.source, one.cue, sentences)
    content = _beside(text, one.content, one.cue, sentences, strip=".")
    is_cut = any(not (content and content.holds(quoted.span)) for quoted in touching(quotations, one.content))
    if content is None or is_cut or _is_opened(text, one.content):
        content = one.content
    return replace(one, source=source, content=content)


def _is_opened(text: str, content: Span) -> bool:
    return text[max(0, content.start - _GAP) : content.start].rstrip("“\"' \n\t").endswith(_OPENS)


def _beside(text: str, span: Span, cue: Span, sentences: Sequence[Span], *, strip: str = "") -> Span | None:
    """What of a span stands in a cue's sentence, where a part of it does; all of it where none does."""
    touched = _touched(sentences, span)
    homes = [sentence for sentence in touched if sentence.overlaps(cue)]
    if len(touched) == 1 or not homes:
        return span
    start, end = max(span.start, homes[0].start), min(span.end, homes[-1].end)
    return span if text.endswith(_OPENS, start, end) else trimmed(text, start, end, strip=strip)


def _touched(sentences: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda sentence: sentence.start)]
