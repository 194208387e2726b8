import pytest

from sayso.errors import UsageError
from sayso.incidents.agreement.account import account_of
from sayso.incidents.agreement.rules import RULES, pick
from sayso.incidents.group.incidents import incidents_in
from sayso.model import Account
from tests.incidents.told import report, t

STORY = "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."


@pytest.fixture
def account() -> Account:
    reports = [
        report(name, t(killed=number, says=who, pub=pub, story=STORY))
        for name, who, number, pub in (
            ("a", "the Interior Ministry", 7, "2031-05-03"),
            ("b", "the Central Hospital", 9, "2031-05-04"),
            ("c", "Ada Brenn", (12, None), "2031-05-05"),
        )
    ]
    (incident,) = incidents_in(reports)
    return account_of(incident, reports)


@pytest.mark.parametrize(("rule", "low"), [("latest-official", 9), ("max", 12), ("median", 9), ("min", 7)])
def test_pick_names_its_rule(account: Account, rule: str, low: int) -> None:
    picked = pick(account, "killed", rule=rule)
    assert picked is not None
    assert (picked.rule, picked.low) == (rule, low)
    assert len(picked.figures) == 3


def test_pick_gives_nothing_where_nobody_counts(account: Account) -> None:
    assert pick(account, "injured", rule="max") is None


def test_pick_refuses_an_unknown_rule(account: Account) -> None:
    with pytest.raises(UsageError, match="latest-official, max, median, min"):
        pick(account, "killed", rule="truth")


def test_rules_are_these() -> None:
    assert sorted(RULES) == ["latest-official", "max", "median", "min"]
