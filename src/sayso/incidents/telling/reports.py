"""Readings into reports: what each document contributes to incidents, without its text."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.incidents.telling.alone import told_by_toll, tolls_alone
from sayso.incidents.telling.lists import lists_in
from sayso.incidents.telling.scope import scope_of
from sayso.incidents.telling.when import days_told, is_said
from sayso.incidents.words import word_counts
from sayso.model import (
    Argument,
    Claim,
    ClaimKind,
    Count,
    Entity,
    EntityKind,
    Event,
    Party,
    Reading,
    Report,
    Scope,
    Site,
    Span,
    Telling,
    Told,
    Toll,
    claim_id,
    items_in,
    line_from,
    within_item,
)

_OWN_WORDS = re.compile(r"\b(?:its|their|his|her)\b", re.IGNORECASE)
_DIGIT_OR_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|no|nobody|none)\b", re.IGNORECASE
)


def report_of(reading: Reading) -> Report:
    """What one document contributes to incidents; a list's words are those of no one happening."""
    document = reading.document
    return Report(
        document=document.id,
        published=document.published,
        outlet=document.outlet,
        title=document.title,
        words={} if items_in(document.text) else word_counts(document.title, document.text),
        setting=_setting(reading),
        tellings=tuple(tellings_in(reading)),
    )


def tellings_in(reading: Reading) -> Iterator[Telling]:
    """Every event of a reading as a telling by each voice that tells of it, in the order of the triggers.

    The tolls go with the event's own voice; a toll of no event goes with the happening that its report is
    about. A report that names no use of force, but counts its dead or hurt, tells of a happening by its first
    toll. Ids are those of the event and toll claims. Where several claims share trigger and type, they are
    told apart by order.
    """
    entities = {entity.id: entity for entity in reading.entities}
    alone, voices = tolls_alone(reading), Told(reading)
    items = items_in(reading.text)
    given: dict[str, int] = {}
    for position, event in enumerate(sorted(reading.events, key=lambda event: event.trigger)):
        own, *others = voices.by_voice(event)
        counted = replace(own, tolls=(*own.tolls, *alone.get(own.trigger, ())))
        for told in (counted, *others):
            yield _telling(within_item(told, items, reading.text), reading, entities, position, given)
    by_toll = told_by_toll(reading)
    if by_toll is not None:
        telling = _telling(by_toll, reading, entities, len(reading.events), given)
        yield replace(telling, id=telling.tolls[0].id)


def _telling(
    event: Event, reading: Reading, entities: Mapping[str, Entity], position: int, given: dict[str, int]
) -> Telling:
    text = reading.text
    tolls = list(_counts(event.tolls, reading, entities, given))
    return Telling(
        id=_id(reading, event.trigger, given, type=event.type, kind=ClaimKind.EVENT),
        document=reading.document.id,
        position=position,
        type=event.type,
        triggers=tuple(dict.fromkeys(span.of(text) for span in (event.trigger, *event.also))),
        places=tuple(_site(place, text, entities) for place in event.places),
        date=days_told(event, reading),
        date_said=is_said(event, reading),
        actors=tuple(_party(argument, text, entities) for argument in event.actors),
        recipients=tuple(_party(argument, text, entities) for argument in event.recipients),
        assertion=event.assertion,
        chain=_chain(event.attribution, reading, entities),
        tolls=tuple(_scoped(tolls)),
    )


def _id(reading: Reading, evidence: Span, given: dict[str, int], **known: object) -> str:
    bare = Claim(id="", document=reading.document.id, evidence=evidence, context=evidence, **known)  # type: ignore[arg-type]
    first = claim_id(bare)
    nth = given.get(first, 0)
    given[first] = nth + 1
    return claim_id(bare, nth=nth)


