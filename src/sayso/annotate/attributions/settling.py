"""Settling: contents that keep to what their speaker says, each told once."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.annotate.quotations import Quotation, touching
from sayso.model import Attribution, Near, Span, changed, trimmed

_AGAINST = re.compile(
    r"\b(?:contrary|in (?:contrast|contradiction|opposition)) to\b[^,.;:\n“”\"]{1,120},"
    r"|\b(?:despite|notwithstanding|in spite of|regardless of)\b[^,.;:\n“”\"]{1,120},",
    re.IGNORECASE,
)
_LABEL_ENDS = frozenset({"]", ":", "]:", ":]"})
_ASIDE = re.compile(r"\[[^\[\]\n]{1,40}\]")
"""Between a label and the words: "[Mayor] [Begin recording] We …"."""
_NOTE = re.compile(r"\[[^\[\]\n]{0,30}\b(?:omitted|indistinct|inaudible)\]", re.IGNORECASE)
_LONGEST_NOTE = 42
_ARTICLES = frozenset({"a", "an", "the"})
"""What a name may begin with, and is none by itself."""
_LONGEST_TITLE = 6
"""Words between a quotation and the name of whoever says it."""
_STOPS = (".", "!", "?", ":", "…")


def settled(
    text: str, attributions: Iterable[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions, with contents that end where their speaker does, each content and source once."""
    whole = (
        changed(one, content=_whole_quotations(text, one, quotations))
        for one in not_contradicted(text, attributions)
        if one.source is None or one.source.of(text).lower() not in _ARTICLES
    )
    telling = (one for one in whole if any(map(str.isalnum, one.content.of(text))))
    kept = _going_on(text, _once(text, telling))
    labels = [_label_start(text, one) for one in kept]
    starts = sorted(start for start in labels if start is not None)
    return [changed(one, content=_up_to_label(text, one, starts)) for one in kept]


def not_contradicted(text: str, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The attributions but those to whom the sentence opposes its words.

    "Contrary to claims by the rebels, no prisoners were taken": the rebels claim that some were. What stands
    within the opposing words is theirs: "despite the army's claim that it hit a base, nine died".
    """
    against = Near((Span(*found.span()),) * 2 for found in _AGAINST.finditer(text))
    for one in attributions:
        said_by = [span for span in (one.source, one.cue) if span is not None]
        if not any(
            all(opposed.holds(span) for span in said_by) and opposed.end <= one.content.start
            for opposed in (against.touching(said_by[0]) if said_by else ())
        ):
            yield one


def _once(text: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    """Of several findings of one content from one source, the surer; of bare ones, the longest.

    What a cue introduces is not found once more without one, unless it has a speaker's label before it.
    """
    found = list(attributions)
    cued = Near((one.content, one) for one in found if one.cue is not None)
    kept: list[Attribution] = []
    near: Near[Attribution] = Near()
    for one in sorted(found, key=lambda one: -(one.confidence)):
        if one.cue is None and _is_cued(text, one, cued):
            continue
        place = one.source or one.content
        if not any(_is_same(one, other) for other in near.touching(place)):
            kept.append(one)
            near.add(place, one)
    return kept


def _is_same(one: Attribution, other: Attribution) -> bool:
    if one.source is None or other.source is None:
        return one.source == other.source and one.content == other.content
    if not one.source.overlaps(other.source):
        return False
    is_bare = one.cue is None and other.cue is None
    return one.content == other.content or (is_bare and one.content.overlaps(other.content))


def _is_cued(text: str, one: Attribution, cued: Near[Attribution]) -> bool:
    """Whether a cue introduces what was found without one, and no speaker's label stands before it."""
    same = (other for other in cued.touching(one.content) if other.content.holds(one.content))
    return _label_start(text, one) is None and any(
        one.source is None or not other.content.holds(one.source) for other in same
    )


def _going_on(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; behind a note such as "[passage omitted]" whoever spoke before it speaks on."""
    speaker: Span | None = None
    known: list[Attribution] = []
    for one in sorted(attributions, key=lambda one: one.content):
        if one.cue is None and one.source is not None:
            if _is_note(text, one.source):
                known.append(changed(one, source=speaker))
                continue
            speaker = one.source
        known.append(one)
    return known


def _is_note(text: str, span: Span) -> bool:
    """Whether words stand in a note of whoever wrote a talk down."""
    notes = _NOTE.finditer(text, max(0, span.start - _LONGEST_NOTE), span.end + _LONGEST_NOTE)
    return any(note.start() < span.start and span.end < note.end() for note in notes)


def _label_start(text: str, one: Attribution) -> int | None:
    """Where the label begins that names a speaker right before the words: "[Reporter]", "MAYOR:"."""
    if one.cue is not None or one.source is None or one.source.end > one.content.start:
        return None
    if _ASIDE.sub("", text[one.source.end : one.content.start]).strip() not in _LABEL_ENDS:
        return None
    start = one.source.start
    return start - 1 if text.startswith("[", start - 1) and start else start


def _up_to_label(text: str, one: Attribution, labels: Sequence[int]) -> Span:
    """The content up to where the next speaker's label begins."""
    content = one.content
    at = bisect_right(labels, content.start)
    if at == len(labels) or labels[at] >= content.end:
        return content
    return trimmed(text, content.start, labels[at]) or content


def _whole_quotations(text: str, one: Attribution, quotations: Sequence[Quotation]) -> Span:
    """The content with no quotation cut through: one that a new sentence opens is left to its own speaker.

    What somebody who is quoted tells of another may end within the quotation.
    """
    content = one.content
    for quotation in touching(quotations, one.content):
        if content.holds(quotation.inner) or _is_quoted(one, quotation):
            continue
        before = trimmed(text, content.start, max(content.start, quotation.span.start))
        if before is not None and before.of(text).endswith(_STOPS):
            return Span(before.start, before.end - 1)
        content = Span(min(content.start, quotation.span.start), max(content.end, quotation.span.end))
    return _without_title(text, content, one, quotations)


def _without_title(text: str, content: Span, one: Attribution, quotations: Sequence[Quotation]) -> Span:
    """A quotation without what only tells more of its speaker: '"…," one of them, Pia Lonn, wrote'."""
    if one.source is None or not 0 <= one.source.start - content.end <= len(", "):
        return content
    for quotation in touching(quotations, content):
        behind = text[quotation.span.end : content.end].split()
        if quotation.span.start == content.start and 0 < len(behind) <= _LONGEST_TITLE:
            return quotation.span
    return content


def _is_quoted(one: Attribution, quotation: Quotation) -> bool:
    """Whether the words for saying it, too, stand in what another is quoted for."""
    return any(mark is not None and quotation.span.overlaps(mark) for mark in (one.source, one.cue))
