import pytest

from sayso.annotate.tolls.bounds import bounds_at, numbers_of
from sayso.annotate.words import words_in
from sayso.model import Qualifier


def bounds(text: str) -> tuple[int | None, int | None, Qualifier]:
    """What the amount that the text begins with says."""
    found = bounds_at(list(words_in(text)), 0, numbers_of(text))
    assert found is not None
    return found[0].low, found[0].high, found[0].qualifier


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("10 men", 10, 10, Qualifier.EXACT),
        ("ten men", 10, 10, Qualifier.EXACT),
        ("a total of 31 men", 31, 31, Qualifier.EXACT),
        ("at least nine men", 9, None, Qualifier.AT_LEAST),
        ("NO FEWER THAN NINE MEN", 9, None, Qualifier.AT_LEAST),
        ("more than 10 men", 11, None, Qualifier.AT_LEAST),
        ("over 4,000 men", 4001, None, Qualifier.AT_LEAST),
        ("10 or more men", 10, None, Qualifier.AT_LEAST),
        ("up to 30 men", None, 30, Qualifier.AT_MOST),
        ("as many as 30 men", None, 30, Qualifier.AT_MOST),
        ("fewer than 20 men", None, 19, Qualifier.AT_MOST),
        ("about 200 men", 200, 200, Qualifier.ABOUT),
        ("nearly three dozen men", 36, 36, Qualifier.ABOUT),
        ("some 40 men", 40, 40, Qualifier.ABOUT),
        ("about a million men", 10**6, 10**6, Qualifier.ABOUT),
        ("a couple of men", 2, 2, Qualifier.ABOUT),
        ("10 to 15 men", 10, 15, Qualifier.ABOUT),
        ("between 10 and 15 men", 10, 15, Qualifier.ABOUT),
        ("several men", None, None, Qualifier.VAGUE),
        ("some men", None, None, Qualifier.VAGUE),
        ("dozens of men", None, None, Qualifier.VAGUE),
        ("an unknown number of men", None, None, Qualifier.VAGUE),
        ("no men", 0, 0, Qualifier.EXACT),
    ],
)
def test_bounds_at_reads_a_number_with_its_hedge(
    text: str, low: int | None, high: int | None, qualifier: Qualifier
):
    assert bounds(text) == (low, high, qualifier)


@pytest.mark.parametrize("text", ["men", "third man", "55-year-old man", "17th division", "the men"])
def test_bounds_at_is_none_where_nothing_is_counted(text: str):
    assert bounds_at(list(words_in(text)), 0, numbers_of(text)) is None
