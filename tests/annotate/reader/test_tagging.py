import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.annotate.reader.tagging import kinds_in

OUT, BEGIN, INSIDE, OTHER_BEGIN, OTHER_INSIDE = range(5)


def row(**likely):
    """One word: what is left over after the tags named is shared by the rest."""
    names = ("out", "begin", "inside", "other_begin", "other_inside")
    rest = (1 - sum(likely.values())) / max(1, len(names) - len(likely))
    return [likely.get(name, rest) for name in names]


def spans(*rows):
    return list(kinds_in(np.array(rows, dtype=np.float32)))


def test_a_begin_and_its_insides_are_one_span():
    assert spans(row(out=0.99), row(begin=0.9), row(inside=0.9), row(out=0.99)) == [((1, 3), 0)]


def test_a_begin_starts_another_span():
    assert spans(row(begin=0.9), row(begin=0.9), row(other_begin=0.9)) == [
        ((0, 1), 0),
        ((1, 2), 0),
        ((2, 3), 1),
    ]


def test_a_doubtful_word_does_not_cut_a_name_in_two():
    doubtful = row(out=0.05, inside=0.4, other_inside=0.5)
    assert spans(row(begin=0.9), doubtful, row(inside=0.9)) == [((0, 3), 0)]


def test_an_inside_without_a_begin_becomes_one_or_nothing():
    assert spans(row(out=0.3, begin=0.2, inside=0.5), row(inside=0.9, out=0.01)) == [((0, 2), 0)]
    assert spans(row(out=0.9, inside=0.1), row(out=0.6, inside=0.4)) == []


def test_nothing_is_found_where_every_word_is_outside():
    assert spans(row(out=1.0), row(out=1.0)) == []


@given(arrays(np.float32, st.tuples(st.integers(1, 12), st.just(5)), elements=st.floats(0.125, 1, width=32)))
def test_spans_stand_in_order_and_never_overlap(weights):
    found = list(kinds_in(weights / weights.sum(axis=1, keepdims=True)))
    ends = [0, *[end for (_, end), _ in found]]
    assert all(before <= first < end for before, ((first, end), _) in zip(ends, found, strict=False))
    assert all(end <= len(weights) and kind in {0, 1} for (_, end), kind in found)
