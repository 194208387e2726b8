"""Bodies: organisations, forces and armed groups of a document, with country, sector and seat."""

import re
from collections import defaultdict

from sayso.annotate.entities.cast import BODIES, Cast, entity, site
from sayso.annotate.entities.folding import folded_bodies
from sayso.annotate.entities.located import Setting, country_of
from sayso.annotate.entities.parties import sector_of
from sayso.annotate.parties import calls_to_arms
from sayso.model import Entity, EntityKind, Mention, MentionKind, Span

_Groups = dict[tuple[str, str | None], list[tuple[int, Mention, str]]]
"""Mentions (index, mention, name) of one body, by its name key and country."""

_BESIDE = 60
_AHEAD = re.compile(r"(?:[^\W\d_]+(?:-[^\W\d_]+)*\s+){1,4}$")
_OF_ANY_KIND = frozenset("group movement organisation organization faction network front agency".split())
"""What these are, the word before them tells."""
_BEHIND = re.compile(r"(?:['’]s?)?\s+[^\W\d_]+(?:-[^\W\d_]+)*")


def enter_bodies(cast: Cast, setting: Setting) -> None:
    """Enter the bodies of a document, those of one name and country once."""
    found = cast.named_mentions(BODIES)
    folded = folded_bodies([name for _, _, name in found], cast.known)
    groups: _Groups = {}
    for key, (at, mention, name) in zip(folded, found, strict=True):
        country = (
            country_of(name, mention.kind, gazetteer=cast.gazetteer, known=cast.known)
            or _country_before(cast, at)
            or _country_behind(cast, at)
        )
        groups.setdefault((key, country), []).append((at, mention, name))
    for (key, country), members in _without_doubles(groups).items():
        cast.enter(_body(cast, setting, key, country, members), [at for at, _, _ in members])


def _body(
    cast: Cast, setting: Setting, key: str, country: str | None, members: list[tuple[int, Mention, str]]
) -> Entity:
    known = cast.known.get(key)
    name = known.name if known else max((name for _, _, name in members), key=len)
    armed = members[0][1].kind is MentionKind.ARMED_ACTOR
    sector = known.sector if known else _sector(cast, name, members)
    kind = EntityKind.ARMED_ACTOR if armed else EntityKind.ORGANISATION
    seat = None if known else next((seat for at, _, _ in members if (seat := setting.seat_of(at))), None)
    if seat is None or country not in (None, seat.country):
        return entity(kind, name, country, sector=sector)
    return site(kind, name, seat, sector=sector)


def _sector(cast: Cast, name: str, members: list[tuple[int, Mention, str]]) -> str | None:
    """What the body's own name tells, else the words beside it where it is first told of."""
    beside = (_sector_beside(cast.reading.text, mention.span) for _, mention, _ in members)
    told = sector_of(name) or next(filter(None, beside), None)
    if told is not None or members[0][1].kind is not MentionKind.ARMED_ACTOR:
        return told
    return "REB" if calls_to_arms(name) else "MIL"


def _sector_beside(text: str, name: Span) -> str | None:
    """The sector that the words beside a name tell: "rebel group Red Sash", "Red Sash rebels".

    Whoever is "of" a body tells only where they fight against the state: rebels of the Red Sash, but also
    doctors of a ministry and residents of a republic.
    """
    ahead = _AHEAD.search(text, max(0, name.start - _BESIDE), name.start)
    words = ahead[0].split() if ahead is not None else []
    if words[-1:] == ["the"]:
        words.pop()
    if words[-1:] in (["of"], ["from"]):
        if sector_of(" ".join(words[-2:-1])) == "REB":
            return "REB"
    elif words and (told := sector_of(" ".join(words[-2:] if words[-1] in _OF_ANY_KIND else words[-1:]))):
        return told
    behind = _BEHIND.match(text, name.end)
    return "REB" if behind is not None and sector_of(behind[0]) == "REB" else None


def _without_doubles(groups: _Groups) -> _Groups:
    """The groups with "the ministry" of no country added to the one of a told country, if only one was."""
    whole: _Groups = {}
    told: defaultdict[str, list[str]] = defaultdict(list)
    for key, country in groups:
        told[key] += [country] if country is not None else []
    for (key, country), members in groups.items():
        meant = told[key][0] if country is None and len(told[key]) == 1 else country
        whole.setdefault((key, meant), []).extend(members)
    return whole


def _country_before(cast: Cast, at: int) -> str | None:
    """The country of a name that stands right before a body: "the Israeli Foreign Ministry"."""
    if at == 0:
        return None
    mentions, text = cast.reading.mentions, cast.reading.text
    between = text[mentions[at - 1].span.end : mentions[at].span.start]
    if mentions[at - 1].kind not in (MentionKind.NATIONALITY, MentionKind.PLACE) or "\n\n" in between:
        return None
    return cast.country_of(at - 1) if between.strip() in ("", "'s", "’s") else None


def _country_behind(cast: Cast, at: int) -> str | None:
    """The country of the place that a body is said to be of or in: "the Ministry of Defence of Velmaria"."""
    mentions, text = cast.reading.mentions, cast.reading.text
    if at + 1 == len(mentions) or mentions[at + 1].kind is not MentionKind.PLACE:
        return None
    between = text[mentions[at].span.end : mentions[at + 1].span.start]
    return cast.country_of(at + 1) if between in (" of ", " of the ", " in ", " in the ") else None
