"""People: the persons of a document, with the country and sector of their office."""

import re
from collections.abc import Mapping

from sayso.annotate import tables
from sayso.annotate.entities.cast import PARTY_ORDER, Cast, entity
from sayso.annotate.entities.folding import folded_people
from sayso.annotate.entities.leaders import Leader, leader_named
from sayso.annotate.entities.parties import country_in, sector_of
from sayso.model import Entity, EntityKind, Mention, MentionKind, Office

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FORMER = re.compile(r"\b(?:former|ex|ousted|deposed|exiled|late|onetime)\b", re.IGNORECASE)
_SOLDIER = re.compile(r"\b(?:gen|brig|col|maj|lt|adm)\b")
_ADDRESS = frozenset("mr mrs ms miss dr sir".split())
_BEFORE = 60
"""How many characters before a name may hold what its bearer is called."""

_Members = list[tuple[int, Mention, str]]


def enter_people(cast: Cast) -> None:
    """Enter the persons of a document, each once, whichever part of the name a mention gives."""
    found = [(at, one, _untitled(name)) for at, one, name in cast.named_mentions((MentionKind.PERSON,))]
    spoken_of = {one.country for one in cast.entities.values() if one.country is not None}
    offices = {
        at: office
        for office in reversed(cast.reading.offices)
        for at in cast.inside(office.person, (MentionKind.PERSON,))
    }
    groups: dict[str, _Members] = {}
    for key, member in zip(folded_people([name for _, _, name in found]), found, strict=True):
        groups.setdefault(key, []).append(member)
    for members in groups.values():
        cast.enter(_person(cast, members, spoken_of, offices), [at for at, _, _ in members])


def _untitled(name: str) -> str:
    """A person's name without the ranks and forms of address that it begins with: "Lt. Col. Oro"."""
    ranks, words = tables.cue_words()["rank"], name.split()
    while len(words) > 1:
        parts = words[0].casefold().rstrip(".").split("-")
        if not all(part in ranks or part in _ADDRESS for part in parts):
            break
        del words[0]
    return " ".join(words)


def _sector_of_rank(name: str) -> str | None:
    """The sector that a rank tells with which a name is printed: "Maj-Gen Oro"."""
    rank = name.removesuffix(_untitled(name)).casefold()
    return sector_of(rank) or ("MIL" if _SOLDIER.search(rank) else None)


def _person(cast: Cast, members: _Members, spoken_of: set[str], offices: Mapping[int, Office]) -> Entity:
    names = list(dict.fromkeys(name for _, _, name in members))
    titles = [_title(cast, at, mention, offices.get(at)) for at, mention, _ in members]
    leader = leader_named(
        names,
        titles=[title for title, _, _ in titles],
        date=cast.reading.document.published,
        countries=spoken_of,
    )
    country = next((country for _, country, _ in titles if country), None)
    ranks = (_sector_of_rank(mention.span.of(cast.reading.text)) for _, mention, _ in members)
    told = next((sector for _, _, sector in titles if sector), None) or next(filter(None, ranks), None)
    sector = _sector(told, leader, cast.reading.document.published)
    if any(
        _is_former(cast, mention, title)
        for (_, mention, _), (title, _, _) in zip(members, titles, strict=True)
    ):
        sector = "ELI"
    country = country or (leader.country if leader else None)
    return entity(EntityKind.PERSON, max(names, key=len), country, sector=sector)


def _sector(told: str | None, leader: Leader | None, date: str | None) -> str | None:
    """The sector that the report tells, else that of a leader, if in office on its date."""
    if told is not None or leader is None:
        return told
    return "GOV" if date is None or leader.in_office(date) else None


def _is_former(cast: Cast, mention: Mention, title: str) -> bool:
    if not title:
        return False
    before = cast.reading.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    return _FORMER.search(re.split(r"[.,;\n]", before)[-1]) is not None or _FORMER.match(title) is not None


def _title(
    cast: Cast, at: int, mention: Mention, office: Office | None
) -> tuple[str, str | None, str | None]:
    """What a person is called beside the name, and the country and sector of that office."""
    text = cast.reading.text
    if office is not None:
        holder = office.of or office.title
        inside = cast.party(holder) if cast.inside(holder, PARTY_ORDER) else None
        held = cast.entities[inside] if inside else None
        title = " of ".join(span.of(text) for span in (office.title, office.of) if span is not None)
        country = (held.country if held else None) or country_in(title, cast.gazetteer.demonyms)
        return title, country, _office_sector(title, held)
    if at == 0:
        return "", None, None
    previous = cast.reading.mentions[at - 1]
    between = text[previous.span.end : mention.span.start]
    words = _WORD.findall(between) if len(between) <= _BEFORE else []
    titles = tables.cue_words()["office"] | tables.cue_words()["rank"] | tables.cue_words()["honorific"]
    if not words or words[-1].casefold() not in titles:
        return "", None, None
    if len(words) > 4 or "\n\n" in between or "," in between:
        return words[-1], None, sector_of(words[-1])
    body = cast.entities.get(cast.of_mention.get(at - 1, ""))
    return between, body.country if body else None, _office_sector(between, body)


def _office_sector(title: str, body: Entity | None) -> str | None:
    """The sector of an office: that of an international body for its officers, else what the title tells."""
    if body is not None and body.sector == "IGO":
        return "IGO"
    return sector_of(title) or (body.sector if body else None)
