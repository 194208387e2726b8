import pytest

import sayso
from sayso.model import Assertion, Effect, EventType, Reading


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Orlo, killing ten people. A bridge was opened in Kesh.",
        "Rebels shelled Orlo. Ten people died. A bridge was opened in Kesh.",
    ],
)
def test_a_toll_goes_to_the_event_of_its_sentence_or_the_one_told_before(text: str):
    reading = sayso.read(text)
    assert killed(reading) == [10]
    assert reading.tolls == ()


def test_a_toll_with_no_event_stands_alone():
    reading = sayso.read("The region is poor and dry. About ten people live there without homes, 40 injured.")
    assert (reading.events, len(reading.tolls)) == ((), 1)


def killed(reading: Reading) -> list[int | None]:
    return [toll.low for event in reading.events for toll in event.tolls if toll.effect is Effect.KILLED]


def test_the_dead_of_an_old_war_are_not_those_of_the_strike_told_before_it():
    text = (
        "Missiles struck a market in Kesh on Saturday, killing 11 people.\n\n"
        "The treaty that was signed in August 2019 left some 9,000 people dead."
    )
    reading = sayso.read(text, published="2031-05-04")
    assert killed(reading) == [11]
    assert [toll.low for toll in reading.tolls] == [9000]


def test_a_toll_that_rises_on_a_later_day_stays_with_its_event():
    text = (
        "Missiles struck a market in Kesh on Saturday, killing 11 people.\n\n"
        "By Sunday the number of people killed had risen to 17."
    )
    reading = sayso.read(text, published="2031-05-04")
    assert killed(reading) == [11, 17]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Suspected rebels killed two villagers near Orlo.", Assertion.HAPPENED),
        ("Alleged militants bombed the Orlo bridge.", Assertion.HAPPENED),
        ("Rebels may have bombed the Orlo bridge.", Assertion.POSSIBLE),
        ("Two men are suspected of bombing the Orlo bridge.", Assertion.POSSIBLE),
    ],
)
def test_a_doubt_about_who_did_it_is_none_about_the_deed(text, assertion):
    reading = sayso.read(text)
    assert {event.assertion for event in reading.events if event.type is EventType.ASSAULT} == {assertion}
