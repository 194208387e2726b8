"""Bounds: where names begin and end, by what a name cannot do without and what is no part of it."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.offices.titles import POLICE_RANKS
from sayso.annotate.places import country_names, name_key
from sayso.model import Mention, MentionKind, Span, changed

_CUT = re.compile(r"['’ʼ`][^\W\d_]{2,}")
_EDGES = " \t\n\xa0,;:!?(["
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(
    r"\b(?:(?:Camp|Fort|Mount|Mt\.|Lake|Cape|(?:Isle|Isles|Sound|Gulf|Bay|Straits?|Sea) of(?: the)?) "
    r"|(?i:al|el|as|ad|ar|at|an|ash|az|ul)[-‐])\Z"
)
_IN_BRACKETS = re.compile(r"(?: \([^()\n]{1,30}\))? ")
_LOWER = re.compile(r"\b[a-z]{5,}\b")
_BEFORE, _BESIDE = 30, 60
_GROWING = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
_PEOPLES, _GUARDS = "People", frozenset({"guard", "guards"})
_GATHERINGS = frozenset({"conference", "forum"})
_ACRONYM = 3
"""Letters of the longest head that is written in capitals anyhow: "TV"."""


def bounded(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each in the bounds that its words show.

    Marks at its edges are none of it, and the title that its bearer's name stands right behind is nobody of
    its own: "Prime Minister" before "Ada Oro". What a name opens or closes with is part of it: "Camp Orlo",
    "al-Kesh", "Orlo TV", "the People's Guard".
    """
    kept: list[Mention] = []
    limits = [*(one.span.start for one in mentions[1:]), len(text)]
    for mention, limit in zip(mentions, limits, strict=False):
        one = _closed(text, _bare(text, mention, limit), limit)
        if kept and _is_title_of(text, kept[-1], one):
            kept.pop()
        kept.append(_opened(text, one, kept[-1].span.end if kept else 0))
    return kept


def _bare(text: str, mention: Mention, limit: int) -> Mention:
    """The mention without marks at its edges, grown to the word that an apostrophe cuts: "Jama'at"."""
    words = mention.span.of(text)
    start = mention.span.start + len(words) - len(words.lstrip(_EDGES))
    end = mention.span.end - len(words) + len(words.rstrip(_EDGES))
    behind = _CUT.match(text, end, limit)
    return changed(mention, span=Span(start, behind.end() if behind else end)) if start < end else mention


def _is_title_of(text: str, title: Mention, person: Mention) -> bool:
    """Whether a name is but the title of the person right behind it: "Prime Minister", or "DIG (Crime)"."""
    if person.kind is not MentionKind.PERSON or title.kind not in (person.kind, MentionKind.ORGANISATION):
        return False
    words = _LETTERS.findall(title.span.of(text).casefold())
    if title.kind is MentionKind.ORGANISATION:
        is_rank = title.span.of(text).isupper() and POLICE_RANKS.issuperset(words)
        return is_rank and _IN_BRACKETS.fullmatch(text, title.span.end, person.span.start) is not None
    titles = tables.cues_of("office", "honorific", "rank")
    return text[title.span.end : person.span.start] == " " and bool(words) and words[-1] in titles


def _opened(text: str, mention: Mention, free: int) -> Mention:
    """The mention with the word before it that opens the name of a place, or an Arabic article."""
    if mention.kind not in _GROWING:
        return mention
    before = _OPENING.search(text, max(free, mention.span.start - _BEFORE), mention.span.start)
    if before is None or (mention.kind is MentionKind.ORGANISATION and before[0].endswith(" ")):
        return mention
    return changed(mention, span=Span(before.start(), mention.span.end))


def _closed(text: str, mention: Mention, limit: int) -> Mention:
    """The mention with the capitalised word right behind it that names of bodies, forces and sites end in.

    A country is no part of them ("U.S. Senate"), nor is whoever owns one ("Orlo's Senate"), nor the town of
    a building: "Orlo Cathedral" stands in Orlo.
    """
    name = mention.span.of(text)
    if mention.kind not in _GROWING or name_key(name) in country_names() or not name[:1].isupper():
        return mention
    found = _closing().match(text, mention.span.end, limit)
    if (
        found is None
        or (found["owner"] and name != _PEOPLES)
        or not _is_telling(text, mention.span, found["head"])
    ):
        return mention
    kind = _kind_of(found["head"].casefold())
    if (mention.kind, kind) == (MentionKind.PLACE, MentionKind.FACILITY):
        return mention
    return Mention(span=Span(mention.span.start, found.end()), kind=kind)


def _kind_of(head: str) -> MentionKind:
    if head in tables.cue_words()["facility"]:
        return MentionKind.FACILITY
    bears_arms = head in _GUARDS or head in tables.cue_words()["force"]
    return MentionKind.ARMED_ACTOR if bears_arms else MentionKind.ORGANISATION


def _is_telling(text: str, span: Span, head: str) -> bool:
    """Whether a capital tells that a head goes with a name: not in wire copy in capitals nor a headline."""
    if head.isupper() and len(head) > _ACRONYM:
        return span.of(text).split()[-1].casefold() in tables.words("common_words.txt")
    line = text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
    return head.isupper() or _LOWER.search(line) is not None


@cache
def _closing() -> re.Pattern[str]:
    heads = tables.cues_of("organisation_head", "company", "facility", "force") | _GUARDS
    heads -= _GATHERINGS
    return re.compile(rf"(?P<owner>['’]s)? (?P<head>(?=[A-Z])(?i:{tables.either(heads)}))\b(?! of )")
