"""What people decided about claims, laid over a report's tellings before they are compared with others."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from sayso.incidents.days import days_of
from sayso.incidents.telling.reports import site_of
from sayso.model import (
    UNREVIEWED,
    Assertion,
    Count,
    Effect,
    Entity,
    EventType,
    Group,
    Party,
    Qualifier,
    Reading,
    Report,
    Review,
    Reviews,
    Site,
    Telling,
)

_Told = TypeVar("_Told", Telling, Count)
_CODES: Mapping[str, type[StrEnum]] = {
    "type": EventType,
    "assertion": Assertion,
    "effect": Effect,
    "of": Group,
    "qualifier": Qualifier,
}
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", re.ASCII)


def reviewed(report: Report, reading: Reading, reviews: Reviews) -> Report:
    """The report of a reading as people corrected it, with what was read beside it.

    Tellings and counts that were rejected are left out. A value that cannot be, such as a day that there is
    not, is passed over.
    """
    ids = {id for telling in report.tellings for id in (telling.id, *(toll.id for toll in telling.tolls))}
    if ids.isdisjoint(reviews):
        return report
    names = _names_of(report, reading)
    tellings = (
        replace(_corrected(telling, names, reviews), tolls=tuple(_counts(telling, names, reviews)))
        for telling in report.tellings
        if not reviews.get(telling.id, UNREVIEWED).rejected
    )
    return replace(report, tellings=tuple(tellings))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Who and what the names of one report stand for, by their words without case."""

    entities: Mapping[str, Entity]
    speakers: Mapping[str, Party]

    def site(self, words: str) -> Site:
        return site_of(words, self.entities.get(words.casefold()))

    def party(self, words: str) -> Party:
        known = self.entities.get(words.casefold())
        if known is None:
            return Party(words=words)
        return Party(words=words, entity=known.id, country=known.country, sector=known.sector)

    def speaker(self, words: str) -> Party:
        return self.speakers.get(words.casefold()) or self.party(words)


def _names_of(report: Report, reading: Reading) -> _Names:
    entities = {entity.id: entity for entity in reading.entities}
    named = {entity.name.casefold(): entity for entity in reading.entities}
    named |= {
        mention.span.of(reading.text).casefold(): entities[mention.entity]
        for mention in reading.mentions
        if mention.entity in entities
    }
    chains = (
        one.chain for telling in report.tellings for one in chain[Telling | Count]([telling], telling.tolls)
    )
    speakers = {party.words.casefold(): party for each in chains for party in each if party.words}
    return _Names(entities=named, speakers=speakers)


def _counts(telling: Telling, names: _Names, reviews: Reviews) -> Iterator[Count]:
    for toll in telling.tolls:
        if not reviews.get(toll.id, UNREVIEWED).rejected:
            yield _corrected(toll, names, reviews)


def _corrected(told: _Told, names: _Names, reviews: Reviews) -> _Told:
    """A telling or a count as people corrected it."""
    review = reviews.get(told.id, UNREVIEWED)
    given = dict(_given(told, review, names))
    changed = {
        each.name: given[each.name]
        for each in fields(told)
        if each.name in given and given[each.name] != getattr(told, each.name)
    }
    if not changed:
        return told
    before = replace(told, tolls=()) if isinstance(told, Telling) else told
    return replace(told, as_read=before, **changed)  # type: ignore[arg-type]


def _given(told: Telling | Count, review: Review, names: _Names) -> Iterator[tuple[str, object]]:
    """What a review gives, by the fields of tellings and counts."""
    for name, words in review.values.items():
        if name in _CODES:
            if words in set(_CODES[name]):
                yield name, _CODES[name](words)
        elif name in ("actors", "recipients"):
            yield name, (names.party(words),) if words else ()
        elif name == "places":
            yield name, (names.site(words),) if words else ()
        elif name == "date" and (not words or _is_date(words)):
            yield from (("date", words or None), ("date_said", bool(words)))
        elif name == "who":
            yield "chain", (*told.chain[:-1], *([names.speaker(words)] if words else []))
    if isinstance(told, Count):
        yield from zip(("low", "high"), review.bounds(told.low, told.high), strict=True)


def _is_date(words: str) -> bool:
    return _DATE.fullmatch(words) is not None and days_of(words) is not None
