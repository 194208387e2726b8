"""Comparing two tellings: a score that is a sum of readable grounds, and what bars them from being one."""

from sayso.incidents.closeness import closeness
from sayso.incidents.days import apart
from sayso.incidents.features import FEATURES, is_far, killed_level
from sayso.incidents.traces import PLANS, Trace
from sayso.incidents.weights import Weights, shipped_weights
from sayso.model import Ground, Link

# Two stories as close as this with no other dead are one, whatever a date or the map says. In the visible
# training part of gva eight in nine of such pairs are, and three in four of those from .12 to .18.
_CLOSE = 0.18
VAGUE_GAP = 10
"""How many days may lie between two tellings where one gives no date in words, or gets it wrong."""


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


def bar(one: Trace, other: Trace) -> str | None:
    """Why two tellings can never be one happening, whatever else they share; None where they can."""
    if one.family is not other.family:
        return "different kinds of happening"
    if one.days is not None and other.days is not None:
        gap = apart(one.days, other.days)
        if gap and one.firm and other.firm and one.story.document == other.story.document:
            return "one report gives them two dates"
        firm = gap > 0 and one.firm and other.firm
        if gap > VAGUE_GAP or (firm and not _are_one_story(one, other)):
            return f"{gap} days apart"
    if _told_before(one, other) or _told_before(other, one):
        return "told before the other happened"
    if _are_exchange(one, other):
        return "each side's fire on the other"
    if is_far(one, other) and not _are_one_place(one, other):
        return "far apart"
    return None


def _are_one_story(one: Trace, other: Trace) -> bool:
    """Whether two reports tell so alike, of as many dead, that another day is a slip, or a night's two dates.

    The hurt are counted anew for days, so that other numbers of them say little.
    """
    if not one.foremost or not other.foremost or killed_level(one, other) == "different":
        return False
    return closeness(one.story.words, other.story.words) >= _CLOSE


def _are_one_place(one: Trace, other: Trace) -> bool:
    """Whether two places of one story may be one: both reports name both, and one was looked up wrongly."""
    both = _names_place_of(one, other) and _names_place_of(other, one)
    return both and _are_one_story(one, other)


def _names_place_of(one: Trace, other: Trace) -> bool:
    """Whether the words of one report name a place on the map where the other's telling happened."""
    said = one.story.words
    names = (spot.name.split() for spot in other.spots if spot.point is not None)
    return any(name and all(map(said.have, name)) for name in names)


def _are_exchange(one: Trace, other: Trace) -> bool:
    """Whether the doer of each is of the country that the other hit."""
    if not one.actor_lands or not other.actor_lands or one.actor_lands & other.actor_lands:
        return False
    return bool(one.actor_lands & other.target_lands or other.actor_lands & one.target_lands)


def _told_before(one: Trace, other: Trace) -> bool:
    """Whether `one` was already told as done before the day on which `other` happened."""
    if one.telling.assertion in PLANS or one.story.published is None or other.days is None:
        return False
    ahead = other.days[0] - one.story.published
    return other.firm and (ahead > 1 or (ahead == 1 and not _are_one_story(one, other)))
