"""Agreeing: what the names of one report, each read by itself, tell of one another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from sayso.annotate import tables
from sayso.annotate.mentions.tokens import Case, case_of, tokens
from sayso.annotate.parties import calls_to_arms
from sayso.annotate.reader.scores import Floats
from sayso.model import Mention, MentionKind, Span

_UNSURE = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
_CLEARLY = 0.6
"""The share of a name's readings that must speak for one kind, for it to be of that kind throughout."""
_COMPOUND = re.compile(r"\w+(?:[-‐‑]\w+)+")
_LINKED = re.compile(r"[\w‐‑-]{2}")
_LINKS = frozenset("a al and e el i ibn ul ud uz va-ye y".split())
_ONE_BETWEEN = re.compile(r"[ \xa0]([^\W\d_]+)[ \xa0]")
_LETTERS = re.compile(r"[^\W\d_]+")
_STATES = ("ia", "land", "mark", "stan")
_OF_A_STATE = ("an", "ans", "ese", "ian", "ians", "ish", "n", "ns")
_SHORTEST_STEM = 3
_LINE = 200
"""How many characters around a name are looked at."""
_OF = re.compile(r" (?:of|for|in) ")
_OPENING, _CLOSING = ('"', "“"), ('"', "”")
_NICKNAMED = re.compile(r"(?<=[\"”]) | [\"“]")
_SEATED = re.compile(r"\b(?:mayor|governor|president|premier|king|queen|emir|sultan|prefect) of \Z", re.I)
_UNITS = frozenset(
    "battalion battalions brigade brigades commando corps division fleet garrison gendarmerie guerrillas"
    " militia militias navy patrol platoon rebels regiment squadron".split()
)


def of_one_kind(
    text: str, names: Sequence[tuple[Mention, Floats]], kinds: Sequence[MentionKind]
) -> list[Mention]:
    """The names, each throughout of the kind that most of its readings speak for.

    Each name comes with how likely it is to be of each of `kinds`: "Orlo" that acts in one line like a body
    and is lain in elsewhere is one Orlo.
    """
    likely: dict[str, Floats] = {}
    read_as: dict[str, set[MentionKind]] = defaultdict(set)
    for mention, shares in names:
        key = _key(mention.span.of(text))
        likely[key] = likely[key] + shares if key in likely else shares
        read_as[key].add(mention.kind)
    surnames = {word for key, read in read_as.items() if MentionKind.PERSON in read for word in _parts(key)}
    agreed: dict[str, MentionKind] = {}
    for key, shares in likely.items():
        clearly = _CLEARLY
        # News tells people by full names first: a single word that is now a person, now not, is nobody.
        if MentionKind.PERSON in read_as[key] and len(read_as[key]) > 1 and " " not in key:
            shares = np.where(
                [(kind is MentionKind.PERSON) != (key in surnames) for kind in kinds], 0, shares
            )
            clearly = 0.0
        if float(shares.max()) >= clearly * float(shares.sum()):
            agreed[key] = kinds[int(np.argmax(shares))]
    people = (key for key, kind in agreed.items() if kind is MentionKind.PERSON and key not in surnames)
    alone = [key for key in people if key.isalpha()]
    written = frozenset(word.casefold() for word in _LETTERS.findall(text)) if alone else frozenset()
    for key in alone:
        if _is_state(key, written):
            agreed[key] = MentionKind.PLACE
    return [
        Mention(span=mention.span, kind=agreed.get(_key(mention.span.of(text)), mention.kind))
        for mention, _ in names
    ]


def _is_state(key: str, written: frozenset[str]) -> bool:
    """Whether a name that is nobody's known one is made as states' are, or has an adjective: "Velmarian".

    Of the CoNLL names to learn from, 1,225 places and 2 people are.
    """
    if key in tables.words("given_names.txt") or key in tables.words("surnames.txt"):
        return False
    stem = key.rstrip("aeiouy")
    adjectives = {f"{base}{ending}" for base in (key, stem) for ending in _OF_A_STATE}
    return (key.endswith(_STATES) and len(stem) >= _SHORTEST_STEM) or not written.isdisjoint(
        adjectives - {key}
    )


def _parts(key: str) -> list[str]:
    """The words of a name of several."""
    words = key.split()
    return words if len(words) > 1 else []


