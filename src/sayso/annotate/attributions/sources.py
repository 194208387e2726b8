"""Sources: the shortest complete phrase that names who says so."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sayso.annotate.inside import mentions_inside
from sayso.annotate.words import Class, words_in
from sayso.model import Mention, MentionKind, Span, trimmed

_JOINS = frozenset({"and", "or", "&"})
# "Residents interviewed by the Monitor", "a report seen by the Post".
_DONE_BY = re.compile(
    r"(?<=\w)\s+(?:cited|contacted|interviewed|leaked|obtained|quoted|reached|reviewed|seen|viewed)"
    r" (?:by|in|to)\s"
)
_WHO = frozenset("which who whom whose".split())


def shortest(text: str, source: Span, mentions: Sequence[Mention]) -> Span:
    """The source without what only tells more of them: "Oro" of "Oro, the mayor", "his aide, Oro".

    Several together are kept whole: "Oro, Kesh and a guard".
    """
    done = _DONE_BY.search(text, source.start, source.end)
    if done:
        source = Span(source.start, done.start())
    words = list(words_in(text, source.start, source.end))
    for last, word in pairwise(words):
        if word.lower not in _WHO and word.text != ",":
            continue
        behind = trimmed(text, word.end, source.end, strip=", ")
        is_list = word.text == "," and any(one.lower in _JOINS for one in words if one.start > word.start)
        if is_list or last.cls is Class.PREPOSITION:
            return source
        head = trimmed(text, source.start, last.end, strip="—–-(, ") or source
        people = [one.span for one in mentions_inside(mentions, source) if one.kind is MentionKind.PERSON]
        is_titled = words[0].cls is Class.DETERMINER or not any(head.overlaps(person) for person in people)
        return behind if behind is not None and behind in people and is_titled else head
    return source
