"""Learns the weights of `sayso/incidents/compare/weights.json` that news of gun violence can teach.

    python bench/incident_weights.py gva/train.jsonl --cache readings.pickle

Run it again whenever the reader has changed (delete the cache first): weights are learned on what it reads.

Logistic regression with a ridge over the levels of the features, for pairs of articles that blocking brings
together. Features that this set cannot teach (each article there tells of one shooting) are set by hand in
the table and left alone.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from gva import articles, with_leads
from sayso.evaluation.grouped.incidents import lead_of
from sayso.incidents.compare.bars import bar
from sayso.incidents.compare.features import FEATURES
from sayso.incidents.compare.rarity import rarity_of
from sayso.incidents.compare.traces import Trace, traces_of
from sayso.incidents.compare.weights import TABLE
from sayso.incidents.group.blocks import keys_of
from sayso.incidents.group.filing import line_of
from sayso.incidents.group.neighbours import Neighbours
from sayso.incidents.group.roll import Roll

_RIDGE = 2.0
_STEPS = 50
_RARE = 25
"""A level seen in fewer pairs than this keeps its weight."""


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--table", type=Path, default=TABLE)
    asked = parser.parse_args()
    table = json.loads(asked.table.read_text(encoding="utf-8"))
    learned = {name for name, feature in table["features"].items() if feature["from"] == "gva"}
    rows, same = pairs(*leads(asked.articles, asked.cache), learned)
    print(f"{len(rows)} pairs, {int(sum(same))} of one incident")
    base, weights = fitted(rows, same, {name: table["features"][name]["zero"] for name in learned})
    # Every pair that is learned from is of main news.
    table["base"] = round(base - table["features"]["news"]["levels"]["both main news"], 2)
    for (name, level), weight in sorted(weights.items()):
        table["features"][name]["levels"][level] = round(weight, 2)
        # What a war needs and the set gets wrong is set by hand within a learned feature.
        table["features"][name]["levels"] |= table["features"][name].get("hand", {})
        print(f"{name:10} {level:20} {weight:6.2f}")
        if name == "story" and weight > 0:
            # What a report tells beside its main news shares fewer of its words.
            table["features"][name]["levels"][f"aside {level}"] = round(weight / 2, 2)
    asked.table.write_text(json.dumps(table, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def leads(path: Path, cache: Path) -> tuple[list[Trace], dict[str, str]]:
    """The lead of each article, sorted by publication, and the incident of each document."""
    found = with_leads(articles(path, cache=cache))
    reports = {article.report.document: article.report for article in found}
    by_document = defaultdict(list)
    for trace in traces_of(reports.values(), rarity=rarity_of(reports.values())):
        by_document[trace.story.document].append(trace)
    chosen = [lead_of(traces) for traces in by_document.values()]
    chosen.sort(key=lambda trace: (trace.story.published or 0, trace.id))
    return chosen, {article.report.document: article.group for article in found}


def pairs(
    traces: Sequence[Trace], groups: Mapping[str, str], learned: set[str]
) -> tuple[list[dict[str, str]], list[float]]:
    rows, same = [], []
    for one, other in met(traces):
        a, b = traces[one], traces[other]
        if bar(a, b) is None and a.foremost and b.foremost:
            rows.append({name: FEATURES[name](a, b) for name in learned})
            same.append(float(groups[a.story.document] == groups[b.story.document]))
    return rows, same


def met(traces: Sequence[Trace]) -> list[tuple[int, int]]:
    """The pairs that blocking brings together."""
    roll = Roll()
    numbers = roll.add([line_of(trace, number) for number, trace in enumerate(traces)])
    neighbours, keys = Neighbours(roll), [keys_of(trace) for trace in traces]
    neighbours.add(numbers, keys)
    return neighbours.of(numbers, keys)


def fitted(
    rows: Sequence[Mapping[str, str]], same: Sequence[float], zero: Mapping[str, str]
) -> tuple[float, dict[tuple[str, str], float]]:
    """The intercept and the weight of each level; the level in `zero` weighs nothing."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        for item in row.items():
            seen[item] += 1
    columns = [item for item in sorted(seen) if seen[item] >= _RARE and zero[item[0]] != item[1]]
    at = {item: number for number, item in enumerate(columns)}
    matrix = np.zeros((len(rows), len(columns) + 1))
    matrix[:, -1] = 1
    for number, row in enumerate(rows):
        for item in row.items():
            if item in at:
                matrix[number, at[item]] = 1
    weights = _newton(matrix, np.array(same))
    return float(weights[-1]), {item: float(weights[number]) for item, number in at.items()}


def _newton(matrix: NDArray[np.float64], same: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(matrix.shape[1])
    ridge = np.full(matrix.shape[1], _RIDGE)
    ridge[-1] = 0
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - same) + ridge * weights
        bend = (matrix.T * (chance * (1 - chance))) @ matrix + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


if __name__ == "__main__":
    sys.exit(main())
