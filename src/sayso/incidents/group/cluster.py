"""Clusters: joining what was compared by its mean score, best first, and never across a bar."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

Pair = tuple[int, int]
MARGIN = 0.5
"""How much better a vague telling must fit one of two rival groups to be put in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What two groups must satisfy to be joined."""

    threshold: float
    """The least mean score."""
    linked: float
    """The least score of two items by which they may come into one group."""
    unseen: float
    """What a pair counts that has no score."""
    barred: Callable[[int, int], bool]
    """Whether two items can never be one, whatever the scores."""
    ruled: Callable[[int, int], bool]
    """Whether people ruled that two items are two; `barred` says so of them, too."""
    vague: Callable[[int], bool]
    """Whether an item alone says too little to choose between rivals that it fits equally well."""
    weight: Callable[[int, int], int]
    """How often a pair counts in the mean."""
    answers: Callable[[int, int], bool]
    """Whether the first denies what the second tells, in words that both share."""
    denies: Callable[[int], bool]
    """Whether an item is a denial."""
    text: Callable[[int], Hashable]
    """Which text an item stands in; copies and their origin carry one."""

    def among(self, items: Sequence[int]) -> "Rules":
        """The same rules for some items that go by their places."""
        return replace(
            self,
            barred=lambda one, other: self.barred(items[one], items[other]),
            ruled=lambda one, other: self.ruled(items[one], items[other]),
            vague=lambda item: self.vague(items[item]),
            weight=lambda one, other: self.weight(items[one], items[other]),
            answers=lambda one, other: self.answers(items[one], items[other]),
            denies=lambda item: self.denies(items[item]),
            text=lambda item: self.text(items[item]),
        )

    def knowing(self, links: Mapping[int, Container[int]]) -> "Rules":
        """The same rules where it is known who is linked: between such two stand no bars but rulings."""

        def barred(one: int, other: int) -> bool:
            return self.ruled(one, other) if other in links.get(one, ()) else self.barred(one, other)

        return replace(self, barred=barred)


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
    """Groups of items while they are being joined; a group goes by its smallest member."""

    members: dict[int, list[int]]
    sums: dict[int, dict[int, _Sum]]
    """What was scored between two groups."""
    unseen: float
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
        for rival in self.rivals.pop(gone, set()):
            self.rivals[rival].discard(gone)
            self.rivals[rival].add(kept)
            self.rivals[kept].add(rival)
        return kept


def clusters_of(
    scores: Mapping[Pair, float], *, size: int, rules: Rules, together: Iterable[Pair] = ()
) -> list[list[int]]:
    """Items 0 … `size` - 1 in groups, by mean score (average linkage) from the best pair down.

    `together` are joined first, then each denial with the one telling that it answers best: who denies
    answers what was told, however many others tell it in other words. Two groups are joined only if no pair
    across them is barred, so that nothing vague can chain two happenings; an item that is vague and fits two
    groups that bar each other about equally well stays by itself.
    """
    groups = _start(scores, size, rules, sorted(together))
    _join_denials(groups, scores, rules)
    waiting = [
        (-mean, one, other)
        for one in groups.sums
        for other in groups.sums[one]
        if one < other and (mean := groups.mean(one, other)) >= rules.threshold
    ]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if other not in groups.sums.get(one, {}) or groups.mean(one, other) != -value:
            continue
        if _are_rivals(groups, one, other, rules) or _is_torn(groups, one, other, rules):
            continue
        kept = groups.join(one, other)
        for near in groups.sums[kept]:
            if near not in groups.rivals[kept] and (mean := groups.mean(kept, near)) >= rules.threshold:
                heapq.heappush(waiting, (-mean, min(kept, near), max(kept, near)))
    return sorted(groups.members.values())


def _start(scores: Mapping[Pair, float], size: int, rules: Rules, together: Iterable[Pair]) -> _Groups:
    sums: dict[int, dict[int, _Sum]] = {item: {} for item in range(size)}
    for (one, other), value in sorted(scores.items()):
        weight = rules.weight(one, other)
        sums[one][other] = sums[other][one] = _Sum(value * weight, weight, 1)
    groups = _Groups(members={item: [item] for item in range(size)}, sums=sums, unseen=rules.unseen)
    now = list(range(size))
    for one, other in together:
        if now[one] != now[other]:
            kept = groups.join(now[one], now[other])
            for member in groups.members[kept]:
                now[member] = kept
    return groups


def _join_denials(groups: _Groups, scores: Mapping[Pair, float], rules: Rules) -> None:
    """Join each denial with what it answers best, unless it answers two rivals about equally well."""
    answered: dict[int, list[tuple[float, int]]] = defaultdict(list)
    denials = {item for item in groups.members if rules.denies(item)}
    for (a, b), score in scores.items():
        for denial, telling in ((a, b), (b, a)):
            if denial in denials and score >= rules.linked and rules.answers(denial, telling):
                answered[denial].append((-score, telling))
    now = {item: first for first, members in groups.members.items() for item in members}
    for _, denial in sorted((min(tellings), denial) for denial, tellings in answered.items()):
        (best, telling), *others = sorted(answered[denial])
        close = [other for score, other in others if score <= best + MARGIN]
        one, other = now[denial], now[telling]
        if one == other or any(rules.barred(telling, near) for near in close):
            continue
        if not _are_rivals(groups, one, other, rules):
            kept = groups.join(one, other)
            now.update(dict.fromkeys(groups.members[kept], kept))


def _are_rivals(groups: _Groups, one: int, other: int, rules: Rules) -> bool:
    """Whether a bar stands between any two items of two groups; remembered once it is found."""
    if other in groups.rivals[one]:
        return True
    found = any(rules.barred(a, b) for a, b in product(groups.members[one], groups.members[other]))
    if found:
        groups.rivals[one].add(other)
        groups.rivals[other].add(one)
    return found


def _is_torn(groups: _Groups, one: int, other: int, rules: Rules) -> bool:
    """Whether a vague item would fit a rival of the group it is about to join nearly as well."""
    for item, group in ((one, other), (other, one)):
        if len(groups.members[item]) > 1 or not rules.vague(item):
            continue
        best = groups.mean(item, group)
        for rival in sorted(groups.sums[item]):
            if rival == group or groups.mean(item, rival) < best - MARGIN:
                continue
            if _are_rivals(groups, group, rival, rules):
                return True
    return False
