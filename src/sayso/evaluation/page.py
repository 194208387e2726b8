"""The accuracy page: every figure beside its baseline, floor and aim, and how to get it again."""

import platform
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from sayso.annotate.fingerprint import fingerprint
from sayso.evaluation.floors import floors_of
from sayso.evaluation.running import Evaluation
from sayso.version import __version__

_MODEL = Path(__file__).parent.parent / "annotate" / "reader" / "trained" / "reader.onnx"
_HASH_DIGITS = 16


def page(evaluations: Sequence[Evaluation], *, date: str) -> str:
    """The page as Markdown; `date` is the day of the run."""
    return "\n".join([*_opening(date), *_table(evaluations), *_tasks(evaluations), *_again(evaluations)])


def _opening(date: str) -> Iterator[str]:
    yield "# How well it reads"
    yield ""
    yield "Written by `sayso evaluate all DATA --write docs/accuracy.md`; do not edit."
    yield ""
    yield (
        f"{date} · Sayso {__version__} · reader `{fingerprint()}` · model sha256 `{_sha256(_MODEL)}` ·"
        f" Python {platform.python_version()}"
    )
    yield ""
    yield (
        "Every figure is of the pipeline that `sayso read` runs, on development files whose labels nothing"
        " was trained on. *Baseline* is the cheapest reader that is still honest. *Floor* is what a figure"
        " may fall to at the worst, *aim* is where it is to go. Floors and aims of figures that should be"
        " small are the most they may be."
    )
    yield ""


def _table(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    yield "| task | figure | ours | baseline | floor | aim |"
    yield "|---|---|---|---|---|---|"
    for each in evaluations:
        floors = floors_of(each)
        for figure in each.task.figures:
            cells = (
                figure.of(each.score),
                figure.of(each.baseline_score),
                floors.get(figure.name),
                figure.aim,
            )
            yield " | ".join([f"| {each.task.name}", figure.name, *map(shown, cells)]) + " |"
    yield ""


def _tasks(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    yield "## What each task is"
    for each in evaluations:
        task, refused = each.task, sum(case.refused for case in each.ours)
        yield ""
        yield f"**{task.name}**: {task.about}. {len(each.ours):,} cases of `{task.gold.as_posix()}`."
        yield f"Trained on: {task.trained_on}. Baseline: {task.baseline_is}."
        if task.notes:
            yield task.notes
        if refused:
            yield f"{refused} texts were refused, and count as read without finding anything."
    yield ""


def _again(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    yield "## How to get these figures again"
    yield ""
    yield "```"
    yield "sayso evaluate all DATA                        # everything"
    yield "sayso evaluate claims DATA/claims_dev/dev.jsonl --cases cases.jsonl"
    yield "sayso evaluate compare old-cases.jsonl cases.jsonl"
    yield "```"
    yield ""
    yield "The data sets are not in this repository: most of their texts may not be passed on."
    yield "These files were read:"
    yield ""
    yield "| file | sha256 begins with |"
    yield "|---|---|"
    for gold in dict.fromkeys((each.task.gold, each.gold.path) for each in evaluations):
        yield f"| `{gold[0].as_posix()}` | `{_sha256(gold[1])}` |"
    yield ""


def shown(value: float | None) -> str:
    """A figure in three places, as in `.732`; nothing where there is none."""
    if value is None:
        return ""
    return f"{value:.3f}".removeprefix("0")


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:_HASH_DIGITS]
