"""Asides: what reports tell beside their main news, put to the main news that it fits best."""

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from sayso.incidents.group.cluster import MARGIN, Rules

DRAW = 0.5
"""How much better than a group an aside must be linked to another one to be drawn away by it."""


class Fit(NamedTuple):
    """A group of main news that an aside asks to join, and how well it fits."""

    home: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known around some asides."""

    links: Mapping[int, Mapping[int, float]]
    """Of the asides."""
    home_of: Mapping[int, int]
    """The group of each main news that they are linked to."""
    members: Callable[[int], Sequence[int]]
    """The main news of a group."""
    order: Callable[[int], tuple[int, int]]
    """What puts groups in order of publication."""


def fits_of(aside: int, around: Around, rules: Rules) -> list[Fit]:
    """The groups that an aside is linked to well enough to ask for, those it fits best first."""
    links = around.links[aside]
    near: dict[int, list[int]] = defaultdict(list)
    for other in links:
        if other in around.home_of:
            near[around.home_of[other]].append(other)
    fits = [
        Fit(home, _mean(aside, linked, links, around.members(home), rules))
        for home, linked in near.items()
        if max(links[other] for other in linked) >= rules.linked
    ]
    return sorted(fits, key=lambda fit: (-fit.mean, around.order(fit.home)))


def best_fit(
    aside: int, fits: Sequence[Fit], around: Around, rules: Rules, *, leaning: Callable[[int], int]
) -> Fit | None:
    """The group whose main news an aside fits best by its mean score; None where it fits none, or is torn.

    It is torn where another aside that it is linked to clearly better fits another group, which is the one
    that this is `leaning` to, or where, being vague, it fits two groups about equally well which bar each
    other.
    """
    good = [fit for fit in fits if fit.mean >= rules.threshold]
    for fit in good:
        home = around.members(fit.home)
        if _are_rivals([aside], home, rules):
            continue
        close = [around.members(other.home) for other in good if other.mean >= fit.mean - MARGIN]
        torn = rules.vague(aside) and any(_are_rivals(home, other, rules) for other in close)
        drawn_away = any(
            score > fit.mean + DRAW and rules.weight(aside, other) == 1 and leaning(other) != fit.home
            for other, score in around.links[aside].items()
            if other not in around.home_of
        )
        return None if torn or drawn_away else fit
    return None


def _mean(
    aside: int, linked: Sequence[int], links: Mapping[int, float], home: Sequence[int], rules: Rules
) -> float:
    """The mean score to a group: a text that was copied counts once, as it fits best.

    For a denial only that counts which it is linked to: who denies a thing tells it in other words than most.
    """
    best: dict[Hashable, tuple[int, float]] = {}
    for other in linked:
        found = rules.weight(aside, other), links[other]
        text = rules.text(other)
        best[text] = max(found, best.get(text, found))
    unseen = 0 if rules.denies(aside) else len({rules.text(other) for other in home} - best.keys())
    # fsum: the same sum in whatever order the links come.
    total = math.fsum(weight * score for weight, score in best.values()) + unseen * rules.unseen
    return round(total / (sum(weight for weight, _ in best.values()) + unseen), 6)


def admitted(asking: Iterable[tuple[int, float]], rules: Rules) -> tuple[list[int], list[int]]:
    """Of asides that ask to join one group, with how well they fit, those let in and those not.

    The best come first; one that a bar parts from an aside already in stays out.
    """
    inside: list[int] = []
    outside: list[int] = []
    for aside, _ in sorted(asking, key=lambda each: -each[1]):
        barred = any(rules.barred(aside, other) for other in inside)
        (outside if barred else inside).append(aside)
    return inside, outside


def _are_rivals(ones: Sequence[int], others: Sequence[int], rules: Rules) -> bool:
    return any(rules.barred(one, other) for one, other in product(ones, others))
