from pathlib import Path

from sayso.evaluation import TASKS, Counts, Evaluation, Figure, Gold
from sayso.evaluation.counts import recall
from sayso.evaluation.floors import FLOORS, SAMPLES, below, floors_of


def test_every_task_is_listed_under_its_own_name():
    assert {name: task.name for name, task in TASKS.items()} == {name: name for name in TASKS}


def test_every_task_says_what_it_was_trained_on_and_what_it_is_compared_with():
    assert [task.name for task in TASKS.values() if not (task.trained_on and task.baseline_is)] == []


def test_floors_are_of_figures_that_there_are():
    names = {(task.name, figure.name) for task in TASKS.values() for figure in task.figures}
    floors = {(task, name) for task, figures in FLOORS.items() for name in figures}
    floors |= {(task, name) for task, sample in SAMPLES.items() for name in sample.floors}
    assert floors - names == set()


def test_floors_are_kept_only_by_whole_dev_files():
    def done(path: str, limit: int | None = None) -> Evaluation:
        gold = Gold(path=Path(path), limit=limit)
        return Evaluation(task=TASKS["claims"], gold=gold, ours=(), baseline=())

    assert floors_of(done("/data/claims_dev/dev.jsonl")) == FLOORS["claims"]
    assert floors_of(done("/data/claims_dev/dev.jsonl", limit=3)) == {}
    assert floors_of(done("/mine/gold.jsonl")) == {}


def test_below_names_what_fell_and_what_rose_though_less_is_better():
    figures = (
        Figure(name="found", of=recall("a")),
        Figure(name="missed", of=recall("a"), less_is_better=True),
        Figure(name="free", of=recall("a")),
    )
    score = {"a": Counts(1, 2, 2)}
    assert below(figures, score, {"found": 0.5, "missed": 0.5}) == {}
    assert below(figures, score, {"found": 0.6, "missed": 0.4}) == {"found": 0.5, "missed": 0.5}
