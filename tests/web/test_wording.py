"""Words on a page: what a claim says, what spoke for a grouping, how many of whom."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.incidents.compare.features import FEATURES
from sayso.ledger.listing import ClaimRow
from sayso.web import wording
from sayso.web.rendering import environment
from tests.web.made import REPORTS, ledger_of


@pytest.fixture
def strike(tmp_path: Path) -> ClaimRow:
    """An event claim: missiles on a market."""
    with ledger_of(tmp_path / "desk.sqlite", REPORTS[:1]) as ledger, ledger.listing() as listing:
        return listing.claims([1])[0]


def test_everything_that_tellings_are_compared_by_has_words():
    assert set(wording.GROUNDS) == {*FEATURES, "base"}


def test_the_strongest_grounds_are_named_whichever_way_they_speak():
    grounds = [("base", "any", -3.0), ("title", "some", 0.4), ("date", "apart", -2.0), ("story", "many", 1.5)]
    assert wording.strongest(grounds) == ["day it happened", "rare words in common", "titles"]


def test_an_arrow_points_from_who_acts_in_every_script(strike: ClaimRow):
    shown = environment().from_string("<bdi>{{ claim | headline }}</bdi>")
    hebrew = replace(strike, actors=("טילים",), recipients=("השוק",))
    assert shown.render(claim=hebrew) == "<bdi><bdi>טילים</bdi> → <bdi>השוק</bdi></bdi>"
    assert "<script" not in shown.render(claim=replace(strike, actors=("<script>",)))


@pytest.mark.parametrize(
    ("of", "low", "expected"),
    [
        ("military", 2, "2 members of the military injured"),
        ("civilians", 1, "1 civilian injured"),
        ("police", 1, "1 police officer injured"),
        ("other", 3, "3 things injured"),
    ],
)
def test_a_toll_agrees_in_number(strike: ClaimRow, of: str, low: int, expected: str):
    claim = replace(strike, effect="injured", of=of, low=low, high=low, qualifier="exact")
    assert wording.toll(claim) == expected
