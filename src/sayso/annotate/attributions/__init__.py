"""Attributions: who, in this report, says what; by quotation marks, cue verbs and "according to"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.attributions.nesting import nested
from sayso.annotate.attributions.quoted import quoted_in
from sayso.annotate.attributions.reported import reported_in
from sayso.annotate.attributions.sentence import Sentence
from sayso.annotate.attributions.speakers import named
from sayso.annotate.attributions.verbatim import verbatim_in
from sayso.annotate.quotations import Quotation, quotations_in
from sayso.annotate.words import words_of
from sayso.model import Attribution, Form, Reading, Span

# Shorter quoted stretches inside reported speech are borrowed expressions and do not make it "mixed".
_MIN_QUOTED_LETTERS = 8


def _annotate(reading: Reading) -> Reading:
    text = reading.text
    quotations = list(quotations_in(text))
    drafts = list(quoted_in(text, quotations))
    drafts += verbatim_in(text, reading.sentences)
    quoted = [draft.content for draft in drafts]
    cued = {draft.cue.start for draft in drafts if draft.cue is not None}
    times = sorted(time.span for time in reading.times)
    for span in reading.sentences:
        words = words_of(text, span)
        near = times[bisect_left(times, span.start, key=_start) : bisect_left(times, span.end, key=_start)]
        for draft in reported_in(Sentence(text, words, near)):
            if draft.cue is not None and cued.intersection(range(draft.cue.start, draft.cue.end)):
                continue
            if not _breaks(draft.content, quoted) and not _is_speaker_himself(text, draft, quoted):
                drafts.append(draft)
    drafts.sort(key=lambda draft: (draft.content.start, -draft.content.end))
    attributions = [to_attribution(text, draft, quotations) for draft in drafts]
    attributions = nested(attributions)
    names = named(text, attributions, mentions=reading.mentions, offices=reading.offices)
    return replace(
        reading, attributions=tuple(replace(a, who=who) for a, who in zip(attributions, names, strict=True))
    )


def _start(span: Span) -> int:
    return span.start


def _breaks(content: Span, quoted: Sequence[Span]) -> bool:
    """Whether a content runs over the edge of a quotation that has a speaker of its own."""
    return any(
        content.overlaps(quote) and not quote.holds(content) and not content.holds(quote) for quote in quoted
    )


def _is_speaker_himself(text: str, draft: Draft, quoted: Sequence[Span]) -> bool:
    """Whether a speaker only speaks of his own speaking: "I say", "we hope" in a quotation."""
    source = draft.source
    is_first_person = source is not None and source.of(text).lower() in {"i", "we"}
    return is_first_person and any(quote.holds(draft.content) for quote in quoted)


def to_attribution(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Attribution:
    """The attribution that a draft makes, with its form, as yet without its speaker's name and its parent."""
    return Attribution(
        source=draft.source,
        who=None,
        cue=draft.cue,
        content=draft.content,
        form=Form.DIRECT if draft.verbatim else _form(text, draft.content, quotations),
        confidence=1.0,
    )


def _form(text: str, content: Span, quotations: Sequence[Quotation]) -> Form:
    inside = [quotation for quotation in quotations if quotation.span.overlaps(content)]
    for quotation in inside:
        outside = text[content.start : max(content.start, quotation.span.start)]
        outside += text[min(content.end, quotation.span.end) : content.end]
        if not re.search(r"\w", outside):
            return Form.DIRECT
    is_mixed = any(len(quotation.inner) >= _MIN_QUOTED_LETTERS for quotation in inside)
    return Form.MIXED if is_mixed else Form.INDIRECT


ANNOTATOR = Annotator(
    name="attributions",
    reads=frozenset({Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS, Layer.OFFICES}),
    writes=frozenset({Layer.ATTRIBUTIONS}),
    annotate=each(_annotate),
)
