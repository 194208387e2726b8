"""Every evaluation task."""

from collections.abc import Mapping

from sayso.evaluation import coded, extracted, grouped
from sayso.evaluation.task import Task

TASKS: Mapping[str, Task] = {task.name: task for task in (*extracted.TASKS, *coded.TASKS, *grouped.TASKS)}
"""Every evaluation task by name."""
