"""Said: cues and quotations from the scores, each with its source and its content."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.reader.scores import Scores, WordRange, best_span, runs_in, sigmoid
from sayso.annotate.reader.thresholds import Thresholds
from sayso.model import Span

# No content of the hand-read reports is longer, in words, than the first; no source than the second.
_LONGEST_CONTENT, _LONGEST_SOURCE = 160, 16


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
    cues = runs_in(likely[:, :3], start=thresholds.cue, on=thresholds.cue_inside)
    in_cue = {word for first, end in cues for word in range(first, end)}
    bare = [(n, n + 1) for n in range(len(likely)) if likely[n, 3] >= thresholds.bare and n not in in_cue]
    for span, is_cue in sorted([(span, True) for span in cues] + [(span, False) for span in bare]):
        found = _said(scores, span, is_cue=is_cue, thresholds=thresholds)
        if found is not None:
            yield found


def _said(scores: Scores, anchor: WordRange, *, is_cue: bool, thresholds: Thresholds) -> Said | None:
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
            pointing["source_start"], pointing["source_end"], allowed=[(0, count)], longest=_LONGEST_SOURCE
        )
    words = scores.words
    return Said(
        source=words.span(*source) if source else None,
        cue=words.span(*anchor) if is_cue else None,
        content=words.span(*content),
        confidence=float(scores.anchor[anchor[0], 1 if is_cue else 3]),
    )
