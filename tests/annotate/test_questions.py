"""What a question asks for is not told; what it takes for granted is."""

import pytest

from sayso.model import Assertion
from tests.annotate.test_assertions import put


@pytest.mark.parametrize(
    "marked",
    [
        "Did soldiers [burn] the village?",
        "Did soldiers enter Orlo and [burn] it?",
        "But was the school [bombed] from the air?",
        "“Have they [withdrawn] from Kesh?” the mayor asked.",
        "Weren't prisoners [beaten] there?",
        "After the vote, did the front [attack] the depot?",
        "Is it true that the front [shelled] Orlo?",
        "Was there an [attack] on the dam?",
        "Will [talks] resume on Monday?",
        "Twelve villagers [killed] in Orlo?",
        "[Truce] broken in Kesh?",
    ],
)
def test_assertion_of_takes_what_a_question_asks_for_as_possible(marked: str):
    assert put(marked) is Assertion.POSSIBLE


@pytest.mark.parametrize(
    "marked",
    [
        "Why did the army [withdraw] from Kesh?",
        "Who [shelled] the hospital?",
        "How many villagers did soldiers [kill] in Orlo?",
        "Was the [attack] on the dam planned?",
        "Did the mayor, who [fled] to Kesh, come back?",
        "Did anybody help when the front [attacked] the depot?",
        "Rebels behind the [attack] on the dam?",
        "They [shelled] the school, didn't they?",
        "Soldiers [burned] the village. Why?",
        "The front [shelled] Orlo: but why?",
    ],
)
def test_assertion_of_takes_what_a_question_takes_for_granted_as_told(marked: str):
    assert put(marked) is Assertion.HAPPENED
