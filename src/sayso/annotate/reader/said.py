"""Said: cues and quotations from the scores, each with its source and its content."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.attributions.cueing import is_happening
from sayso.annotate.reader.scores import Scores, WordRange, best_spans, runs_in, sigmoid
from sayso.annotate.reader.thresholds import Thresholds
from sayso.annotate.reader.words import Ints
from sayso.annotate.words import Class, class_of
from sayso.model import Span

# No content of the hand-read reports is longer, in words, than the first; no source than the second.
_LONGEST_CONTENT, _LONGEST_SOURCE = 160, 16
_LONGEST_LEAD = 4
"""Words up to its verb that a cue may be drawn out to: "has since flatly denied"."""
_BEFORE_VERBS = frozenset({Class.AUXILIARY, Class.ADVERB})
_ACCORDING = ("according", "to")
_SELDOM = 0.8
"""How likely a verb that gives a toll is a cue: 18 of 22 are, in the reports to learn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution in spans alone, with the probability that it is one."""

    source: Span | None
    cue: Span | None
    content: Span
    confidence: float


def said_in(scores: Scores, *, thresholds: Thresholds, cueing: Sequence[int] = ()) -> Iterator[Said]:
    """Who says what, in the order of the text.

    `cueing` are the places where verbs begin that the model seldom met as cues, but are.
    """
    for section in scores.sections():
        seldom = np.isin(section.words.starts, cueing)
        yield from _in_section(section, thresholds, seldom & (section.anchor[:, 0] > 1 - thresholds.cue))


def _in_section(scores: Scores, thresholds: Thresholds, seldom: npt.NDArray[np.bool_]) -> Iterator[Said]:
    likely = scores.anchor.copy()
    likely[seldom] = (1 - _SELDOM, _SELDOM, 0, 0)
    cues = _whole(scores, runs_in(likely[:, :3], start=thresholds.cue, on=thresholds.cue_inside))
    in_cue = {word for first, end in cues for word in range(first, end)}
    quoted = np.flatnonzero(likely[:, 3] >= thresholds.bare).tolist()
    heard, free = frozenset(cues), _before_cues(cues, len(likely))
    anchors = sorted([*cues, *((word, word + 1) for word in quoted if word not in in_cue)])
    for some, pointing in scores.pointings(anchors):
        contents = best_spans(
            pointing["content_start"],
            pointing["content_end"],
            until=np.array([_beside(at, len(likely), is_cue=at in heard) for at in some]),
            longest=_LONGEST_CONTENT,
        )
        sources = best_spans(
            pointing["source_start"], pointing["source_end"], until=free, longest=_LONGEST_SOURCE
        )
        unsaid = sigmoid(scores.of_spans("unsaid", some))[:, 0] >= thresholds.unsaid
        for at, content, source, is_unsaid in zip(some, contents, sources, unsaid, strict=True):
            said = None if is_unsaid else source
            if content is not None and not (seldom[at[0]] and _is_nobody(scores, said)):
                confidence = float(likely[at[0], 1 if at in heard else 3])
                cue = at if at in heard else None
                yield _said(scores, cue, content=content, source=said, confidence=confidence)


def _is_nobody(scores: Scores, source: WordRange | None) -> bool:
    return source is None or is_happening(scores.lower[source[0] : source[1]])


def _whole(scores: Scores, cues: list[WordRange]) -> list[WordRange]:
    """The cues, each up to its verb: "has" and "flatly" say nothing before "denied" is read."""
    whole: list[WordRange] = []
    for first, end in cues:
        if whole and first < whole[-1][1]:
            begun, grown = whole.pop()
            first, end = begun, max(end, grown)
        while end < min(len(scores.words), first + _LONGEST_LEAD) and _waits_for_verb(scores, first, end):
            end += 1
        whole.append((first, _before_source(scores, first, end)))
    return whole


def _before_source(scores: Scores, first: int, end: int) -> int:
    """Where a cue ends that would swallow its source: "according to" of "according to reports"."""
    behind = first + len(_ACCORDING)
    return behind if tuple(scores.lower[first:behind]) == _ACCORDING and behind < end else end


def _waits_for_verb(scores: Scores, first: int, end: int) -> bool:
    """Whether a cue has come no further than its auxiliaries and adverbs, with a word ahead."""
    is_begun = all(class_of(word) in _BEFORE_VERBS for word in scores.lower[first:end])
    return is_begun and scores.lower[end].isalpha()


def _before_cues(cues: list[WordRange], count: int) -> Ints:
    """How far a span may reach from each word: no source runs through the words for saying it."""
    until = np.full(count, count)
    low = 0
    for first, end in cues:
        until[low:first], until[first:end] = first, 0
        low = end
    return until


def _beside(anchor: WordRange, count: int, *, is_cue: bool) -> Ints:
    """The same for what is said: to either side of a cue, or from a quotation's first word on."""
    first, end = anchor
    until = np.full(count, count)
    until[:first] = first if is_cue else 0
    if is_cue:
        until[first:end] = 0
    return until


def _said(
    scores: Scores,
    cue: WordRange | None,
    *,
    content: WordRange,
    source: WordRange | None,
    confidence: float,
) -> Said:
    words = scores.words
    return Said(
        source=words.span(*source) if source else None,
        cue=words.span(*cue) if cue else None,
        content=words.span(*content),
        confidence=confidence,
    )
