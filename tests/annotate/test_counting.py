"""Who gives a toll: verbs by which a body counts those hit, and what only made them more."""

import pytest

from sayso.annotate.attributions.counting import counting_in, is_happening
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
        ("documented", "The Observatory documented a total of 312 killings."),
    ],
)
def test_a_toll_is_given_by_a_verb(verb, text):
    assert [word.text for word in counting_in(list(words_in(text)))] == [verb]


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
    assert list(counting_in(list(words_in(text)))) == []


def test_a_happening_gives_no_toll():
    assert is_happening(["a", "second", "blast"])
    assert is_happening("the discovery of two bodies".split())
    assert not is_happening("the mayor of veld".split())
