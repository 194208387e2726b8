"""Said: cues and quotations from the scores, each with its source and its content."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.annotate.reader.scores import Scores, WordRange, best_span, runs_in, sigmoid
from sayso.annotate.reader.thresholds import Thresholds
from sayso.annotate.reader.words import Ints
from sayso.annotate.words import Class, class_of
from sayso.model import Span

# No content of the hand-read reports is longer, in words, than the first; no source than the second.
_LONGEST_CONTENT, _LONGEST_SOURCE = 160, 16
_LONGEST_LEAD = 4
"""Words up to its verb that a cue may be drawn out to: "has since flatly denied"."""
_BEFORE_VERBS = frozenset({Class.AUXILIARY, Class.ADVERB})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution in spans alone, with the probability that it is one."""

    source: Span | None
    cue: Span | None
    content: Span
    confidence: float


def said_in(scores: Scores, *, thresholds: Thresholds) -> Iterator[Said]:
    """Who says what, in the order of the text."""
    for section in scores.sections():
        yield from _in_section(section, thresholds)


def _in_section(scores: Scores, thresholds: Thresholds) -> Iterator[Said]:
    likely = scores.anchor
    cues = _whole(scores, runs_in(likely[:, :3], start=thresholds.cue, on=thresholds.cue_inside))
    in_cue = {word for first, end in cues for word in range(first, end)}
    free = _outside(cues, len(likely))
    quoted = np.flatnonzero(likely[:, 3] >= thresholds.bare).tolist()
    bare = [(n, n + 1) for n in quoted if n not in in_cue]
    for span, is_cue in sorted([(span, True) for span in cues] + [(span, False) for span in bare]):
        found = _said(scores, span, is_cue=is_cue, free=free, thresholds=thresholds)
        if found is not None:
            yield found


def _whole(scores: Scores, cues: list[WordRange]) -> list[WordRange]:
    """The cues, each up to its verb: "has" and "flatly" say nothing before "denied" is read."""
    whole: list[WordRange] = []
    for first, end in cues:
        if whole and first < whole[-1][1]:
            begun, grown = whole.pop()
            first, end = begun, max(end, grown)
        while end < min(len(scores.words), first + _LONGEST_LEAD) and _waits_for_verb(scores, first, end):
            end += 1
        whole.append((first, end))
    return whole


def _waits_for_verb(scores: Scores, first: int, end: int) -> bool:
    """Whether a cue has come no further than its auxiliaries and adverbs, with a word ahead."""
    is_begun = all(class_of(word) in _BEFORE_VERBS for word in scores.lower[first:end])
    return is_begun and scores.lower[end].isalpha()


def _outside(cues: list[WordRange], count: int) -> Ints:
    """What lies before, between and after the cues: no source runs through the words for saying it."""
    begins = [0, *(end for _, end in cues)]
    ends = [*(first for first, _ in cues), count]
    return np.array([begins, ends]).T


def _said(
    scores: Scores, anchor: WordRange, *, is_cue: bool, free: Ints, thresholds: Thresholds
) -> Said | None:
    pointing = scores.pointing(anchor)
    count = len(scores.words)
    around = [(0, anchor[0]), (anchor[1], count)] if is_cue else [(anchor[0], count)]
    content = best_span(
        pointing["content_start"], pointing["content_end"], allowed=around, longest=_LONGEST_CONTENT
    )
    if content is None:
        return None
    source = None
    if float(sigmoid(scores.of_span("unsaid", anchor))[0]) < thresholds.unsaid:
        source = best_span(
            pointing["source_start"], pointing["source_end"], allowed=free, longest=_LONGEST_SOURCE
        )
    words = scores.words
    return Said(
        source=words.span(*source) if source else None,
        cue=words.span(*anchor) if is_cue else None,
        content=words.span(*content),
        confidence=float(scores.anchor[anchor[0], 1 if is_cue else 3]),
    )
