import pytest

import sayso
from sayso import demo
from sayso.claims import claims_in
from sayso.model import Assertion, EventType


def test_a_deed_and_its_harm_are_one_event_with_the_toll():
    reading = sayso.read("Rebels shelled Orlo on Sunday, killing four people, the clinic said.")
    (event,) = reading.events
    assert event.type is EventType.ASSAULT
    assert [toll.span.of(reading.text) for toll in event.tolls] == ["four people"]


def test_what_a_sentence_plainly_denies_is_denied():
    reading = sayso.read('"We fired nothing at the market that day," an army spokesman told reporters.')
    assert [event.assertion for event in reading.events if event.type is EventType.ASSAULT] in (
        [],
        [Assertion.DENIED],
    )


def test_a_happening_told_by_two_voices_is_one_event_and_two_claims():
    text = (
        "Gunmen attacked the market of Orlo on Sunday, killing four people.\n\n"
        "The attack was the worst this year, the mayor said."
    )
    reading = sayso.read(text, published="2031-05-06")
    (event,) = [event for event in reading.events if event.type is EventType.ASSAULT]
    assert event.also
    speakers = {
        claim.chain[-1].who if claim.chain else None
        for claim in claims_in(reading)
        if claim.type is EventType.ASSAULT
    }
    assert speakers == {None, "the mayor"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "The forces fired no missiles on Saturday, the Defence Ministry said, rejecting Halvoran"
            " allegations of an attack on a market.",
            "the Defence Ministry",
        ),
        ("The police rejected the union's claim that officers had beaten two miners.", "The police"),
        ("The Karstan army denied reports that it had shelled Orlo.", "The Karstan army"),
        ("Rebel claims that the army shelled Orlo are false, the ministry said.", "the ministry"),
    ],
)
def test_a_claim_is_denied_by_who_rejects_it_and_not_by_whose_it_is(text: str, who: str):
    reading = sayso.read(text, published="2031-05-06")
    denied = [event for event in reading.events if event.assertion is Assertion.DENIED]
    assert denied
    assert {reading.attributions[event.attribution or 0].who for event in denied} == {who}


def test_a_sentence_of_its_own_is_not_governed_by_the_one_it_is_joined_to():
    reading = sayso.read("The rebels threatened to march and were shelled by the army on Sunday.")
    assert Assertion.HAPPENED in {
        event.assertion for event in reading.events if event.trigger.of(reading.text) == "shelled"
    }


def test_whose_allegations_are_rejected_denies_nothing():
    (denial,) = [one for one in demo.dispatches() if one["id"] == "brasken-0503-denial"]
    assert "rejecting Halvoran allegations" in denial["text"]
    claims = claims_in(sayso.read(denial["text"], published=denial["published"]))
    deniers = {claim.chain[-1].who for claim in claims if claim.assertion is Assertion.DENIED and claim.chain}
    assert deniers == {"the Defence Ministry in Brasken"}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebel drones struck a depot in Orlo on Monday, killing two guards.", ["Rebel drones"]),
        ("Three drones struck a depot in Orlo on Monday, killing two guards.", []),
    ],
)
def test_weapons_are_doers_where_their_words_tell_whose_they_are(text: str, doers: list[str]):
    (event,) = [one for one in sayso.read(text).events if one.type is EventType.ASSAULT]
    assert [one.span.of(text) for one in event.actors] == doers
