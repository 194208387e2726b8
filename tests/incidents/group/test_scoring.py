"""Scores of many pairs are those of each, by however many processes they are worked out."""

from itertools import combinations, product

import numpy as np
import pytest

from sayso.incidents import compare, rarity_of, traces_of
from sayso.incidents.compare.aspects import ASPECTS
from sayso.incidents.compare.features import FEATURES
from sayso.incidents.compare.weights import shipped_weights
from sayso.incidents.group.scoring import scores_of
from tests.incidents import demo_reports
from tests.incidents.told import report, t

DAYS = ("2031-05-03", "2031-05-04", "2031-05-06", "2031-05-20", "2031-05", None)
TOWNS = ("Orlo", "Tamsin", "Port Veld", "market; Orlo", "depot; Orlo", None)
ENOUGH = 20_050
"""Pairs that several processes compare."""


@pytest.fixture(scope="module")
def traces():
    told = [
        report(
            f"{at}",
            t(
                town,
                day=day,
                pub="2031-05-04" if at % 3 else "2031-05-05",
                killed=at % 4 or None,
                actor="Orlan guns" if at % 5 else "Karstan guns",
                target="Karstan post" if at % 2 else None,
                assertion=("happened", "denied", "happened", "planned")[at % 4],
                story="Guns hit the market of Orlo." if at % 7 else "",
            ),
        )
        for at, (day, town) in enumerate(product(DAYS, TOWNS))
    ]
    reports = [*demo_reports.reports(), *told]
    copies = {**demo_reports.copies(), told[3].document: told[1].document}
    return traces_of(reports, rarity=rarity_of(reports), copies=copies)


def test_each_score_is_the_sum_of_its_grounds_and_barred_pairs_have_none(traces):
    pairs = np.array(list(combinations(range(len(traces)), 2)))
    found = scores_of(traces, pairs, weights=shipped_weights(), processes=1).tolist()
    links = [compare(traces[one], traces[other]) for one, other in pairs.tolist()]
    assert [round(link.score, 3) for link in links if link.barred is None] == pytest.approx(
        [score for score in found if not np.isnan(score)], abs=0.0011
    )
    assert [link.barred is not None for link in links] == np.isnan(found).tolist()
    levels = {(ground.feature, ground.level) for link in links for ground in link.grounds}
    assert {name for name, _ in levels} == {*FEATURES, "base"}
    assert ("report", "copies") in levels
    assert ("assertion", "denial and telling") in levels


def test_every_feature_has_an_aspect_but_those_that_look_at_whole_reports():
    assert {*FEATURES} - {*ASPECTS} == {"report", "story"}
    assert {*ASPECTS} < {*FEATURES}


def test_two_processes_come_to_the_same_scores_as_one(traces):
    pairs = np.array(list(product(range(len(traces)), repeat=2)))
    pairs = np.resize(pairs, (ENOUGH, 2))
    one, two = (scores_of(traces, pairs, weights=shipped_weights(), processes=many) for many in (1, 2))
    assert np.array_equal(one, two, equal_nan=True)
    assert not np.isnan(one).all()


def test_no_pairs_have_no_scores(traces):
    assert (
        len(scores_of(traces, np.empty((0, 2), dtype=np.int64), weights=shipped_weights(), processes=1)) == 0
    )
