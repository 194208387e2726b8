from sayso.evaluation.spans import letters, likeness, most_paired, paired, shared
from sayso.model import Span


def test_shared_counts_common_characters():
    assert (shared(Span(0, 4), Span(2, 9)), shared(Span(0, 4), Span(4, 9))) == (2, 0)


def test_letters_leave_out_marks_and_blanks():
    assert letters("“Go on”", [Span(0, 7)]) == {1, 2, 4, 5}


def test_likeness_is_the_common_share():
    assert likeness({1, 2, 3}, {2, 3, 4}) == 0.5
    assert likeness(set(), set()) == 0


def test_paired_takes_the_likest_first():
    assert paired([3, 4], [4, 5], lambda a, b: max(0, 3 - abs(a - b))) == [(1, 0), (0, 1)]


def test_most_paired_gives_up_a_likely_pair_for_two():
    assert most_paired([(0.9, 0, 0), (0.6, 0, 1), (0.8, 1, 0)]) == {0: 1, 1: 0}
