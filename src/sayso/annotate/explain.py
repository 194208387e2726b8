"""Explaining: why each date, place and party of a reading is what it is, and what else it could be."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sayso.annotate.entities.cast import AT_HOME
from sayso.annotate.entities.leaders import leader_named
from sayso.annotate.entities.located import Setting, setting_of
from sayso.annotate.entities.parties import country_in, sector_of
from sayso.annotate.parties import Party, heard_in, known_parties, party_named
from sayso.annotate.places import Candidate, Choice, GazetteerOptions, Place, name_key, shared
from sayso.annotate.times import calendar_interval, day_of_report, reasons_in
from sayso.model import Entity, EntityKind, MentionKind, Reading, Span

_RUNNERS_UP = 3
_NOTICED = 0.1
"""A leaning weaker than this is no reason."""
_PARTIES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ARMED_ACTOR)


class _Evidence(NamedTuple):
    """What a reading was made with."""

    reading: Reading
    setting: Setting
    known: Mapping[str, Party]
    demonyms: Mapping[str, str | None]


class Explanation(NamedTuple):
    """Why words of a report were given a value."""

    span: Span
    value: str
    """The value in words: calendar days, or an entity's name, country and point, or that it stays unclear."""
    reasons: tuple[str, ...]
    """One sentence each, the strongest first; the last ones name what else it could have been."""


def explain(
    reading: Reading, *, options: GazetteerOptions | None = None, parties: tuple[Path, ...] = ()
) -> list[Explanation]:
    """Why each date, place and party of a finished reading is what it is, in the order of the text.

    `options` and `parties` must be those that the reading was made with. Nothing is read anew but the
    evidence: the values are those of the reading.
    """
    gazetteer, known = shared(options or GazetteerOptions()), known_parties(parties)
    setting = setting_of(reading, gazetteer=gazetteer, known=known)
    evidence = _Evidence(reading, setting, heard_in(setting.countries, known), gazetteer.demonyms)
    entities = {entity.id: entity for entity in reading.entities}
    explained = []
    for mention in reading.mentions:
        meant = entities.get(mention.entity or "")
        if meant is None:
            continue
        name = mention.span.of(reading.text)
        if mention.kind is MentionKind.PLACE:
            reasons = list(_of_place(name, meant, setting))
        elif mention.kind in _PARTIES:
            reasons = list(_of_party(name, meant, evidence))
        elif mention.kind is MentionKind.NATIONALITY and meant.country is not None:
            reasons = [f"a word for the people of {meant.name}, says countries.tsv"]
        else:
            continue
        explained.append(Explanation(mention.span, _value(meant), tuple(reasons)))
    explained += _of_times(reading)
    named = {one.span for one in explained}
    explained += (
        Explanation(span, _value(meant), tuple(_of_phrase(meant, evidence)))
        for span, id in _phrases(reading).items()
        if span not in named and (meant := entities.get(id)) is not None
    )
    return sorted(explained, key=lambda one: one.span)


def _of_times(reading: Reading) -> Iterator[Explanation]:
    reasons = reasons_in(reading.text, published=day_of_report(reading))
    for time in reading.times:
        days = "no calendar days" if time.earliest is None else calendar_interval(time) or ""
        value = time.value if time.value == days else f"{time.value} · {days}"
        yield Explanation(time.span, value, reasons.get(time.span, ()))


def _phrases(reading: Reading) -> dict[Span, str]:
    """The sources and arguments that have an entity, by their words."""
    spoken = ((one.source, one.entity) for one in reading.attributions)
    acting = (
        (one.span, one.entity) for event in reading.events for one in (*event.actors, *event.recipients)
    )
    return {span: id for span, id in (*spoken, *acting) if span is not None and id is not None}


def _of_phrase(meant: Entity, evidence: _Evidence) -> Iterator[str]:
    if meant.kind in (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.COUNTRY):
        yield f"{meant.name} is who these words name or stand for"
    else:
        yield from _by_words(meant, evidence)


