"""Reports as people corrected them."""

import pytest

from sayso.incidents.kept.written import to_bytes, to_report
from sayso.incidents.telling.reports import report_of
from sayso.incidents.telling.reviewed import reviewed
from sayso.model import Assertion, Effect, EventType, Report, Review, Ruling
from tests.web.made import report as made

READING = made("the Interior Ministry", 12, "twelve people", outlet="Halinform", published="2031-05-04")
REPORT = report_of(READING)
EVENT, TOLL = REPORT.tellings[0].id, REPORT.tellings[0].tolls[0].id


def corrected(claim: str, **values: str) -> Report:
    return reviewed(REPORT, READING, {claim: Review(values=values)})


def test_a_report_about_which_nothing_was_decided_is_as_it_was_read():
    assert reviewed(REPORT, READING, {"c-of-another-report": Review(verdict=Ruling.REJECT)}) is REPORT


def test_an_accepted_claim_is_as_it_was_read():
    assert reviewed(REPORT, READING, {EVENT: Review(verdict=Ruling.ACCEPT)}) == REPORT


def test_a_rejected_event_tells_nothing_and_a_rejected_toll_counts_nobody():
    rejected = Review(verdict=Ruling.REJECT)
    assert reviewed(REPORT, READING, {EVENT: rejected}).tellings == ()
    assert reviewed(REPORT, READING, {TOLL: rejected}).tellings[0].tolls == ()


def test_a_corrected_number_keeps_what_was_read():
    count = corrected(TOLL, low="21", high="21").tellings[0].tolls[0]
    assert (count.low, count.high) == (21, 21)
    assert count.as_read == REPORT.tellings[0].tolls[0]


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ({"low": "21"}, (21, 21)),
        ({"high": "4"}, (4, 4)),
        ({"low": "10"}, (10, 12)),
        ({"high": ""}, (12, None)),
        ({"low": "30", "high": "20"}, (30, 20)),
        ({"low": "many"}, (None, 12)),
    ],
)
def test_a_bound_that_the_other_has_passed_moves_along(
    values: dict[str, str], bounds: tuple[int | None, int | None]
):
    count = corrected(TOLL, **values).tellings[0].tolls[0]
    assert (count.low, count.high) == bounds


def test_a_corrected_place_lies_where_the_report_has_it():
    there = REPORT.tellings[0].places[0]
    assert corrected(EVENT, places="orlo").tellings[0].places[0].latitude == there.latitude
    assert corrected(EVENT, places="Tamsin").tellings[0].places[0].latitude is None
    assert corrected(EVENT, places="").tellings[0].places == ()


def test_every_value_of_an_event_can_be_corrected():
    telling = corrected(
        EVENT,
        type="PROTEST",
        assertion="denied",
        actors="the Orlan army",
        recipients="",
        date="2031-05-02",
        who="the mayor",
    ).tellings[0]
    assert (telling.type, telling.assertion) == (EventType.PROTEST, Assertion.DENIED)
    assert [party.words for party in telling.actors] == ["the Orlan army"]
    assert (telling.recipients, telling.date, telling.date_said) == ((), "2031-05-02", True)
    assert [party.words for party in telling.chain] == ["the mayor"]
    assert telling.as_read is not None
    assert (telling.as_read.type, telling.as_read.date) == (EventType.ASSAULT, "2031-05-03")


def test_what_cannot_be_is_passed_over():
    assert corrected(EVENT, type="PICNIC", date="2031-5-2", effect="killed", low="3") == REPORT
    assert corrected(EVENT, date="2031-02-30") == REPORT


def test_a_toll_may_be_of_others_and_of_another_speaker():
    count = corrected(TOLL, effect="injured", who="").tellings[0].tolls[0]
    assert (count.effect, count.chain) == (Effect.INJURED, ())


def test_what_was_read_outlives_being_put_by():
    both = reviewed(
        REPORT, READING, {EVENT: Review(values={"places": "Tamsin"}), TOLL: Review(values={"low": "21"})}
    )
    assert to_report(to_bytes(both)).tellings == both.tellings
