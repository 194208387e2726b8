import pytest

from sayso.annotate.kinds import Kind
from sayso.evaluation.coded.case21 import KINDS, score, to_kind, weighted_f1
from sayso.evaluation.counts import Counts, added


def test_every_kind_has_one_code():
    assert sorted(KINDS.values()) == sorted(Kind)


def test_to_kind_reads_the_code():
    assert to_kind({"label": "SUIC_BOMB"}) is Kind.SUICIDE_BOMB


def test_score_counts_both_kinds_of_a_mistake():
    counts = score(Kind.GRENADE, Kind.SHELLING)
    assert counts["kind"] == Counts(0, 1, 1)
    assert counts["kind: grenade"] == Counts(0, 0, 1)
    assert counts[f"kind: {Kind.SHELLING}"] == Counts(0, 1, 0)


def test_weighted_f1_weighs_kinds_by_how_many_the_gold_has():
    total = added(
        [
            score(Kind.GRENADE, Kind.GRENADE),
            score(Kind.GRENADE, Kind.SHELLING),
            score(Kind.SHELLING, Kind.SHELLING),
            score(Kind.OTHER, Kind.OTHER),
        ]
    )
    # Grenade: F1 2/3 of two; shelling: F1 2/3 of one; other: 1 of one.
    assert weighted_f1(total) == pytest.approx((2 / 3 * 2 + 2 / 3 + 1) / 4)
