"""Axes that keep small figures readable beside large ones."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.figures.axis import GAP, Axis, axis
from sayso.web.figures.ladder import ladder
from sayso.web.views.mouths import Said

FOOT, HEAD = 260.0, 26.0


def _axis(numbers: Sequence[int]) -> Axis:
    return axis(numbers, foot=FOOT, head=HEAD)


@pytest.mark.parametrize("numbers", [[7, 11, 15], [0, 4], [1, 30], [40, 170], [0], [3, 14, 60, 250]])
def test_an_axis_of_numbers_that_fit_together_is_whole(numbers: list[int]):
    assert len(_axis(numbers).stretches) == 1


@pytest.mark.parametrize(
    ("numbers", "breaks"), [([7, 11, 40_000], 1), ([9, 90, 4_000, 90_000], 2), ([7, 70], 1)]
)
def test_an_axis_is_broken_where_small_numbers_would_lie_flat(numbers: list[int], breaks: int):
    assert len(list(_axis(numbers).breaks)) == breaks


def test_small_numbers_stay_as_far_apart_as_they_can_be_read():
    whole, broken = _axis([7, 11, 15]), _axis([7, 11, 15, 40_000])
    assert whole.y(7) - whole.y(11) < 2 * (broken.y(7) - broken.y(11))
    assert broken.y(7) - broken.y(11) > 25


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=12))
def test_larger_numbers_stand_higher_within_the_figure_and_out_of_every_break(numbers: list[int]):
    drawn = _axis(numbers)
    places = [drawn.y(number) for number in sorted(set(numbers))]
    assert places == sorted(places, reverse=True)
    assert all(HEAD - 0.01 <= place <= FOOT + 0.01 for place in places)
    for low, high, middle in drawn.breaks:
        assert not any(low < number < high for number in numbers)
        assert not any(middle - GAP / 2 < place < middle + GAP / 2 for place in places)
    ticks = [tick for stretch in drawn.stretches for tick in stretch.ticks]
    assert ticks == sorted(set(ticks))
    assert 2 <= len(ticks) <= 24


def _said(number: int, source: str, lane: int) -> Said:
    return Said(
        field="killed", source=source, name=source, lane=lane, claim=f"c-{lane}", document=f"d-{lane}",
        outlet="Tessera Wire", published=f"2031-05-0{lane + 1}", phrase=str(number), words=str(number),
        low=number, high=number, whole=True, copy=False,
    )  # fmt: skip


def test_a_ladder_with_a_broken_axis_says_so_in_sight_and_in_words():
    drawn = ladder(
        [_said(7, "the ministry", 0), _said(41_000, "a typist", 1)], field="killed", title="A strike"
    )
    assert drawn is not None
    assert drawn.count('class="torn"') == 1
    assert "axis broken" in drawn
    assert "The axis is broken between" in drawn[drawn.index("<desc") : drawn.index("</desc>")]
    assert "torn" not in (ladder([_said(7, "the ministry", 0)], field="killed", title="A strike") or "")
