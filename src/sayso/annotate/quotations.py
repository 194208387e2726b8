"""Quotation marks paired up, so that one missing mark costs one paragraph and not the whole report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span

_MARKS = re.compile(
    r"[\"“”„«»]|''|``|(?P<opens>(?<!\w)‘(?=\w)|(?<![\w'’])'(?=[^\W_]|[\"“])(?!\d0s\b|(?:em|n|til|tis|twas)\b))"
    r"|(?P<closes>(?<=[\w.,!?…\"”])[’'](?![\w']))"
)
"""A single mark opens before a word and closes behind one; elsewhere it is an apostrophe."""
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*[\"“„«])|\u2029")
_OPENING, _CLOSING, _SINGLE = frozenset("“„«‘") | {"``"}, frozenset("”»’"), frozenset("‘'")
MAY_OPEN = frozenset("\"“'‘«`")
"""Marks that a quotation may begin with."""
_POSSESSIVE = re.compile(r"[sS]['’] [a-z]")
_AHEAD = 20
"""Marks that are looked at behind one that may be an apostrophe."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks."""

    span: Span
    """With the marks."""
    inner: Span
    """Without them."""


def quotations_in(text: str) -> Iterator[Quotation]:
    """The quotations of `text`, outermost only, in order.

    Marks are paired inside each paragraph, so an odd number of them in one paragraph leaves the others whole.
    A quotation that a paragraph opens and never closes runs to the paragraph's end; where the next paragraph
    opens with a mark again (the newspaper habit for long quotations) the two are one.
    """
    pending: Quotation | None = None
    start = 0
    for gap in [*_BREAK.finditer(text), None]:
        end = len(text) if gap is None else gap.start()
        for quotation in _in_paragraph(text, start, end):
            if pending is not None:
                if not text[pending.span.end : quotation.span.start].strip():
                    quotation = _joined(pending, quotation)
                elif _is_likely(text, pending):
                    yield pending
                pending = None
            if quotation.span.end == quotation.inner.end:
                pending = quotation
            else:
                yield quotation
        start = end
    if pending is not None and _is_likely(text, pending):
        yield pending


def _is_likely(text: str, unclosed: Quotation) -> bool:
    """Whether a mark that nothing closes opened a quotation: a single one may be an apostrophe."""
    return text[unclosed.span.start] not in _SINGLE


def touching(quotations: Sequence[Quotation], span: Span) -> Sequence[Quotation]:
    """Those of a text's quotations, in order and apart, that share a character with a span."""
    first = bisect_right(quotations, span.start, key=lambda quotation: quotation.span.end)
    return quotations[first : bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)]


def _joined(first: Quotation, second: Quotation) -> Quotation:
    return Quotation(Span(first.span.start, second.span.end), Span(first.inner.start, second.inner.end))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    marks = list(_MARKS.finditer(text, start, end))
    for at, mark in enumerate(marks):
        if opened is None:
            if _can_open(text, mark):
                opened = mark
        elif _can_close(text, opened, mark) and not _is_possessive(text, marks, at):
            quotation = _quotation(opened.start(), opened.end(), mark.start(), mark.end())
            opened = None
            if quotation is not None:
                yield quotation
    if opened is None:
        return
    close = end
    while close > opened.end() and text[close - 1].isspace():
        close -= 1
    lead = text[start : opened.start()].rstrip()
    is_led_up_to = lead.endswith((",", ":")) and opened.group() not in _SINGLE
    if close > opened.end() and (not lead.strip() or is_led_up_to):
        yield Quotation(Span(opened.start(), close), Span(opened.end(), close))


def _can_open(text: str, mark: re.Match[str]) -> bool:
    if mark["closes"] or mark["opens"]:
        return mark["closes"] is None
    if mark.group() == "»":  # »German and Danish marks«
        return (
            not text[max(0, mark.start() - 1) : mark.start()].strip()
            and text[mark.end() : mark.end() + 1].isalnum()
        )
    if mark.group() in _CLOSING:
        return False
    after = text[mark.end() : mark.end() + 1]
    return mark.group() in _OPENING or (bool(after) and not after.isspace())


def _can_close(text: str, opened: re.Match[str], mark: re.Match[str]) -> bool:
    if opened["opens"] or mark["closes"]:
        return bool(opened["opens"] and mark["closes"]) and (opened.group() == "'") == (mark.group() == "'")
    if opened.group() == "»" or mark.group() == "«":
        return opened.group() == "»" and mark.group() == "«"
    if mark.group() in _CLOSING:
        return True
    # A straight mark, or a curly one the wrong way round, closes when no word begins right behind it.
    after = text[mark.end() : mark.end() + 1]
    return not after.isalnum()


def _is_possessive(text: str, marks: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a single mark belongs to "the villagers' houses", with the closing one still to come."""
    if not _is_behind_s(text, marks[at]):
        return False
    following = next((mark for mark in marks[at + 1 : at + _AHEAD] if mark.group() in {"'", "’", "‘"}), None)
    return following is not None and following["closes"] is not None and not _is_behind_s(text, following)


def _is_behind_s(text: str, mark: re.Match[str]) -> bool:
    return mark["closes"] is not None and bool(_POSSESSIVE.match(text, mark.start() - 1))


def _quotation(start: int, inner_start: int, inner_end: int, end: int) -> Quotation | None:
    return Quotation(Span(start, end), Span(inner_start, inner_end)) if inner_start < inner_end else None
