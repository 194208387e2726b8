"""Reports that list what happened: no item lends another its doer, its place or its dead."""

import pytest

import sayso
from sayso.model import Reading

WEEK = """Weekly note, 2 to 8 August 2033

• On 3 August, a roadside bomb went off beside a minibus near Harran, killing five passengers.
• On 4 August, unidentified gunmen abducted three aid workers of the Crescent Society in Sufra village.
• On 6 August, the authorities arrested 14 men in Tilbek city.
• Clashes between tribal militias displaced an estimated 1,200 families from Ord district.

No casualties were reported from the air strike of 7 August near Mount Kesh."""
LOG = """Live: strikes on Port Sahel

15:31 The health ministry says that eleven people are dead.

15:10 Rebels shelled the airfield at Orlo, the army says.

14:40 Explosions were heard in Port Sahel, residents say."""


@pytest.fixture(scope="module")
def week() -> Reading:
    return sayso.read(WEEK, published="2033-08-09")


def told(reading: Reading, words: str) -> list[str]:
    """Who is put down for the happening that some words name, for whom and where."""
    (event,) = [one for one in reading.events if words in one.trigger.of(reading.text)]
    parties = (*event.actors, *event.recipients, *event.places)
    return [one.span.of(reading.text) for one in parties] + [
        toll.span.of(reading.text) for toll in event.tolls
    ]


def test_an_item_has_no_doer_or_place_of_the_item_behind_it(week: Reading) -> None:
    assert {"unidentified gunmen", "Sufra village"}.isdisjoint(told(week, "bomb"))
    assert {"unidentified gunmen", "Sufra village"} <= set(told(week, "abducted"))


def test_what_two_items_tell_is_two_happenings(week: Reading) -> None:
    assert "an estimated 1,200 families" in told(week, "Clashes")


def test_what_follows_the_list_has_nobody_of_its_last_item(week: Reading) -> None:
    assert {"tribal militias", "an estimated 1,200 families"}.isdisjoint(told(week, "air strike"))


def test_the_dead_of_an_entry_are_those_of_the_heading_and_not_of_another_entry() -> None:
    reading = sayso.read(LOG, published="2033-08-09")
    assert "eleven people" not in told(reading, "shelled")
    assert "eleven people" in told(reading, "strikes")
