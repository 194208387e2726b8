"""Tolls that stand alone in a report: of which of its happenings they count the dead and hurt."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.incidents.days import Days, apart, days_of
from sayso.incidents.families import FAMILY, Family
from sayso.incidents.words import fold
from sayso.model import (
    THINGS,
    Assertion,
    Effect,
    Event,
    EventType,
    MentionKind,
    Reading,
    Span,
    Toll,
    items_in,
)

_OF_FORCE = frozenset(
    {Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.MISSING, Effect.DAMAGED, Effect.DESTROYED}
)
_HARM = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.MISSING})
_DONE = frozenset({Assertion.HAPPENED, Assertion.POSSIBLE})
_BACKGROUND_DAYS = 60
# "Some 400 of its people died then": when, the sentence before has said. "Then" elsewhere is what came next.
_POINTS_BACK = re.compile(
    r"(?<!since )(?<!until )(?<!by )\bthen(?=\s*[.,;!?]|\s*$)|\bat (?:the|that) time\b"
    r"|\b(?:in|during|of) (?:that|those) (?:\w+ )?"
    r"(?:years?|days|months?|decade|war|conflict|battle|siege|crisis)\b"
    r"|\bthat (?:year|month|summer|winter|spring|autumn)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"\bthe \Z", re.IGNORECASE)
_LIES_THERE = re.compile(r"(?<!hospital )\b(?:in|at|near|outside|around)(?: the)? \Z", re.IGNORECASE)
"""What comes before a place where something happened; of the place of a hospital it says nothing."""
_DAYS = 3
_REACH = 1000
"""Characters, a few paragraphs, over which a happening is still what a report speaks of."""


def tolls_alone(reading: Reading) -> Mapping[Span, Sequence[Toll]]:
    """The tolls of no event, by the trigger of the use of force that they belong to.

    In a report about one happening they are that one's. Where a report tells of several, a toll goes to the
    one told last before it, and nowhere if that was far off or happened somewhere else.
    """
    told = sorted(
        (event for event in reading.events if _is_told(event, reading)), key=lambda event: event.trigger
    )
    if not told:
        return {}
    first = min(told, key=lambda event: (event.type is EventType.OTHER, event.trigger))
    one = all(_may_be_one(event, first, reading.text) for event in told)
    found: dict[Span, list[Toll]] = defaultdict(list)
    for toll in reading.tolls:
        event = first if one else _nearest(toll, told, reading)
        if event is None or toll.effect not in _OF_FORCE or _is_of_another_time(toll, event, reading):
            continue
        if not _is_of_known_others(toll, event, reading.text):
            found[event.trigger].append(toll)
    return found


def told_by_toll(reading: Reading) -> Event | None:
    """The happening of a report that names no use of force and no disaster, but counts its dead or hurt.

    "Four teenagers are recovering from gunshot wounds": the first toll stands for what is not named. None
    where there is none, or where the report does name what happened.
    """
    if any(FAMILY[event.type] is Family.FORCE and event.assertion in _DONE for event in reading.events):
        return None
    tolls = [toll for toll in reading.tolls if toll.effect in _OF_FORCE and not _is_of_old(toll, reading)]
    harmed = [toll for toll in tolls if toll.effect in _HARM and toll.of not in THINGS and toll.high != 0]
    if not harmed:
        return None
    first = min(harmed, key=lambda toll: toll.span)
    return Event(
        trigger=first.span,
        type=EventType.OTHER,
        attribution=first.attribution,
        tolls=(first, *(toll for toll in tolls if toll is not first)),
    )


def _is_told(event: Event, reading: Reading) -> bool:
    """Whether an event is a use of force or a disaster, told as done and as news."""
    if FAMILY[event.type] is not Family.FORCE or event.assertion not in _DONE:
        return False
    days, published = days_of(event.date), days_of(reading.document.published)
    return days is None or published is None or published[0] - days[1] <= _BACKGROUND_DAYS


def _may_be_one(event: Event, first: Event, text: str) -> bool:
    days, others = days_of(event.date), days_of(first.date)
    if days is not None and others is not None and apart(days, others):
        return False
    places = [{fold(place.span.of(text)) for place in each.places} for each in (event, first)]
    return not places[0] or not places[1] or not places[0].isdisjoint(places[1])


def _is_of_known_others(toll: Toll, event: Event, text: str) -> bool:
    """Whether a toll counts those whom all know of, and the event counts others of its own.

    "The five dead cadets" are not of the shooting in which one suspect died.
    """
    is_known = _THE.search(text, max(0, toll.span.start - 5), toll.span.start) is not None
    own = [one.low for one in event.tolls if one.effect is toll.effect and one.low == one.high is not None]
    return is_known and bool(own) and toll.low not in own


def _is_of_another_time(toll: Toll, event: Event, reading: Reading) -> bool:
    """Whether the toll's sentence names days on which the event did not happen: "9,000 died in 2019"."""
    return _names_days_off(toll, days_of(event.date) or days_of(reading.document.published), reading, _DAYS)


def _is_of_old(toll: Toll, reading: Reading) -> bool:
    """Whether the toll's sentence names days long before the report."""
    return _names_days_off(toll, days_of(reading.document.published), reading, _BACKGROUND_DAYS)


def _names_days_off(toll: Toll, days: Days | None, reading: Reading, most: int) -> bool:
    """Whether the toll's sentence, or the one it points back to, names days more than so many from these."""
    sentence = reading.sentence_at(toll.span) or toll.span
    named = _days_named(sentence, reading)
    if not named and _POINTS_BACK.search(sentence.of(reading.text)):
        before = [earlier for earlier in reading.sentences if earlier.end <= sentence.start]
        named = _days_named(before[-1], reading) if before else []
    return days is not None and any(apart(each, days) > most for each in named)


def _days_named(sentence: Span, reading: Reading) -> list[Days]:
    said = (days_of(time.earliest) for time in reading.times if sentence.holds(time.span))
    return [each for each in said if each is not None]


def _nearest(toll: Toll, told: Sequence[Event], reading: Reading) -> Event | None:
    """The happening told last before a toll, or the first where none is told before it.

    In another paragraph that is one which the toll's sentence puts nowhere else; in a list, none.
    """
    event = max(
        (event for event in told if event.trigger.start < toll.span.start),
        key=lambda event: event.trigger,
        default=told[0],
    )
    ends = sorted((event.trigger, toll.span))
    between = reading.text[ends[0].end : ends[1].start]
    if "\n" not in between:
        return event
    if len(between) > _REACH or items_in(reading.text) or _names_other_place(toll, event, reading):
        return None
    return event


def _names_other_place(toll: Toll, event: Event, reading: Reading) -> bool:
    """Whether the toll's sentence names a place where the event did not happen."""
    sentence = reading.sentence_at(toll.span) or toll.span
    own = " ".join(fold(place.span.of(reading.text)) for place in event.places)
    return any(
        mention.kind is MentionKind.PLACE
        and sentence.holds(mention.span)
        and fold(mention.span.of(reading.text)) not in own
        and _LIES_THERE.search(reading.text, sentence.start, mention.span.start)
        for mention in reading.mentions
    )
