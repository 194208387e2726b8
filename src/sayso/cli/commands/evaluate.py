"""`sayso evaluate`: the shipped reader scored against gold, beside a dumb baseline."""

import itertools
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.cli.keeping import keep
from sayso.cli.wanted import MOST
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.evaluation import Evaluation, Task

EXAMPLES = (
    Example("sayso evaluate", "which tasks there are"),
    Example("sayso evaluate claims gold.jsonl", "precision and recall of every layer, ours and a baseline's"),
    Example("sayso evaluate claims gold.jsonl --cases new.jsonl", "the counts of each document as well"),
    Example("sayso evaluate compare old.jsonl new.jsonl", "what got better and worse between two runs"),
    Example("sayso evaluate all data/ --write accuracy.md", "every task whose gold is there, as a page"),
)

_ALL, _COMPARE = "all", "compare"


def evaluate(
    task: Annotated[
        str | None,
        typer.Argument(
            metavar="TASK",
            help="What to score: a task, all of them (all), or two files of cases (compare). "
            "None lists the tasks.",
        ),
    ] = None,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="GOLD", help="The gold file; for all, the folder of sets; for compare, two."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=MOST, help="Score only the first N records of each file."),
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the counts of each document, one JSON object a line."),
    ] = None,
    write: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With all: write the figures as a page, too.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one object for each task.")] = False,
) -> None:
    """Score the reader against gold, by the very pipeline that `read` runs, beside a dumb baseline."""
    if task is None:
        _list_tasks()
    elif task == _COMPARE:
        _compare(paths or [], as_json=as_json)
    else:
        if write and task != _ALL:
            raise UsageError("--write goes with all: a page is of every task")
        if write and limit:
            raise UsageError("--write goes without --limit: a page is of whole files")
        chosen = _chosen(task, paths or [])
        for option, path in (("--cases", cases), ("--write", write)):
            if path:
                keep([gold for _, gold in chosen], from_being=path, option=option)
        _run(chosen, limit=limit, cases=cases, write=write, as_json=as_json)


def _list_tasks() -> None:
    from sayso.evaluation import TASKS

    width = max(map(len, TASKS))
    for known in TASKS.values():
        screen.line(f"{known.name:{width}}  {known.about}")


def _chosen(name: str, paths: list[Path]) -> "list[tuple[Task, Path]]":
    """The tasks asked for, each with its gold file."""
    from sayso.evaluation import TASKS

    if name != _ALL and name not in TASKS:
        raise UsageError(f"no task {name!r}; there are {', '.join(TASKS)}")
    if name != _ALL:
        if len(paths) != 1 or not paths[0].is_file():
            raise UsageError("name the one gold file to score against")
        return [(TASKS[name], paths[0])]
    if len(paths) != 1 or not paths[0].is_dir():
        raise UsageError("name the one folder that holds the data sets")
    found = [(task, path) for task in TASKS.values() if (path := paths[0] / task.gold).is_file()]
    if not found:
        raise UsageError(f"no gold in {paths[0]}; {next(iter(TASKS.values())).gold} would be one")
    return found


def _run(
    chosen: "list[tuple[Task, Path]]",
    *,
    limit: int | None,
    cases: Path | None,
    write: Path | None,
    as_json: bool,
) -> None:
    from sayso.cli.commands.evaluate_screen import show_figures, show_layers
    from sayso.evaluation.casefile import case_lines
    from sayso.evaluation.page import page

    done = []
    for number, (task, path) in enumerate(chosen, start=1):
        what = f"texts of {task.name}" + (f" ({number} of {len(chosen)} tasks)" if len(chosen) > 1 else "")
        with screen.counting(what) as show:
            done.append(_evaluated(task, path, limit=limit, show=show))
        if as_json:
            screen.line(json.dumps(_plain(done[-1])))
        else:
            show_figures(done[-1])
    if len(done) == 1 and not as_json:
        show_layers(done[0])
    if cases:
        _written(cases, "".join(case_lines(done)), option="--cases")
    if write:
        today = datetime.now(tz=UTC).date().isoformat()
        _written(write, page(done, date=today), option="--write")


def _evaluated(task: "Task", path: Path, *, limit: int | None, show: Callable[[int], None]) -> "Evaluation":
    from sayso.annotate import ANNOTATORS
    from sayso.evaluation import Gold, evaluate

    count = itertools.count(1)
    return evaluate(
        task, Gold(path=path, limit=limit), annotators=ANNOTATORS, on_read=lambda: show(next(count))
    )


def _plain(done: "Evaluation") -> dict[str, object]:
    from sayso.evaluation.casefile import plain

    return {
        "task": done.task.name,
        "cases": len(done.ours),
        "refused": sum(case.refused for case in done.ours),
        "figures": {
            figure.name: {"ours": figure.of(done.score), "baseline": figure.of(done.baseline_score)}
            for figure in done.task.figures
        },
        "counts": {"ours": plain(done.score), "baseline": plain(done.baseline_score)},
    }


def _compare(paths: list[Path], *, as_json: bool) -> None:
    from sayso.cli.commands.evaluate_screen import show_changes
    from sayso.evaluation.casefile import cases_in, changes

    if len(paths) != 2 or not all(path.is_file() for path in paths):
        raise UsageError("name two files of cases, the older first")
    old, new = map(cases_in, paths)
    found = list(changes(old, new))
    if alone := len(old.keys() ^ new.keys()):
        screen.message(f"{alone:,} cases stand in only one of the two files, and are left out")
    if as_json:
        for change in found:
            screen.line(json.dumps(asdict(change)))
    elif found:
        show_changes(found)
    else:
        screen.message("nothing changed")


def _written(path: Path, text: str, *, option: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{option} {path}: cannot be written: {error.strerror}") from None
