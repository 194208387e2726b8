"""Speech inside quotation marks: the cue beside it, and the quotation that goes on without one."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate.attributions.cues import CUE_FORMS, TAKES, Takes
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.inflection import Form
from sayso.annotate.phrases import before_auxiliaries, phrase_after, phrase_before
from sayso.annotate.quotations import Quotation
from sayso.annotate.sentences import sentences_in
from sayso.annotate.words import Class, Word, span_of, words_in
from sayso.model import Span

# Fewer words in quotation marks are a name or a borrowed expression, unless a cue stands right beside them.
_MIN_WORDS = 4
_REACH = 160
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")
_PARAGRAPH_END = re.compile(r"\n")
_SPEECH = frozenset({Takes.CLAUSE, Takes.LISTENER, Takes.SPEECH, Takes.THING})


def quoted_in(text: str, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """The attributions whose whole content is a quotation, in order.

    A quotation with no cue of its own goes on from the speaker of the one before it when the two stand in
    neighbouring sentences or it fills a paragraph of its own.
    """
    last: Draft | None = None
    for number, quotation in enumerate(quotations):
        low = quotations[number - 1].span.end if number else 0
        high = quotations[number + 1].span.start if number + 1 < len(quotations) else len(text)
        size = sum(
            1 for word in words_in(text, quotation.inner.start, quotation.inner.end) if word.text[0].isalnum()
        )
        draft = None
        if size >= _MIN_WORDS or (size >= 2 and _is_sentence(text, quotation)):
            draft = _cued_behind(text, quotation, high) or _cued_before(text, quotation, low)
        if (
            draft is None
            and size >= _MIN_WORDS
            and last is not None
            and _goes_on(text, quotations, number, last)
        ):
            draft = Draft(source=last.source, cue=None, content=quotation.span, carried=True)
        if draft is not None:
            yield draft
            last = draft


def _is_sentence(text: str, quotation: Quotation) -> bool:
    return text[quotation.inner.end - 1] in ",.!?" and text[quotation.inner.start].isupper()


def _cued_behind(text: str, quotation: Quotation, high: int) -> Draft | None:
    """`"…," the mayor said` and `"…," said the mayor`."""
    stop = _clause_end(text, quotation.span.end, high)
    words = list(words_in(text, quotation.span.end, stop))
    while words and words[0].text in {",", "-", "–", "—"}:
        words = words[1:]
    if not words or (
        text[quotation.inner.end - 1] in ".;" and words[0].is_name and words[0].lower in CUE_FORMS
    ):
        return None
    at = next((n for n, word in enumerate(words) if _is_cue(words, n)), None)
    if at is None:
        return None
    if at == 0:
        phrase = phrase_after(words, 1)
    else:
        subject_end = before_auxiliaries(words, at)
        phrase = phrase_before(words, subject_end)
        starts_sentence = (
            text[quotation.inner.end - 1] in ".;" and text[quotation.span.end : stop].strip()[:1].isupper()
        )
        if phrase is None or phrase[0] > 1 or (starts_sentence and _takes_more(words, at)):
            return None
    if phrase is None:
        return None
    source = span_of(words[phrase[0] : phrase[1]])
    return Draft(source=source, cue=span_of([words[at]]), content=quotation.span)


def _takes_more(words: Sequence[Word], at: int) -> bool:
    """Whether a statement of its own follows, so that the cue does not belong to what precedes it."""
    return sum(1 for word in words[at + 1 :] if word.text[0].isalnum()) > 3


def _cued_before(text: str, quotation: Quotation, low: int) -> Draft | None:
    """`The mayor said: "…"` and `the mayor said that "…"`, where the quotation runs to the sentence's end."""
    start = _clause_start(text, quotation.span.start, low)
    words = list(words_in(text, start, quotation.span.start))
    tail = len(words)
    while tail > 0 and (
        words[tail - 1].text in {",", ":", "-", "–", "—"} or words[tail - 1].lower in {"that", "as"}
    ):
        tail -= 1
    at = next((n for n in range(tail - 1, max(-1, tail - 9), -1) if _is_cue(words, n)), None)
    if at is None or at == 0 or not _runs_to_end(text, quotation):
        return None
    between = words[at + 1 : tail]
    introduced = bool(text[: quotation.span.start].rstrip().endswith((":", ",")))
    if between and not introduced:
        return None
    subject_end = before_auxiliaries(words, at)
    phrase = phrase_before(words, subject_end)
    if phrase is None:
        return None
    source = span_of(words[phrase[0] : phrase[1]])
    helped = words[subject_end].start if words[subject_end].cls is Class.AUXILIARY else words[at].start
    return Draft(source=source, cue=Span(helped, words[at].end), content=quotation.span)


def _is_cue(words: Sequence[Word], at: int) -> bool:
    known = CUE_FORMS.get(words[at].lower)
    if known is None or not TAKES[known[0]] & _SPEECH:
        return False
    if at > 0 and (words[at - 1].cls is Class.DETERMINER or words[at - 1].lower in {"to", "not", "of"}):
        return False
    return bool(known[1] & {Form.PAST, Form.PRESENT, Form.PARTICIPLE, Form.BASE}) or at == 0


def _runs_to_end(text: str, quotation: Quotation) -> bool:
    after = text[quotation.span.end : quotation.span.end + 2]
    return text[quotation.inner.end - 1] in ".!?," or not after.strip() or after[0] in ".!?;"


def _clause_end(text: str, start: int, high: int) -> int:
    high = min(high, start + _REACH)
    for pattern in (_SENTENCE_END, _PARAGRAPH_END):
        found = pattern.search(text, start, high)
        if found is not None:
            high = min(high, found.start() + 1)
    return max(high, start)


def _clause_start(text: str, end: int, low: int) -> int:
    low = max(low, end - _REACH)
    for pattern in (_SENTENCE_END, _PARAGRAPH_END):
        for found in pattern.finditer(text, low, end):
            if text[found.end() : end].strip():
                low = max(low, found.end())
    return low


def _goes_on(text: str, quotations: Sequence[Quotation], number: int, last: Draft) -> bool:
    quotation = quotations[number]
    reached = max(last.content.end, last.source.end if last.source else 0, last.cue.end if last.cue else 0)
    if reached > quotation.span.start:
        return False
    between = text[reached : quotation.span.start]
    begins_sentence = not between.strip() or between.rstrip().endswith((".", "!", "?", ":", "”", '"'))
    if not begins_sentence or sum(1 for _ in sentences_in(between)) > 1:
        return False
    paragraphs = between.count("\n\n")
    return paragraphs == 0 or (paragraphs == 1 and _fills_paragraph(text, quotation))


def _fills_paragraph(text: str, quotation: Quotation) -> bool:
    line_start = text.rfind("\n", 0, quotation.span.start) + 1
    return not text[line_start : quotation.span.start].strip()
