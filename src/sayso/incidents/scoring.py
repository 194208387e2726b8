"""Scoring: how far many pairs of tellings speak of one happening, worked out by several processes."""

from collections.abc import Mapping, Sequence
from functools import partial

from sayso.incidents.closeness import worked_out
from sayso.incidents.compare import bar, score
from sayso.incidents.neighbours import Pair
from sayso.incidents.spread import spread
from sayso.incidents.traces import Trace
from sayso.incidents.weights import Weights

_EXACTLY = 3
"""Decimals of a score that are kept."""
_MANY = 10_000
"""Pairs for which another process is worth while: it takes some hundredths of a second to begin."""


def scores_of(
    pairs: Sequence[Pair], trace: Mapping[int, Trace], *, weights: Weights, processes: int
) -> dict[Pair, float]:
    """The scores of those pairs that no bar parts and that have more for them than a pair never compared."""
    work = partial(_scores, trace=trace, weights=weights)
    found = spread(work, pairs, processes=processes, at_least=_MANY)
    return {
        pair: value
        for pair, value in zip(pairs, found, strict=True)
        if value is not None and value > weights.unseen
    }


def _scores(pairs: Sequence[Pair], *, trace: Mapping[int, Trace], weights: Weights) -> list[float | None]:
    told = [(trace[one], trace[other]) for one, other in pairs]
    with worked_out((a.story.words, b.story.words) for a, b in told):
        return [None if bar(a, b) is not None else round(score(a, b, weights), _EXACTLY) for a, b in told]
