"""Denials that come after what they deny."""

from dataclasses import replace

import pytest

import sayso
from sayso.annotate.attributions.answers import answered_in, answering, is_answer
from sayso.model import Assertion, Attribution, EventType, Form, Span


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(
        source=span(text, source),
        who=None,
        cue=span(text, cue),
        content=span(text, content),
        form=Form.INDIRECT,
    )


def told(text: str, *found: Attribution) -> list[tuple[str, str]]:
    return [
        (one.cue.of(text), one.content.of(text))
        for one in answering(text, list(found))
        if one.cue is not None
    ]


def test_whoever_denies_what_was_just_said_denies_all_of_it():
    text = "Villagers said soldiers burned 40 houses in Temra, which the army denies."
    claim = "soldiers burned 40 houses in Temra"
    found = (said(text, "Villagers", "said", claim), said(text, "the army", "denies", "40 houses in Temra"))
    assert told(text, *found) == [("said", claim), ("denies", claim)]


def test_a_denial_before_what_it_denies_stays_as_it_is():
    text = "The army denied that soldiers burned 40 houses, as villagers said."
    found = (
        said(text, "The army", "denied", "soldiers burned 40 houses"),
        said(text, "villagers", "said", "40 houses"),
    )
    assert answering(text, found) == list(found)
    assert not any(is_answer(text, one) for one in found)


def test_the_verb_is_the_cue_of_an_accusation_that_somebody_denies():
    text = "The opposition says police beat students, an accusation the ministry has flatly rejected."
    found = said(text, "the ministry", "accusation", "police beat students")
    assert told(text, found) == [("has flatly rejected", "police beat students")]


def test_an_accusation_that_somebody_repeats_stays_theirs():
    text = "The opposition says police beat students, an accusation the ministry heard before."
    found = said(text, "the ministry", "accusation", "police beat students")
    assert answering(text, [found]) == [found]


def test_an_answer_without_anything_said_keeps_its_words():
    text = "Soldiers burned 40 houses in Temra, which the army denies."
    found = said(text, "the army", "denies", "Soldiers burned 40 houses in Temra")
    assert answering(text, [found]) == [found]
    assert is_answer(text, found)


@pytest.mark.parametrize("denied", ["it", "the accusations", "this as propaganda", "the claim as baseless"])
def test_whoever_denies_it_denies_what_another_said_last(denied: str):
    text = f"Villagers said soldiers burned 40 houses. The army denied {denied}."
    claim = said(text, "Villagers", "said", "soldiers burned 40 houses")
    denial = said(text, "The army", "denied", denied)
    assert list(answered_in(text, [replace(claim, who="Villagers"), replace(denial, who="The army")])) == [
        (1, claim.content)
    ]


def test_a_denial_of_ones_own_part_or_words_answers_nobody():
    text = "Villagers said soldiers burned 40 houses. The army denied any role in it and denied it."
    claim = said(text, "Villagers", "said", "soldiers burned 40 houses")
    role = replace(said(text, "The army", "denied", "any role in it"), who="The army")
    own = replace(said(text, "Villagers", "denied", "it"), who="Villagers")
    assert list(answered_in(text, [replace(claim, who="Villagers"), role])) == []
    assert list(answered_in(text, [replace(claim, who="Villagers"), own])) == []


def test_whoever_denies_the_charges_was_arrested_all_the_same():
    text = (
        "Police in Corvo have arrested three men who are said to have shot a reporter, a prosecutor said."
        " They deny the accusations."
    )
    reading = sayso.read(text, published="2033-05-06")
    put = {(one.type, one.assertion) for one in reading.events}
    assert (EventType.COERCE, Assertion.HAPPENED) in put
    assert (EventType.COERCE, Assertion.DENIED) not in put
