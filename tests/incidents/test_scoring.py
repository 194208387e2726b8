"""Scores of many pairs are those of each, by however many processes they are worked out."""

from itertools import combinations, islice, product

import pytest

from sayso.incidents import compare, rarity_of, traces_of
from sayso.incidents.scoring import scores_of
from sayso.incidents.weights import shipped_weights
from tests.incidents import demo_reports

ENOUGH = 10_050
"""Pairs that several processes compare."""


@pytest.fixture(scope="module")
def traces():
    reports = demo_reports.reports()
    return dict(enumerate(traces_of(reports, rarity=rarity_of(reports))))


def test_each_score_is_the_sum_of_its_grounds_and_barred_pairs_have_none(traces):
    pairs = list(combinations(range(12), 2))
    found = scores_of(pairs, traces, weights=shipped_weights(), processes=1)
    links = {(one, other): compare(traces[one], traces[other]) for one, other in pairs}
    least = shipped_weights().unseen
    linked = {pair for pair, link in links.items() if link.barred is None and round(link.score, 3) > least}
    assert found == {pair: pytest.approx(links[pair].score, abs=0.0006) for pair in linked}
    assert {link.barred is None for link in links.values()} == {True, False}


def test_two_processes_come_to_the_same_scores_as_one(traces):
    pairs = list(islice(product(traces, repeat=2), ENOUGH))
    pairs += pairs[: ENOUGH - len(pairs)]
    one, two = (scores_of(pairs, traces, weights=shipped_weights(), processes=many) for many in (1, 2))
    assert one == two
    assert one
