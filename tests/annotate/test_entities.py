"""Entities: one for each party and place, and which words mean them."""

import gc
import os
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.entities import annotator, with_entities
from sayso.annotate.entities.casting import cast_of
from sayso.annotate.entities.folding import folded_bodies, folded_people
from sayso.annotate.entities.leaders import leader_named
from sayso.annotate.entities.parties import country_in, sector_of
from sayso.annotate.mentions import annotator as mentions_annotator
from sayso.annotate.mentions import mentions_in
from sayso.annotate.parties import SECTORS, known_parties, party_named
from sayso.annotate.places import GazetteerOptions, countries, name_key, shared
from sayso.annotate.spelling import sounds_like
from sayso.errors import UsageError
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
        (["Aldo de la Queb Venn", "De la Queb"], ["aldo de la queb venn"] * 2),
        (["Aldo Queb Venn", "Mira Queb Orlo", "Queb"], ["aldo queb venn", "mira queb orlo", "queb"]),
        (["Aldo bin Queb Venn", "Queb"], ["aldo bin queb venn", "queb"]),
        (["Yusef Qarra", "Youssef Karra", "Qarra"], ["yusef qarra", "yusef qarra", "yusef qarra"]),
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
        ("a mortar platoon", "MIL"),
        ("the post's garrison", "MIL"),
        ("border guards", "COP"),
        ("rebel fighters", "REB"),
        ("the mayor of Orlo", "GOV"),
        ("residents of the army town", "CVL"),
        ("government troops", "MIL"),
        ("police", "COP"),
        ("he", None),
        ("", None),
        ("Attorney General", "GOV"),
        ("General Oro", "MIL"),
        ("UN secretary general", "GOV"),
        ("rebel forces", "REB"),
        ("resistance forces", "REB"),
        ("government forces", "MIL"),
        ("armed men", "REB"),
        ("men", "CVL"),
        ("wedding party", None),
        ("ruling party", "PTY"),
        ("the Orlo Liberation Army", "REB"),
        ("un grupo armado", None),
        ("UN", "IGO"),
    ],
)
def test_sector_of(phrase: str, sector: str | None) -> None:
    assert sector_of(phrase) == sector


def test_country_in_prefers_the_first_nationality() -> None:
    assert country_in("South Korean and French soldiers") == "KOR"
    assert country_in("Velmarian soldiers", {"Velmarian": "VLM"}) == "VLM"
    assert country_in("soldiers") is None


def test_known_parties_have_sectors_and_codes() -> None:
    assert all(party.sector in SECTORS for party in known_parties().values() if not party.bearers)
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


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("Rebels of the Red Sash shelled Orlo.", "Red Sash", "REB"),
        ("The rebel group Red Sash shelled Orlo.", "Red Sash", "REB"),
        ("Red Sash militants shelled Orlo.", "Red Sash", "REB"),
        ("The police shot at a Red Sash office.", "Red Sash", None),
        ("Doctors of the Red Sash came to Orlo.", "Red Sash", None),
        ("The news agency Red Sash was in Orlo.", "Red Sash", "MED"),
    ],
)
def test_the_words_beside_a_bodys_name_tell_its_sector(text: str, name: str, sector: str | None) -> None:
    named = Mention(span=_span(text, name), kind=MentionKind.ORGANISATION)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=(named,))
    known = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    assert _entity(known, name).sector == sector


def test_places_of_an_event_come_the_most_specific_first() -> None:
    text = "Shells hit Velmaria's city of Brackwater at the Lamp Market."
    words = ("Velmaria", "city", "Brackwater", "Lamp Market")
    event = Event(
        type=EventType.ASSAULT,
        trigger=_span(text, "hit"),
        places=tuple(Argument(span=_span(text, each)) for each in words),
    )
    (told,) = _read(text, events=(event,)).events
    named = [place.span.of(text) for place in told.places]
    assert named.index("Brackwater") < named.index("city") < named.index("Velmaria")


