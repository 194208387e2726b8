"""Tolls in many Englishes: wire, police blotter, Indian and Nigerian papers, situation reports."""

import pytest

from sayso.annotate.sentences import sentences_in
from sayso.annotate.tolls import tolls_in
from sayso.model import Span


def said(text: str, *names: str) -> list[tuple[str, str, int | None, int | None]]:
    """Each toll as its words, effect and bounds."""
    people = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    found = tolls_in(text, tuple(sentences_in(text)), people=people)
    return [(toll.span.of(text), toll.effect.value, toll.low, toll.high) for toll in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four people were recovering from gunshot wounds.", [("Four people", 4)]),
        ("A man was treated at the scene for a graze wound to his arm.", [("A man", 1)]),
        ("A shooting left four teenagers in the hospital late on Saturday.", [("four teenagers", 4)]),
        ("The four shooting victims were taken to area hospitals.", [("four shooting victims", 4)]),
        ("Three of the victims were treated at Orlo Medical Center.", [("Three of the victims", 3)]),
        ("Both victims are expected to survive.", [("Both victims", 2)]),
        ("Both victims are not expected to live.", [("Both victims", 2)]),
        ("Both were hospitalized in stable condition.", [("Both", 2)]),
        ("A nurse is fighting for her life.", [("A nurse", 1)]),
        ("Two men were lying in the road with gunshot wounds.", [("Two men", 2)]),
        ("Two teens arrived at a clinic with stab wounds.", [("Two teens", 2)]),
        ("Three climbers were airlifted.", [("Three climbers", 3)]),
        ("Rebels shot a man late on Monday.", [("a man", 1)]),
        ("Police are investigating a double shooting in Orlo.", [("a double shooting", 2)]),
        ("They came for a male who had been shot.", [("a male", 1)]),
        ("Police stopped an SUV with two men inside who were shot.", [("two men", 2)]),
        (
            "At least 15 persons sustained injuries when a bus fell into a gorge.",
            [("At least 15 persons", 15)],
        ),
        ("Fifteen persons got burnt, 4 of them critically.", [("Fifteen persons", 15), ("4 of them", 4)]),
        ("It said two guards were hurt, one seriously.", [("two guards", 2), ("one", 1)]),
        ("Two of the wounded were in serious condition.", [("Two of the wounded", 2)]),
        ("The accident, in which three others also got injured, took place at noon.", [("three others", 3)]),
    ],
)
def test_tolls_in_knows_the_many_ways_to_say_that_somebody_was_hurt(text: str, expected: list[object]):
    assert [(words, low) for words, effect, low, _ in said(text) if effect == "injured"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boy who shot himself on Monday has died, his family said.", [("The boy", 1)]),
        ("A boy shot during a hunting trip west of Orlo has died.", [("A boy", 1)]),
        ("A woman wounded in Monday's blast died on Friday.", [("A woman", 1)]),
        ("A man shot himself while getting out of a car, and later died.", [("A man", 1)]),
        ("Gunmen shot a driver, who later died.", [("a driver", 1)]),
        ("A guard was shot. He was taken to a clinic and pronounced dead.", [("A guard", 1)]),
        ("A guard was shot near the gate. A boy was held over the fatal shooting.", [("A guard", 1)]),
        ("Two jawans attained martyrdom.", [("Two jawans", 2)]),
        ("Three militants were neutralised in an encounter.", [("Three militants", 3)]),
        ("As many as 12 labourers were charred to death.", [("As many as 12 labourers", None)]),
        ("Bandits killed no fewer than 30 farmers.", [("no fewer than 30 farmers", 30)]),
        ("A family of five was killed when a shell fell.", [("A family of five", 5)]),
        ("A couple and their three children were found dead.", [("A couple", 2), ("three children", 3)]),
        ("A boy and his sister were shot and killed late on Monday.", [("A boy", 1), ("his sister", 1)]),
        ("Five people were shot, two of them fatally.", [("two of them", 2)]),
        ("Seven people were shot, three fatally, at a market.", [("three", 3)]),
        ("Two died on the spot and a third died on the way.", [("Two", 2), ("a third", 1)]),
        ("One man was hurt while the other was pronounced dead.", [("the other", 1)]),
        ("Rebels were blamed for the triple murder.", [("the triple murder", 3)]),
        ("A six-year-old left a 16-year-old male juvenile dead.", [("a 16-year-old male juvenile", 1)]),
        ("Police shot dead four robbers and arrested two others.", [("four robbers", 4)]),
        ("Heavy shelling killed six, among them a girl aged four.", [("six", 6), ("a girl", 1)]),
        ("The death toll from the quake has climbed to 1,204.", [("1,204", 1204)]),
    ],
)
def test_tolls_in_knows_the_many_ways_to_say_that_somebody_died(text: str, expected: list[object]):
    assert [(words, low) for words, effect, low, _ in said(text) if effect == "killed"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A woman and her two children remain missing.",
            [("A woman", "missing", 1), ("two children", "missing", 2)],
        ),
        ("Gunmen abducted 17 commuters along the road.", [("17 commuters", "abducted", 17)]),
        ("Since January, 78 aid workers have been kidnapped.", [("78 aid workers", "abducted", 78)]),
        ("The hoodlums razed over 40 houses.", [("over 40 houses", "destroyed", 41)]),
        ("Four cultists have been nabbed by operatives.", [("Four cultists", "detained", 4)]),
        ("About 12,500 people have been displaced.", [("About 12,500 people", "displaced", 12500)]),
        ("Between 20 and 30 protesters were arrested.", [("Between 20 and 30 protesters", "detained", 20)]),
    ],
)  # fmt: skip
def test_tolls_in_reads_other_harms(text: str, expected: list[object]):
    assert [(words, effect, low) for words, effect, low, _ in said(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The shooting took place at 665 Skyline Drive.",
        "The man lives on County Road, 319 south of Orlo.",
        "She recovered from her illness.",
        "Forty patients were in the hospital when it was shelled.",
        "They became the third to die of it.",
        "Kellan plotted a double murder.",
        "The boys were brothers, both said.",
        "He died at the age of 40.",
    ],
)
def test_tolls_in_counts_nobody_where_nobody_is_counted(text: str):
    assert said(text) == []


