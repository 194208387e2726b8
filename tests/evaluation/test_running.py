from pathlib import Path

import pytest

from sayso import demo
from sayso.annotate import ANNOTATORS
from sayso.evaluation import TASKS, Evaluation, Gold, evaluate
from sayso.evaluation.floors import DEMO


@pytest.fixture(scope="module")
def done(demo_gold_file: Path) -> Evaluation:
    return evaluate(TASKS["claims"], Gold(path=demo_gold_file), annotators=ANNOTATORS)


def test_the_shipped_reader_stays_above_its_floors_on_the_demonstration_corpus(done: Evaluation):
    below = {
        layer: round(done.score[layer].f1, 3) for layer, floor in DEMO.items() if done.score[layer].f1 < floor
    }
    assert below == {}


def test_evaluate_gives_a_case_for_each_gold_document_to_ours_and_to_the_baseline(done: Evaluation):
    ids = [record["id"] for record in demo.truth()["readings"]]
    assert [case.id for case in done.ours] == [case.id for case in done.baseline] == ids


def test_the_shipped_reader_beats_the_dumb_one(done: Evaluation):
    assert done.score["claim"].f1 > 2 * done.baseline_score["claim"].f1


def test_evaluate_stops_at_the_limit_and_tells_of_each_text(demo_gold_file: Path):
    told: list[int] = []
    done = evaluate(
        TASKS["claims"],
        Gold(path=demo_gold_file, limit=2),
        annotators=ANNOTATORS,
        on_read=lambda: told.append(1),
    )
    assert len(done.ours) == len(told) == 2
