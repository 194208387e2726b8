"""Running a task: the cases of the shipped reader and of the dumb one, and what they add up to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.annotator import Annotator
from sayso.evaluation.counts import Score, added
from sayso.evaluation.readers import dumb_reader, pipeline_reader
from sayso.evaluation.records import Gold
from sayso.evaluation.task import Case, Read, Task
from sayso.model import RawItem, Reading, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What a task came to on one gold file: ours, and the dumb baseline's."""

    task: Task
    gold: Gold
    ours: tuple[Case, ...]
    baseline: tuple[Case, ...]

    @property
    def score(self) -> Score:
        """Our counts, all cases together."""
        return added(case.score for case in self.ours)

    @property
    def baseline_score(self) -> Score:
        """The baseline's counts, all cases together."""
        return added(case.score for case in self.baseline)


def evaluate(
    task: Task,
    gold: Gold,
    *,
    annotators: Sequence[Annotator],
    on_read: Callable[[], None] = lambda: None,
) -> Evaluation:
    """Score the reader on a gold file, and the dumb baseline beside it; calls `on_read` after each text.

    Raises `UsageError` where the file is not gold of this task.
    """
    ours = task.cases(gold, _watched(pipeline_reader(annotators), on_read))
    baseline = (task.baseline or task.cases)(gold, dumb_reader())
    return Evaluation(task=task, gold=gold, ours=tuple(ours), baseline=tuple(baseline))


def _watched(read: Read, on_read: Callable[[], None]) -> Read:
    def watched(items: Iterable[RawItem]) -> Iterator[Reading | Refusal]:
        for given in read(items):
            yield given
            on_read()

    return watched
