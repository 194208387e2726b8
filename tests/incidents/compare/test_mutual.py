"""Happenings without doer and victim: who signed with whom, or met whom, is told either way round."""

import pytest

from sayso.incidents.compare.rarity import rarity_of
from sayso.incidents.compare.score import compare
from sayso.incidents.compare.traces import traces_of
from tests.incidents.told import report, t


@pytest.mark.parametrize(
    ("type", "level"), [("CONSULT", "shared"), ("AGREE", "shared"), ("ASSAULT", "other side")]
)
def test_who_met_whom_is_the_same_either_way_round_and_who_hit_whom_is_not(type: str, level: str) -> None:
    reports = [
        report("a", t(type=type, deed="met", actor="Orlan government", target="Karstan government")),
        report("b", t(type=type, deed="met", actor="Karstan government", target="Orlan government")),
    ]
    one, other = traces_of(reports, rarity=rarity_of(reports))
    grounds = {ground.feature: ground.level for ground in compare(one, other).grounds}
    assert grounds["actors"] == level
