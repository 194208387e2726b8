"""Who speaks for a public body: by its noun, by an office or by a rank with a name."""

import pytest

from sayso.incidents.agreement.names import parsed


@pytest.mark.parametrize(
    "words",
    [
        "the Central Hospital",
        "the hospital's director",
        "the Orlan Interior Ministry",
        "health officials",
        "Foreign Minister Ada Brenn",
        "Sheriff Wim Tolk",
        "Sgt. Ada Brenn",
        "Lieutenant Colonel Wim Tolk",
        "Lt. Dan Rood, of Orlo police",
        "the General Staff",
    ],
)
def test_a_public_body_and_who_answers_for_it_are_official(words: str) -> None:
    assert parsed(words).official


@pytest.mark.parametrize(
    "words",
    [
        "a doctor at St. Mara hospital",
        "hospital sources",
        "a police source",
        "a nurse at the district hospital",
        "an Orlan lieutenant",
        "a retired general",
        "a former police chief",
        "the rebel administration",
        "the company president",
        "villagers",
        "Dr Ada Brenn",
    ],
)
def test_who_only_works_or_served_in_a_body_is_not_official(words: str) -> None:
    assert not parsed(words).official
