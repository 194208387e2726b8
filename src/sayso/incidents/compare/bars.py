"""Bars: what stands between two tellings that can never be of one happening, whatever else they share."""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.incidents.compare.aspects import Aspect, dates, kind, lands, news_day, nothing, whereabouts
from sayso.incidents.compare.closeness import closeness
from sayso.incidents.compare.features import is_far, killed_level
from sayso.incidents.compare.traces import PLANS, Trace
from sayso.incidents.days import apart

# Two stories as close as this with no other dead are one, whatever a date or the map says. In the visible
# training part of gva eight in nine of such pairs are, and three in four of those from .12 to .18.
CLOSE = 0.18
"""How close the main news of two reports must be for a slip in one of them to be forgiven."""
VAGUE_GAP = 10
"""How many days may lie between two tellings where one gives no date in words, or gets it wrong."""
_EXCHANGE = "each side's fire on the other"
_TOLD_BEFORE = "told before the other happened"


def bar(one: Trace, other: Trace) -> str | None:
    """Why two tellings can never be one happening, whatever else they share; None where they can."""
    for each in BARS:
        reason = each.reason(one, other)
        if reason is not None and (each.unless is None or not each.unless(one, other)):
            return reason
    return None


def _are_one_story(one: Trace, other: Trace) -> bool:
    """Whether two reports tell so alike, of as many dead, that another day is a slip, or a night's two dates.

    The hurt are counted anew for days, so that other numbers of them say little.
    """
    if not one.foremost or not other.foremost or killed_level(one, other) == "different":
        return False
    return closeness(one.story.words, other.story.words) >= CLOSE


def _are_one_place(one: Trace, other: Trace) -> bool:
    """Whether two places of one story may be one: both reports name both, and one was looked up wrongly."""
    both = _names_place_of(one, other) and _names_place_of(other, one)
    return both and _are_one_story(one, other)


def _names_place_of(one: Trace, other: Trace) -> bool:
    """Whether the words of one report name a place on the map where the other's telling happened."""
    said = one.story.words
    names = (spot.name.split() for spot in other.spots if spot.point is not None)
    return any(name and all(map(said.have, name)) for name in names)


def _of_another_kind(one: Trace, other: Trace) -> str | None:
    return None if one.family is other.family else "different kinds of happening"


def _known_apart(one: Trace, other: Trace) -> str | None:
    two_dates = one.story.document == other.story.document and _firm_gap(one, other) > 0
    return "one report gives them two dates" if two_dates else None


def _weeks_apart(one: Trace, other: Trace) -> str | None:
    gap = _gap(one, other)
    return f"{gap} days apart" if gap > VAGUE_GAP else None


def _days_apart(one: Trace, other: Trace) -> str | None:
    gap = _firm_gap(one, other)
    return f"{gap} days apart" if gap > 0 else None


def _gap(one: Trace, other: Trace) -> int:
    return 0 if one.days is None or other.days is None else apart(one.days, other.days)


def _firm_gap(one: Trace, other: Trace) -> int:
    return _gap(one, other) if one.firm and other.firm else 0


def _told_long_before(one: Trace, other: Trace) -> str | None:
    return _TOLD_BEFORE if max(_ahead(one, other), _ahead(other, one)) > 1 else None


def _told_the_day_before(one: Trace, other: Trace) -> str | None:
    return _TOLD_BEFORE if 1 in (_ahead(one, other), _ahead(other, one)) else None


def _ahead(one: Trace, other: Trace) -> int:
    """How many days before `other` happened `one` was told as done, where that is known; else 0."""
    if one.telling.assertion in PLANS or one.story.published is None or other.days is None:
        return 0
    return other.days[0] - one.story.published if other.firm else 0


def _are_exchange(one: Trace, other: Trace) -> str | None:
    """Where the doer of each is of the country that the other hit, or the arms of one doer were hit.

    Who says that a town was shelled by its own side does not tell of another shelling; who says that the
    guns were hit does.
    """
    each = one.actor_lands & other.target_lands and other.actor_lands & one.target_lands
    if each and not one.actor_lands & other.actor_lands:
        return _EXCHANGE
    hit = one.actor_arms & other.target_arms or other.actor_arms & one.target_arms
    two = one.actor_arms and other.actor_arms and not one.actor_arms & other.actor_arms
    return _EXCHANGE if hit and two else None


def _far_apart(one: Trace, other: Trace) -> str | None:
    return "far apart" if is_far(one, other) else None


@dataclass(frozen=True, slots=True)
class Bar:
    """Why some two tellings can never be one."""

    reason: Callable[[Trace, Trace], str | None]
    looks_at: Aspect
    """All that the reason goes by, between two reports."""
    unless: Callable[[Trace, Trace], bool] | None = None
    """What it is forgiven for: the main news of reports at least as close as `CLOSE`, and maybe more."""


BARS = (
    Bar(_of_another_kind, kind),
    Bar(_known_apart, nothing),
    Bar(_weeks_apart, dates),
    Bar(_days_apart, dates, unless=_are_one_story),
    Bar(_told_long_before, news_day),
    Bar(_told_the_day_before, news_day, unless=_are_one_story),
    Bar(_are_exchange, lands),
    Bar(_far_apart, whereabouts, unless=_are_one_place),
)
"""All bars; of several that stand between two tellings the first is named."""