def _value(meant: Entity) -> str:
    told = [meant.name]
    told += [code for code in (meant.country, meant.sector) if code is not None]
    if meant.latitude is not None:
        told.append(f"{meant.latitude:.2f}, {meant.longitude:.2f} ± {meant.precision_km or 0:g} km")
    elif meant.kind is EntityKind.PLACE:
        told.append("unclear where")
    return " · ".join(told)


def _of_place(name: str, meant: Entity, setting: Setting) -> Iterator[str]:
    choice = setting.choice_of(name)
    if choice is None or not choice.candidates:
        yield "the gazetteer knows no place of this name"
        return
    if meant.kind is EntityKind.ORGANISATION:
        yield "a capital that speaks or acts stands for its government"
    best, *others = choice.candidates
    if choice.place is None:
        yield _unclear(choice)
    yield from reasons_for(best)
    yield from (
        f"could also be {described(one.place)}, score {one.score:.2f} against {best.score:.2f}"
        for one in others[:_RUNNERS_UP]
    )


def _unclear(choice: Choice) -> str:
    if choice.candidates[0].supported or len({one.place.country for one in choice.candidates}) > 1:
        return f"left open: its country is only {choice.sure:.0%} sure"
    return "left open: a small place, and nothing else in the report speaks for it"


def reasons_for(one: Candidate) -> Iterator[str]:
    """What speaks for a candidate, in words, the strongest first."""
    place, leaning = one.place, one.leaning
    if one.own:
        yield "it is one of your own places"
    if one.within is not None:
        yield f"the report says that it lies in {one.within}"
    if one.wording:
        yield f"the words beside the name {'fit' if one.wording > 0 else 'do not fit'} a {place.feature}"
    told = (
        (
            leaning.country,
            f"{leaning.country:.0%} of the report's other places and peoples are of {place.country}",
        ),
        (leaning.division, "other places of the report lie in the same province"),
        (leaning.nearby, "other places of the report lie within about 100 km"),
    )
    yield from (reason for weight, reason in sorted(told, reverse=True) if weight > _NOTICED)
    yield f"of those called so it is {described(place)}"


def described(place: Place) -> str:
    """A place in a few words: its name, country, kind, people and GeoNames number."""
    told = [place.name, place.country or "of no one state", place.feature]
    if place.population:
        told.append(f"{place.population:,} people")
    if place.geonames is not None:
        told.append(f"GeoNames {place.geonames}")
    return ", ".join(told)


def _of_party(name: str, meant: Entity, evidence: _Evidence) -> Iterator[str]:
    party = party_named(name, evidence.known)
    if party is not None:
        yield f"{party.name} is known by name ({party.source})"
    if name_key(meant.name) != name_key(name):
        yield f"taken for a shorter or other form of {meant.name}"
    if meant.kind is EntityKind.PERSON:
        yield from _of_person(name, meant, evidence.reading)
    elif party is None:
        yield from _by_words(meant, evidence)


def _by_words(meant: Entity, evidence: _Evidence) -> Iterator[str]:
    if meant.country is not None and country_in(meant.name, evidence.demonyms) == meant.country:
        yield f"its own words name {meant.country}"
    elif meant.country is not None and meant.sector in AT_HOME and meant.country == evidence.setting.focus:
        yield f"told nowhere to be of another country, in a report that is about {meant.country}"
    elif meant.country is not None:
        yield f"words beside it, or the place of its event, name {meant.country}"
    if meant.sector is not None and sector_of(meant.name) == meant.sector:
        yield f"its words tell the sector {meant.sector}"


def _of_person(name: str, meant: Entity, reading: Reading) -> Iterator[str]:
    for office in reading.offices:
        if office.person.of(reading.text) in (name, meant.name):
            held = " of ".join(
                span.of(reading.text) for span in (office.title, office.of) if span is not None
            )
            yield f"the report says: {held}"
            return
    leader = leader_named(
        [meant.name], titles=["president"], date=reading.document.published, countries={meant.country or ""}
    )
    if leader is not None and leader.country == meant.country:
        term = f"{leader.since or '?'} to {leader.until or 'May 2026 or later'}"
        yield f"{leader.name}, {leader.title} of {leader.country}, {term} ({leader.source})"
