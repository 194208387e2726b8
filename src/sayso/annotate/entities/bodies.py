"""Bodies: organisations, forces and armed groups of a document, with country, sector and seat."""

from sayso.annotate.entities.cast import BODIES, Cast, entity, site
from sayso.annotate.entities.folding import folded_bodies
from sayso.annotate.entities.located import Setting, country_of
from sayso.annotate.entities.parties import sector_of
from sayso.model import Entity, EntityKind, Mention, MentionKind

_Groups = dict[tuple[str, str | None], list[tuple[int, Mention, str]]]
"""Mentions (index, mention, name) of one body, by its name key and country."""


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
    sector = known.sector if known else sector_of(name) or ("MIL" if armed else None)
    kind = EntityKind.ARMED_ACTOR if armed else EntityKind.ORGANISATION
    seat = None if known else next((seat for at, _, _ in members if (seat := setting.seat_of(at))), None)
    if seat is None or country not in (None, seat.country):
        return entity(kind, name, country, sector=sector)
    return site(kind, name, seat, sector=sector)


def _without_doubles(groups: _Groups) -> _Groups:
    """The groups with "the ministry" of no country added to the one of a told country, if only one was."""
    whole: _Groups = {}
    for (key, country), members in groups.items():
        told = [other for name, other in groups if name == key and other is not None]
        meant = told[0] if country is None and len(told) == 1 else country
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
