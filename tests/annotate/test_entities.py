"""Entities: one for each party and place, and which words mean them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.entities import annotator, with_entities
from sayso.annotate.entities.casting import cast_of
from sayso.annotate.entities.folding import folded_bodies, folded_people
from sayso.annotate.entities.parties import country_in, sector_of
from sayso.annotate.parties import known_parties
from sayso.annotate.mentions import mentions_in
from sayso.annotate.places import GazetteerOptions, shared
from sayso.model import (
    Argument,
    Attribution,
    Entity,
    EntityKind,
    Event,
    EventType,
    Form,
    Mention,
    MentionKind,
    Office,
    Reading,
    Span,
)
from tests import factory

OPTIONS = GazetteerOptions(additions=(Path(__file__).parent / "invented.csv",))


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def _read(text: str, **layers: object) -> Reading:
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), **layers)  # type: ignore[arg-type]
    reading = replace(reading, mentions=mentions_in(reading, gazetteer=shared(OPTIONS)))
    return with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))


def _entity(reading: Reading, name: str) -> Entity:
    (entity,) = [entity for entity in reading.entities if entity.name == name]
    return entity


@pytest.mark.parametrize(
    ("names", "folded"),
    [
        (["Aldo Venn", "Venn"], ["aldo venn", "aldo venn"]),
        (["Venn", "Aldo Venn"], ["aldo venn", "aldo venn"]),
        (["Aldo Venn", "Mira Venn", "Venn"], ["aldo venn", "mira venn", "mira venn"]),
        (["A. Venn", "Aldo Venn"], ["aldo venn", "aldo venn"]),
        (["Abu Orlo", "Abu Orlo al-Venni"], ["abu orlo al venni", "abu orlo al venni"]),
        (["Queb", "Aldo Venn"], ["queb", "aldo venn"]),
    ],
)
def test_folded_people(names: list[str], folded: list[str]) -> None:
    assert folded_people(names) == folded


def test_folded_bodies_know_acronyms_from_tables_and_from_the_document() -> None:
    assert folded_bodies(["U.N.", "UN"]) == ["united nations", "united nations"]
    assert folded_bodies(["OBF", "Orlo Border Force"]) == ["orlo border force", "orlo border force"]
    assert folded_bodies(["OBF", "Tessandra Watch"]) == ["obf", "tessandra watch"]


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("rebel fighters", "REB"),
        ("the mayor of Orlo", "GOV"),
        ("residents of the army town", "CVL"),
        ("government troops", "MIL"),
        ("police", "COP"),
        ("he", None),
        ("", None),
    ],
)
def test_sector_of(phrase: str, sector: str | None) -> None:
    assert sector_of(phrase) == sector


def test_country_in_prefers_the_first_nationality() -> None:
    assert country_in("South Korean and French soldiers") == "KOR"
    assert country_in("Velmarian soldiers", {"Velmarian": "VLM"}) == "VLM"
    assert country_in("soldiers") is None


def test_known_parties_have_sectors_and_codes() -> None:
    assert all(party.sector and party.sector.isupper() for party in known_parties().values())
    assert all(party.country is None or len(party.country) == 3 for party in known_parties().values())


def test_entities_place_a_town_with_its_country_and_precision() -> None:
    reading = _read("Shells hit Brackwater in Tessandra, Velmaria.")
    town = _entity(reading, "Brackwater")
    assert (town.country, town.latitude, town.longitude, town.precision_km) == ("VLM", 10.61, 40.88, 1.0)
    assert _entity(reading, "Velmaria").kind is EntityKind.COUNTRY


def test_entities_leave_an_unclear_place_without_a_point() -> None:
    place = _entity(_read("They walked to Pokrovsk."), "Pokrovsk")
    assert (place.kind, place.country, place.latitude, place.geonames) == (EntityKind.PLACE, None, None, None)


def test_entities_give_a_force_its_country_and_sector() -> None:
    reading = _read("Velmarian troops left. Velmarian police stayed. The Taliban watched.")
    assert [(e.name, e.country, e.sector) for e in reading.entities] == [
        ("Velmarian troops", "VLM", "MIL"),
        ("Velmarian police", "VLM", "COP"),
        ("Taliban", "AFG", "REB"),
    ]


def test_entities_take_a_persons_country_and_sector_from_the_office() -> None:
    text = "Aldo Venn, mayor of Orlo, wept."
    office = Office(person=_span(text, "Aldo Venn"), title=_span(text, "mayor"), of=_span(text, "Orlo"))
    person = _entity(_read(text, offices=(office,)), "Aldo Venn")
    assert (person.kind, person.country, person.sector) == (EntityKind.PERSON, "VLM", "GOV")


def test_entities_take_a_persons_country_from_the_words_before_the_name() -> None:
    person = _entity(_read("Velmarian President Aldo Venn wept."), "Aldo Venn")
    assert (person.country, person.sector) == ("VLM", "GOV")


def test_entities_have_one_id_for_one_name_and_country_in_every_document() -> None:
    one, other = (
        _read("The Velmarian Armed Forces fired."),
        _read("Later, Velmarian armed forces fled from Orlo."),
    )
    assert {entity.id for entity in one.entities} <= {entity.id for entity in other.entities}


def test_entities_fill_sources_and_arguments() -> None:
    text = "Residents of Orlo told Aldo Venn that Velmarian troops fired. He agreed."
    event = Event(
        trigger=_span(text, "fired"),
        type=EventType.ASSAULT,
        actors=(Argument(span=_span(text, "Velmarian troops")),),
        recipients=(Argument(span=_span(text, "Residents of Orlo")),),
        places=(Argument(span=_span(text, "Orlo")),),
    )
    said = Attribution(
        source=_span(text, "He"), who="Aldo Venn", cue=None, content=_span(text, "fired"), form=Form.INDIRECT
    )
    reading = _read(text, events=(event,), attributions=(said,))
    entities = {entity.id: entity for entity in reading.entities}
    (filled,) = reading.events
    assert [entities[a.entity or ""].name for a in filled.actors] == ["Velmarian troops"]
    residents = entities[filled.recipients[0].entity or ""]
    assert (residents.name, residents.sector, residents.country) == ("Residents of Orlo", "CVL", "VLM")
    assert entities[filled.places[0].entity or ""].latitude == 10.5
    assert entities[reading.attributions[0].entity or ""].name == "Aldo Venn"


def test_annotator_declares_all_that_it_writes() -> None:
    reading = replace(
        factory.reading("Orlo fell."), mentions=(Mention(span=Span(0, 4), kind=MentionKind.PLACE),)
    )
    (fuller,) = annotator(OPTIONS).annotate([reading])
    assert fuller.mentions[0].entity == fuller.entities[0].id
    changed = {"mentions", "entities", "attributions", "events"}
    assert {layer.value for layer in annotator(OPTIONS).writes} == changed


@given(st.lists(st.sampled_from(
    "Orlo the Velmarian troops President Venn Aldo of Ministry and U.S. - , . al- Bank ' said in Paris"
    " NATO (OBF) Georgia\n\n Kurdish".split(" ")
), max_size=25))  # fmt: skip
def test_every_reference_is_to_an_entity_that_is_there(words: list[str]) -> None:
    reading = _read(" ".join([*words, "end"]))
    ids = {entity.id for entity in reading.entities}
    assert {mention.entity for mention in reading.mentions if mention.entity} <= ids
    assert len(ids) == len(reading.entities)
    assert all(mention.entity for mention in reading.mentions if mention.kind is not MentionKind.WEAPON
               and mention.kind is not MentionKind.OTHER)  # fmt: skip
