"""Forms: whether what somebody says is printed in quotation marks, in part or not at all."""

import re
from collections.abc import Sequence

from sayso.annotate.quotations import Quotation, touching
from sayso.model import Attribution, Form, Span

# Shorter quoted stretches inside reported speech are borrowed expressions and do not make it "mixed".
_MIN_QUOTED_LETTERS = 8
# How far before a statement its introduction ends at the most.
_GAP = 20
_POINT = re.compile(r"\b1[.)]\s*\Z")
# The rest of a heading that says what a statement is, before the paragraphs that print it.
_HEADS = re.compile(r"[^\n]*\n[ \t\r]*\n\s*")
_LONGEST_HEADING = 240
_OPENS = (":", "]")
"""What a label ends in: "MAYOR:", "[Mayor]"."""


def form_of(text: str, one: Attribution, quotations: Sequence[Quotation]) -> Form:
    """How what somebody says is printed; `quotations` are those of the whole text.

    What stands under a heading or a speaker's label, or begins a paragraph after a colon, is printed word for
    word, quotation marks or none. What somebody who is quoted tells of another's words is told in the quoted
    one's own: "He told us he was hit."
    """
    content = one.content
    if one.cue and _HEADS.fullmatch(text, one.cue.end, min(content.start, one.cue.end + _LONGEST_HEADING)):
        return Form.DIRECT
    before = text[max(0, content.start - _GAP) : content.start]
    introduction = _POINT.sub("", before).rstrip()
    if introduction.endswith(_OPENS) and (one.cue is None or "\n" in before[len(introduction) :]):
        return Form.DIRECT
    inside = [
        quotation for quotation in touching(quotations, content) if not _is_within(one, quotation.inner)
    ]
    for quotation in inside:
        outside = text[content.start : max(content.start, quotation.span.start)]
        outside += text[min(content.end, quotation.span.end) : content.end]
        if not re.search(r"\w", outside):
            return Form.DIRECT
    is_mixed = any(len(quotation.inner) >= _MIN_QUOTED_LETTERS for quotation in inside)
    return Form.MIXED if is_mixed else Form.INDIRECT


def _is_within(one: Attribution, quoted: Span) -> bool:
    """Whether words and the verb for saying them are both part of what another is quoted for."""
    return one.cue is not None and quoted.holds(one.cue) and quoted.holds(one.content)
