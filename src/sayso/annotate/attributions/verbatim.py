"""Statements printed without quotation marks: "The minister said:", and then the statement itself."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.attributions.cues import CUE_FORMS, STATEMENT_ENDS
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.phrases import before_auxiliaries, phrase_before
from sayso.annotate.words import span_of, words_of
from sayso.model import Span, trimmed

_GAP = re.compile(r"\s*\n\s*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n|$")
_QUOTES = tuple("\"“‘«„'")
# A cue further from the colon than this introduces something else: a list, a time-table.
_REACH = 6


def verbatim_in(text: str, sentences: Sequence[Span]) -> Iterator[Draft]:
    """The statements that a cue and a colon at the end of a paragraph introduce, each to its end."""
    for sentence in sentences:
        gap = _GAP.match(text, sentence.end)
        if gap is None or text[sentence.end - 1] != ":" or text.startswith(_QUOTES, gap.end()):
            continue
        draft = _introduced(text, sentence)
        content = _statement(text, gap.end())
        if draft is not None and content is not None:
            yield Draft(source=draft[0], cue=draft[1], content=content, verbatim=True)


def _introduced(text: str, sentence: Span) -> tuple[Span, Span] | None:
    words = words_of(text, sentence)
    for at in range(len(words) - 2, max(0, len(words) - 2 - _REACH), -1):
        if words[at].lower not in CUE_FORMS:
            continue
        subject_end = before_auxiliaries(words, at)
        subject = phrase_before(words, subject_end)
        return None if subject is None else (span_of(words[subject[0] : subject[1]]), span_of([words[at]]))
    return None


def _statement(text: str, start: int) -> Span | None:
    """From `start` to the last paragraph before one that quotes somebody else or closes the release."""
    end = start
    while end < len(text):
        found = _PARAGRAPH.search(text, end)
        stop = len(text) if found is None else found.start()
        paragraph = text[end:stop].strip().lower()
        if paragraph.startswith((*STATEMENT_ENDS, *_QUOTES)) and end > start:
            break
        end = max(stop + 1, end + 1)
    span = trimmed(text, start, min(end, len(text)))
    return None if span is None else trimmed(text, span.start, span.end, strip=".")
