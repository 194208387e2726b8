"""Tolls of those who were hurt, in the many words that say so, and of those of them who died."""

import pytest

from tests.annotate.test_tolls import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A miller suffered a gunshot wound to the leg.", ("A miller", 1)),
        ("A man sustained life-threatening injuries.", ("A man", 1)),
        ("Guards found two men suffering from apparent gunshot wounds.", ("two men", 2)),
        ("Medics found a 16-year-old with a bullet wound.", ("a 16-year-old", 1)),
        ("Four people were treated for minor burns.", ("Four people", 4)),
        ("Six people were hit by stray bullets.", ("Six people", 6)),
        ("A woman was struck twice in the left arm.", ("A woman", 1)),
        ("A bullet grazed a boy.", ("a boy", 1)),
        ("The blast hit two men in the face.", ("two men", 2)),
        ("A boy accidentally shot himself.", ("A boy", 1)),
        ("Three bakers are in extremely critical condition.", ("Three bakers", 3)),
        ("A girl was rushed to a nearby clinic.", ("A girl", 1)),
        ("Two men were taken to Orlo Medical Center.", ("Two men", 2)),
        ("The blast sent a baker to a local hospital.", ("a baker", 1)),
    ],
)
def test_tolls_in_knows_the_ways_to_say_that_somebody_was_hurt(text: str, expected: tuple[str, int]):
    assert [(words, effect, low) for words, effect, _, low, _ in said(text)] == [
        (expected[0], "injured", expected[1])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A truck hit a wall in the dark.",
        "The house is in good condition.",
        "A minister was taken to the airport.",
        "The bodies of the dead were taken to a hospital.",
        "The man, 27, was taken to hospital.",
        "A reporter called it an accident.",
    ],
)
def test_tolls_in_counts_nobody_hurt_who_is_not_said_to_be(text: str):
    assert [words for words, effect, *_ in said(text) if effect == "injured"] == []


def test_tolls_in_reads_no_injuries_as_none():
    assert said("A man suffered no injuries.") == [("no injuries", "injured", "people", 0, 0)]


def test_tolls_in_counts_who_was_hit_by_a_house_damaged_and_a_man_hurt():
    assert [(words, effect) for words, effect, *_ in said("Two houses were hit by shrapnel.")] == [
        ("Two houses", "damaged")
    ]


@pytest.mark.parametrize(
    "death",
    [
        "He died of his wounds.",
        "The man was later pronounced dead.",
        "Medics said that the man has died.",
        "He was taken to a clinic, where he passed away.",
    ],
)
def test_tolls_in_counts_who_was_hurt_and_died_among_the_dead(death: str):
    assert said(f"A man was shot in Orlo. {death}") == [("A man", "killed", "people", 1, 1)]


def test_tolls_in_counts_a_named_victim_who_died_once():
    text = "Tov was shot in the head. The mayor mourned. Rem Tov died on Friday."
    assert said(text, "Tov", "Rem Tov") == [("Rem Tov", "killed", "civilians", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "A miller was shot in Orlo. Friends mourned. A miller, 30, is dead.",
        "Guards found a boy who had been shot. The death of a 16-year-old shook Orlo.",
        "Three bakers were shot. The three men are dead.",
    ],
)
def test_tolls_in_counts_those_only_said_to_be_shot_once_where_as_many_died(text: str):
    assert [effect for _, effect, *_ in said(text)] == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "A man was killed in Orlo. A woman was shot there.",
        "A guard died. Another guard was shot.",
        "A guard died and a miller was shot.",
        "A miller was wounded in the leg. A boy died.",
        "A miller was rushed to a clinic. A boy died.",
    ],
)
def test_tolls_in_counts_those_shot_beside_the_dead_where_they_may_be_others(text: str):
    assert "injured" in [effect for _, effect, *_ in said(text)]


def test_tolls_in_counts_all_of_those_shot_where_each_may_be_the_one_who_died():
    text = "A man died. Ana Oro was shot in the arm. Rem Tov was shot in the leg."
    assert [effect for _, effect, *_ in said(text, "Ana Oro", "Rem Tov")] == ["killed", "injured", "injured"]


def test_tolls_in_reads_no_one_else_hurt_as_no_count():
    text = "A guard was hurt. No one else was injured, and there were no other deaths."
    assert said(text) == [("A guard", "injured", "civilians", 1, 1)]


def test_tolls_in_takes_the_age_of_the_victim_for_no_count():
    assert said("Guards said that the victim was 17.") == []


def test_tolls_in_leaves_the_hurt_who_live_beside_the_dead():
    text = "A guard was killed and two bakers were wounded. He died at once."
    assert [(words, effect) for words, effect, *_ in said(text)] == [
        ("A guard", "killed"),
        ("two bakers", "injured"),
    ]
    text = "A nurse was wounded. A guard was shot dead. He died at once."
    assert [(words, effect) for words, effect, *_ in said(text)] == [
        ("A nurse", "injured"),
        ("A guard", "killed"),
    ]
