"""Scoring: how far many pairs of tellings speak of one happening, worked out by several processes."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.aspects import ASPECTS, ASPECTS_OF_ANSWERS, Aspect
from sayso.incidents.compare.bars import BARS, CLOSE, bar
from sayso.incidents.compare.closeness import closeness_of_all
from sayso.incidents.compare.features import FEATURES, STORY_STEPS, is_denied
from sayso.incidents.compare.score import score
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights
from sayso.incidents.group.roll import Numbers
from sayso.incidents.spread import spread

Found = TypeVar("Found")
Scores = NDArray[np.float64]
_EXACTLY = 3
"""Decimals of a score that are kept."""
_MANY = 20_000
"""Pairs for which another process is worth while: it takes some hundredths of a second to begin."""
_TABLE = 1 << 23
"""Places of a table in which pairs of aspects are looked up; where there are more, pairs are sorted."""


def scores_of(traces: Sequence[Trace], pairs: Numbers, *, weights: Weights, processes: int) -> Scores:
    """The score of each pair of tellings, two places in `traces`; not a number where a bar parts the two."""
    work = partial(_scores, pairs=pairs, traces=traces, weights=weights)
    found = spread(work, range(len(pairs)), processes=processes, at_least=_MANY)
    return np.array(found, dtype=np.float64)


def _scores(
    places: Sequence[int], *, pairs: Numbers, traces: Sequence[Trace], weights: Weights
) -> list[float]:
    ones, others = pairs[np.asarray(places, dtype=np.int64)].T
    scores = np.empty(len(ones))
    documents, denied = (_numbered(traces, aspect) for aspect in (_document, is_denied))
    within = documents[ones] == documents[others]
    for at in np.flatnonzero(within).tolist():
        one, other = traces[ones[at]], traces[others[at]]
        scores[at] = np.nan if bar(one, other) is not None else score(one, other, weights)
    answering = denied[ones] != denied[others]
    for some, aspects in ((~within & ~answering, ASPECTS), (~within & answering, ASPECTS_OF_ANSWERS)):
        scores[some] = _Pairs(traces, ones[some], others[some], aspects=aspects).scores(weights)
    exact: list[float] = [round(each, _EXACTLY) for each in scores.tolist()]
    return exact


class _Pairs:
    """Pairs of tellings of two reports; of those that are alike for a feature it looks at one."""

    def __init__(
        self, traces: Sequence[Trace], ones: Numbers, others: Numbers, *, aspects: Mapping[str, Aspect]
    ) -> None:
        self._traces, self._ones, self._others, self._aspects = traces, ones, others, aspects
        stories = _numbered(traces, lambda trace: trace.story)
        words = {number: trace.story.words for number, trace in zip(stories.tolist(), traces, strict=True)}
        self._near = closeness_of_all(list(words.values()), stories[ones], stories[others])
        foremost = np.array([trace.foremost for trace in traces], dtype=np.bool_)
        self._are_news = foremost[ones] & foremost[others]
        texts = _numbered(traces, lambda trace: trace.story.text)
        listed = np.array([trace.story.is_list for trace in traces], dtype=np.bool_)
        steps = np.searchsorted(sorted(STORY_STEPS), self._near, side="right") * 2 + self._are_news
        # No two pairs of reports are alike in what these two look at, but few levels come of it.
        self._own_kinds = {
            "report": _kinds((texts[ones] == texts[others]).astype(np.int64)),
            "story": _kinds(np.where(listed[ones] | listed[others], len(STORY_STEPS) * 2 + 2, steps)),
        }
        self._alike: dict[Aspect, _Kinds] = {}

    def scores(self, weights: Weights) -> Scores:
        """What `score` gives for each pair; not a number where a bar parts the two."""
        total = np.full(len(self._ones), weights.base)
        # In the order in which `score` adds up, so that sums are the same to the last bit.
        for name, level_of in FEATURES.items():
            kinds = self._own_kinds[name] if name in self._own_kinds else self._by(self._aspects[name])
            levels = self._found(level_of, kinds)
            total += np.array([weights.levels[name].get(level, 0.0) for level in levels])[kinds.of]
        total[self._barred()] = np.nan
        return total

    def _barred(self) -> NDArray[np.bool_]:
        barred, raised = np.zeros((2, len(self._ones)), dtype=np.bool_)
        for each in BARS:
            kinds = self._by(each.looks_at)
            reasons = self._found(each.reason, kinds)
            stands = np.array([reason is not None for reason in reasons], dtype=np.bool_)[kinds.of]
            (barred if each.unless is None else raised)[stands] = True
        forgivable = raised & ~barred & self._are_news & (self._near >= CLOSE)
        for at in np.flatnonzero(forgivable).tolist():
            raised[at] = bar(self._traces[self._ones[at]], self._traces[self._others[at]]) is not None
        return barred | raised

    def _found(self, look: Callable[[Trace, Trace], Found], kinds: "_Kinds") -> list[Found]:
        pairs = zip(self._ones[kinds.examples].tolist(), self._others[kinds.examples].tolist(), strict=True)
        return [look(self._traces[one], self._traces[other]) for one, other in pairs]

    def _by(self, aspect: Aspect) -> "_Kinds":
        if aspect not in self._alike:
            numbers = _numbered(self._traces, aspect)
            one, other = numbers[self._ones], numbers[self._others]
            many = int(numbers.max(initial=0)) + 1
            self._alike[aspect] = _kinds(np.minimum(one, other) * many + np.maximum(one, other))
        return self._alike[aspect]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Kinds of pairs."""

    examples: Numbers
    """One pair of each kind, by its place."""
    of: Numbers
    """The kind of each pair."""


def _kinds(codes: Numbers) -> _Kinds:
    """Pairs of one code are of one kind."""
    most = int(codes.max(initial=0)) + 1
    if most > _TABLE:
        _, examples, of = np.unique(codes, return_index=True, return_inverse=True)
        return _Kinds(examples, of)
    table = np.full(most, -1)
    table[codes] = np.arange(len(codes))
    known = np.flatnonzero(table >= 0)
    examples = table[known]
    table[known] = np.arange(len(known))
    return _Kinds(examples, table[codes])


def _numbered(traces: Sequence[Trace], aspect: Aspect) -> Numbers:
    """A number for each telling, the same for those that are alike in an aspect."""
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(aspect(trace), len(known)) for trace in traces], dtype=np.int64)


def _document(trace: Trace) -> Hashable:
    return trace.story.document
