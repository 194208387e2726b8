"""Linking: several mentions into one event, and each toll to the event that it is the toll of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotate.events.lexicon import HARM_VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.model import Effect, Event, EventType, Span, Toll

_HARM = frozenset({EventType.ASSAULT, EventType.OTHER})
_TYPES_OF: dict[Effect, frozenset[EventType]] = {
    Effect.KILLED: _HARM,
    Effect.INJURED: _HARM,
    Effect.CASUALTIES: _HARM,
    Effect.MISSING: _HARM,
    Effect.ABDUCTED: frozenset({EventType.ASSAULT}),
    Effect.DAMAGED: _HARM,
    Effect.DESTROYED: _HARM,
    Effect.DETAINED: frozenset({EventType.COERCE}),
    Effect.DISPLACED: frozenset({EventType.ASSAULT, EventType.COERCE, EventType.OTHER}),
}
# A happening named again is seldom more than this many sentences after it was last named.
_MEMORY = 12
# Words between a verb and the noun that is its object: "agreed on a temporary cease-fire".
_OBJECT_REACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An event as one sentence tells it."""

    event: Event
    trigger: Trigger
    sentence: int
    paragraph: int
    is_definite: bool
    """Named with "the" or "this", as what was told before is."""


def merged(found: Sequence[Found]) -> list[Found]:
    """One entry for each occurrence; a later mention of the same voice joins the event it points back to."""
    kept: list[Found] = []
    for mention in found:
        earlier = _told_before(mention, kept)
        if earlier is None:
            kept.append(mention)
            continue
        event = kept[earlier].event
        # The date stays that of the first telling: "the fighting went on in May" dates the going on.
        joined = replace(
            event,
            also=(*event.also, mention.event.trigger),
            actors=event.actors or mention.event.actors,
            recipients=event.recipients or mention.event.recipients,
            places=event.places or mention.event.places,
        )
        kept[earlier] = replace(kept[earlier], event=joined, sentence=mention.sentence)
    return kept


def _told_before(mention: Found, kept: Sequence[Found]) -> int | None:
    event = mention.event
    for number in range(len(kept) - 1, -1, -1):
        earlier = kept[number]
        if mention.sentence - earlier.sentence > _MEMORY:
            continue
        same = earlier.event.type is event.type and earlier.event.attribution == event.attribution
        if (
            not same
            or _differ(earlier.event.date, event.date)
            or earlier.event.assertion is not event.assertion
        ):
            continue
        if mention.sentence == earlier.sentence and _tell_one_thing(earlier, mention):
            return number
        if _is_harm(mention) and _follows(mention, earlier):
            return number
        if mention.is_definite and not mention.trigger.is_verb:
            return number
        if mention.trigger.lemma == earlier.trigger.lemma and _same_parties(earlier.event, event):
            return number
    return None


def _tell_one_thing(earlier: Found, mention: Found) -> bool:
    """Whether two words of one sentence name one happening: a deed and its harm, a verb and its noun."""
    if _is_harm(mention) or _is_harm(earlier):
        return True
    apart = mention.trigger.first - earlier.trigger.last
    return earlier.trigger.is_verb and not mention.trigger.is_verb and apart <= _OBJECT_REACH


def _is_harm(mention: Found) -> bool:
    return mention.trigger.is_verb and mention.trigger.lemma in HARM_VERBS


def _follows(mention: Found, earlier: Found) -> bool:
    close = earlier.paragraph == mention.paragraph and mention.sentence - earlier.sentence == 1
    return close and not mention.event.actors and not mention.event.date


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _same_parties(one: Event, other: Event) -> bool:
    return not (one.actors and other.actors) or not (one.places and other.places)


def with_tolls(
    found: Sequence[Event], tolls: Sequence[Toll], sentences: Sequence[Span], paragraphs: Sequence[int]
) -> tuple[list[Event], list[Toll]]:
    """The events with their tolls, and the tolls that belong to none of them."""
    taken: list[list[Toll]] = [[] for _ in found]
    alone: list[Toll] = []
    for toll in tolls:
        number = _event_of(toll, found, sentences, paragraphs)
        (alone if number is None else taken[number]).append(toll)
    events = [
        replace(event, tolls=tuple(mine)) if mine else event for event, mine in zip(found, taken, strict=True)
    ]
    return events, alone


def _event_of(
    toll: Toll, found: Sequence[Event], sentences: Sequence[Span], paragraphs: Sequence[int]
) -> int | None:
    """The nearest fitting event of the toll's sentence, or the last one told before it."""
    home = next((n for n, span in enumerate(sentences) if span.overlaps(toll.span)), None)
    if home is None:
        return None
    fitting = [n for n, event in enumerate(found) if event.type in _TYPES_OF[toll.effect]]
    beside = [
        (min(span.distance(toll.span) for span in inside), n)
        for n in fitting
        if (inside := [s for s in _triggers(found[n]) if sentences[home].overlaps(s)])
    ]
    if beside:
        return min(beside)[1]
    before = [
        (toll.span.start - last, n)
        for n in fitting
        if (last := _last_before(found[n], sentences, paragraphs, home)) is not None
    ]
    return min(before)[1] if before else None


def _last_before(event: Event, sentences: Sequence[Span], paragraphs: Sequence[int], home: int) -> int | None:
    """Where the event was last named before the toll, in the toll's paragraph or the one before."""
    ends = []
    for span in _triggers(event):
        index = next((n for n, sentence in enumerate(sentences) if sentence.overlaps(span)), None)
        if index is not None and index < home and paragraphs[home] - paragraphs[index] <= 1:
            ends.append(span.end)
    return max(ends, default=None)


def _triggers(event: Event) -> tuple[Span, ...]:
    return (event.trigger, *event.also)
