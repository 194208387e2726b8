import pytest

from sayso.evaluation.coded.casualties import is_recent, number, tolls_of_now
from sayso.evaluation.coded.satp import Casualties, casualties_in, score, to_casualties
from sayso.evaluation.counts import Counts
from sayso.model import Assertion, Effect
from tests.evaluation.coded.made import event, reading, toll

TEXT = "Nine villagers including two children were killed. In 2009 rebels killed 30 soldiers."
NINE = toll(TEXT, "Nine villagers", Effect.KILLED, 9)
TWO = toll(TEXT, "two children", Effect.KILLED, 2)
THIRTY = toll(TEXT, "30 soldiers", Effect.KILLED, 30)
NOW = event(TEXT, "were killed", tolls=(NINE, TWO), date="2015-03-02")
THEN = event(TEXT, "rebels killed", tolls=(THIRTY,), date="2009")


def test_tolls_of_now_leaves_out_old_incidents_and_parts_of_a_total():
    assert list(tolls_of_now(reading(TEXT, NOW, THEN))) == [NINE]


def test_tolls_of_now_leaves_out_what_did_not_happen():
    denied = event(TEXT, "were killed", tolls=(NINE,), assertion=Assertion.DENIED)
    assert list(tolls_of_now(reading(TEXT, denied))) == []


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(4, 4, 4), (3, 6, 4), (5, None, 5), (None, 30, 30), (None, None, 0)]
)
def test_number_takes_the_middle_or_the_only_bound(low, high, expected):
    assert number(toll(TEXT, "Nine villagers", Effect.KILLED, low, high=high)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (None, True),
        ("2015-03-01", True),
        ("2015-02", True),
        ("2014", True),
        ("2013", False),
        ("2014-10-30", False),
    ],
)
def test_is_recent_trusts_what_is_undated(day, expected):
    told = event(TEXT, "were killed", date=day)
    assert is_recent(told, reading(TEXT, told, published="2015-03-02")) is expected


def test_casualties_in_adds_up_the_tolls_of_each_effect():
    alone = toll(TEXT, "30 soldiers", Effect.INJURED, 30)
    assert casualties_in(reading(TEXT, NOW, tolls=(alone,))) == Casualties(killed=9, injured=30)


def test_score_keeps_figures_other_than_nought_apart():
    counts = score(Casualties(killed=0, injured=2), Casualties(killed=0, injured=3))
    assert counts == {
        "killed": Counts(1, 1, 1),
        "injured": Counts(0, 1, 1),
        "injured, value": Counts(0, 1, 1),
    }


def test_score_asks_nothing_of_records_that_disagree_with_themselves():
    record = {"noisy": False, "total_inconsistent": True, "killed": {"total": 2}, "injured": {"total": 0}}
    assert score(to_casualties(record), Casualties(killed=5, injured=5)) == {}