def test_tolls_in_counts_the_named_with_an_age_in_front():
    text = "Police say that Ovan Lis shot and killed 14-year-old Ana Oro."
    assert said(text, "Ovan Lis", "Ana Oro") == [("Ana Oro", "killed", 1, 1)]


def test_tolls_in_takes_neither_the_speaker_nor_the_doer_for_him_who_was_hit():
    assert said("Deputy Rem Tov said on Monday that he was shot in the head.", "Rem Tov") == []
    text = "Ana Oro died days after Rem Tov shot him in the face."
    assert said(text, "Ana Oro", "Rem Tov") == [("Ana Oro", "killed", 1, 1)]


def test_tolls_in_counts_a_man_and_a_woman_told_of_apart_as_two():
    text = "A man was shot in the leg. Later a woman was shot in the arm."
    assert [words for words, *_ in said(text)] == ["A man", "a woman"]


def test_tolls_in_takes_the_wounding_over_how_the_wounded_are():
    text = "Two guards are recovering from bullet wounds. Two guards were shot near the gate."
    assert said(text) == [("Two guards", "injured", 2, 2)]
    assert [toll.span.start for toll in tolls_in(text, tuple(sentences_in(text)))] == [46]


def test_tolls_in_keeps_a_headlines_number_that_is_larger_than_any_below():
    text = "Four shot outside club\n\nA man was shot in the leg. A woman was shot in the arm."
    assert [(words, low) for words, _, low, _ in said(text)] == [("Four", 4), ("A man", 1), ("A woman", 1)]


def test_martyrs_are_dead_and_a_brigade_of_their_name_counts_nobody():
    assert said("Eight martyrs arrived at the clinic.") == [("Eight martyrs", "killed", 8, 8)]
    assert said("Fighters of the 4 May Martyrs Brigade attacked two posts.") == []


def test_whoever_tells_is_no_part_of_what_is_counted():
    text = "The mayor of Orlo said three people were wounded."
    assert said(text) == [("three people", "injured", 3, 3)]
    assert said("The head of the Orlo clinic was killed.") == [
        ("The head of the Orlo clinic", "killed", 1, 1)
    ]
