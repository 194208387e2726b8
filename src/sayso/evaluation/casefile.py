"""Case files: the counts of every gold document, one JSON object a line, and what changed between two."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.evaluation.counts import Counts, Score, added
from sayso.evaluation.running import Evaluation

_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one layer of a task between two runs, over the documents that both scored."""

    task: str
    layer: str
    old: Counts
    new: Counts
    better: tuple[str, ...]
    """Documents with fewer misses and inventions than before, the largest gain first."""
    worse: tuple[str, ...]


def plain(score: Score) -> dict[str, dict[str, float]]:
    """Counts as JSON objects."""
    return {layer: _plain(counts) for layer, counts in score.items()}


def case_lines(evaluations: Iterable[Evaluation]) -> Iterator[str]:
    """The lines of a case file."""
    for each in evaluations:
        for case in each.ours:
            record = {"task": each.task.name, "id": case.id, "refused": case.refused}
            yield json.dumps(record | {"counts": plain(case.score)}) + "\n"


def cases_in(path: Path) -> dict[tuple[str, str], Score]:
    """The counts of a case file by task and document.

    Raises `UsageError`, naming the line, where it is none.
    """
    found: dict[tuple[str, str], Score] = {}
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                record = json.loads(line)
                found[record["task"], record["id"]] = _score(record["counts"])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(f"{path}, line {number}: not a case of an evaluation ({error!r})") from error
    return found


def changes(old: Mapping[tuple[str, str], Score], new: Mapping[tuple[str, str], Score]) -> Iterator[Change]:
    """What changed, task by task and layer by layer; layers in which nothing did are left out."""
    both = [key for key in old if key in new]
    for task in dict.fromkeys(task for task, _ in both):
        ids = [id for known, id in both if known == task]
        totals = [added(run[task, id] for id in ids) for run in (old, new)]
        for layer in dict.fromkeys([*totals[0], *totals[1]]):
            gains = {id: _errors(old[task, id], layer) - _errors(new[task, id], layer) for id in ids}
            before, after = (total.get(layer, Counts()) for total in totals)
            if before != after or any(gains.values()):
                ranked = sorted(ids, key=lambda id: -abs(gains[id]))
                yield Change(
                    task=task,
                    layer=layer,
                    old=before,
                    new=after,
                    better=tuple(id for id in ranked if gains[id] > 0),
                    worse=tuple(id for id in ranked if gains[id] < 0),
                )


def _errors(score: Score, layer: str) -> float:
    return round(score.get(layer, Counts()).errors, _PLACES)


def _plain(counts: Counts) -> dict[str, float]:
    return {name: _whole(getattr(counts, name)) for name in ("right", "given", "gold")}


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(value, _PLACES)


def _score(layers: Mapping[str, Any]) -> Score:
    return {
        layer: Counts(float(counts["right"]), float(counts["given"]), float(counts["gold"]))
        for layer, counts in layers.items()
    }
