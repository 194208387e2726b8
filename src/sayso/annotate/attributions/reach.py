"""Reach: how far what somebody says in other words goes on.

Not past the sentence that says that they speak: of 1,366 indirect contents in the reports to learn from
two do. Not to what they do besides: "condemned the raid and fired the chief". But to their sentence's end
where only a harm or a second verb follows: "said a mine went off, killing nine".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.inflection import Form, verbs_by_form
from sayso.annotate.quotations import MAY_OPEN, Quotation, touching
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Attribution, Near, Span, trimmed

_OPENS = (":", "]")
"""What comes before words that are printed as they were said, or before a list of points."""
_OPENED = re.compile(r"[:\]][\s“\"'(]{0,20}(?:1[.)]\s{0,9})?\Z")
_GAP = 30
"""Characters between such a mark and the words, at the most."""
_FEWEST_SAID = 4
"""Words of the shortest statement that a content is taken for."""
_GOES_ON = re.compile(r",\s+(?:\w+ly\s+)?(?P<doing>\w+ing)\b|\s+and\b", re.IGNORECASE)
_HARM = frozenset(
    "burning crippling damaging destroying displacing hitting hurting injuring killing maiming trapping"
    " uprooting wounding".split()
)
_SPEAKING = frozenset(
    "accusing adding arguing asking blaming calling citing claiming confirming declaring demanding denying"
    " describing insisting noting pointing praising promising quoting recalling rejecting reiterating saying"
    " stressing urging vowing warning".split()
)
_STATING = verbs_by_form(
    "acknowledge add admit allege announce argue assert believe claim conclude confirm declare deny explain"
    " find insist maintain note recall reply report reveal say show state stress suggest tell testify tweet"
    " warn write".split()
)
"""Verbs that take a clause: what somebody says that another did."""
_AGAINST = re.compile(r"(?:[,;]?\s+(?:but|whereas|while)|,\s+(?:where|which|whom))\s+\Z", re.IGNORECASE)


def within_sentence(
    text: str, one: Attribution, *, sentences: Sequence[Span], quotations: Sequence[Quotation]
) -> Attribution:
    """The attribution with its source, and what it tells in other words, in the sentence of its cue."""
    if one.cue is None:
        return one
    source = one.source and _beside(text, one.source, one.cue, sentences)
    content = _beside(text, _brought_home(text, one, sentences), one.cue, sentences, strip=".")
    is_elsewhere = content is None or not content.overlaps(one.content)
    if (
        content is None
        or _is_opened(text, one.content)
        or (is_elsewhere and touching(quotations, one.content))
    ):
        content = one.content
    return replace(one, source=source, content=_up_to_deed(text, one.cue, content))


def _brought_home(text: str, one: Attribution, sentences: Sequence[Span]) -> Span:
    """The content, or the rest of its cue's sentence where it stands in another one: of 1,451, one does."""
    homes = () if one.cue is None else _touched(sentences, one.cue)
    if one.cue is None or not homes or any(home.overlaps(one.content) for home in homes):
        return one.content
    marks = [mark for mark in (one.source, one.cue) if mark is not None and mark.overlaps(homes[0])]
    before = trimmed(text, homes[0].start, min(mark.start for mark in marks), strip=",-–•*")
    behind = trimmed(text, max(mark.end for mark in marks), max(homes[0].end, marks[-1].end), strip=",.")
    rest = (piece for piece in (before, behind) if piece and len(piece.of(text).split()) >= _FEWEST_SAID)
    return next(rest, one.content)


def _up_to_deed(text: str, cue: Span, content: Span) -> Span:
    """The content up to what its speaker does besides, behind a cue that takes no clause."""
    if cue.end > content.start or cue.of(text).lower().split()[-1] in _STATING:
        return content
    words = words_of(text, content)
    for at, (joint, following) in enumerate(pairwise(words)):
        is_clause = joint.cls in {Class.AUXILIARY, Class.CONJUNCTION, Class.RELATIVE} or _is_deed(joint)
        if is_clause and joint.lower != "and":
            return content
        if joint.lower == "and" and at and _is_deed(following):
            return trimmed(text, content.start, joint.start, strip=",") or content
    return content


def _is_deed(word: Word) -> bool:
    _, _, forms = VERBS.get(word.lower, ("", None, frozenset()))
    return Form.PAST in forms


def _is_opened(text: str, content: Span) -> bool:
    return bool(_OPENED.search(text, max(0, content.start - _GAP), content.start))


def _beside(text: str, span: Span, cue: Span, sentences: Sequence[Span], *, strip: str = "") -> Span | None:
    """What of a span stands in a cue's sentence, where a part of it does; all of it where none does."""
    touched = _touched(sentences, span)
    homes = [sentence for sentence in touched if sentence.overlaps(cue)]
    if len(touched) == 1 or not homes:
        return span
    start, end = max(span.start, homes[0].start), min(span.end, homes[-1].end)
    return span if text.endswith(_OPENS, start, end) else trimmed(text, start, end, strip=strip)


def _touched(sentences: Sequence[Span], span: Span) -> Sequence[Span]:
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return sentences[first : bisect_left(sentences, span.end, key=lambda sentence: sentence.start)]


def drawn_out(
    text: str, attributions: Sequence[Attribution], *, sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions, each to the end of its sentence where what follows can only be said by the same.

    On the reports kept back this is so of eight in nine that go on with "and", and of all with a participle.
    """
    others = Near((one.source, one.source) for one in attributions if one.source is not None)
    attributions = [replace(one, content=_up_to_other(text, one, others)) for one in attributions]
    marks = Near((mark, mark) for one in attributions for mark in (one.source, one.cue) if mark is not None)
    return [replace(one, content=_drawn_out(text, one, marks, sentences)) for one in attributions]


def _up_to_other(text: str, one: Attribution, others: Near[Span]) -> Span:
    """The content up to another's words that its sentence sets against it or beside it.

    "But the mayor said three", "in Veld, where police say 14 died".
    """
    content = one.content
    if one.cue is None or one.cue.end > content.start or text[content.start] in MAY_OPEN:
        return content
    for other in others.touching(content):
        against = _AGAINST.search(text, max(content.start, other.start - _GAP), other.start)
        cut = against and trimmed(text, content.start, against.start())
        if cut:
            return cut
    return content


def _drawn_out(text: str, one: Attribution, marks: Near[Span], sentences: Sequence[Span]) -> Span:
    content, home = one.content, _touched(sentences, one.content)
    if one.cue is None or one.cue.end > content.start or not home or home[-1].end <= content.end:
        return content
    goes_on = _GOES_ON.match(text, content.end, home[-1].end)
    if goes_on is None or not _is_same_voice(one.cue.of(text), goes_on["doing"]):
        return content
    others = [
        mark.start for mark in marks.touching(Span(content.end, home[-1].end)) if mark.start >= content.end
    ]
    return content if others else trimmed(text, content.start, home[-1].end, strip=".") or content


def _is_same_voice(cue: str, doing: str | None) -> bool:
    """Whether whoever says what goes before says as well that something does this."""
    if doing is not None and doing.lower() in _HARM:
        return True
    is_said = cue.lower().split()[-1] in _STATING
    return is_said and (doing is None or doing.lower() not in _SPEAKING)
