import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso import demo
from sayso.annotate import ANNOTATORS
from sayso.errors import UsageError
from sayso.evaluation import TASKS, Counts, evaluate
from sayso.evaluation.claims import added, score
from sayso.evaluation.floors import FLOORS
from sayso.evaluation.gold import gold_in, to_reading
from sayso.model import EventType

GOLD = [to_reading(record) for record in demo.truth()["readings"]]


@pytest.fixture(scope="module")
def gold_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "demo.jsonl"
    path.write_text(
        "".join(json.dumps(record) + "\n" for record in demo.truth()["readings"]), encoding="utf-8"
    )
    return path


def test_gold_scored_against_itself_is_perfect():
    total = added([score(gold, gold) for gold in GOLD])
    assert {layer: counts.f1 for layer, counts in total.items() if counts.gold} == {
        layer: 1.0 for layer, counts in total.items() if counts.gold
    }


def test_nothing_given_scores_nothing():
    empty = replace(GOLD[0], attributions=(), events=(), tolls=(), offices=())
    assert all(counts.right == 0 for counts in score(GOLD[0], empty).values())


def test_a_wrong_type_is_found_but_not_typed():
    gold = next(reading for reading in GOLD if reading.events and reading.events[0].type is EventType.ASSAULT)
    wrong = replace(gold, events=(replace(gold.events[0], type=EventType.AID), *gold.events[1:]))
    right, given = score(gold, gold), score(gold, wrong)
    assert given["event found"] == right["event found"]
    assert given["event typed"].right == right["event typed"].right - 1


def test_counts_add_up():
    assert Counts(1, 2, 4) + Counts(1, 2, 4) == Counts(2, 4, 8)
    assert (Counts(1, 2, 4).precision, Counts(1, 2, 4).recall) == (0.5, 0.25)
    assert Counts().f1 == 0.0


def test_gold_in_names_the_line_that_is_not_gold(tmp_path: Path):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="line 1"):
        list(gold_in(path))


def test_the_shipped_reader_stays_above_its_floors_on_the_demonstration_corpus(gold_file: Path):
    total, cases = evaluate(TASKS["claims"], gold_file, annotators=ANNOTATORS)
    assert len(cases) == len(GOLD)
    below = {
        layer: round(total[layer].f1, 3) for layer, floor in FLOORS["demo"].items() if total[layer].f1 < floor
    }
    assert below == {}
