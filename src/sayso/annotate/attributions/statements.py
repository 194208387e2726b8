"""Statements: what a report prints whole: in its author's own "we", or point by point to the last one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.annotate.attributions.speaking import names_speaker
from sayso.annotate.quotations import MAY_OPEN
from sayso.model import Attribution, Form, Mention, Near, Span, trimmed

_KIND = (
    r"(?:(?:joint|military|official|press|public|war)[ ])?"
    r"(?:(?:daily|evening|morning|operational)[ ](?:report|summary|update)|announcement|appeal|bulletin"
    r"|communiqu[eé]|declaration|open letter|press release|release|statement)"
)
_HEADINGS = (
    # "Communique No. 14 of the Velmar Front", "Statement by the Ministry of Justice on the raid"
    re.compile(
        rf"\s{{0,20}}(?P<cue>{_KIND})(?:[ ](?:no\.?|number|#)?[ ]?\d{{1,4}})?(?:[ ](?:issued|made|released))?"
        r"[ ](?:by|from|of)[ ](?P<who>[^\n,]{3,90}?)(?:,[^\n]{1,80}|[ ]on[ ][^\n]{1,80})?:?[ \t]*(?=\n)",
        re.IGNORECASE,
    ),
    # "KESH, 1 Aug (Radio Orlo) -- [Communique] [Velmar Front] [Text]", as those write who monitor broadcasts
    re.compile(
        rf"[^\n\[\]]{{0,120}}\[(?P<cue>{_KIND})[^\[\]\n]{{0,60}}\]\s{{1,9}}\[(?P<who>[^\[\]\n]{{3,90}})\]"
        r"(?:\s{1,9}\[(?:excerpts?|text)\])?",
        re.IGNORECASE,
    ),
    # "Velmar Front: military communique no. 14"
    re.compile(
        rf"\s{{0,20}}(?P<who>[^\n:–—,]{{3,80}}?)[ ]?(?::|[–—-][ ])[ ]?(?P<cue>{_KIND})\b[^\n]{{0,60}}(?=\n)",
        re.IGNORECASE,
    ),
)
_QUOTED = re.compile(r"[\"“][^\"“”]{0,2000}[\"”]")
_OWN = re.compile(r"\b(?:[Ww]e|WE|[Oo]urs?|OURS?|us|I|[Mm]y|MY|me)\b")
_FIRST_PERSON = frozenset("i we our my".split())
_COLON = re.compile(r":[ \t]*\n\s*\Z")
_COLON_REACH = 20
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n|\u2029")
_LONGEST = 20_000
"""Characters of the longest statement."""
_OTHERS = 2
"""Paragraphs without a "we" that may stand between two with one."""
_FIRST_POINT = re.compile(r":\s{0,20}[\"“(]?1[.)]\s{1,5}")
_MARK = 30
"""Characters that the first point's colon and number take at the most."""
_FARTHEST_POINT = 2_000
"""Characters from one point's number to the next one's."""
_CONFIDENCE = 0.8


def stated(
    text: str, attributions: Sequence[Attribution], *, mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, with statements that are printed whole to their ends."""
    marks = (span for one in attributions if not _is_own(text, one) for span in (one.source, one.cue) if span)
    others = Near((mark, mark) for mark in marks)
    grown = [_to_last_own(text, one, others) for one in attributions]
    headed = _headed(text, mentions)
    return [headed, *grown] if headed else grown


def _headed(text: str, mentions: Sequence[Mention]) -> Attribution | None:
    """A report that is but a statement under a heading that names its author."""
    for heading in filter(None, (pattern.match(text) for pattern in _HEADINGS)):
        who = Span(*heading.span("who"))
        content = trimmed(text, heading.end(), len(text))
        if content and names_speaker(who, text, mentions) and _is_in_first_person(content.of(text)):
            return Attribution(
                source=who,
                who=None,
                cue=Span(*heading.span("cue")),
                content=content,
                form=Form.DIRECT,
                confidence=_CONFIDENCE,
            )
    return None


def _to_last_own(text: str, one: Attribution, others: Near[Span]) -> Attribution:
    """A statement behind a colon and a new line, to the last paragraph in which its author says "we"."""
    content = one.content
    is_printed = _COLON.search(text, max(0, content.start - _COLON_REACH), content.start)
    if one.cue is None or not is_printed or text[content.start] in MAY_OPEN or content.end == len(text):
        return one
    first, *further = _paragraphs_from(text, content.end)
    end, passed = content.end if others.touching(first) else first.end, 0
    for paragraph in further:
        if _is_in_first_person(paragraph.of(text)):
            end, passed = paragraph.end, 0
        elif others.touching(paragraph) or passed == _OTHERS:
            break
        else:
            passed += 1
    whole = trimmed(text, content.start, end, strip=".")
    return replace(one, content=whole) if whole and whole.end > content.end else one


def _paragraphs_from(text: str, start: int) -> list[Span]:
    """The rest of a paragraph, which may be but a space, and those behind it as far as statements go."""
    high = min(len(text), start + _LONGEST)
    ends = [*(gap.start() for gap in _PARAGRAPH.finditer(text, start, high)), high]
    return [Span(low, max(low + 1, end)) for low, end in pairwise([start, *ends])]


def _is_in_first_person(words: str) -> bool:
    return bool(_OWN.search(_QUOTED.sub("", words)))


def _is_own(text: str, one: Attribution) -> bool:
    return one.source is not None and one.source.of(text).lower() in _FIRST_PERSON


def to_last_point(text: str, one: Attribution) -> Attribution:
    """The attribution with all the points of what it says, where they begin in it: "…the following: 1. …"."""
    content = one.content
    first = _FIRST_POINT.search(text, max(0, content.start - _MARK), content.end)
    if first is None or first.end() < content.start:
        return one
    last = _last_point(text, first.end())
    end = _PARAGRAPH.search(text, last)
    whole = trimmed(text, content.start, len(text) if end is None else end.start(), strip=".")
    return (
        one
        if last == first.end() or whole is None or whole.end < content.end
        else replace(one, content=whole)
    )


def _last_point(text: str, at: int) -> int:
    """Where the words of the last point begin, for where those of the first one do."""
    number = 2
    while True:
        following = re.compile(rf"(?:\n\s{{0,20}}|[.;:,]\s{{1,20}})[\"“(]?{number}[.)]\s")
        point = following.search(text, at, at + _FARTHEST_POINT)
        if point is None:
            return at
        at, number = point.end(), number + 1
