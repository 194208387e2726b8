"""Floors under the figures: what the reader scored when they were set, less what chance may take."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluation.counts import Score
from sayso.evaluation.running import Evaluation
from sayso.evaluation.task import Figure

DEMO: Mapping[str, float] = {
    "attribution with source": 0.77,
    "event typed": 0.52,
    "toll": 0.76,
    "office": 0.84,
    "say-so": 0.8,
    "claim": 0.24,
}
"""Least F1 by layer on the demonstration corpus. Lower one only with the reason in the changelog."""

FLOORS: Mapping[str, Mapping[str, float]] = {}
"""By task, the least (or, where less is better, the most) that each figure may be on the whole dev file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The first records of a dev file, few enough for every run of the tests, and the floors on them."""

    limit: int
    floors: Mapping[str, float]


SAMPLES: Mapping[str, Sample] = {
    "claims": Sample(limit=16, floors={}),
    "polnear": Sample(limit=6, floors={}),
    "voa": Sample(limit=8, floors={}),
    "wikievents": Sample(limit=5, floors={}),
    "rams": Sample(limit=30, floors={}),
    "conllpp": Sample(limit=200, floors={}),
    "gum": Sample(limit=2, floors={}),
    "re3d": Sample(limit=10, floors={}),
    "timex": Sample(limit=8, floors={}),
    "meantime-times": Sample(limit=8, floors={}),
    "factuality": Sample(limit=60, floors={}),
    "meantime-factuality": Sample(limit=8, floors={}),
    "gva": Sample(limit=8, floors={}),
    "neardup": Sample(limit=80, floors={}),
}
"""By task, what the tests check wherever the data sets are at hand."""


def floors_of(done: Evaluation) -> Mapping[str, float]:
    """The floors that an evaluation must keep: none unless it is of the task's whole dev file."""
    whole = done.gold.limit is None and done.gold.path.parts[-2:] == done.task.gold.parts
    return FLOORS.get(done.task.name, {}) if whole else {}


def below(figures: Sequence[Figure], score: Score, floors: Mapping[str, float]) -> dict[str, float]:
    """The figures that fell through their floors, with their values."""
    values = {figure: figure.of(score) for figure in figures if figure.name in floors}
    return {
        figure.name: value
        for figure, value in values.items()
        if (value > floors[figure.name] if figure.less_is_better else value < floors[figure.name])
    }