def test_a_force_of_an_unknown_state_is_no_unknown_body() -> None:
    text = "The Karst military shelled Orlo."
    named = Mention(span=_span(text, "Karst"), kind=MentionKind.ORGANISATION)
    event = Event(
        type=EventType.ASSAULT,
        trigger=_span(text, "shelled"),
        actors=(Argument(span=_span(text, "The Karst military")),),
    )
    reading = replace(
        factory.reading(text), sentences=(Span(0, len(text)),), mentions=(named,), events=(event,)
    )
    known = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    assert _entity(known, "Karst military").sector == "MIL"


def test_entities_take_a_persons_country_and_sector_from_the_office() -> None:
    text = "Aldo Venn, mayor of Orlo, wept."
    office = Office(person=_span(text, "Aldo Venn"), title=_span(text, "mayor"), of=_span(text, "Orlo"))
    person = _entity(_read(text, offices=(office,)), "Aldo Venn")
    assert (person.kind, person.country, person.sector) == (EntityKind.PERSON, "VLM", "GOV")


def test_entities_name_a_person_without_the_rank_which_tells_the_sector() -> None:
    text = "Maj-Gen Aldo Venn wept."
    person = Mention(span=_span(text, "Maj-Gen Aldo Venn"), kind=MentionKind.PERSON)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=(person,))
    known = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    assert _entity(known, "Aldo Venn").sector == "MIL"


