"""Beside: what the words right beside a name tell of its kind, there and wherever else it stands."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.annotate import tables
from sayso.annotate.offices.titles import POLICE_RANKS
from sayso.annotate.parties import calls_to_arms, known_parties, party_named
from sayso.annotate.places import name_key
from sayso.model import Mention, MentionKind, Span, changed

_UNSURE = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
_BEFORE = 60
"""How many characters before a name are looked at."""
_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for an acronym."""
_SHORTEST = 3
_LOWER = re.compile(r"\b[a-z]{5,}\b")
_AFTER_TOWN = re.compile(r",| [(/–—-]")
_OPENINGS_ABROAD = frozenset(
    "alianza armée bloque brigada coalición comando comité confederación congreso consejo cártel columna"
    " ejército exército federación forças frente fuerza fuerzas milicia mouvement movimento movimiento"
    " organización partido rassemblement sindicato união unión".split()
)
"""Words that names of bodies open with in Spanish, French and Portuguese."""


def told_beside(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, each name of the kind that the words beside it tell of.

    A person by title is no body: "President Oro's forces". What a site or an area is called after is a place:
    "the Kesh refinery", "the settlement of Kesh". So is that name elsewhere, unless it is told to be of
    two kinds.
    """
    told = [_told(text, one) if one.kind in _UNSURE else None for one in mentions]
    kinds: dict[str, set[MentionKind]] = {}
    for one, kind in zip(mentions, told, strict=True):
        if kind is not None:
            kinds.setdefault(name_key(one.span.of(text)), set()).add(kind)
    return [
        changed(one, kind=kind or _elsewhere(one, kinds.get(name_key(one.span.of(text)), set())))
        for one, kind in zip(mentions, told, strict=True)
    ]


def _elsewhere(mention: Mention, told: set[MentionKind]) -> MentionKind:
    return next(iter(told)) if len(told) == 1 and mention.kind in _UNSURE else mention.kind


def _told(text: str, mention: Mention) -> MentionKind | None:
    """The kind that the words of a name and those beside it tell of, where they do."""
    name = mention.span.of(text)
    first, last = name.split()[0], name.split()[-1].casefold()
    if (foreign := _told_abroad(name)) is not None:
        return foreign
    if mention.kind is MentionKind.PERSON and _is_acronym(text, mention.span):
        return MentionKind.ORGANISATION
    if last in _heads() or (name.isupper() and len(name) <= _ACRONYM):
        return None
    is_person = mention.kind is MentionKind.PERSON
    if not is_person and party_named(name, known_parties()) is not None:
        return None
    before = text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    is_titled = _titled().search(before) is not None
    is_rank = first != name and first.isupper() and first.lower() in POLICE_RANKS
    if mention.kind is MentionKind.ORGANISATION and (is_titled or is_rank or _titled().search(f"{first} ")):
        return MentionKind.PERSON
    opening = _called_as_places().match(name)
    is_called = opening is not None and (is_person or opening[0].endswith(" of"))
    behind = _site_behind() if is_person else _area_behind()
    is_place = is_called or _area_before().search(before) or behind.match(text, mention.span.end)
    return MentionKind.PLACE if is_place and not is_titled else None


def _told_abroad(name: str) -> MentionKind | None:
    """The kind that a name tells in another language: "Katibat Orlo", "Fuerzas Armadas de Kesh"."""
    if calls_to_arms(name):
        return MentionKind.ARMED_ACTOR
    opening, _, rest = name.partition(" ")
    return MentionKind.ORGANISATION if rest and opening.casefold() in _OPENINGS_ABROAD else None


def _is_acronym(text: str, span: Span) -> bool:
    """Whether a name is one word in capitals among others that are not, as bodies are: "MIVELKA said".

    A speaker in a transcript ("ORO: We know nothing") and the town of a dateline are in capitals, too.
    """
    name, line = span.of(text), text[max(0, span.start - _BEFORE) : span.end + _BEFORE]
    if not (name.isupper() and name.isalpha() and len(name) > _SHORTEST and _LOWER.search(line)):
        return False
    opens_line = span.start == 0 or text[span.start - 1] == "\n"
    if text.startswith(":", span.end) or (opens_line and _AFTER_TOWN.match(text, span.end)):
        return False
    return not any(name.lower() in tables.words(names) for names in ("given_names.txt", "surnames.txt"))


@cache
def _heads() -> frozenset[str]:
    return tables.cues_of("organisation_head", "company", "force", "facility", "other_head", "place_after")


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(re.escape(word) for word in sorted(tables.cue_words()["person_title"]))
    return re.compile(rf"\b(?=[A-Z])(?i:{titles})\.? \Z")


@cache
def _area_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_either('area', 'area_of')}) of \Z")


@cache
def _called_as_places() -> re.Pattern[str]:
    return re.compile(rf"(?=[A-Z])(?i:{_either('place_opening')})(?= [A-Z])")


@cache
def _area_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{_either('area')})\b(?![ -][A-Z])")


@cache
def _site_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{_either('area', 'site')})\b(?! ?(?:hall|council|elder|chief|[A-Z]))")


def _either(*roles: str) -> str:
    return tables.either(tables.cues_of(*roles))
