"""`sayso evaluate`: the shipped reader scored against readings made by hand."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.cli.keeping import keep
from sayso.cli.printable import printable
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.evaluation import Case, Counts

EXAMPLES = (
    Example("sayso evaluate", "which tasks there are"),
    Example("sayso evaluate claims gold.jsonl", "precision and recall of every layer"),
    Example("sayso evaluate claims gold.jsonl --cases cases.jsonl", "the counts of each document as well"),
)


def evaluate(
    task: Annotated[
        str | None, typer.Argument(metavar="TASK", help="What to score; none lists the tasks.")
    ] = None,
    gold: Annotated[Path | None, typer.Argument(metavar="GOLD", help="The file of gold readings.")] = None,
    cases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the counts of each document, one JSON object a line."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score the reader against readings made by hand, by the very pipeline that `read` runs."""
    from sayso.evaluation import TASKS

    if task is None:
        for known in TASKS.values():
            screen.line(f"{known.name:12} {known.about}")
        return
    if task not in TASKS:
        raise UsageError(f"no task {task!r}; there are {', '.join(TASKS)}")
    if gold is None or not gold.is_file():
        raise UsageError("name the file of gold readings to score against")
    if cases:
        keep([gold], from_being=cases, option="--cases")
    from sayso.annotate import ANNOTATORS
    from sayso.evaluation import evaluate as evaluated

    total, each = evaluated(TASKS[task], gold, annotators=ANNOTATORS)
    if cases:
        _write_cases(each, cases)
    if as_json:
        screen.line(json.dumps(_plain(total)))
    else:
        _show(total)


def _write_cases(cases: "list[Case]", path: Path) -> None:
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": case.id} | _plain(case.score)) + "\n" for case in cases)
    except OSError as error:
        raise UsageError(f"--cases {path}: cannot be written: {error.strerror}") from None


def _plain(score: "Mapping[str, Counts]") -> dict[str, object]:
    return {
        layer: {"right": counts.right, "given": counts.given, "gold": counts.gold}
        for layer, counts in score.items()
    }


def _show(score: "Mapping[str, Counts]") -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("layer", "right", "given", "gold", "precision", "recall", "F1"):
        table.add_column(heading, justify="left" if heading == "layer" else "right")
    for layer, counts in score.items():
        rates = (counts.precision, counts.recall, counts.f1)
        numbers = [f"{counts.right:,}", f"{counts.given:,}", f"{counts.gold:,}"]
        table.add_row(printable(layer), *numbers, *(f"{rate:.3f}" for rate in rates))
    screen.show(table)
