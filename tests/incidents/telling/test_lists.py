"""Which counts of one sentence are of different people."""

import pytest

from sayso.incidents.telling.lists import lists_in
from sayso.model import Effect, Group, Qualifier, Span, Toll


def toll(text: str, words: str) -> Toll:
    start = text.index(words)
    return Toll(
        span=Span(start, start + len(words)), effect=Effect.INJURED, of=Group.PEOPLE, low=1, high=1,
        qualifier=Qualifier.EXACT,
    )  # fmt: skip


def lists(text: str, *words: str) -> int:
    """How many lists some counts stand in."""
    return len(set(lists_in([toll(text, each) for each in words], text)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A boy and three women were hurt.", ("A boy", "three women")),
        ("A girl was grazed by a bullet, and a man was hit in the leg.", ("A girl", "a man")),
        ("Two men, a boy and a nurse were hurt.", ("Two men", "a boy", "a nurse")),
        ("A guard was hurt while a driver lost a hand.", ("A guard", "a driver")),
    ],
)
def test_lists_in_puts_those_side_by_side_in_one_list(text: str, words: tuple[str, ...]) -> None:
    assert lists(text, *words) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Six people, including a boy, were hurt.", ("Six people", "a boy")),
        ("Six people were hurt, two of them badly.", ("Six people", "two")),
        ("The number of hurt rose from two people, to six people.", ("two people", "six people")),
        ("A boy was hurt. A man was hurt, too.", ("A boy", "A man")),
        ("Six people: two men and a boy.", ("Six people", "two men")),
    ],
)
def test_lists_in_keeps_parts_and_what_is_said_again_out_of_a_list(text: str, words: tuple[str, ...]) -> None:
    assert lists(text, *words) == len(words)


def test_lists_in_keeps_two_voices_apart() -> None:
    text = "A boy and three women were hurt."
    tolls = [toll(text, "A boy"), toll(text, "three women")]
    own = [tolls[0], Toll(**{name: getattr(tolls[1], name) for name in Toll.__slots__} | {"attribution": 0})]
    assert len(set(lists_in(own, text))) == 2
