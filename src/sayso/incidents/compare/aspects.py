"""Aspects: what of a telling each feature looks at, where two tellings stand in two reports.

Among many pairs the same aspects meet again and again: two deeds told in the same two ways are compared
once. Of tellings in one report features look at more.
"""

from collections.abc import Callable, Hashable, Mapping

from sayso.incidents.compare.features import is_denied
from sayso.incidents.compare.traces import PLANS, Trace
from sayso.incidents.words import FACILITY_STEMS
from sayso.model import Effect

Aspect = Callable[[Trace], Hashable]
"""What decides, of a telling: two pairs that are alike in it are alike for whoever looks at it."""


def kind(trace: Trace) -> Hashable:
    """What kind of happening it is."""
    return trace.family


def dates(trace: Trace) -> Hashable:
    """When it happened, and whether that is said in words."""
    return trace.days, trace.firm


def news_day(trace: Trace) -> Hashable:
    """When it was told, and whether as a thing to come."""
    return trace.story.published, trace.telling.assertion in PLANS, trace.days, trace.firm


def lands(trace: Trace) -> Hashable:
    """Whose doers and whose victims they are."""
    return trace.actor_lands, trace.target_lands, trace.actor_arms, trace.target_arms


def whereabouts(trace: Trace) -> Hashable:
    """Where it happened, down to the building that was hit."""
    return trace.family, trace.spots, trace.borrowed, trace.struck & FACILITY_STEMS and trace.struck


def nothing(_: Trace) -> Hashable:
    """Nothing at all: every pair is alike."""
    return None


def _deed(trace: Trace) -> Hashable:
    return is_denied(trace), trace.telling.assertion in PLANS, trace.deed, trace.targets, trace.actors


def _counts(effect: Effect) -> Aspect:
    def counts(trace: Trace) -> Hashable:
        return tuple((toll.low, toll.high) for toll in trace.tolls.get(effect, ()))

    return counts


ASPECTS: Mapping[str, Aspect] = {
    "actors": lambda trace: (trace.family, trace.actors, trace.actor_lands),
    "assertion": lambda trace: trace.telling.assertion in PLANS,
    "date": dates,
    "deed": lambda trace: trace.deed,
    "injured": _counts(Effect.INJURED),
    "killed": _counts(Effect.KILLED),
    "news": lambda trace: trace.foremost,
    "place": whereabouts,
    "published": lambda trace: trace.story.published,
    "spot": whereabouts,
    "targets": lambda trace: trace.struck,
    "title": lambda trace: trace.story.title if trace.foremost else None,
    "type": lambda trace: trace.telling.type,
}
"""By feature, for pairs of which neither or both deny it; "report" and "story" look at whole reports."""
ASPECTS_OF_ANSWERS: Mapping[str, Aspect] = {**ASPECTS, "assertion": _deed}
"""By feature, for pairs of which one denies it: what is denied must be what is told."""
