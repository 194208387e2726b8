import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.reader.scores import Distances, best_spans, runs_in, steps, stretches
from sayso.annotate.reader.thresholds import Calibration


def test_steps_are_exact_near_by_and_coarse_far_off():
    assert steps(np.array([0, 1, 4, 6, 8, 12, 300, -1, -300]), 14).tolist() == [0, 1, 4, 5, 6, 7, 14, -1, -14]


@given(st.integers(-2000, 2000))
def test_steps_are_symmetrical_and_never_shrink_with_distance(apart: int):
    near, far, back = steps(np.array([apart, apart + (1 if apart >= 0 else -1), -apart]), 14).tolist()
    assert back == -near
    assert abs(far) >= abs(near)


def test_runs_begin_at_begin_and_go_on_inside():
    likely = np.array([[0.9, 0.1, 0], [0.1, 0.9, 0], [0.1, 0.1, 0.8], [0.2, 0.7, 0.1], [1, 0, 0]])
    assert runs_in(likely, start=0.5, on=0.5) == [(1, 3), (3, 4)]


def test_stretches_are_the_longest_that_reach_the_least():
    assert stretches(np.array([0.9, 0.1, 0.8, 0.7, 0.2, 0.6]), least=0.5) == [(0, 1), (2, 4), (5, 6)]


scores = st.lists(st.floats(-5, 5, width=16), min_size=1, max_size=9)


@given(
    st.lists(st.tuples(st.floats(-5, 5, width=16), st.floats(-5, 5, width=16)), min_size=1, max_size=9),
    st.integers(1, 4),
)
def test_best_span_is_the_best_of_all_spans(pairs: list[tuple[float, float]], longest: int):
    starts, ends = (np.array(side, dtype=np.float32) for side in zip(*pairs, strict=True))
    count = len(pairs)
    (found,) = best_spans(starts[None], ends[None], until=np.full(count, count), longest=longest)
    spans = [(a, b) for a in range(count) for b in range(a + 1, min(count, a + longest) + 1)]
    assert found in spans
    assert starts[found[0]] + ends[found[1] - 1] == max(starts[a] + ends[b - 1] for a, b in spans)


def test_best_spans_keep_to_where_each_row_may_begin_and_end():
    rows = np.array([[0, 9, 0, 1], [0, 9, 0, 1]], dtype=np.float32)
    until = np.array([[1, 0, 4, 4], [4, 4, 4, 4]])
    assert best_spans(rows, rows, until=until, longest=5) == [(3, 4), (1, 2)]
    assert best_spans(rows, rows, until=np.zeros(4, dtype=int), longest=5) == [None, None]


@pytest.mark.parametrize("likely", [0.0, 0.2, 0.5, 0.9, 1.0])
def test_a_calibration_keeps_order_and_bounds(likely: float):
    line = Calibration(slope=0.7, intercept=-0.2)
    assert 0 <= line(likely) <= line(min(1.0, likely + 0.05)) <= 1


def test_the_best_span_lies_within_one_of_many_ranges():
    starts = np.array([[0, 3, 0, 0, 1, 5]], dtype=np.float32)
    ends = np.array([[0, 0, 0, 2, 1, 4]], dtype=np.float32)
    assert best_spans(starts, ends, until=np.array([2, 2, 4, 4, 6, 6]), longest=2) == [(5, 6)]
    assert best_spans(starts, ends, until=np.array([2, 2, 4, 4, 0, 0]), longest=2) == [(1, 2)]


def test_the_links_of_many_spans_are_those_of_each():
    dice = np.random.default_rng(3)
    table = dice.normal(size=(2, 29)).astype(np.float32)
    distances = Distances(names=("one", "other"), table=table)
    spans = [(0, 1), (3, 6), (98, 100)]
    gains = distances.between(spans, 100)
    for number, (first, end) in enumerate(spans):
        apart = [min(at - first, 0) + max(at - end + 1, 0) for at in range(100)]
        assert np.array_equal(gains[:, number], table[:, 14 + steps(np.array(apart), 14)])
