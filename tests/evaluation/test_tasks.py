from sayso.evaluation import TASKS
from sayso.evaluation.floors import FLOORS, SAMPLES


def test_every_task_is_listed_under_its_own_name():
    assert {name: task.name for name, task in TASKS.items()} == {name: name for name in TASKS}


def test_every_task_says_what_it_was_trained_on_and_what_it_is_compared_with():
    assert [task.name for task in TASKS.values() if not (task.trained_on and task.baseline_is)] == []


def test_floors_are_of_figures_that_there_are():
    names = {(task.name, figure.name) for task in TASKS.values() for figure in task.figures}
    floors = {(task, name) for task, figures in FLOORS.items() for name in figures}
    floors |= {(task, name) for task, sample in SAMPLES.items() for name in sample.floors}
    assert floors - names == set()
