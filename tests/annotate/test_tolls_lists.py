"""Tolls in lists, labels and asides: who stands beside whom, and what is only said of one of them."""

import pytest

from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunmen shot dead a herdsman, identified as {Rem Tov}, and his son {Ado} in Vane.",
            "a herdsman: killed 1 civilians; Ado: killed 1 civilians",
        ),
        (
            "{Ana Oro}, the head of the council and at least two other members were killed.",
            "Ana Oro: killed 1 civilians; at least two other members: killed 2+ people",
        ),
        (
            "Both {Kari Lenn}, a trader from Orlo, and {Rem Tov}, a tailor, were hurt.",
            "Kari Lenn: injured 1 civilians; Rem Tov: injured 1 civilians",
        ),
        (
            "Rebels shot dead {Rem Tov}, a teacher and a member of the council, in Vane.",
            "Rem Tov: killed 1 civilians",
        ),
        (
            "Killed were {Ana Oro}, 30; {Rem Tov}, 41; and {Ado Lenn}, 12.",
            "Ana Oro: killed 1 civilians; Rem Tov: killed 1 civilians; Ado Lenn: killed 1 civilians",
        ),
        (
            "A bomber killed himself and six others outside the ministry.",
            "A bomber: killed 1 insurgents; six others: killed 6 people",
        ),
        (
            "A man, 31, was shot in the back and a woman, 27, in the foot.",
            "A man: injured 1 people; a woman: injured 1 civilians",
        ),
    ],
)
def test_tolls_in_counts_each_of_a_list_whatever_is_said_of_one_between(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two gunmen who had raided a farm were shot dead.", "Two gunmen: killed 2 insurgents"),
        ("Three men who carried out the raid were arrested.", "Three men: detained 3 people"),
        ("A woman who saw guards were hurt called the police.", ""),
        ("The judge said two men who raided the farm were not armed.", ""),
    ],
)
def test_tolls_in_finds_the_verb_behind_what_who_tells(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missing: 4", "4: missing 4 people"),
        (
            "Deaths: 18 (including 4 children); injured: 52",
            "18: killed 18 people; 4 children: killed 4 civilians; 52: injured 52 people",
        ),
        ("Houses destroyed: 40", "40: destroyed 40 buildings"),
        (
            "The office verified 132 civilian deaths, of whom 41 were children.",
            "132 civilian deaths: killed 132 civilians; 41: killed 41 civilians",
        ),
        ("Of the 23 killed, nine were women.", "23: killed 23 people; nine: killed 9 civilians"),
        (
            "The clinic received 17 wounded, six of whom died.",
            "17: injured 17 people; six of whom: killed 6 people",
        ),
        ("The clash resulted in injuries to six guards.", "six guards: injured 6 civilians"),
        ("The blast caused injuries to two fingers.", ""),
    ],
)
def test_tolls_in_reads_labels_and_kinds(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Injuries rose to 40 overnight.", "40: injured 40 people"),
        ("Police raised the toll from 12 to 15 dead.", "15: killed 15 people"),
        (
            "Another three died of their wounds, bringing the total to 26.",
            "Another three: killed 3 people; 26: killed 26 people",
        ),
        (
            "The violence brings to 47 the number of people killed since Friday.",
            "47: killed 47 people",
        ),
        ("Some 3,000-odd villagers were displaced.", "Some 3,000-odd villagers: displaced 3000~ civilians"),
        (
            "More than 500 homes and 30+ shops were burned.",
            "More than 500 homes: destroyed 501+ buildings; 30+ shops: destroyed 30+ buildings",
        ),
    ],
)
def test_tolls_in_reads_what_a_number_has_come_to(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neither of the two pilots survived.", "Neither of the two pilots: killed 2 military"),
        ("None of the twelve crew has survived.", "None of the twelve crew: killed 12 people"),
        ("Neither of the guards survived.", "Neither of the guards: killed 2 civilians"),
        ("Nobody survived on bread alone.", ""),
        ("Two nurses paid the supreme price.", "Two nurses: killed 2 civilians"),
        ("The plane landed without loss of life.", "loss of life: killed 0 people"),
        ("No life was lost.", "No life: killed 0 people"),
        ("She almost lost her life.", ""),
    ],
)
def test_tolls_in_reads_lives_lost_and_kept(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All 14 people aboard were killed.", "All 14 people: killed 14 people"),
        ("30 remained missing.", "30: missing 30 people"),
        ("Two farmers stationed at the gate were hurt.", "Two farmers: injured 2 civilians"),
        ("Four persons sustained varying degrees of injury.", "Four persons: injured 4 people"),
        ("Two died and 13 were left with burns.", "Two: killed 2 people; 13: injured 13 people"),
        ("1,240 houses were fully destroyed.", "1,240 houses: destroyed 1240 buildings"),
        ("The gunmen made off with 60 schoolgirls.", "60 schoolgirls: abducted 60 civilians"),
        ("Some 12,000 IDPs arrived in Orlo.", "Some 12,000 IDPs: displaced 12000~ civilians"),
    ],
)
def test_tolls_in_reads_what_befell_past_words_that_stand_between(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Casualties: 342 deaths and 1,208 injuries.",
            "342 deaths: killed 342 people; 1,208 injuries: injured 1208 people",
        ),
        ("Twelve people suffered smoke inhalation.", "Twelve people: injured 12 people"),
        ("The number of people killed has passed 2,000.", "2,000: killed 2001+ people"),
        ("The bodies of the other five were found on Sunday.", "five: killed 5 people"),
        (
            "Two students died and one remains in hospital.",
            "Two students: killed 2 civilians; one: injured 1 civilians",
        ),
        (
            "The rebels said 4 nurses had been killed, while the army put the number at two.",
            "4 nurses: killed 4 civilians; two: killed 2 civilians",
        ),
        ("Four of the wounded are children.", "Four of the wounded: injured 4 people"),
        ("The strike hit a refugee camp.", ""),
        (
            "Gunmen kidnapped the village head, his two wives and a clerk.",
            "the village head: abducted 1 people; two wives: abducted 2 civilians;"
            " a clerk: abducted 1 civilians",
        ),
    ],
)
def test_tolls_in_reads_briefings_and_shares(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pilot, co-pilot die in crop-duster crash",
            "Pilot: killed 1 military; co-pilot: killed 1 civilians",
        ),
        (
            "Police: Suspect dead, officer wounded after chase",
            "Suspect: killed 1 people; officer: injured 1 police",
        ),
        ("Teacher, two pupils hurt", "Teacher: injured 1 civilians; two pupils: injured 2 civilians"),
        ("Teacher, 42, hurt in crash", "Teacher: injured 1 civilians"),
        ("Man, 42, shot dead; woman, 30, held", "Man: killed 1 people"),
        ("A man, 42, shot his wife.", "his wife: injured 1 civilians"),
        (
            "230+ killed (70 women, 45 children)",
            "230+: killed 230+ people; 70 women: killed 70 civilians; 45 children: killed 45 civilians",
        ),
        (
            "Two Tovians and a Keshi were among the 7 dead.",
            "Two Tovians: killed 2 people; a Keshi: killed 1 people; 7: killed 7 people",
        ),
        (
            '"They killed my husband and three of my children," she said.',
            "my husband: killed 1 civilians; three of my children: killed 3 civilians",
        ),
        (
            "The enemy lost around 640 personnel and 4 tanks.",
            "around 640 personnel: killed 640~ military; 4 tanks: destroyed 4 vehicles",
        ),
        ("Rescuers pulled 4 bodies and 11 survivors from the rubble.", "4 bodies: killed 4 people"),
    ],
)
def test_tolls_in_reads_headlines_and_bulletins(text: str, expected: str) -> None:
    assert read_tolls(text) == expected
