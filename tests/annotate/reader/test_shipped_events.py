import sayso
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


def test_two_voices_of_one_happening_stay_two_events():
    text = (
        "Missiles hit the market of Orlo on Sunday.\n\n"
        '"This missile attack on our market is a crime," the mayor said.'
    )
    reading = sayso.read(text, published="2031-05-06")
    voices = {event.attribution for event in reading.events if event.type is EventType.ASSAULT}
    assert voices == {None, 0}
