"""Clusters: joining what was compared by its mean score, best first, and never across a bar."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

Pair = tuple[int, int]
_MARGIN = 0.5
"""How much better a vague telling must fit one of two rival groups to be put in it."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """The scores between two groups, added up."""

    total: float
    """Of scores times their weights."""
    weight: int
    pairs: int

    def with_(self, other: "_Sum | None") -> "_Sum":
        if other is None:
            return self
        return _Sum(self.total + other.total, self.weight + other.weight, self.pairs + other.pairs)


@dataclass(slots=True)
class _Groups:
    """Groups of tellings while they are being joined; a group goes by its smallest member."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, _Sum]]
    """What was scored between two groups."""
    unseen: float
    cores: set[int]
    """Groups that hold main news of some report."""
    rivals: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Groups found to be barred from each other."""

    def mean(self, one: int, other: int) -> float:
        between = self.sums[one][other]
        unseen = len(self.members[one]) * len(self.members[other]) - between.pairs
        return (between.total + unseen * self.unseen) / (between.weight + unseen)

    def join(self, one: int, other: int) -> int:
        kept, gone = min(one, other), max(one, other)
        self.members[kept] = sorted(self.members[kept] + self.members.pop(gone))
        for near, between in sorted(self.sums.pop(gone).items()):
            self.sums[near].pop(gone, None)
            if near != kept:
                both = between.with_(self.sums[kept].get(near))
                self.sums[kept][near] = self.sums[near][kept] = both
        if gone in self.cores:
            self.cores.remove(gone)
            self.cores.add(kept)
        for rival in self.rivals.pop(gone, set()):
            self.rivals[rival].discard(gone)
            self.rivals[rival].add(kept)
            self.rivals[kept].add(rival)
        return kept


def clusters_of(
    scores: Mapping[Pair, float],
    *,
    size: int,
    threshold: float,
    unseen: float,
    barred: Callable[[int, int], bool],
    vague: Callable[[int], bool],
    core: Callable[[int], bool],
    weight: Callable[[int, int], int],
    together: Iterable[Pair] = (),
) -> list[list[int]]:
    """Items 0 … `size` - 1 in groups, by mean score (average linkage) from the best pair down.

    `together` are joined first. Then the `core` items, the main news of their reports, are joined among
    themselves; the others, asides and background, may only be added to what that gave. Two groups are joined
    only if no pair across them is barred, so that nothing vague can chain two happenings; an item that is
    `vague` and fits two groups that bar each other about equally well stays by itself. In the mean a pair
    counts as often as its `weight` says.
    """
    rules = _Rules(threshold, unseen, barred, vague, core, weight)
    groups = []
    for component in _components(scores, size, threshold, together):
        groups += _joined(component, rules)
    return sorted(groups)


@dataclass(frozen=True, slots=True)
class _Rules:
    threshold: float
    unseen: float
    barred: Callable[[int, int], bool]
    vague: Callable[[int], bool]
    core: Callable[[int], bool]
    weight: Callable[[int, int], int]


@dataclass(frozen=True, slots=True)
class _Component:
    items: Sequence[int]
    scores: Mapping[Pair, float]
    together: Sequence[Pair]


def _components(
    scores: Mapping[Pair, float], size: int, threshold: float, together: Iterable[Pair]
) -> Iterator[_Component]:
    """Items that scores above the threshold connect; no join can ever cross from one to another."""
    root = list(range(size))

    def find(item: int) -> int:
        while root[item] != item:
            root[item] = root[root[item]]
            item = root[item]
        return item

    pairs = sorted(together)
    for one, other in [*pairs, *(pair for pair, value in scores.items() if value >= threshold)]:
        low, high = sorted((find(one), find(other)))
        root[high] = low
    items: dict[int, list[int]] = defaultdict(list)
    inside: dict[int, dict[Pair, float]] = defaultdict(dict)
    for item in range(size):
        items[find(item)].append(item)
    for pair in sorted(scores):
        if find(pair[0]) == find(pair[1]):
            inside[find(pair[0])][pair] = scores[pair]
    joined: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        joined[find(pair[0])].append(pair)
    for key in sorted(items):
        yield _Component(items[key], inside.get(key, {}), joined.get(key, []))


def _joined(component: _Component, rules: _Rules) -> list[list[int]]:
    groups = _start(component, rules)
    _join_where(groups, rules, lambda one, other: one in groups.cores and other in groups.cores)
    _join_where(groups, rules, lambda one, other: not (one in groups.cores and other in groups.cores))
    return list(groups.members.values())


def _join_where(groups: _Groups, rules: _Rules, allowed: Callable[[int, int], bool]) -> None:
    """Join the best pair of groups that is allowed, again and again."""

    def worth(one: int, other: int) -> bool:
        return allowed(one, other) and groups.mean(one, other) >= rules.threshold

    waiting = [
        (-groups.mean(one, other), one, other)
        for one in groups.sums
        for other in groups.sums[one]
        if one < other and worth(one, other)
    ]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if other not in groups.sums.get(one, {}) or groups.mean(one, other) != -value:
            continue
        if not allowed(one, other) or _are_rivals(groups, one, other, rules):
            continue
        if _is_torn(groups, one, other, rules):
            continue
        kept = groups.join(one, other)
        for near in groups.sums[kept]:
            if near not in groups.rivals[kept] and worth(kept, near):
                heapq.heappush(waiting, (-groups.mean(kept, near), min(kept, near), max(kept, near)))


def _start(component: _Component, rules: _Rules) -> _Groups:
    sums: dict[int, dict[int, _Sum]] = {item: {} for item in component.items}
    for (one, other), value in component.scores.items():
        weight = rules.weight(one, other)
        sums[one][other] = sums[other][one] = _Sum(value * weight, weight, 1)
    groups = _Groups(
        members={item: [item] for item in component.items},
        sums=sums,
        unseen=rules.unseen,
        cores={item for item in component.items if rules.core(item)},
    )
    now = {item: item for item in component.items}
    for one, other in component.together:
        if now[one] != now[other]:
            kept = groups.join(now[one], now[other])
            now.update(dict.fromkeys(groups.members[kept], kept))
    return groups


def _are_rivals(groups: _Groups, one: int, other: int, rules: _Rules) -> bool:
    """Whether a bar stands between any two items of two groups; remembered once it is found."""
    if other in groups.rivals[one]:
        return True
    found = any(rules.barred(a, b) for a, b in product(groups.members[one], groups.members[other]))
    if found:
        groups.rivals[one].add(other)
        groups.rivals[other].add(one)
    return found


def _is_torn(groups: _Groups, one: int, other: int, rules: _Rules) -> bool:
    """Whether a vague item would fit a rival of the group it is about to join nearly as well."""
    for item, group in ((one, other), (other, one)):
        if len(groups.members[item]) > 1 or not rules.vague(item):
            continue
        best = groups.mean(item, group)
        for rival in sorted(groups.sums[item]):
            if rival == group or groups.mean(item, rival) < best - _MARGIN:
                continue
            if _are_rivals(groups, group, rival, rules):
                return True
    return False
