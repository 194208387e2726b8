"""Why a place or party is what it is, in words."""

from dataclasses import replace
from pathlib import Path

from sayso.annotate.entities import with_entities
from sayso.annotate.entities.casting import cast_of
from sayso.annotate.explain import explain
from sayso.annotate.mentions import mentions_in
from sayso.annotate.places import GazetteerOptions, shared
from sayso.annotate.times import ANNOTATOR as TIMES
from sayso.model import Argument, Event, EventType, Span
from tests import factory

OPTIONS = GazetteerOptions(additions=(Path(__file__).parent / "invented.csv",))


def _explained(text: str) -> dict[str, tuple[str, str]]:
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),))
    reading = replace(reading, mentions=mentions_in(reading, gazetteer=shared(OPTIONS)))
    reading = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    found = explain(reading, options=OPTIONS)
    assert [one.span for one in found] == sorted(one.span for one in found)
    return {one.span.of(text): (one.value, "; ".join(one.reasons)) for one in found}


def test_a_place_is_explained_by_what_holds_it_and_what_else_it_could_be() -> None:
    value, reasons = _explained("Shells fell near Paris, Texas.")["Paris"]
    assert value.startswith("Paris · USA · 33.66, -95.56")
    assert "lies in Texas" in reasons
    assert "could also be Paris, FRA, capital" in reasons


def test_an_unclear_place_says_why() -> None:
    value, reasons = _explained("They walked to Pokrovsk.")["Pokrovsk"]
    assert "unclear where" in value
    assert "left open" in reasons


def test_a_place_that_nobody_knows_says_so() -> None:
    assert "no place of this name" in _explained("They walked to the village of Xyzzyqwv.")["Xyzzyqwv"][1]


def test_users_own_places_and_speaking_capitals_are_named_as_such() -> None:
    assert "your own places" in _explained("Shells hit Orlo.")["Orlo"][1]
    assert "stands for its government" in _explained("Moscow denied it.")["Moscow"][1]


def test_parties_are_explained_by_table_words_and_report() -> None:
    found = _explained("The Taliban met Velmarian troops and Boris Yeltsin.")
    assert "armed_groups.tsv" in found["Taliban"][1]
    assert "sector MIL" in found["Velmarian troops"][1]
    assert "past_leaders.tsv" in found["Boris Yeltsin"][1]


def test_a_phrase_that_is_a_party_by_its_own_words_is_explained() -> None:
    text = "Velmarian farmers wept."
    span = Span(0, len("Velmarian farmers"))
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),))
    reading = replace(
        reading,
        mentions=mentions_in(reading, gazetteer=shared(OPTIONS)),
        events=(Event(trigger=Span(18, 22), type=EventType.PROTEST, actors=(Argument(span=span),)),),
    )
    reading = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    (found,) = [one for one in explain(reading, options=OPTIONS) if one.span == span]
    assert found.value == "Velmarian farmers · VLM · CVL"
    assert "its own words name VLM" in found.reasons
    assert "its words tell the sector CVL" in found.reasons


def test_a_country_that_was_only_inferred_is_not_said_to_be_named() -> None:
    text = "Rebels fled Orlo."
    span = Span(0, len("Rebels"))
    reading = replace(factory.reading(text), sentences=(Span(0, len(text)),))
    reading = replace(
        reading,
        mentions=mentions_in(reading, gazetteer=shared(OPTIONS)),
        events=(Event(trigger=Span(7, 11), type=EventType.RETREAT, actors=(Argument(span=span),)),),
    )
    reading = with_entities(reading, cast=cast_of(reading, gazetteer=shared(OPTIONS)))
    (found,) = [one for one in explain(reading, options=OPTIONS) if one.span == span]
    assert found.value == "Rebels · VLM · REB"
    assert "told nowhere to be of another country, in a report that is about VLM" in found.reasons


def test_a_date_is_explained_beside_its_days() -> None:
    text = "Shells fell since Friday."
    reading = factory.reading(text)
    reading = replace(reading, document=replace(reading.document, published="2031-05-07"))
    (reading,) = TIMES.annotate([reading])
    (found,) = explain(reading, options=OPTIONS)
    assert (found.span.of(text), found.value) == ("Friday", "2031-05-02 · 2031-05-02/2031-05-07")
    assert "counted from the report's date, 2031-05-07" in found.reasons