def test_entities_take_an_armed_group_for_rebels_by_its_name() -> None:
    text = "Lashkar-e-Orlo fired."
    group = Mention(span=_span(text, "Lashkar-e-Orlo"), kind=MentionKind.ARMED_ACTOR)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=(group,))
    known = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    assert _entity(known, "Lashkar-e-Orlo").sector == "REB"


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moammar Gadhafi", "Muammar al-Qaddafi"),
        ("Viktor Yanukovych", "Viktor Yanukovich"),
        ("Nouri al-Maliki", "Nuri Al Maliki"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds_like(one) == sounds_like(other)


def test_names_that_differ_by_more_than_spelling_stay_apart() -> None:
    assert len({sounds_like(name) for name in ("Ali", "Oli", "Petro", "Pedro", "Karim", "Karam")}) == 6


def test_leaders_are_told_by_name_title_and_date() -> None:
    def country(name: str, title: str = "", date: str | None = None, heard: str = "") -> str | None:
        leader = leader_named([name], titles=[title], date=date, countries=heard.split())
        return leader.country if leader else None

    assert country("Vladimir Putin") == "RUS"
    assert country("Bush", "President", "1990-03-01") == "USA"
    assert country("Bush", "President", "2016-03-01") is None
    assert country("Bush", "", "1990-03-01") is None
    assert country("Bush", "", "1990-03-01", heard="USA") == "USA"
    assert country("Aldo Venn", "President") is None
    assert country("Yeltsin", "", "1993-03-01") == "RUS"
    assert country("Yeltsin", "", "2016-03-01") is None
    assert country("Yeltsin") is None


def test_a_leader_is_in_office_from_the_first_to_the_last_day_told() -> None:
    leader = leader_named(["Boris Yeltsin"], titles=[], date=None, countries=())
    assert leader is not None
    told = [leader.in_office(date) for date in ("1990-12-31", "1991-01-01", "1999-12-31", "2000-01-01", None)]
    assert told == [False, True, True, False, False]


def test_entities_take_a_leaders_country_from_the_table_where_the_report_is_silent() -> None:
    person = _entity(_read("Boris Yeltsin wept."), "Boris Yeltsin")
    assert (person.country, person.sector) == ("RUS", "GOV")


def test_entities_take_the_report_before_the_table() -> None:
    person = _entity(_read("Velmarian President Boris Yeltsin wept."), "Boris Yeltsin")
    assert person.country == "VLM"


def test_entities_know_who_is_out_of_office() -> None:
    assert _entity(_read("Former Velmarian President Aldo Venn wept."), "Aldo Venn").sector == "ELI"


def test_a_capital_that_speaks_is_a_government_and_no_events_place() -> None:
    text = "Moscow denied that it fired. Shells fell in Moscow."
    event = Event(
        trigger=_span(text, "fired"),
        type=EventType.ASSAULT,
        actors=(Argument(span=_span(text, "Moscow")),),
        places=(
            Argument(span=_span(text, "Moscow")),
            Argument(span=Span(text.rindex("Moscow"), len(text) - 1)),
        ),
    )
    reading = _read(text, events=(event,))
    entities = {entity.id: entity for entity in reading.entities}
    (filled,) = reading.events
    state = entities[filled.actors[0].entity or ""]
    assert (state.kind, state.country, state.sector) == (EntityKind.ORGANISATION, "RUS", "GOV")
    assert [entities[place.entity or ""].kind for place in filled.places] == [EntityKind.PLACE]


def _acting(
    text: str, words: str, type_: EventType = EventType.ASSAULT, *, to: str = "", at: str = ""
) -> list[Entity | None]:
    """Who acts, who is acted upon and where, of an event made of these words."""
    places = (Argument(span=_span(text, at)),) if at else ()
    whom = (Argument(span=_span(text, to)),) if to else ()
    actors = (Argument(span=_span(text, words)),)
    event = Event(trigger=Span(0, 1), type=type_, actors=actors, recipients=whom, places=places)
    reading = _read(text, events=(event,))
    entities = {entity.id: entity for entity in reading.entities}
    (filled,) = reading.events
    arguments = (*filled.actors, *filled.recipients, *filled.places)
    return [entities.get(argument.entity or "") for argument in arguments]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Rebels in the north of Velmaria fired.", "Rebels in the north", ("VLM", "REB")),
        ("Residents fled Orlo.", "Residents", ("VLM", "CVL")),
        ("Velmarian border authorities closed the road.", "Velmarian", ("VLM", "GOV")),
        ("Velmaria's foreign minister left.", "foreign minister", ("VLM", "GOV")),
        ("Velmaria's interim government left.", "Velmaria", ("VLM", "GOV")),
        ("Velmarian and French envoys met. Rebels fired.", "Rebels", (None, "REB")),
        ("Velmaria wept. Xyzzyq Blorn fighters fired.", "Xyzzyq Blorn fighters", (None, "REB")),
        ("Aldo Venn's supporters fled.", "Aldo Venn's supporters", (None, None)),
        ("Velmaria wept. Peacekeepers of Xyzzyqwv fired.", "Peacekeepers of Xyzzyqwv", (None, "MIL")),
        ("Gunmen loyal to warlord Aldo Venn fired.", "Gunmen loyal to warlord Aldo Venn", (None, "REB")),
        ("Soldiers led by Major Aldo Venn fled.", "Soldiers led by Major Aldo Venn", (None, "MIL")),
        ("Ethnic Armenians in Velmaria fired.", "Ethnic Armenians", (None, None)),
        ("Moslem forces fired at the men.", "Moslem forces", (None, "MIL")),
        ("Pro-Velmarian rebels fired.", "Pro-Velmarian rebels", (None, "REB")),
        ("Velmaria-backed rebels fired in Peru.", "Velmaria-backed rebels", ("PER", "REB")),
        ("A Velmaria-based bank closed.", "A Velmaria-based bank", ("VLM", "BUS")),
        ("A Peru-based group said rebels fired.", "rebels", (None, "REB")),
    ],
)
def test_a_party_has_the_country_that_is_told_or_that_the_report_is_about(
    text: str, words: str, meant: tuple[str | None, str | None]
) -> None:
    (party,) = _acting(text, words)
    assert party is not None
    assert (party.country, party.sector) == meant


def test_a_party_belongs_to_the_country_where_it_acts() -> None:
    text = "Velmarian and French envoys met. Rebels fired at Orlo."
    rebels, _ = _acting(text, "Rebels", at="Orlo")
    assert rebels is not None
    assert rebels.country == "VLM"


def test_a_capital_that_acts_or_is_talked_to_is_its_government_and_one_that_is_shelled_is_a_town() -> None:
    def kinds(type_: EventType) -> list[tuple[EntityKind, str | None]]:
        found = _acting("Kabul talked with Moscow.", "Kabul", type_, to="Moscow")
        return [(one.kind, one.sector) for one in found if one is not None]

    government = (EntityKind.ORGANISATION, "GOV")
    assert kinds(EventType.CONSULT) == [government, government]
    assert kinds(EventType.ASSAULT) == [government, (EntityKind.PLACE, None)]


