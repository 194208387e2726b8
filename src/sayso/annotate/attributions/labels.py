"""Labels: what a report lays at somebody's door by a mark alone, as in "Nine killed in Orlo: police"."""

import re
from collections.abc import Iterator, Sequence

from sayso.annotate import tables
from sayso.annotate.attributions.sources import shortest
from sayso.annotate.attributions.speaking import names_speaker, tells
from sayso.annotate.quotations import MAY_OPEN, Quotation
from sayso.annotate.words import Word, words_in
from sayso.model import Attribution, Form, Mention, Near, Span, trimmed

_TIME = r"\[?\d{1,2}[:.h]\d\d\]?(?:\s?(?:[ap]m|GMT|UTC))?[\s:,|–-]+"
# Before a quotation: what stands between the last stop, bullet or time of day and a colon.
_BEFORE_QUOTATION = re.compile(
    rf"(?:^|[.!?…\"”»]\s+|\n)(?:[•▪·*–-]\s+)?(?:{_TIME})?"
    r"(?P<label>[^\n.!?…\"“”«»:;]{2,90}):\s*\Z"
)
# Behind the time of an entry in a log: "08:02 | Air force: 11 of 14 missiles intercepted"
_ENTRY = re.compile(
    rf"^[ \t•▪·*]{{0,4}}{_TIME}(?P<label>[^\n.!?…\"“”«»:;]{{2,60}}):[ \t]+(?P<words>[^\s\"“'‘«][^\n]+)",
    re.MULTILINE,
)
_LOOK, _GAP = 120, 6
# Behind a sentence: "… - police", "…: officials", "… (Interior Ministry)", but not "… the Orlo Guard (OG)".
_BEHIND = re.compile(
    r"(?:(?:\s+[-–—―]+|:)\s+(?P<label>[^\n\-–—―:()\"“”,]{1,60}[^\W_])"
    r"|\s[(\[](?:(?i:sources?|via):? )?"
    r"(?P<bracketed>[^\n()\[\]:]{2,60}?)(?:,[^\n()\[\],:]{0,20}\d[^\n()\[\],:]{0,20})?[)\]])\.?\Z"
)
# Behind a quotation, at the end of its line: "…" — Ana Oro, teacher
_SIGNED = re.compile(r"\s{0,3}[-–—―]{1,2}\s{0,3}(?P<label>[^\n\"“”:;.!?]{2,90})[.]?[ \t\xa0]*(?=\n|\Z)")
_BULLET = re.compile(r"\s*[•▪·*–-]\s+")
_CONFIDENCE = 0.8


def labelled(
    text: str,
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    sentences: Sequence[Span],
) -> list[Attribution]:
    """The attributions with those that a mark alone tells of: a label before or behind.

    Where somebody was already found to speak by a verb no label is looked for; what was found without one
    is the label's.
    """
    cued = [one for one in attributions if one.cue is not None]
    spoken = Near((span, None) for one in cued for span in (one.source, one.cue) if span is not None)
    quoted = {one.content.start for one in cued if one.source is not None}
    pairs = [
        (shortest(text, source, mentions), content)
        for source, content in _beside_and_behind(text, quotations, sentences)
        if not spoken.touching(source)
        and content.start not in quoted
        and (names_speaker(source, text, mentions) or _is_strange_name(source, text, content))
    ]
    told = Near((content, content) for _, content in pairs)
    kept = [one for one in attributions if not _is_of_label(one, told)]
    return [*kept, *(under_label(source, content) for source, content in pairs)]


def _is_of_label(one: Attribution, told: Near[Span]) -> bool:
    """Whether words were found without a verb that a label tells of, by nobody named among them."""
    same = (content for content in told.touching(one.content) if content.holds(one.content))
    return one.cue is None and any(one.source is None or not content.holds(one.source) for content in same)


def under_label(source: Span | None, content: Span) -> Attribution:
    """What is said under a label, by which words are a speaker's without a verb."""
    return Attribution(
        source=source, who=None, cue=None, content=content, form=Form.INDIRECT, confidence=_CONFIDENCE
    )


def _beside_and_behind(
    text: str, quotations: Sequence[Quotation], sentences: Sequence[Span]
) -> Iterator[tuple[Span, Span]]:
    """Labels beside quotations and in logs, and those behind sentences that are no part of either."""
    beside = [*_beside(text, quotations), *_in_entries(text)]
    yield from beside
    signed = Near((content, None) for _, content in beside)
    yield from (pair for pair in _behind(text, sentences) if not signed.touching(pair[1]))


def _beside(text: str, quotations: Sequence[Quotation]) -> Iterator[tuple[Span, Span]]:
    """Labels before quotations and names signed behind them: 'Oro, the mayor: "…"', '"…" — Ana Oro'."""
    for quotation in quotations:
        start, end = quotation.span.start, quotation.span.end
        if text[max(0, start - _GAP) : start].rstrip().endswith(":"):
            label = _BEFORE_QUOTATION.search(text, max(0, start - _LOOK), start)
        else:
            label = _SIGNED.match(text, end)
        if label:
            yield Span(*label.span("label")), quotation.span


def _in_entries(text: str) -> Iterator[tuple[Span, Span]]:
    """Labels in the entries of a log, each with the rest of its line."""
    for entry in _ENTRY.finditer(text):
        content = trimmed(text, *entry.span("words"))
        if content and tells(list(words_in(text, content.start, content.end))):
            yield Span(*entry.span("label")), content


def _behind(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Labels behind sentences, each with the rest of its sentence."""
    for sentence in sentences:
        label = _BEHIND.search(text, max(sentence.start, sentence.end - _LOOK), sentence.end)
        start = _BULLET.match(text, sentence.start)
        content = label and trimmed(text, start.end() if start else sentence.start, label.start())
        words = list(words_in(text, content.start, content.end)) if content else []
        if label and content and tells(words) and not _is_short_form(label["bracketed"] or "", words):
            yield Span(*label.span("label" if label["label"] else "bracketed")), content


def _is_short_form(bracketed: str, words: Sequence[Word]) -> bool:
    """Whether a bracket gives but another name for what stands before: "the Orlo Guard (OG)"."""
    if not bracketed.isupper() or not bracketed.isalpha():
        return False
    last = words[-1]
    is_name = last.is_name and last.lower not in tables.cue_words()["calendar"]
    initials = "".join(word.lower[0] for word in words[-len(bracketed) :])
    return is_name or initials == bracketed.lower()


def _is_strange_name(label: Span, text: str, content: Span) -> bool:
    """Whether a capitalised word that is no common one stands beside a quotation: 'Amnesty: "…"'."""
    words = list(words_in(text, label.start, label.end))
    common = tables.words("common_words.txt")
    return text[content.start] in MAY_OPEN and all(
        word.is_name and not word.text.isupper() and word.lower not in common for word in words
    )
