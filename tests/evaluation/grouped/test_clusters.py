import pytest

from sayso.evaluation import added
from sayso.evaluation.grouped.clusters import b_cubed, matched, scores

GOLD = dict(zip("abcdef", "112233", strict=True))


def test_groups_as_the_gold_has_them_are_perfect():
    total = added(score for _, score in scores(GOLD, GOLD))
    assert b_cubed(total) == total["pairs"].f1 == 1


def test_b_cubed_and_pairs_worked_out_by_hand():
    total = added(score for _, score in scores(GOLD, dict(zip("abcdef", "XXXYZZ", strict=True))))
    assert total["B³ precision"].recall == pytest.approx(7 / 9)
    assert total["B³ recall"].recall == pytest.approx(5 / 6)
    assert (total["pairs"].right, total["pairs"].given, total["pairs"].gold) == (2, 4, 3)


def test_a_document_without_a_group_is_found_nowhere():
    total = added(score for _, score in scores(GOLD, {"a": "X"}))
    assert total["B³ precision"].recall == 1
    assert total["B³ recall"].recall == pytest.approx(0.5 / 6)
    assert (total["pairs"].right, total["pairs"].given) == (0, 0)


def test_ceaf_pairs_each_given_group_with_one_gold_group():
    like = matched(GOLD, dict(zip("abcdef", "XXXYZZ", strict=True)))
    assert like == pytest.approx({"1": 4 / 5, "2": 2 / 3, "3": 1})


def test_ceaf_gives_up_a_good_pair_for_two_that_are_better_together():
    gold = dict(zip("abcde", "11112", strict=True))
    given = dict(zip("abcde", "XYYYY", strict=True))
    assert matched(gold, given) == pytest.approx({"1": 2 / 5, "2": 2 / 5})  # not 1 with Y alone, for 3 / 4


def test_ceaf_is_nothing_where_nothing_was_given():
    assert matched(GOLD, {}) == {}