@pytest.mark.parametrize(
    ("text", "at", "meant"),
    [
        ("Ships left the village of Orlo. Shells hit this village.", "this village", "Orlo"),
        ("Ships left Orlo port. Shells fell in the port.", "the port", "Orlo"),
        ("Shells fell near the bridge. They closed Orlo bridge.", "the bridge", None),
        ("The port of Orlo and the port of Ganja burned. Shells hit that port.", "that port", None),
    ],
)
def test_a_site_for_short_is_the_only_one_that_was_named_before(
    text: str, at: str, meant: str | None
) -> None:
    place = _acting(text, "Shells", at=at)[1]
    assert (place.name if place is not None else None) == meant


def test_the_capital_is_that_of_the_country_that_the_report_is_about() -> None:
    text = "Afghan rebels fired rockets in the capital."
    _, place = _acting(text, "Afghan rebels", at="the capital")
    assert place is not None
    assert (place.name, place.country, place.kind) == ("Kabul", "AFG", EntityKind.PLACE)
    text = "Afghan and French rebels fired rockets in the capital."
    assert _acting(text, "rebels", at="the capital")[1] is None


def test_a_side_of_the_world_lies_nowhere_unless_the_report_tells_what_holds_it() -> None:
    def placed(text: str) -> float | None:
        name = Mention(span=_span(text, "West"), kind=MentionKind.PLACE)
        held = [Mention(span=_span(text, "Texas"), kind=MentionKind.PLACE)] if "Texas" in text else []
        reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=(name, *held))
        return _entity(
            with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS))), "West"
        ).latitude

    assert placed("Rwanda accused the West of lies.") is None
    assert placed("A depot in West, Texas, burned.") is not None


def test_a_side_of_something_is_no_place() -> None:
    text = "They fled to the east of Velmaria."
    east = Mention(span=_span(text, "east"), kind=MentionKind.PLACE)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=(east,))
    (entity,) = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS))).entities
    assert (entity.country, entity.latitude) == (None, None)


def test_what_is_named_after_a_town_stands_there() -> None:
    reading = _read("The shell hit Brackwater Hospital. Brackwater Police fled.")
    hospital, police = _entity(reading, "Brackwater Hospital"), _entity(reading, "Brackwater Police")
    assert (hospital.kind, hospital.country, hospital.latitude) == (EntityKind.PLACE, "VLM", 10.61)
    assert (police.kind, police.country, police.latitude, police.sector) == (
        EntityKind.ARMED_ACTOR,
        "VLM",
        10.61,
        "COP",
    )


def test_a_body_takes_the_country_of_the_place_it_is_of() -> None:
    reading = _read("The Ministry of Truth of Velmaria lied.")
    assert [entity.country for entity in reading.entities if "Ministry" in entity.name] == ["VLM"]


def test_a_place_word_does_not_tell_a_partys_sector() -> None:
    text = "Residents of the West Bank fled."
    event = Event(
        trigger=_span(text, "fled"),
        type=EventType.RETREAT,
        actors=(Argument(span=_span(text, "Residents of the West Bank")),),
    )
    reading = _read(text, events=(event,))
    entities = {entity.id: entity for entity in reading.entities}
    assert entities[reading.events[0].actors[0].entity or ""].sector == "CVL"


