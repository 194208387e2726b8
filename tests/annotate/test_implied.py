"""What must have happened, by the way it is put, happened; what was but to happen did not."""

import pytest

from sayso.annotate.events.implied import is_implied
from sayso.model import Assertion
from tests.annotate.test_assertions import put


@pytest.mark.parametrize(
    "lead",
    [
        "Thousands were forced to",
        "The shelling forced them all to",
        "He was compelled to",
        "They managed to",
        "The fleet was able to",
        "The guards had to",
        "He should never have been",
        "They shouldn't have been",
        "She should have never been held or",
    ],
)
def test_is_implied_sees_that_it_happened(lead: str):
    assert is_implied(lead.lower().split())


@pytest.mark.parametrize(
    "lead",
    [
        "Thousands may be forced to",
        "They will have had to",
        "The guards did not have to",
        "They never managed to",
        "He was to",
        "He should have been",
        "He was forced out , and wants to",
        "The front threatened to be forced to",
        "",
    ],
)
def test_is_implied_leaves_open_what_was_to_happen_or_might(lead: str):
    assert not is_implied(lead.lower().split())


def test_assertion_of_denies_what_should_have_been():
    assert put("The army should have [withdrawn] by May.") is Assertion.DENIED


def test_assertion_of_tells_what_should_never_have_been():
    assert put("He should never have been [arrested].") is Assertion.HAPPENED
