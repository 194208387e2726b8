"""The shipped pipeline scored against gold readings, beside a dumb baseline."""

from sayso.evaluation.counts import Counts, Score, added
from sayso.evaluation.records import Gold
from sayso.evaluation.running import Evaluation, evaluate
from sayso.evaluation.task import Case, Figure, Task
from sayso.evaluation.tasks import TASKS

__all__ = ["TASKS", "Case", "Counts", "Evaluation", "Figure", "Gold", "Score", "Task", "added", "evaluate"]