def test_users_add_parties_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,aliases,sector,country\nDawn Brigade,DBX,reb,vlm\n", encoding="utf-8")
    text = "The Dawn Brigade fled. DBX said so."
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),))
    (reading,) = mentions_annotator(OPTIONS, parties=(file,)).annotate([reading])
    (reading,) = annotator(OPTIONS, parties=(file,)).annotate([reading])
    (brigade,) = reading.entities
    assert (brigade.name, brigade.sector, brigade.country) == ("Dawn Brigade", "REB", "VLM")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Dawn,,REBELS,VLM", "line 2: 'REBELS' is no PLOVER sector"),
        ("Dawn,,REB,Velmaria", "line 2: 'Velmaria' is neither"),
        (",DBX,REB,VLM", "line 2: a party without a name"),
        ("Dawn,DBX,REB,VLM,more", "line 2: more cells than columns"),
        ("", "holds no party"),
    ],
)
def test_parties_that_make_no_sense_name_the_line(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(f"name,aliases,sector,country\n{row}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        known_parties((file,))


def test_a_header_of_parties_with_an_unknown_column_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,kind\nDawn,REB\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no such column 'kind'"):
        known_parties((file,))


def test_a_party_may_name_its_country_in_words(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(" name ,country\nDawn Brigade,Republic of Armenia\n", encoding="utf-8")
    party = party_named("Dawn Brigade", known_parties((file,)))
    assert party is not None
    assert (party.country, party.sector, party.source) == ("ARM", None, f"{file}, line 2")


def test_a_name_of_two_parties_means_the_one_whose_country_the_report_speaks_of(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(
        "name,aliases,sector,country\nOrlo Free Force,OFX,REB,VLM\nOther Field Xenon,OFX,MIL,TSS\n",
        encoding="utf-8",
    )

    def meant(text: str) -> Entity:
        reading = replace(factory.reading(text), sentences=(Span(0, len(text)),))
        (reading,) = mentions_annotator(OPTIONS, parties=(file,)).annotate([reading])
        (reading,) = annotator(OPTIONS, parties=(file,)).annotate([reading])
        return next(one for one in reading.entities if one.kind is not EntityKind.COUNTRY)

    told, untold = meant("OFX fled from Velmaria."), meant("OFX fled.")
    assert (told.name, told.sector, told.country) == ("Orlo Free Force", "REB", "VLM")
    assert (untold.name, untold.sector, untold.country) == ("OFX", None, None)


def test_every_known_party_names_its_source() -> None:
    tables = {party.source.partition(", ")[0] for party in known_parties().values()}
    assert tables == {"armed_groups.tsv", "bodies.tsv", "forces.tsv"}
    assert all(party.source.partition(", ")[2] for party in known_parties().values())


def test_no_state_goes_for_a_force_of_its_own() -> None:
    names = {name_key(country.name) for country in countries().values()}
    assert names.isdisjoint(known_parties())


_SCRAPS = st.lists(
    st.sampled_from(
        ("Orlo fell.", "Moscow said so.", "Velmarian troops left Brackwater.", "President Aldo Venn wept.")
    ),
    min_size=1,
    max_size=4,
)


@given(st.lists(_SCRAPS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_documents_in_another_order_are_read_the_same(texts: list[list[str]], random: Random) -> None:
    wanted = {" ".join(text): _read(" ".join(text)) for text in texts}
    shuffled = list(wanted)
    random.shuffle(shuffled)
    assert {text: _read(text) for text in shuffled} == wanted


@given(_SCRAPS)
def test_entities_are_the_same_in_any_time_zone(text: list[str]) -> None:
    before, zone = _read(" ".join(text)), os.environ.get("TZ")
    try:
        os.environ["TZ"] = "Pacific/Kiritimati"
        time.tzset()
        assert _read(" ".join(text)) == before
    finally:
        os.environ.pop("TZ")
        os.environ.update({"TZ": zone} if zone is not None else {})
        time.tzset()


def test_mentions_and_entities_of_one_endless_line_take_time_in_proportion() -> None:
    def seconds(words: int) -> float:
        # A collection goes through all that other tests have left, which is no cost of this line.
        gc.disable()
        try:
            started = time.process_time()
            _read("Orlo Venn " * words)
            return time.process_time() - started
        finally:
            gc.enable()

    seconds(100)
    assert seconds(8_000) < 10 * max(seconds(2_000), 0.05)


def test_parties_are_known_by_other_spellings_of_their_name() -> None:
    for name in ("Hizbullah", "Hezbollah", "Hizballah"):
        party = party_named(name, known_parties())
        assert party is not None
        assert party.country == "LBN", name
    assert party_named("Oro", known_parties()) is None


@given(st.lists(st.sampled_from(
    "Paris Texas in southern Orlo , the village of Brackwater Velmaria Moscow said Georgia troops San José"
    " Province left . near Kabul Washington Springfield Ill.".split()
), max_size=20))  # fmt: skip
def test_a_point_is_that_of_a_place_that_the_words_can_name(words: list[str]) -> None:
    text = " ".join([*words, "end."])
    reading, gazetteer = _read(text), shared(OPTIONS)
    entities = {entity.id: entity for entity in reading.entities}
    for mention in reading.mentions:
        meant = entities.get(mention.entity or "")
        if meant is None or meant.latitude is None:
            continue
        said = mention.span.of(text).split()
        parts = (" ".join(said[at:to]) for at in range(len(said)) for to in range(at + 1, len(said) + 1))
        points = {(place.latitude, place.longitude) for part in parts for place in gazetteer.lookup(part)}
        if mention.kind is MentionKind.NATIONALITY:
            points |= {(place.latitude, place.longitude) for place in gazetteer.lookup(meant.name)}
        assert (meant.latitude, meant.longitude) in points


def test_a_name_lies_in_what_the_text_says_holds_it() -> None:
    east, south = (
        _entity(_read(f"Shells fell on Paris in {where}."), "Paris")
        for where in ("northern Texas", "Tennessee")
    )
    assert (east.country, south.country) == ("USA", "USA")
    assert east.geonames != south.geonames


def _made(text: str, *named: tuple[str, MentionKind]) -> Reading:
    found = tuple(Mention(span=_span(text, name), kind=kind) for name, kind in named)
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),), mentions=found)
    return with_entities(_sourced(reading), cast=cast_of(_sourced(reading), gazetteer=shared(OPTIONS)))


def _sourced(reading: Reading) -> Reading:
    source = _span(reading.text, "local officials")
    said = Attribution(source=source, who=None, cue=None, content=Span(0, 5), form=Form.INDIRECT)
    return replace(reading, attributions=(said,))


@pytest.mark.parametrize(
    ("text", "named", "country"),
    [
        ("Shells fell in Bulgaria, local officials said.", [("Bulgaria", MentionKind.PLACE)], "BGR"),
        ("Reuters could not reach local officials.", [("Reuters", MentionKind.ORGANISATION)], None),
        (
            "In Geneva, local officials of Velmbruk and Ostkeld met.",
            [("Geneva", MentionKind.PLACE), ("Velmbruk", MentionKind.PLACE), ("Ostkeld", MentionKind.PLACE)],
            None,
        ),
    ],
)
def test_parties_at_home_are_not_of_the_country_of_an_outlet_or_a_passing_town(
    text: str, named: list[tuple[str, MentionKind]], country: str | None
) -> None:
    reading = _made(text, *named)
    assert _entity(reading, "local officials").country == country


def test_a_body_is_not_seated_in_a_part_of_a_longer_name() -> None:
    text = "Bank of Costa Brava, local officials say"
    reading = _made(text, ("Bank of Costa Brava", MentionKind.ORGANISATION))
    assert _entity(reading, "Bank of Costa Brava").country is None


@pytest.mark.parametrize(
    ("phrase", "sector"),
    [
        ("army officers", "MIL"),
        ("a senior police official", "COP"),
        ("hospital officials", "HLH"),
        ("two officers", "COP"),
        ("officials", "GOV"),
    ],
)
def test_officers_and_officials_are_of_what_the_word_before_them_tells(phrase: str, sector: str) -> None:
    assert sector_of(phrase) == sector


def test_a_minister_is_not_the_country_that_was_read_as_a_person() -> None:
    text = "Kesh Minister Aldo Venn fired."
    people = tuple(Mention(span=_span(text, name), kind=MentionKind.PERSON) for name in ("Kesh", "Aldo Venn"))
    office = Office(person=_span(text, "Aldo Venn"), title=_span(text, "Minister"), of=_span(text, "Kesh"))
    event = Event(
        trigger=_span(text, "fired"),
        type=EventType.ASSAULT,
        actors=(Argument(span=_span(text, "Kesh Minister Aldo Venn")),),
    )
    reading = replace(factory.reading(text), mentions=people, offices=(office,), events=(event,))
    told = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    (actor,) = told.events[0].actors
    assert [one.name for one in told.entities if one.id == actor.entity] == ["Aldo Venn"]
