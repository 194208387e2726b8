"""Verbs by which a body counts those hit or a record shows what happened, and what only made tolls more."""

import pytest

from sayso.annotate.attributions.cueing import cueing_in, is_happening
from sayso.annotate.words import words_in


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("puts", "The Interior Ministry now puts the number of dead at 17."),
        ("gave", "The mayor of Veld gave it as eleven."),
        ("revised", "The health ministry revised the death toll from the raid on Orlo down to 12."),
        ("raised", "Doctors raised the number of wounded from nine to 22 on Friday."),
        ("placed", "The governor had earlier placed the dead at some 300."),
        ("counted", "The Civil Defence had counted at least 18 bodies by dusk."),
        ("verified", "The mission verified 12 attacks on schools."),
        ("documented", "The Observatory documented a total of 312 killings."),
    ],
)
def test_a_toll_is_given_by_a_verb(verb, text):
    assert [word.text for word in cueing_in(list(words_in(text)))] == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "The number of dead was put at 17.",
        "Oro raised the number of shares to ten million.",
        "He gave the order at 10 and put the lamp out.",
        "A list of 14 wounded hung at the gate.",
        "The mayor wants to cut the number of guards to five.",
        "Reports, one of them of 12 dead, came in.",
        "The firm reported nine sales.",
    ],
)
def test_no_toll_is_given(text):
    assert list(cueing_in(list(words_in(text)))) == []


def test_a_happening_gives_no_toll():
    assert is_happening(["a", "second", "blast"])
    assert is_happening("the discovery of two bodies".split())
    assert not is_happening("the mayor of veld".split())


def test_whoever_is_told_that_something_is_so_stands_before_it():
    text = "The mayor said residents had informed him that soldiers were looting."
    assert [word.text for word in cueing_in(list(words_in(text)))] == ["informed"]


@pytest.mark.parametrize(
    ("verb", "text"),
    [
        ("showed", "Satellite imagery reviewed by the Post showed 20 burnt lorries."),
        ("show", "Footage posted on Telegram appeared to show soldiers in the mill."),
        ("indicate", "Flight data indicate that the plane turned back."),
        ("show", "Spies plotted to shoot the minister, leaked files show"),
        ("suggested", "Her autopsy and court records suggested a beating."),
    ],
)
def test_a_record_shows_what_happened(verb, text):
    assert [word.text for word in cueing_in(list(words_in(text)))] == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "He refused to show the documents to the court.",
        "The army showed no mercy.",
        "The footage was shown on Friday.",
        "The videos do not show whether he held a gun.",
        "The army has yet to release footage to prove it.",
    ],
)
def test_no_record_shows_anything(text):
    assert list(cueing_in(list(words_in(text)))) == []
