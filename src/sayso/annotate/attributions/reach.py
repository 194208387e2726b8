"""Reach: how far what somebody says in other words goes on.

Not past the sentence that says that they speak: of 1,366 indirect contents in the reports to learn from
two do. Not to what they do besides, or do it after: "condemned the raid and fired the chief".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise, takewhile

from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.inflection import Form, verbs_by_form
from sayso.annotate.quotations import Quotation, touching
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Attribution, Span, changed, trimmed

_OPENS = (":", "]")
"""What comes before words that are printed as they were said, or before a list of points."""
_OPENED = re.compile(r"[:\]][\s“\"'(]{0,20}(?:1[.)]\s{0,9})?\Z")
_GAP = 30
"""Characters between such a mark and the words, at the most."""
_TELLING = verbs_by_form(["tell"])
_THAT = frozenset({"that"})
_TOLD_TO = _THAT | frozenset("him me them us you".split())
_FEWEST_SAID = 4
"""Words of the shortest statement that a content is taken for."""
STATING = verbs_by_form(
    "acknowledge add admit allege announce argue assert believe claim conclude confirm declare deny explain"
    " find insist maintain note recall reply report reveal say show state stress suggest tell testify tweet"
    " warn write".split()
)
"""Verbs that take a clause: what somebody says that another did."""


def within_sentence(
    text: str, one: Attribution, *, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution with its source, and what it tells in other words, in the sentence of its cue."""
    if one.cue is None:
        return one
    source = one.source and _beside(text, one.source, one.cue, sentences)
    content = _beside(text, _brought_home(text, one, sentences), one.cue, sentences, strip=".")
    is_elsewhere = content is None or not content.overlaps(one.content)
    is_opened = one.cue.end <= one.content.start and _is_opened(text, one.content)
    if content is None or is_opened or (is_elsewhere and touching(quotations, one.content)):
        content = one.content
    return changed(one, source=source, content=_clause(text, one.cue, _up_to_deed(text, one.cue, content)))


def _clause(text: str, cue: Span, content: Span) -> Span:
    """The content without what leads in a clause: a "that", or whoever it was told to.

    "That plan" stays whole, "that two men were shot" does not, and neither does "told me two were shot".
    """
    words = words_of(text, content)
    clause = takewhile(lambda word: word.cls is not Class.MARK, words[2:])
    leads = _TOLD_TO if cue.of(text).lower().split()[-1] in _TELLING else _THAT
    is_led_in = bool(words) and words[0].lower in leads and any(map(is_finite, clause))
    return Span(words[1].start, content.end) if is_led_in else content


def is_finite(word: Word) -> bool:
    """Whether a word may be the verb of a clause."""
    return word.cls is Class.AUXILIARY or _is_deed(word)


def _brought_home(text: str, one: Attribution, sentences: Sequence[Span]) -> Span:
    """The content, or the rest of its cue's sentence where it stands in another one: of 1,451, one does."""
    homes = () if one.cue is None else touched(sentences, one.cue)
    if one.cue is None or not homes or any(home.overlaps(one.content) for home in homes):
        return one.content
    marks = [mark for mark in (one.source, one.cue) if mark is not None and mark.overlaps(homes[0])]
    before = trimmed(text, homes[0].start, min(mark.start for mark in marks), strip=",-–•*")
    behind = trimmed(text, max(mark.end for mark in marks), max(homes[0].end, marks[-1].end), strip=",.")
    rest = (piece for piece in (before, behind) if piece and len(piece.of(text).split()) >= _FEWEST_SAID)
    return next(rest, one.content)


def _up_to_deed(text: str, cue: Span, content: Span) -> Span:
    """The content up to what its speaker does besides, behind a cue that takes no clause."""
    if cue.end > content.start or cue.of(text).lower().split()[-1] in STATING:
        return content
    words = words_of(text, content)
    for at, (joint, following) in enumerate(pairwise(words)):
        is_clause = joint.cls in {Class.AUXILIARY, Class.CONJUNCTION, Class.RELATIVE} or _is_deed(joint)
        if is_clause and joint.lower != "and":
            return content
        if joint.lower == "and" and at and _is_deed(following):
            return trimmed(text, content.start, joint.start, strip=",") or content
        if joint.lower == "after" and at and any(map(is_finite, words[at + 1 :])):
            return trimmed(text, content.start, joint.start, strip=",") or content
    return content


def _is_deed(word: Word) -> bool:
    _, _, forms = VERBS.get(word.lower, ("", None, frozenset()))
    return Form.PAST in forms


def _is_opened(text: str, content: Span) -> bool:
    return bool(_OPENED.search(text, max(0, content.start - _GAP), content.start))


def _beside(text: str, span: Span, cue: Span, sentences: Sequence[Span], *, strip: str = "") -> Span | None:
    """What of a span stands in a cue's sentence, where a part of it does; all of it where none does."""
    near = touched(sentences, span)
    homes = [sentence for sentence in near if sentence.overlaps(cue)]
    if len(near) == 1 or not homes:
        return span
    start, end = max(span.start, homes[0].start), min(span.end, homes[-1].end)
    return span if text.endswith(_OPENS, start, end) else trimmed(text, start, end, strip=strip)


def touched(sentences: Sequence[Span], span: Span) -> Sequence[Span]:
    """The sentences that share a character with a span."""
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda sentence: sentence.start)]
