"""Bare quotations: what stands in quotation marks as a paragraph of its own is whoever's spoke last."""

import re
from collections.abc import Sequence

from sayso.annotate.attributions.labels import under_label
from sayso.annotate.quotations import Quotation
from sayso.model import Attribution, Near, Span

_LINE_BEFORE, _LINE_AFTER = (
    re.compile(r"(?:\n|\A)[ \t>•–—-]{0,4}\Z"),
    re.compile(r"[.]?[ \t]{0,4}(?:\r?\n|\Z)"),
)
_REACH = 6
_FEWEST_WORDS = 5
_FARTHEST = 400
"""Characters from where somebody speaks to the quotation in which they speak on."""


def with_bare(
    text: str, attributions: Sequence[Attribution], *, quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions with quotations that are paragraphs and nobody's yet; unnamed where nobody spoke."""
    told = Near((one.content, None) for one in attributions)
    ends = sorted((_end(one), number) for number, one in enumerate(attributions) if one.source is not None)
    bare = [one for one in quotations if _stands_alone(text, one) and not told.touching(one.span)]
    found: list[Attribution] = []
    at = 0
    for quotation in bare:
        while at < len(ends) and ends[at][0] <= quotation.span.start:
            at += 1
        near = at and quotation.span.start - ends[at - 1][0] <= _FARTHEST
        speaker = attributions[ends[at - 1][1]].source if near else None
        found.append(under_label(speaker, quotation.span))
    return [*attributions, *found]


def _end(one: Attribution) -> int:
    """Where somebody has spoken: behind the words and what tells whose they are."""
    return max(mark.end for mark in (one.source, one.cue, one.content) if mark is not None)


def _stands_alone(text: str, quotation: Quotation) -> bool:
    span: Span = quotation.span
    is_alone = _LINE_BEFORE.search(text, max(0, span.start - _REACH), span.start) and _LINE_AFTER.match(
        text, span.end
    )
    return bool(is_alone) and len(quotation.inner.of(text).split()) >= _FEWEST_WORDS
