"""Lots of tellings: what ties connect, cut where ties are weakest."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.incidents.group.lots import Ties, lots_of


def ties(*links: tuple[int, int, float]) -> Ties:
    both = [*links, *((other, one, score) for one, other, score in links)]
    one, other, score = (np.array(column) for column in zip(*both, strict=True)) if both else ([], [], [])
    return Ties(
        np.asarray(one, dtype=np.int64),
        np.asarray(other, dtype=np.int64),
        np.asarray(score, dtype=np.float32),
    )


def lots(numbers, links, *, largest=100):
    found = lots_of(np.array(numbers, dtype=np.int64), ties(*links), at_least=0.5, largest=largest)
    return sorted(lot.tolist() for lot in found)


def test_chains_are_one_lot_and_whoever_has_no_ties_is_alone():
    assert lots([2, 5, 7, 9, 30], [(9, 2, 1.0), (2, 7, 0.5)]) == [[2, 7, 9], [5], [30]]


def test_a_lot_too_large_is_cut_where_its_ties_are_weakest_and_no_other_is():
    links = [(1, 2, 3.0), (2, 3, 0.6), (3, 4, 3.0), (8, 9, 0.6)]
    assert lots([1, 2, 3, 4, 8, 9], links, largest=3) == [[1, 2], [3, 4], [8, 9]]


def test_those_ruled_to_be_one_are_never_cut_apart():
    links = [(1, 2, np.inf), (2, 3, np.inf), (3, 4, 1.0)]
    assert lots([1, 2, 3, 4], links, largest=2) == [[1, 2, 3], [4]]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=25), st.integers(1, 30))
def test_every_telling_is_in_one_lot_and_ties_lead_out_of_none_that_is_whole(pairs, largest):
    links = [(one, other, 1.0 + (one + other) % 5) for one, other in pairs if one != other]
    found = lots(range(21), links, largest=largest)
    assert sorted(number for lot in found for number in lot) == list(range(21))
    if largest >= 21:
        home = {number: at for at, lot in enumerate(found) for number in lot}
        assert all(home[one] == home[other] for one, other, _ in links)
