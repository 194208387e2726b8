"""Tasks that ask for words in a text: claims, attributions, events, names, times, assertions."""

from sayso.evaluation.extracted import claims
from sayso.evaluation.task import Task

TASKS: tuple[Task, ...] = (claims.TASK,)
"""The tasks, in the order in which they are listed."""
