"""Tolls end to end: a sentence in, the numbers it says out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.sentences import sentences_in
from sayso.annotate.tolls import ANNOTATOR, tolls_in
from sayso.model import Attribution, Form, Mention, MentionKind, Span, Toll
from tests import factory


def tolls(text: str, *names: str) -> list[Toll]:
    people = [Span(text.index(name), text.index(name) + len(name)) for name in names]
    return list(tolls_in(text, tuple(sentences_in(text)), people=people))


def said(text: str, *names: str) -> list[tuple[object, ...]]:
    """Each toll as its words, effect, group and bounds."""
    return [(t.span.of(text), t.effect.value, t.of.value, t.low, t.high) for t in tolls(text, *names)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed 12 people.", [("12 people", "killed", "people", 12, 12)]),
        ("12 people were killed.", [("12 people", "killed", "people", 12, 12)]),
        ("At least nine have died.", [("At least nine", "killed", "people", 9, None)]),
        ("Three houses burned down.", [("Three houses", "destroyed", "buildings", 3, 3)]),
        ("The feud cost the lives of three peasants.", [("three peasants", "killed", "civilians", 3, 3)]),
        ("They denied the kidnapping of 4 engineers.", [("4 engineers", "abducted", "civilians", 4, 4)]),
        ("Police arrested 14 suspects.", [("14 suspects", "detained", "people", 14, 14)]),
        (
            "The flood displaced 20,000 families.",
            [("20,000 families", "displaced", "civilians", 20000, 20000)],
        ),
        ("The army lost 20 soldiers.", [("20 soldiers", "killed", "military", 20, 20)]),
        ("The storm claimed 30 lives.", [("30 lives", "killed", "people", 30, 30)]),
        ("Rebels took 12 people hostage.", [("12 people", "abducted", "people", 12, 12)]),
        ("Six miners are missing.", [("Six miners", "missing", "civilians", 6, 6)]),
        ("Searchers found the bodies of six men.", [("six men", "killed", "people", 6, 6)]),
        ("The death toll rose to 45.", [("45", "killed", "people", 45, 45)]),
        ("The army raised its count of the dead to 45.", [("45", "killed", "people", 45, 45)]),
        ("The number of people arrested stands at 11.", [("11", "detained", "people", 11, 11)]),
        ("They suffered ten casualties.", [("ten casualties", "casualties", "people", 10, 10)]),
        ("The raid killed or wounded 40 rebels.", [("40 rebels", "casualties", "insurgents", 40, 40)]),
        ("A bus conductor was shot and killed.", [("A bus conductor", "killed", "people", 1, 1)]),
        ("Mines killed two US soldiers.", [("two US soldiers", "killed", "military", 2, 2)]),
        ("TWO EPR REBELS DIED.", [("TWO EPR REBELS", "killed", "insurgents", 2, 2)]),
        ("Warplanes hit two tankers.", [("two tankers", "damaged", "vehicles", 2, 2)]),
    ],
)
def test_tolls_in_finds_the_number_on_either_side_of_its_predicate(text: str, expected: list[object]):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana, 42, of Orlo, left in 1988 with 300 dollars.",
        "The 17th division marched 20 km with 105 mm guns.",
        "About 3 per cent of houses burned.",
        "Two gunmen arrested the guard.",
        "Some 200 protesters marched.",
        "Houses were destroyed.",
        "Lawmakers killed a bill.",
        "Troops captured three towns and two hills.",
        "The plan is to kill two ministers.",
        "The army crushed a revolt in three provinces.",
        "It is unclear whether there were any casualties.",
        "One of the victims was a baker.",
        "The stadium can hold 40,000 people.",
    ],
)
def test_tolls_in_leaves_out_numbers_that_count_nobody_hit(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "The shelling did not cause any injuries.",
        "The raid ended without casualties.",
        "There were no deaths.",
        "No civilians were harmed.",
        "Two guards were not injured.",
    ],
)
def test_tolls_in_reads_nobody_hurt_as_a_toll_of_nought(text: str):
    assert [(toll.low, toll.high) for toll in tolls(text)] == [(0, 0)]


def test_tolls_in_shares_predicate_and_group_along_a_list():
    text = (
        "As a result, 10 civilians were killed, 35 injured, as well as more than 10 storage buildings and"
        " over 100 different objects were damaged."
    )
    assert said(text) == [
        ("10 civilians", "killed", "civilians", 10, 10),
        ("35", "injured", "civilians", 35, 35),
        ("more than 10 storage buildings", "damaged", "buildings", 11, None),
        ("over 100 different objects", "damaged", "other", 101, None),
    ]


def test_tolls_in_makes_a_toll_of_each_kind_and_of_each_single_victim():
    assert said("A man, his wife and their two children were killed.") == [
        ("A man", "killed", "people", 1, 1),
        ("his wife", "killed", "civilians", 1, 1),
        ("two children", "killed", "civilians", 2, 2),
    ]


def test_tolls_in_makes_parts_of_a_total_tolls_of_their_own():
    text = (
        "Ten people have been killed, including four children, and 30 others wounded, 12 of them seriously."
    )
    assert [(words, effect, low) for words, effect, _, low, _ in said(text)] == [
        ("Ten people", "killed", 10),
        ("four children", "killed", 4),
        ("30 others", "injured", 30),
        ("12 of them", "injured", 12),
    ]


def test_tolls_in_gives_each_of_two_joined_verbs_its_toll():
    assert [effect for _, effect, *_ in said("Two nurses were kidnapped and killed.")] == [
        "abducted",
        "killed",
    ]


def test_tolls_in_counts_a_named_victim_once_by_the_name():
    text = "Rem Tov was killed. Tov was killed at home. A nurse, Ana Oro, was wounded. Oro, 42, said he died."
    assert said(text, "Rem Tov", "Ana Oro") == [
        ("Rem Tov", "killed", "civilians", 1, 1),
        ("Ana Oro", "injured", "civilians", 1, 1),
    ]


def test_tolls_in_tells_two_people_of_one_title_apart():
    text = "Policeman Rem Tov was killed. Policeman Ana Oro was killed too."
    assert [words for words, *_ in said(text, "Rem Tov", "Ana Oro")] == ["Rem Tov", "Ana Oro"]


def test_tolls_in_counts_the_named_of_a_number_only_once():
    text = "Two policemen, Rem Tov and Ana Oro, were wounded."
    assert said(text, "Rem Tov", "Ana Oro") == [("Two policemen", "injured", "police", 2, 2)]


def test_tolls_in_leaves_out_what_is_said_again_and_what_the_headline_says():
    text = "EIGHT KILLED IN ORLO\n\nEight people were killed there. Police said the eight people died."
    assert said(text) == [("Eight people", "killed", "people", 8, 8)]


def test_tolls_in_keeps_the_same_number_of_others():
    text = "Four rebels were killed. Another four rebels were killed in Orlo."
    assert [words for words, *_ in said(text)] == ["Four rebels", "Another four rebels"]


def test_annotator_ties_a_toll_to_the_innermost_attribution_that_holds_it():
    text = "The army said police said two men died. Three women died."
    said_by = [
        Attribution(source=None, who=None, cue=None, content=Span(begin, 38), form=Form.INDIRECT, parent=None)
        for begin in (14, 26)
    ]
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), attributions=tuple(said_by))
    (read,) = ANNOTATOR.annotate([reading])
    assert [(toll.low, toll.attribution) for toll in read.tolls] == [(2, 1), (3, None)]


def test_annotator_takes_the_names_of_people_from_the_mentions():
    text = "Rem Tov was killed."
    mention = Mention(span=Span(0, 7), kind=MentionKind.PERSON)
    reading = replace(factory.reading(text), sentences=tuple(sentences_in(text)), mentions=(mention,))
    assert [toll.span for toll in ANNOTATOR.annotate([reading])[0].tolls] == [Span(0, 7)]


_WORDS = st.sampled_from(
    "two at least 12 nine dozens several a the of and , . -- ( ) [ ] soldiers houses people were was"
    " killed injured wounded dead including who another any no 1988 over 20,000 “ ” 's LEFT KILLING".split()
)


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_tolls_in_never_raises_and_pins_every_toll_to_words_in_order(text: str):
    sentences = tuple(sentences_in(text))
    found = list(tolls_in(text, sentences))
    assert all(any(sentence.holds(toll.span) for sentence in sentences) for toll in found)
    assert all(toll.span.of(text).strip() == toll.span.of(text) for toll in found)
    assert all(toll.low is None or toll.high is None or toll.low <= toll.high for toll in found)
    assert [toll.span for toll in found] == sorted(toll.span for toll in found)
