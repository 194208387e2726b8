"""Tasks that ask for codes: event categories, incident templates, casualty counts."""

from sayso.evaluation.coded import case21, india_police, isaf, muc4, plover, satp, toponyms
from sayso.evaluation.task import Task

TASKS: tuple[Task, ...] = (
    case21.TASK,
    india_police.TASK,
    isaf.TASK,
    muc4.TASK,
    *plover.TASKS,
    satp.TASK,
    *toponyms.TASKS,
)
"""The tasks, in the order in which they are listed."""