def whole(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without bare forms of address, none ending within a word, forces told from bodies."""
    grown = _apart(_in_whole_words(text, one) for one in mentions)
    joined = _joined_people(text, grown)
    ahead = [*joined[1:], None][: len(joined)]
    return [
        _as_force(text, _as_seat(text, one))
        for one, following in zip(joined, ahead, strict=True)
        if not _is_title(text, one, following)
    ]


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _in_whole_words(text: str, mention: Mention) -> Mention:
    """The mention grown to the compound that it is cut out of: "Qala-e-Orlo", but not "Orlo-based"."""
    span = mention.span
    if not (_is_linked(text, span.start) or _is_linked(text, span.end)):
        return mention
    line = max(0, span.start - _LINE)
    for compound in _COMPOUND.finditer(text, line, min(len(text), span.end + _LINE)):
        if compound.start() > span.end:
            break
        cuts_start = compound.start() < span.start < compound.end()
        cuts_end = compound.start() < span.end < compound.end()
        if (cuts_start or cuts_end) and _is_one_name(compound[0]):
            span = Span(min(span.start, compound.start()), max(span.end, compound.end()))
    return replace(mention, span=span)


def _is_linked(text: str, at: int) -> bool:
    """Whether no blank or mark parts the characters before and after a place in the text."""
    return _LINKED.fullmatch(text, max(0, at - 1), at + 1) is not None


def _is_one_name(compound: str) -> bool:
    """Whether small words link the parts of a compound, as "e" does in names of towns."""
    parts = re.split(r"[-‐‑]", compound)
    small = [part for part in parts if part.islower()]
    return bool(small) and _LINKS.issuperset(small) and parts[0][0].isupper() and parts[-1][0].isupper()


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Of mentions that have come to overlap, the longest."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda one: one.span):
        if kept and kept[-1].span.overlaps(one.span):
            if len(one.span) > len(kept[-1].span):
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def _joined_people(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Two names of people with one capitalised word between are one: "Omar Said Juma".

    So are a name and the nickname that stands in it in quotation marks, or right behind it.
    """
    joined: list[Mention] = []
    for one in mentions:
        if joined and {joined[-1].kind, one.kind} == {MentionKind.PERSON}:
            gap = joined[-1].span.end, one.span.start
            between, end = _ONE_BETWEEN.fullmatch(text, *gap), one.span.end
            is_one = between and _is_capitalised_name(between[1]) and _tells_by_capitals(text, one.span)
            is_open, is_closed = text[gap[1] - 1] in _OPENING, text[end : end + 1] in _CLOSING
            if is_one or (_NICKNAMED.fullmatch(text, *gap) and is_closed >= is_open):
                joined[-1] = replace(one, span=Span(joined[-1].span.start, end + is_open))
                continue
        joined.append(one)
    return joined


def _is_capitalised_name(word: str) -> bool:
    return word.istitle() and word.casefold() not in tables.cues_of("honorific", "rank", "office")


def _tells_by_capitals(text: str, span: Span) -> bool:
    """Whether a capital marks a name in the line where a span stands."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _LINE)
    end = text.find("\n", span.end, span.end + _LINE)
    line = tokens(text, start, end if end >= 0 else min(len(text), span.end + _LINE))
    return case_of(line) is Case.NORMAL and any(word.shape == "l" for word in line)


def _is_title(text: str, mention: Mention, following: Mention | None) -> bool:
    """Whether it is but a form of address or a rank before a name: "Dr.", "Lt. Col."."""
    if mention.kind is not MentionKind.PERSON:
        return False
    titles = tables.cues_of("honorific", "rank")
    words = [word.rstrip(".") for word in mention.span.of(text).casefold().split()]
    if not titles.issuperset(words):
        return False
    leads = following is not None and following.kind is MentionKind.PERSON
    gap = text[mention.span.end : following.span.start] if following is not None and leads else "…"
    return "." in text[mention.span.end - 1 : mention.span.end + 1] or not gap.strip()


def _as_seat(text: str, mention: Mention) -> Mention:
    """A single name that somebody is the mayor of is a place's."""
    if mention.kind is not MentionKind.PERSON or " " in mention.span.of(text):
        return mention
    is_seat = _SEATED.search(text, max(0, mention.span.start - _LINE), mention.span.start)
    return replace(mention, kind=MentionKind.PLACE) if is_seat else mention


def _as_force(text: str, mention: Mention) -> Mention:
    """What its own name shows to bear arms is an armed actor: "the Velmarian army", "Ansar al-Orlo"."""
    if mention.kind in _UNSURE and calls_to_arms(mention.span.of(text)):
        return replace(mention, kind=MentionKind.ARMED_ACTOR)
    if mention.kind is not MentionKind.ORGANISATION:
        return mention
    head = _OF.split(mention.span.of(text), maxsplit=1)[0].casefold().split()
    is_force = bool(head) and (head[-1] in _UNITS or head[-1] in tables.cue_words()["force"])
    return replace(mention, kind=MentionKind.ARMED_ACTOR) if is_force else mention
