"""Tolls of those hit by a second verb, through a pronoun, or beside others whom nobody counts."""

import pytest

from tests.annotate.test_tolls import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A villager was dragged from his house and shot dead.", [("A villager", "killed")]),
        ("Two men were led away, tied up and killed.", [("Two men", "killed")]),
        (
            "Gunmen seized a bus, kidnapped a trader and killed him.",
            [("a trader", "abducted"), ("a trader", "killed")],
        ),
        (
            "Rebels abducted two farmers and later killed them.",
            [("two farmers", "abducted"), ("two farmers", "killed")],
        ),
        ("Guards caught a thief and beat him to death.", [("a thief", "killed")]),
        ("A court sentenced two robbers to death.", []),
        ("A doctor was called and killed the snake.", []),
        ("Police arrested a woman and killed her hopes.", [("a woman", "detained")]),
    ],
)
def test_tolls_in_carries_a_later_verb_back_to_the_one_it_hits(text: str, expected: list[object]):
    assert [toll[:2] for toll in said(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor and two guards were killed.", [("The mayor", "killed"), ("two guards", "killed")]),
        (
            "The blast wounded the driver and six passengers.",
            [("the driver", "injured"), ("six passengers", "injured")],
        ),
        ("The driver was killed and two guards were hurt.", [("two guards", "injured")]),
    ],
)
def test_tolls_in_counts_the_known_only_in_a_list_with_others(text: str, expected: list[object]):
    assert [toll[:2] for toll in said(text)] == expected


def test_tolls_in_counts_the_one_whom_a_report_is_about_where_it_counts_nobody_else():
    text = "The mayor was shot in the arm. The mayor thanked the medics. The door was damaged."
    assert [toll[:2] for toll in said(text)] == [("The mayor", "injured")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boy is recovering after he was accidentally shot in the foot.", [("A boy", "injured")]),
        ("A trader told a guard that he was shot.", [("A trader", "injured")]),
        ("Two men fled before they were killed.", [("Two men", "killed")]),
        ("A nurse was rushed to a clinic after being shot dead.", [("A nurse", "killed")]),
        (
            "A thief was arrested after accidentally shooting himself.",
            [("A thief", "injured"), ("A thief", "detained")],
        ),
        ("A miller had been shot once in the head and died.", [("A miller", "killed")]),
        ("A guard was wounded and died.", [("A guard", "killed")]),
        ("A robber was shot in the leg and arrested.", [("A robber", "injured"), ("A robber", "detained")]),
        ("A guard said he was not hurt.", []),
        ("Three men were held after they shot a guard.", [("Three men", "detained"), ("a guard", "injured")]),
    ],
)
def test_tolls_in_finds_who_is_hit_through_a_pronoun_or_a_clause_without_subject(
    text: str, expected: list[object]
):
    assert sorted(toll[:2] for toll in said(text)) == sorted(expected)


def test_tolls_in_gives_a_relative_clause_to_the_one_beside_it():
    text = "Police lost a complaint from a baker, who was later shot dead."
    assert [toll[:2] for toll in said(text)] == [("a baker", "killed")]


def test_tolls_in_reads_past_two_descriptions_to_the_verb():
    text = "A clerk, identified as Rem Tov, who was living in Orlo with his aunt, was stabbed to death."
    assert [toll[:2] for toll in said(text, "Rem Tov")] == [("A clerk", "killed")]


def test_tolls_in_reads_a_verb_that_leaves_out_its_auxiliary():
    text = "A man was killed and nine others, including two girls, injured when the bridge fell."
    assert [toll[:2] for toll in said(text)] == [
        ("A man", "killed"),
        ("nine others", "injured"),
        ("two girls", "injured"),
    ]


def test_tolls_in_hits_what_a_gunner_sank_and_not_the_gunner():
    assert [toll[:2] for toll in said("Gunners defending a harbour sank six boats.")] == [
        ("six boats", "destroyed")
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("An elderly couple was killed.", ("An elderly couple", 2)),
        ("They shot dead a father and son duo.", ("a father and son duo", 2)),
        ("Two veteran women hill fighters were killed.", ("Two veteran women hill fighters", 2)),
    ],
)
def test_tolls_in_counts_what_the_noun_says(text: str, counted: tuple[str, int]):
    assert [(words, low) for words, _, _, low, _ in said(text)] == [counted]


def test_tolls_in_lets_as_many_stand_for_the_number_before():
    text = "Three rebels were killed and as many guards were injured."
    assert [toll[3:] for toll in said(text)] == [(3, 3), (3, 3)]


def test_tolls_in_prefers_the_name_told_later_to_the_lead():
    text = "A young soldier was shot dead in Orlo.\n\nRem Tov, 19, was shot dead near the school."
    assert said(text, "Rem Tov") == [("Rem Tov", "killed", "military", 1, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen seized and bound two clerks.", []),
        ("Soldiers captured and blindfolded ten guards.", [("ten guards", "detained")]),
        ("Two men held over the theft were named.", [("Two men", "detained")]),
        ("Three windows were broken.", [("Three windows", "damaged")]),
        ("A coup plotter broke a promise.", []),
        ("Two ferries north of Orlo were ablaze.", [("Two ferries", "damaged")]),
        ("A guard fatally shot two men.", [("two men", "killed")]),
        ("The fatal stabbing of a student was reported.", [("a student", "killed")]),
        ("A nurse is in a critical condition.", [("A nurse", "injured")]),
        ("Four miners had minor burns.", [("Four miners", "injured")]),
        ("His deputy, Rem Tov, was among the dead.", [("Rem Tov", "killed")]),
    ],
)
def test_tolls_in_knows_other_ways_to_say_it(text: str, expected: list[object]):
    assert [toll[:2] for toll in said(text, *(["Rem Tov"] if "Rem Tov" in text else []))] == expected


def test_tolls_in_counts_a_list_of_names_by_its_number():
    text = "List of two injured: Ana Oro (50) and Rem Tov (23)."
    assert [toll[:2] for toll in said(text, "Ana Oro", "Rem Tov")] == [("two", "injured")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Oro, a trader in Orlo was killed by raiders.", [("Ana Oro", "killed")]),
        ("Police are looking into Ana Oro's death.", [("Ana Oro", "killed")]),
        ("Ana Oro's badly burned body was found in a field.", [("Ana Oro", "killed")]),
        ("A crowd protested against Ana Oro's arrest in Kesh.", [("Ana Oro", "detained")]),
        ("Ana Oro's murder trial opened.", []),
        ("Ana Oro's killing of a rival was planned.", [("a rival", "killed")]),
    ],
)
def test_tolls_in_counts_a_name_by_its_trade_and_by_what_befell_it(text: str, expected: list[object]):
    assert [toll[:2] for toll in said(text, "Ana Oro")] == expected
