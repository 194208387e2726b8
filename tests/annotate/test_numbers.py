from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.numbers import (
    Number,
    number_at,
    numbers_in,
    ranges_in,
)
from sayso.annotate.numerals import CARDINAL_WORDS
from sayso.annotate.quantities import quantities_in


def only(text: str) -> Number:
    (number,) = numbers_in(text)
    return number


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("ten", 10),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("TWENTY-FIVE", 25),
        ("two hundred and five", 205),
        ("two hundred\nand five", 205),
        ("twelve hundred", 1200),
        ("a hundred", 100),
        ("a million", 1_000_000),
        ("a million and a half", 1_500_000),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("1,200", 1200),
        ("20 000", 20_000),
        ("20\u00a0000", 20_000),
        ("1.5 million", 1_500_000),
        ("1,20,000", 120_000),
        ("three lakh", 300_000),
        ("2.5 crore", 25_000_000),
        ("two hundred thousand", 200_000),
        ("one hundred twenty-three thousand four hundred fifty-six", 123_456),
        ("35", 35),
        ("zero", 0),
    ],
)
def test_numbers_in_reads_a_number_however_it_is_written(phrase: str, value: int) -> None:
    text = f"They counted {phrase} in Orlo."
    number = only(text)
    assert (number.span.of(text), number.value, number.ordinal) == (phrase, value, False)


@pytest.mark.parametrize("phrase", ["hundreds", "dozens", "thousands"])
def test_numbers_in_gives_vague_plurals_no_value(phrase: str) -> None:
    assert only(f"{phrase} of people fled").value is None


def test_numbers_in_gives_several_hundred_no_value() -> None:
    assert only("several hundred people fled").value is None


@pytest.mark.parametrize(("phrase", "value"), [("third", 3), ("21st", 21), ("twenty-first", 21)])
def test_numbers_in_marks_ordinals(phrase: str, value: int) -> None:
    number = only(f"the {phrase} convoy")
    assert (number.value, number.ordinal) == (value, True)


@pytest.mark.parametrize(
    "text",
    ["a T-72 tank", "at 10:30", "3/4 of it", "two thirds of it", "one-third", "2.5 km", "no one", "9" * 5000],
)
def test_numbers_in_leaves_out_what_counts_nothing(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_numbers_in_tells_a_day_of_the_month_from_the_number_after_it() -> None:
    assert [number.value for number in numbers_in("On May 12 300 rebels left")] == [12, 300]


def test_numbers_in_keeps_digits_and_words_apart() -> None:
    assert [number.is_digit for number in numbers_in("10 soldiers and ten rebels")] == [True, False]


def test_quantities_in_gives_fractions() -> None:
    (quantity,) = quantities_in("after two and a half years")
    assert quantity.amount == 2.5


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("10-15 people", (10, 15)),
        ("ten to fifteen people", (10, 15)),
        ("between 10 and 15 people", (10, 15)),
        ("two or three people", (2, 3)),
    ],
)
def test_ranges_in_gives_both_bounds(text: str, bounds: tuple[int, int]) -> None:
    (found,) = ranges_in(text)
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize(
    "text", ["rose by three to 17 on Monday", "climbed sharply from 14 to 17, he said", "up by 2 to 9"]
)
def test_ranges_in_takes_no_rise_for_a_range(text: str) -> None:
    assert list(ranges_in(text)) == []


@pytest.mark.parametrize("text", ["rose by 10 to 15 per cent", "from 14 to 17 people were killed"])
def test_ranges_in_keeps_the_range_by_which_something_rose(text: str) -> None:
    assert len(list(ranges_in(text))) == 1


def test_ranges_in_leaves_lists_alone() -> None:
    assert list(ranges_in("companies two and three; 15 to 10")) == []


def test_number_at_reads_only_from_its_start() -> None:
    text = "killed two hundred people"
    number = number_at(text, 7)
    assert number is not None
    assert number.value == 200
    assert number_at(text, 6) is None


@given(st.lists(st.sampled_from([*CARDINAL_WORDS, "and", "a", "-", "half", ",", "12", "1.5", "\n"])))
def test_numbers_in_never_raises_and_spans_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    numbers = list(numbers_in(text))
    for before, after in pairwise(numbers):
        assert before.span.end <= after.span.start
    assert all(number.value is None or number.value >= 0 for number in numbers)


@given(st.text())
def test_numbers_in_reads_any_text(text: str) -> None:
    assert all(number.span.of(text).strip() for number in numbers_in(text))


@given(st.integers(min_value=0, max_value=10**12))
def test_numbers_in_reads_back_grouped_digits(value: int) -> None:
    assert only(f"counted {value:,} of them").value == value
