"""Tasks that ask which reports belong together: incidents, and copies."""

from sayso.evaluation.grouped import copies, incidents
from sayso.evaluation.task import Task

TASKS: tuple[Task, ...] = (incidents.GVA, copies.NEARDUP)
"""The tasks, in the order in which they are listed."""
