"""Linking: several mentions into one event, and each toll to the event that it is the toll of."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from sayso.annotate.events.lexicon import HARM_VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.times import day_of_report
from sayso.model import Assertion, Effect, Event, EventType, Reading, Span, Toll, changed, item_at, items_in

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
# In sentences; a toll further from every happening than this belongs to none.
_LONGEST_PARAGRAPH = 60
# Words between a verb and the noun that is its object: "agreed on a temporary cease-fire".
_OBJECT_REACH = 6
_LONG = timedelta(days=100)


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
    """One entry for each occurrence; a later mention of the same voice joins the event it points back to.

    They come in order of the text, so those that the next one may point back to are the few of late.
    """
    kept: list[Found] = []
    of_late: list[int] = []
    for mention in found:
        of_late = [number for number in of_late if mention.sentence - kept[number].sentence <= _MEMORY]
        earlier = _told_before(mention, kept, of_late)
        if earlier is None:
            of_late.append(len(kept))
            kept.append(mention)
            continue
        event = kept[earlier].event
        # The date stays that of the first telling: "the fighting went on in May" dates the going on.
        joined = changed(
            event,
            also=(*event.also, mention.event.trigger),
            actors=event.actors or mention.event.actors,
            recipients=event.recipients or mention.event.recipients,
            places=event.places or mention.event.places,
        )
        kept[earlier] = changed(kept[earlier], event=joined, sentence=mention.sentence)
    return kept


def _told_before(mention: Found, kept: Sequence[Found], of_late: Sequence[int]) -> int | None:
    event = mention.event
    for number in reversed(of_late):
        earlier = kept[number]
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
    found: Sequence[Event], tolls: Sequence[Toll], reading: Reading, paragraphs: Sequence[int]
) -> tuple[list[Event], list[Toll]]:
    """The events with their tolls, and the tolls that belong to none of them."""
    sentences = reading.sentences
    named = _named_in(found, sentences)
    past = _long_past(reading)
    # The dead of an old war are not those of today's strike, though its paragraph stands in front.
    of_then = _Named({home: pins for home, pins in named.items() if home in past})
    of_all = _Named(named)
    taken: list[list[Toll]] = [[] for _ in found]
    alone: list[Toll] = []
    for toll in tolls:
        home = _sentence_of(toll.span, sentences)
        known = of_then if home in past else of_all
        number = None if home is None else _event_of(toll, found, known, home, paragraphs, reading)
        (alone if number is None else taken[number]).append(toll)
    events = [
        changed(event, tolls=tuple(mine)) if mine else event for event, mine in zip(found, taken, strict=True)
    ]
    return events, alone


def _long_past(reading: Reading) -> frozenset[int]:
    """The numbers of sentences that tell of days gone by for long when the report was published."""
    today = day_of_report(reading)
    if today is None:
        return frozenset()
    days: defaultdict[int, list[str]] = defaultdict(list)
    for time in reading.times:
        home = _sentence_of(time.span, reading.sentences)
        if home is not None and time.latest is not None:
            days[home].append(time.latest)
    begin = (today - _LONG).isoformat()
    return frozenset(home for home, latest in days.items() if max(latest) < begin)


_Naming: TypeAlias = tuple[Span, int]
"""A trigger and the number of its event."""


class _Named:
    """The triggers of each sentence that has any."""

    def __init__(self, of: Mapping[int, Sequence[_Naming]]) -> None:
        self._of, self._homes = of, sorted(of)

    def upto(self, home: int) -> Iterator[tuple[int, Sequence[_Naming]]]:
        """A sentence's triggers, and those of the ones before it, as far back as any paragraph reaches."""
        for at in range(bisect_right(self._homes, home) - 1, -1, -1):
            if home - self._homes[at] >= _LONGEST_PARAGRAPH:
                return
            yield self._homes[at], self._of[self._homes[at]]


def _named_in(found: Sequence[Event], sentences: Sequence[Span]) -> Mapping[int, Sequence[_Naming]]:
    """The triggers of each sentence."""
    named: dict[int, list[_Naming]] = {}
    for number, event in enumerate(found):
        for trigger in (event.trigger, *event.also):
            sentence = _sentence_of(trigger, sentences)
            if sentence is not None:
                named.setdefault(sentence, []).append((trigger, number))
    return named


def _sentence_of(span: Span, sentences: Sequence[Span]) -> int | None:
    """The number of the first sentence that a span touches."""
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    return at if at < len(sentences) and sentences[at].overlaps(span) else None


def _event_of(
    toll: Toll,
    found: Sequence[Event],
    named: _Named,
    home: int,
    paragraphs: Sequence[int],
    reading: Reading,
) -> int | None:
    """The nearest fitting event of the toll's sentence, or the last one told before it.

    Before it is in its own paragraph or the one in front of that, but in no other item of a list. What did
    not happen hurt nobody: a number told after a denial is of something else.
    """
    types = _TYPES_OF[toll.effect]
    items = items_in(reading.text)
    own = item_at(reading.sentences[home], items)
    for sentence, triggers in named.upto(home):
        if paragraphs[home] - paragraphs[sentence] > 1:
            return None
        if own is not None and item_at(reading.sentences[sentence], items) not in (None, own):
            continue
        fitting = [(span, n) for span, n in triggers if found[n].type in types]
        if fitting and sentence == home:
            return min((span.distance(toll.span), n) for span, n in fitting)[1]
        told = [(-span.end, n) for span, n in fitting if toll.high == 0 or not _is_denied(found[n])]
        if told:
            return min(told)[1]
    return None


def _is_denied(event: Event) -> bool:
    return event.assertion is Assertion.DENIED
