"""Truces: told under many names, by either side, signed in one town and holding in another."""

from collections.abc import Mapping

import pytest

from sayso.incidents.compare.rarity import rarity_of
from sayso.incidents.compare.score import compare
from sayso.incidents.compare.traces import traces_of
from tests.incidents.told import partition, report, t


def levels(*tellings: Mapping[str, object], one_report: bool = False) -> Mapping[str, str]:
    """What each feature finds between two tellings."""
    reports = (
        [report("a", *tellings)]
        if one_report
        else [report(n, t) for n, t in zip("ab", tellings, strict=True)]
    )
    link = compare(*traces_of(reports, rarity=rarity_of(reports)))
    return {ground.feature: ground.level for ground in link.grounds} | {"barred": link.barred or ""}


@pytest.mark.parametrize(
    "name", ["truce", "ceasefire", "Cease-fire", "cessation of hostilities", "armistice"]
)
def test_a_truce_by_another_name_is_the_same_deed(name: str) -> None:
    assert levels(t(deed="truce", type="AGREE"), t(deed=name, type="RETREAT"))["deed"] == "shared"


def test_a_truce_signed_in_one_town_may_hold_in_another_far_off() -> None:
    signed, holds = t("Karst", deed="signed", type="AGREE"), t("Port Veld", deed="truce", type="RETREAT")
    found = levels(signed, holds)
    assert ("place" in found, found["barred"]) == (False, "")
    raid, other = t("Karst", deed="raid"), t("Port Veld", deed="raid")
    assert levels(raid, other)["barred"] == "far apart"


@pytest.mark.parametrize(
    ("type", "level"), [("AGREE", "different"), ("CONSULT", "different"), ("ASSAULT", "other side")]
)
def test_of_an_agreement_each_report_may_name_one_side(type: str, level: str) -> None:
    one, other = t(actor="Orlan army", type=type), t(actor="Karstan envoys", type=type)
    assert levels(one, other)["actors"] == level


def test_a_signature_and_the_truce_told_next_to_it_are_one_happening() -> None:
    signed, truce = t(deed="signed", type="AGREE"), t(deed="cease-fire", type="RETREAT")
    assert levels(signed, truce, one_report=True)["report"] == "one report, deed and outcome"
    assert partition([report("a", signed, truce)]) == "a1 a2"
