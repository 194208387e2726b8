"""Tolls in the words of wars, wrecks and protests: who lived, who speaks, what is only denied by degree."""

import pytest

from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None of the guards was seriously hurt.", ""),
        ("There were no serious injuries.", ""),
        ("{Rem Tov} was not badly wounded.", ""),
        ("None of the guards was hurt.", "None of the guards: injured 0 civilians"),
        ("Nobody on the ground was hurt.", "Nobody: injured 0 people"),
        ("It is no place for a shooting of any kind.", ""),
        ("There is no link between any of the wounded.", ""),
        ("Oro was not the only one hurt.", ""),
    ],
)
def test_tolls_in_counts_nought_only_where_anybody_hit_is_denied(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Ana Oro} said he visited the docker at noon, shortly before he died.", ""),
        ("{Rem Tov}, a miller, said he lay in the yard before he was killed.", ""),
        ("{Rem Tov} said he lay in the yard when he was wounded.", "Rem Tov: injured 1 civilians"),
        ("{Rem Tov} saw his colonel's eye but did not know that she was wounded.", ""),
        ("{Ana Oro} spoke of the convoy (which had stopped after he was shot) and left.", ""),
        ("{Rem Tov} tried to kill himself.", ""),
        ("{Rem Tov} killed himself.", "Rem Tov: killed 1 civilians"),
    ],
)
def test_tolls_in_takes_nobody_for_hit_whom_the_pronoun_cannot_mean(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A woman was shot at the deadly protest. She is recovering.",
            "A woman: injured 1 civilians",
        ),
        (
            "A woman was shot at the deadly protest. She did not survive.",
            "A woman: killed 1 civilians",
        ),
        (
            "Two of the five miners hurt in the blast have since died.",
            "Two of the five miners: killed 2 civilians",
        ),
        (
            "Gunmen killed the village chief, a father of six, and wounded his bodyguard.",
            "the village chief: killed 1 civilians; his bodyguard: injured 1 civilians",
        ),
    ],
)
def test_tolls_in_tells_who_lives_from_who_died(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The bomber drove up, killing himself, two guards and a woman selling tea.",
            "The bomber: killed 1 insurgents; two guards: killed 2 civilians; a woman: killed 1 civilians",
        ),
        (
            "The army put its losses at four killed and eleven wounded.",
            "four: killed 4 people; eleven: injured 11 people",
        ),
        (
            "A driver, wounded in the stomach, was found by villagers.",
            "A driver: injured 1 civilians",
        ),
        (
            "Rockets killed the district governor and wounded five clerks.",
            "the district governor: killed 1 civilians; five clerks: injured 5 civilians",
        ),
        (
            "Guards had beaten to death a student, while the ministry put the injured at 12 clerks.",
            "a student: killed 1 civilians; 12 clerks: injured 12 civilians",
        ),
        (
            "{Ana Oro Tov}, 43 of Brell, suffered a graze wound.",
            "Ana Oro Tov: injured 1 civilians",
        ),
        (
            "Two people died. A third, a boy of 9, is in intensive care.",
            "Two people: killed 2 people; A third: injured 1 people",
        ),
        ("Guards fired the second shot at noon, and nobody was hurt.", "nobody: injured 0 people"),
        ("The mayor called the shooting an unspeakable tragedy.", ""),
        ("Herders slaughtered 200 head of cattle.", ""),
        ("A boy, 3 yr old, is missing.", "A boy: missing 1 people"),
    ],
)
def test_tolls_in_reads_whom_war_reports_count(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mine destroyed a bus, killing eight.", "a bus: destroyed 1 vehicles; eight: killed 8 people"),
        (
            "Shells hit two mills, killing all six on board and wounding two.",
            "two mills: damaged 2 buildings; all six: killed 6 people; two: injured 2 people",
        ),
        (
            "The raid destroyed two trucks and damaged three.",
            "two trucks: destroyed 2 vehicles; three: damaged 3 vehicles",
        ),
    ],
)
def test_tolls_in_takes_a_bare_number_of_killed_for_people_behind_things_that_were_hit(
    text: str, expected: str
) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll rose by three to 17.", "17: killed 17 people"),
        ("The number of dead climbed from 14 to 17 on Monday.", "17: killed 17 people"),
        ("Fatalities from the raid reached 17.", "17: killed 17 people"),
        ("Injuries rose to 40.", "40: injured 40 people"),
        ("Doctors took the injuries to 17 hospitals.", ""),
    ],
)
def test_tolls_in_reads_what_the_dead_and_hurt_have_come_to(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men shot at police, wounding three officers.", "three officers: injured 3 police"),
        ("The army said three officers were wounded.", "three officers: injured 3 military"),
        ("The army and the police said three officers were hurt.", "three officers: injured 3 military"),
    ],
)
def test_officers_are_of_the_only_uniform_that_their_sentence_names(text: str, expected: str) -> None:
    assert read_tolls(text) == expected
