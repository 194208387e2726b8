"""Quotation marks of many hands, paired up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.quotations import quotations_in


def quoted(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in quotations_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'They burned our mill,' said Toma. 'We ran.'", ["They burned our mill,", "We ran."]),
        ("‘They burned our mill,’ said Toma.", ["They burned our mill,"]),
        ("'The villagers' mill was burned,' she said.", ["The villagers' mill was burned,"]),
        ("‘The villagers’ mill was burned,’ she said.", ["The villagers’ mill was burned,"]),
        ("the 'mass arrests' of students' leaders", ["mass arrests"]),
        ("He said: 'The army's tanks fired.' And left.", ["The army's tanks fired."]),
        ("\"He said 'we will kill you' and fired,\" she said.", ["He said 'we will kill you' and fired,"]),
        ("'He said \"run\" and I ran,' she said.", ['He said "run" and I ran,']),
        ("“Go”, «stay», »wait«, „halt“, ``come''", ["Go", "stay", "wait", "halt", "come"]),
    ],
)
def test_marks_of_many_hands_are_paired(text: str, expected: list[str]):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The soldiers' sons met the workers' wives.", "In the '90s they played rock 'n' roll.", "'Orlo fell"],
)
def test_apostrophes_quote_nothing(text: str):
    assert quoted(text) == []


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ("'", "'"), ('"', '"')])
def test_a_quotation_of_paragraphs_that_each_open_it_anew_is_one(opens: str, closes: str):
    text = f"{opens}They came.\n\n{opens}They fired.\n\n{opens}They left.{closes} he said."
    assert quoted(text) == [f"They came.\n\n{opens}They fired.\n\n{opens}They left."]


def test_a_mark_that_is_never_closed_quotes_to_the_end_of_its_paragraph():
    assert quoted('He said: "They came.\n\nThe army was silent.') == ["They came."]


@given(st.text(alphabet=st.sampled_from("'’‘\"“”«»s a.\n"), max_size=60))
def test_quotations_stand_apart_and_in_order(text: str):
    spans = [quotation.span for quotation in quotations_in(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
