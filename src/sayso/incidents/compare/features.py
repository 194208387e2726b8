"""The features by which two tellings are compared: each looks at one thing and names what it found."""

import math
from collections.abc import Callable, Mapping
from itertools import product

from sayso.incidents.compare.closeness import closeness
from sayso.incidents.compare.lie import lie
from sayso.incidents.compare.traces import PLANS, Trace
from sayso.incidents.compare.uses import are_of_other_use
from sayso.incidents.days import apart, length
from sayso.incidents.families import MUTUAL, Family
from sayso.incidents.words import OUTCOME_STEMS, is_facility, stems
from sayso.model import Assertion, Effect

STORY_STEPS = (0.5, 0.35, 0.25, 0.18, 0.12, 0.07, 0.03)
"""Closenesses of two reports' words at which a level begins."""
_GAP_STEPS = ((0, "same day"), (1, "next day"), (3, "2-3 days"), (7, "4-7 days"), (30, "8-30 days"))
_HALF_YEAR = 180
_WEEK = 7
_FEW = frozenset({None, 0, 1, 2})
"""Numbers of dead or hurt that many happenings share."""
_TRUCE_STEMS = stems("truce agreement accord deal pact")
_HARM = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})


def type_level(one: Trace, other: Trace) -> str:
    """Whether both are of one event type."""
    return "same" if one.telling.type is other.telling.type else "family"


def assertion_level(one: Trace, other: Trace) -> str:
    """Whether both tell it as done; a plan is another thing than the deed.

    A denial is about what it denies: the two share a word for the deed, its doer or its target.
    """
    planned = [trace.telling.assertion in PLANS for trace in (one, other)]
    if planned[0] != planned[1]:
        return "plan and deed"
    if is_denied(one) == is_denied(other):
        return "alike"
    return "denial and telling" if _say_alike(one, other) else "alike"


def answers(one: Trace, other: Trace) -> bool:
    """Whether the first denies what the second tells as done, in words that both share."""
    return is_denied(one) and not is_denied(other) and _say_alike(one, other)


def is_denied(trace: Trace) -> bool:
    """Whether a telling says that it did not happen."""
    return trace.telling.assertion is Assertion.DENIED


def _say_alike(one: Trace, other: Trace) -> bool:
    """Whether a denial and a telling share a word for the deed, the doer or the target."""
    return any((one.deed & other.deed, one.targets & other.targets, one.actors & other.actors))


def report_level(one: Trace, other: Trace) -> str:
    """Whether both stand in one report, where one voice's two events are two happenings.

    Two voices in one report speak of one happening when they share a word for the deed or the target, or
    when one denies what the other tells; what one voice denies twice of one place is one denial.
    """
    if one.story.document != other.story.document:
        return "copies" if one.story.text == other.story.text else "two reports"
    if _are_deed_and_outcome(one, other):
        return "one report, deed and outcome"
    if one.voice == other.voice:
        twice = is_denied(one) and is_denied(other) and _may_be_one_place(one, other)
        return "one report, one denial" if twice else "one report, one voice"
    if one.deed & other.deed or one.targets & other.targets:
        return "one report, two voices"
    return "one report, rival account" if _are_rival(one, other) else "one report, two deeds"


def _are_deed_and_outcome(one: Trace, other: Trace) -> bool:
    """Whether one tells next to the other only what came of it: "a bomb exploded; her driver was killed".

    Of a signature a truce comes.
    """
    if abs(one.telling.position - other.telling.position) > 1 or is_denied(one) != is_denied(other):
        return False
    outcomes = _TRUCE_STEMS if one.family is Family.PEACE else OUTCOME_STEMS
    bare = [bool(trace.deed) and trace.deed <= outcomes for trace in (one, other)]
    return bare[0] != bare[1] and _may_be_one_place(one, other)


def _are_rival(one: Trace, other: Trace) -> bool:
    """Whether one is a denial of the other, or another account of the dead and hurt of what it denies."""
    if is_denied(one) == is_denied(other):
        return False
    told = other if is_denied(one) else one
    if not _may_be_one_place(one, other):
        return False
    return one.telling.type is other.telling.type or not _HARM.isdisjoint(told.tolls)


def _may_be_one_place(one: Trace, other: Trace) -> bool:
    return place_level(one, other) not in ("near", "region", "elsewhere")


def place_level(one: Trace, other: Trace) -> str:
    """How the places lie to each other; a place that a telling borrows from its report counts for less."""
    level = lie(one.spots, other.spots).level
    if one.family is Family.PEACE and level in ("another town", "elsewhere"):
        return "unknown"  # A truce is signed in one place and holds in another.
    if one.borrowed or other.borrowed:
        return {"same": "same, borrowed", "near": "same, borrowed"}.get(level, "unknown")
    return level


def spot_level(one: Trace, other: Trace) -> str:
    """Within one town: whether both name the same building, street or yard."""
    inner = lie(one.spots, other.spots).inner
    ones, others = _with_targets(inner[0], one), _with_targets(inner[1], other)
    if not ones or not others:
        return "unknown"
    if ones & others:
        return "same"
    named = all(trace.spots and trace.spots[0].name for trace in (one, other))
    if named and len(one.spots) > 1 and len(other.spots) > 1:
        return "different"
    return "other use" if are_of_other_use(ones, others) else "other kind"


