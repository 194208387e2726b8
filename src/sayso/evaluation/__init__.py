"""The shipped pipeline scored against gold readings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.annotate.annotator import Annotator
from sayso.documents import DocumentOptions, to_document
from sayso.errors import UsageError
from sayso.evaluation import claims
from sayso.evaluation.claims import Score
from sayso.evaluation.counts import Counts
from sayso.evaluation.gold import gold_in
from sayso.model import Declared, Media, RawItem, Reading, Refusal
from sayso.pipeline import read

__all__ = ["TASKS", "Case", "Counts", "Task", "evaluate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One kind of gold and the way it is scored."""

    name: str
    about: str
    score: Callable[[Reading, Reading], Score]
    added: Callable[[Sequence[Score]], Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One gold document with its counts, so that two runs can be compared case by case."""

    id: str
    score: Score


TASKS: Mapping[str, Task] = {
    "claims": Task(
        name="claims",
        about="whole reports read by hand: who says what happened, tolls, offices, say-so",
        score=claims.score,
        added=claims.added,
    ),
}
"""Every evaluation task by name."""


def evaluate(task: Task, gold: Path, *, annotators: Sequence[Annotator]) -> tuple[Score, list[Case]]:
    """Score the pipeline on a gold file: the counts of all its documents together, and of each.

    The documents go the whole way that a user's text goes. Raises `UsageError` where the file is not gold,
    or where a gold text would be refused or stored otherwise than as it stands, since its spans would then
    point elsewhere.
    """
    cases = []
    for wanted in gold_in(gold):
        given = _read_again(wanted, annotators)
        cases.append(Case(id=wanted.document.origin, score=task.score(wanted, given)))
    return task.added([case.score for case in cases]), cases


def _read_again(wanted: Reading, annotators: Sequence[Annotator]) -> Reading:
    item = RawItem(
        origin=wanted.document.origin,
        media=Media.TEXT,
        content=wanted.text,
        declared=Declared(published=wanted.document.published),
    )
    document = to_document(item, options=DocumentOptions(any_language=True))
    if isinstance(document, Refusal):
        raise UsageError(f"gold text {item.origin!r} is refused: {document.reason.value}")
    if document.text != wanted.text:
        raise UsageError(f"gold text {item.origin!r} is stored otherwise; its spans would be off")
    return read([document], annotators=annotators)[0]
