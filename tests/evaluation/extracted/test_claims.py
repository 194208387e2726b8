from dataclasses import replace

import pytest

from sayso import demo
from sayso.evaluation import added
from sayso.evaluation.extracted.claims import score
from sayso.evaluation.gold import to_reading
from sayso.model import EventType, Span

GOLD = [to_reading(record) for record in demo.truth()["readings"]]


def test_gold_scored_against_itself_is_perfect():
    total = added(score(gold, gold) for gold in GOLD)
    assert {layer: counts.f1 for layer, counts in total.items() if counts.gold} == {
        layer: 1.0 for layer, counts in total.items() if counts.gold
    }


def test_nothing_given_scores_nothing():
    empty = replace(GOLD[0], attributions=(), events=(), tolls=(), offices=())
    assert all(counts.right == 0 for counts in score(GOLD[0], empty).values())


@pytest.fixture(scope="module")
def gold():
    return next(reading for reading in GOLD if reading.events and reading.events[0].type is EventType.ASSAULT)


def test_a_wrong_type_is_found_but_not_typed(gold):
    wrong = replace(gold, events=(replace(gold.events[0], type=EventType.AID), *gold.events[1:]))
    right, given = score(gold, gold), score(gold, wrong)
    assert given["event found"] == right["event found"]
    assert given["event typed"].right == right["event typed"].right - 1


def test_an_event_of_the_same_type_in_the_same_sentence_is_found_without_its_trigger(gold):
    moved = Span(gold.events[0].trigger.end + 1, gold.events[0].trigger.end + 3)
    elsewhere = replace(gold, events=(replace(gold.events[0], trigger=moved, also=()),))
    assert score(gold, elsewhere)["event typed"].right == 1
    other = replace(gold, events=(replace(elsewhere.events[0], type=EventType.AID),))
    assert score(gold, other)["event found"].right == 0


def test_an_event_that_the_gold_calls_other_is_neither_missed_nor_invented(gold):
    unsorted = replace(gold, events=(replace(gold.events[0], type=EventType.OTHER), *gold.events[1:]))
    before, after = (score(one, gold)["event typed"] for one in (gold, unsorted))
    assert after.right == after.given == after.gold == before.gold - 1
