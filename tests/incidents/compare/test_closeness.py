"""The closeness of two reports' words, alone and among many pairs."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.incidents.compare.closeness import closeness, closeness_of_all, weighed, words_in
from sayso.incidents.compare.rarity import rarity_among

COUNTS = st.dictionaries(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.integers(1, 9))


@given(st.lists(COUNTS, min_size=2, max_size=6))
def test_many_pairs_at_once_are_as_close_as_each_alone_and_either_way_round(counts):
    rarity = rarity_among(counts)
    reports = [weighed(each, rarity) for each in counts]
    ones, others = np.array([*permutations(range(len(reports)), 2)]).T
    alone = [closeness(reports[one], reports[other]) for one, other in zip(ones, others, strict=True)]
    assert closeness_of_all(reports, ones, others).tolist() == alone
    assert closeness_of_all(reports, others, ones).tolist() == pytest.approx(alone, abs=1e-12)


def test_no_pairs_have_no_closeness():
    nothing = np.empty(0, dtype=np.int64)
    assert closeness_of_all([], nothing, nothing).tolist() == []


def test_reports_with_the_same_words_are_as_close_as_can_be_and_with_no_words_not_at_all():
    counts = [{"orlo": 2, "market": 1}, {"orlo": 2, "market": 1}, {}]
    one, same, empty = (weighed(each, rarity_among(counts)) for each in counts)
    assert closeness(one, same) == pytest.approx(1.0, abs=1e-6)
    assert closeness(one, one) == 1.0
    assert closeness(one, empty) == closeness(empty, one) == 0.0


@given(COUNTS)
def test_weighed_words_are_the_same_after_they_were_kept(counts):
    words = weighed(counts, rarity_among([counts, {"a": 1}]))
    again = words_in(words.to_bytes())
    for name in ("hashes", "weights", "rarest"):
        assert np.array_equal(getattr(words, name), getattr(again, name))


def test_a_word_that_every_fourth_report_holds_counts_for_nothing():
    counts = [{"police": 1, f"name{number}": 1} for number in range(40)]
    rarity = rarity_among(counts)
    one, other = weighed(counts[0], rarity), weighed(counts[1], rarity)
    assert len(one.hashes) == len(one.rarest) == 1
    assert closeness(one, other) == 0.0


@given(COUNTS)
def test_a_report_has_the_words_that_it_was_weighed_by(counts):
    words = weighed(counts, rarity_among([counts, {"a": 1}]))
    assert {word for word in "abcdefghijklmnopqrstuvwxyz" if words.have(word)} == counts.keys()
