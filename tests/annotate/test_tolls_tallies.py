"""Tolls in tallies: labels and tables, kinds after a colon or in a bracket, shares, and one more of many."""

import pytest

from tests.annotate.tolls_read import read_tolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Killed | 12\nInjured | 30", "12: killed 12 people; 30: injured 30 people"),
        ("Death toll now 9 (was 7).", "9: killed 9 people"),
        ("The death toll has climbed past 100.", "100: killed 101+ people"),
        ("The number of people killed exceeds 1,000.", "1,000: killed 1001+ people"),
        ("Death toll in Velmora rises to 14 - emergency services", "14: killed 14 people"),
        ("The dead: 46 men, 2 clerks.", "46 men: killed 46 people; 2 clerks: killed 2 civilians"),
    ],
)
def test_tolls_in_reads_tallies(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Three injured in a raid on Orlo: two men aged 45 and 52 and a woman aged 38.",
            "Three: injured 3 people; two men aged 45 and 52: injured 2 people;"
            " a woman aged 38: injured 1 civilians",
        ),
        (
            "Fifteen people (eight soldiers, four police and three clerks) died.",
            "Fifteen people: killed 15 people; eight soldiers: killed 8 military;"
            " four police: killed 4 police; three clerks: killed 3 civilians",
        ),
        (
            "3,400 families (17,000 individuals) were displaced.",
            "3,400 families: displaced 3400 civilians; 17,000 individuals: displaced 17000 people",
        ),
        ("Of those killed, 30 were women.", "30: killed 30 civilians"),
        (
            "Two clerks and a policeman were killed, and 11 others were wounded.",
            "Two clerks: killed 2 civilians; a policeman: killed 1 police; 11 others: injured 11 people",
        ),
    ],
)
def test_tolls_in_reads_the_kinds_that_a_count_holds(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fourth body was found on Friday.", "A fourth body: killed 1 people"),
        ("Another body was pulled out.", "Another body: killed 1 people"),
        ("The ninth victim of the shelling died on Friday.", "The ninth victim: killed 1 people"),
        ("Every one of the 12 clerks was killed.", "Every one of the 12 clerks: killed 12 civilians"),
        ("A third of the town's houses were damaged.", ""),
        ("A quarter of a million people were displaced.", ""),
        ("One in three of the wounded was a child.", ""),
        ("Half of the 40 hostages were killed.", ""),
        ("A family was killed.", "A family: killed ? civilians"),
        ("The whole family was killed.", ""),
    ],
)
def test_tolls_in_counts_one_more_and_no_fraction(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.2m people have been displaced.", "1.2m people: displaced 1200000 people"),
        ("The war uprooted 250k residents.", "250k residents: displaced 250000 civilians"),
        ("5.000 people were evacuated.", "5.000 people: displaced 5000 people"),
        ("1.204.500 people were displaced.", "1.204.500 people: displaced 1204500 people"),
        ("The tremor of 5.125 killed 12 clerks.", "12 clerks: killed 12 civilians"),
        ("On 12 May three clerks were killed.", "three clerks: killed 3 civilians"),
        ("They shot down two cruise missiles overnight.", "two cruise missiles: destroyed 2 other"),
        ("Nine khwarij were sent to hell.", "Nine khwarij: killed 9 insurgents"),
    ],
)
def test_tolls_in_reads_numbers_as_other_countries_write_them(text: str, expected: str) -> None:
    assert read_tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Houses destroyed: 120. Livestock lost: 2,300.", "120: destroyed 120 buildings"),
        (
            "The panel documented 372 enforced disappearances and 41 abductions.",
            "372 enforced disappearances: missing 372 people; 41 abductions: abducted 41 people",
        ),
        ("Guards pulled out 12 clerks, three of them dead.", "three of them: killed 3 people"),
        ("Guards stopped 40 clerks and 3 were arrested.", "3: detained 3 people"),
        ("Gangs killed more than 5,600 last year.", "more than 5,600: killed 5601+ people"),
        ("All 14 on board were killed.", "All 14: killed 14 people"),
        ("None of the 14 people on board survived.", "None of the 14 people: killed 14 people"),
        (
            "Forces raided it, capturing the rebel leader along with two suspected insurgents.",
            "the rebel leader: detained 1 insurgents; two suspected insurgents: detained 2 insurgents",
        ),
        ("Around 300 households lost their homes.", "Around 300 households: displaced 300~ civilians"),
        ("The bodies of three anglers missing since Monday were found.", "three anglers: killed 3 people"),
        ("The storm resulted in displacement of 4,000 people.", "4,000 people: displaced 4000 people"),
        ("14 others remain in captivity.", "14 others: abducted 14 people"),
    ],
)
def test_tolls_in_gives_each_count_what_befell_those_it_counts(text: str, expected: str) -> None:
    assert read_tolls(text) == expected
