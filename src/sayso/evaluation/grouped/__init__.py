"""Tasks that ask which reports belong together: incidents, and copies."""

from sayso.evaluation.task import Task

TASKS: tuple[Task, ...] = ()
"""The tasks, in the order in which they are listed."""