def _counts(
    tolls: Sequence[Toll], reading: Reading, entities: Mapping[str, Entity], given: dict[str, int]
) -> Iterator[Count]:
    """The tolls of one event in their order, each with the number of its list where it stands in one."""
    ordered = sorted(tolls, key=lambda toll: toll.span)
    lists = dict(zip(ordered, lists_in(ordered, reading.text), strict=True))
    sizes = Counter(lists.values())
    for toll in tolls:
        count = _count(toll, reading, entities, given)
        yield replace(count, beside=lists[toll]) if sizes[lists[toll]] > 1 else count


def _count(toll: Toll, reading: Reading, entities: Mapping[str, Entity], given: dict[str, int]) -> Count:
    return Count(
        id=_id(reading, toll.span, given, kind=ClaimKind.TOLL, effect=toll.effect, of=toll.of),
        words=toll.span.of(reading.text),
        effect=toll.effect,
        of=toll.of,
        low=toll.low,
        high=toll.high,
        qualifier=toll.qualifier,
        chain=_chain(toll.attribution, reading, entities),
        scope=scope_of(reading.text, toll.span),
    )


def _scoped(tolls: Sequence[Count]) -> Iterator[Count]:
    """The tolls of one event, with single people marked as parts where a larger count stands beside them."""
    for toll in tolls:
        single = toll.low == toll.high == 1 and not _DIGIT_OR_NUMERAL.search(toll.words)
        larger = any(_is_larger(other, toll) for other in tolls)
        yield replace(toll, scope=Scope.PART) if single and larger and toll.scope is Scope.WHOLE else toll


def _is_larger(other: Count, toll: Count) -> bool:
    """Whether another count may hold the one person that a toll counts."""
    if other.effect is not toll.effect or (toll.beside is not None and other.beside == toll.beside):
        return False
    return (other.low or other.high or 0) > 1


def _site(place: Argument, text: str, entities: Mapping[str, Entity]) -> Site:
    return site_of(place.span.of(text), entities.get(place.entity or ""))


def site_of(words: str, known: Entity | None) -> Site:
    """A place by its words, where on the map the entity tells."""
    if known is None:
        return Site(words=words)
    return Site(
        words=words,
        entity=known.id,
        country=known.country,
        latitude=known.latitude,
        longitude=known.longitude,
        precision_km=known.precision_km,
    )


def _party(argument: Argument, text: str, entities: Mapping[str, Entity]) -> Party:
    known = entities.get(argument.entity or "")
    return Party(
        words=argument.span.of(text),
        entity=argument.entity,
        country=known.country if known else None,
        sector=known.sector if known else None,
    )


def _chain(index: int | None, reading: Reading, entities: Mapping[str, Entity]) -> tuple[Party, ...]:
    chain = [_speaker(number, reading, entities) for number in line_from(index, reading.attributions)]
    return tuple(reversed(chain))


def _speaker(index: int, reading: Reading, entities: Mapping[str, Entity]) -> Party:
    said = reading.attributions[index]
    who = said.who
    if who is not None and _OWN_WORDS.match(who):
        # "Its daily communique": whose it is was said just before.
        earlier = [
            other for other in reading.attributions[:index] if other.who and not _OWN_WORDS.match(other.who)
        ]
        who, said = (earlier[-1].who, earlier[-1]) if earlier else (who, said)
    known = entities.get(said.entity or "")
    return Party(
        words=who,
        entity=said.entity,
        country=known.country if known else None,
        body=None if who is None else _body(who, reading),
    )


def _body(who: str, reading: Reading) -> str | None:
    """The body whose office a speaker holds, if the report tells of just one."""
    text = reading.text
    bodies = {
        office.of.of(text)
        for office in reading.offices
        if office.of is not None and office.person.of(text) in who
    }
    return bodies.pop() if len(bodies) == 1 else None


def _setting(reading: Reading) -> tuple[Site, ...]:
    dateline = reading.document.dateline
    if dateline is None or dateline.place is None:
        return ()
    name = dateline.place.casefold()
    known = [
        entity
        for entity in reading.entities
        if entity.kind is EntityKind.PLACE and entity.name.casefold() in name
    ]
    return (site_of(dateline.place, known[0] if known else None),)