def _with_targets(inner: frozenset[str], trace: Trace) -> frozenset[str]:
    """What a telling names inside the place that both share: more special places, and buildings hit."""
    return inner | trace.struck if is_facility(trace.struck) else inner


def date_level(one: Trace, other: Trace) -> str:
    """How the dates of the happenings lie to each other."""
    if one.days is None or other.days is None:
        return "unknown"
    gap = apart(one.days, other.days)
    firm = one.firm and other.firm
    if gap == 0:
        if max(length(one.days), length(other.days)) > _WEEK:
            return "overlap"
        return "same day" if firm else "same day, inferred"
    if gap == 1:
        return "next day" if firm else "next day, inferred"
    return ("days apart" if gap <= _WEEK else "weeks apart") if firm else "apart, inferred"


def published_level(one: Trace, other: Trace) -> str:
    """How many days lie between the two reports."""
    if one.story.published is None or other.story.published is None:
        return "unknown"
    gap = abs(one.story.published - other.story.published)
    for most, level in _GAP_STEPS:
        if gap <= most:
            return level
    return "1-6 months" if gap <= _HALF_YEAR else "longer"


def news_level(one: Trace, other: Trace) -> str:
    """Whether each is what its report is about, and not told beside that."""
    if one.story.document == other.story.document:
        return "one report"
    return "both main news" if one.foremost and other.foremost else "an aside"


def story_level(one: Trace, other: Trace) -> str:
    """How far the two reports share rare words, where each has the happening as its main news.

    A denial is told in other words than what it denies, so that few in common speak against nothing.
    """
    if one.story.document == other.story.document:
        return "one report"
    if one.story.is_list or other.story.is_list:
        return "a list"
    near = closeness(one.story.words, other.story.words)
    step = next((str(least) for least in STORY_STEPS if near >= least), "0")
    are_news = one.foremost and other.foremost and is_denied(one) == is_denied(other)
    return f">= {step}" if are_news else f"aside >= {step}"


def title_level(one: Trace, other: Trace) -> str:
    """How many words the two titles share."""
    if one.story.document == other.story.document or not (one.foremost and other.foremost):
        return "unknown"
    if not one.story.title or not other.story.title:
        return "unknown"
    shared = len(one.story.title & other.story.title) / min(len(one.story.title), len(other.story.title))
    return "most" if shared >= 0.6 else "some" if shared >= 0.3 else "few" if shared > 0 else "none"


def deed_level(one: Trace, other: Trace) -> str:
    """Whether the two name the deed, and not only what came of it, with a word in common."""
    return "shared" if (one.deed & other.deed) - OUTCOME_STEMS else "other words"


def actor_level(one: Trace, other: Trace) -> str:
    """Whether the two name the same doer, or doers of two countries; who meets or agrees has two sides."""
    sides = (one.actor_lands, other.actor_lands)
    known = all(len(lands) > (one.family in MUTUAL) for lands in sides)
    if known and not one.actor_lands & other.actor_lands:
        return "other side"
    return _shared(one.actors, other.actors)


def target_level(one: Trace, other: Trace) -> str:
    """Whether the two name the same target or victims; the town itself is no one's alone."""
    return _shared(one.struck, other.struck)


def killed_level(one: Trace, other: Trace) -> str:
    """Whether the dead could be the same number."""
    return _toll_level(one, other, Effect.KILLED)


def injured_level(one: Trace, other: Trace) -> str:
    """Whether the injured could be the same number."""
    return _toll_level(one, other, Effect.INJURED)


Feature = Callable[[Trace, Trace], str]

FEATURES: Mapping[str, Feature] = {
    "actors": actor_level,
    "assertion": assertion_level,
    "date": date_level,
    "deed": deed_level,
    "injured": injured_level,
    "killed": killed_level,
    "news": news_level,
    "place": place_level,
    "published": published_level,
    "report": report_level,
    "spot": spot_level,
    "story": story_level,
    "targets": target_level,
    "title": title_level,
    "type": type_level,
}
"""Every feature; `weights.json` has a weight for each of its levels."""


def is_far(one: Trace, other: Trace) -> bool:
    """Whether the two happened in places that are surely not the same; a truce is in two."""
    return (
        one.family is not Family.PEACE
        and not (one.borrowed or other.borrowed)
        and lie(one.spots, other.spots).far
    )


def _shared(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return "unknown"
    return "shared" if one & other else "different"


def _toll_level(one: Trace, other: Trace, effect: Effect) -> str:
    ones, others = one.tolls.get(effect), other.tolls.get(effect)
    if not ones or not others:
        return "unknown"
    exact = {toll.low for toll in ones if toll.low == toll.high}
    equal = exact & {toll.low for toll in others if toll.low == toll.high}
    if equal:
        return "equal" if max(equal, key=lambda number: number or 0) in _FEW else "equal, several"
    fits = any(
        (a.low or 0) <= (math.inf if b.high is None else b.high)
        and (b.low or 0) <= (math.inf if a.high is None else a.high)
        for a, b in product(ones, others)
    )
    return "in range" if fits else "different"
