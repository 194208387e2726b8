"""Comparing two tellings: a score that is a sum of readable grounds, and what bars them from being one."""

from sayso.incidents.compare.bars import bar
from sayso.incidents.compare.features import FEATURES
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights, shipped_weights
from sayso.model import Ground, Link


def compare(one: Trace, other: Trace, *, weights: Weights | None = None) -> Link:
    """How far two tellings speak of one happening, with every ground; the same whichever comes first."""
    one, other = sorted((one, other), key=lambda trace: trace.id)
    table = weights or shipped_weights()
    grounds = [Ground(feature="base", level="any two candidates", weight=table.base)]
    for name, level_of in FEATURES.items():
        level = level_of(one, other)
        grounds.append(Ground(feature=name, level=level, weight=table.levels[name].get(level, 0.0)))
    return Link(
        one=one.id,
        other=other.id,
        score=sum(ground.weight for ground in grounds),
        grounds=tuple(ground for ground in grounds if ground.weight),
        barred=bar(one, other),
    )


def score(one: Trace, other: Trace, weights: Weights) -> float:
    """The score of `compare` alone, for pairs that nobody has asked about; the same either way round."""
    levels = weights.levels
    total = weights.base
    for name, level_of in FEATURES.items():
        total += levels[name].get(level_of(one, other), 0.0)
    return total
