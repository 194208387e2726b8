"""Spelled out: a name with its acronym in brackets behind is as long as the acronym tells."""

import re
from collections.abc import Sequence

from sayso.annotate.offices.titles import is_title
from sayso.model import Mention, MentionKind, Near, Span

_ACRONYM = re.compile(r" [(\[]([A-Z]{2,8})(?=[)\];,])")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"(?:[ \xa0-]|\n(?!\n)|, )+")
_LINKS = frozenset("a al and da de del des di do dos du e el et for in la las los of on the to und y".split())
_LONGEST = 150
"""How many characters in front of an acronym are looked at."""
_KINDS = (MentionKind.ARMED_ACTOR, MentionKind.ORGANISATION, MentionKind.FACILITY, MentionKind.OTHER)


def spelled_out(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each name that an acronym behind it spells out as one: "Orlo Watch for Rights (OWR)".

    What is spelled out as an office ("District Police Officer (DPO)") is no name, and nor is its acronym.
    """
    near = Near((one.span, one) for one in mentions)
    gone: set[Span] = set()
    whole: dict[Span, Mention] = {}
    for acronym in _ACRONYM.finditer(text):
        span = _spelled(text, acronym.start(), acronym[1])
        if span is None:
            continue
        short, within = near.touching(Span(*acronym.span(1))), near.touching(span)
        if is_title(_head(span.of(text))):
            gone.update(one.span for one in short)
        elif (within or short) and not any(one.span.holds(span) for one in within):
            gone.update(one.span for one in within)
            whole[span] = _whole(span, (*within, *short))
    kept = (one for one in mentions if one.span not in gone)
    return sorted((*kept, *whole.values()), key=lambda one: one.span)


def _spelled(text: str, end: int, letters: str) -> Span | None:
    """The words right before `end` whose capitals are these letters; small words between them count not."""
    left = list(letters)
    start = last = end
    for word in reversed(list(_WORD.finditer(text, max(0, end - _LONGEST), end))):
        between = text[word.end() : last]
        if (last != end or between) and not _BETWEEN.fullmatch(between):
            break
        last = word.start()
        if word[0][0].isupper():
            if word[0][0] != left.pop():
                return None
            start = last
        elif word[0] not in _LINKS:
            return None
        if not left:
            return Span(start, end)
    return None


def _head(name: str) -> str:
    """The word that says what a name is one of: "Inspector" for "Inspector of Police"."""
    return re.split(r" (?:of|for) ", name)[0].split()[-1].lower()


def _whole(span: Span, parts: Sequence[Mention]) -> Mention:
    """The name as one mention, of the kind that the names within it, or its acronym, have."""
    kinds = [one.kind for one in parts]
    return Mention(span=span, kind=next((kind for kind in _KINDS if kind in kinds), MentionKind.ORGANISATION))
