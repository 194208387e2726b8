"""Events: what the report says happened, with parties, place, time, assertion and tolls.

A plain first reader by lexicon and word order; the trained reader takes its place.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.events.arguments import parties_of, places_of
from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.linking import Found, merged, with_tolls
from sayso.annotate.events.timing import time_of
from sayso.annotate.events.triggers import Trigger, triggers_in
from sayso.annotate.inside import mentions_inside
from sayso.annotate.times import calendar_interval
from sayso.annotate.words import Word, words_of
from sayso.model import Argument, Event, Mention, MentionKind, Reading, Span, Time, innermost

# Tuned on nothing: a lexicon hit is right about half the time on reports it was not written for.
_CONFIDENCE = 0.5
# How many characters away a trigger's parties and places are looked for, and how many other triggers on each
# side are. No sentence of prose is as long; a list of a thousand lines without a full stop is one sentence,
# and would take the square of its time.
_REACH, _BESIDE = 2_000, 50


def _annotate(reading: Reading) -> Reading:
    paragraphs = paragraphs_of(reading)
    found = merged(list(_found_in(reading, paragraphs)))
    events, alone = with_tolls([one.event for one in found], reading.tolls, reading, paragraphs)
    return replace(reading, events=tuple(events), tolls=tuple(alone))


def _found_in(reading: Reading, paragraphs: Sequence[int]) -> Iterator[Found]:
    text = reading.text
    for number, sentence in enumerate(reading.sentences):
        words = words_of(text, sentence)
        triggers = list(triggers_in(words))
        spans = [_span(words, trigger) for trigger in triggers]
        mentions = mentions_inside(reading.mentions, sentence)
        for at, trigger in enumerate(triggers):
            beside = (*spans[max(0, at - _BESIDE) : at], *spans[at + 1 : at + 1 + _BESIDE])
            event = _event(reading, words, sentence, trigger, beside, _near(spans[at], mentions))
            lead = text[max(0, words[trigger.first].start - 6) : words[trigger.first].start].lower().split()
            yield Found(
                event=event,
                trigger=trigger,
                sentence=number,
                paragraph=paragraphs[number],
                is_definite=bool(lead) and lead[-1] in {"the", "this", "that", "these", "those", "both"},
            )


def _near(span: Span, mentions: Sequence[Mention]) -> Sequence[Mention]:
    first = bisect_left(mentions, span.start - _REACH, key=_start)
    return mentions[first : bisect_left(mentions, span.end + _REACH, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start


def _event(
    reading: Reading,
    words: Sequence[Word],
    sentence: Span,
    trigger: Trigger,
    others: Sequence[Span],
    mentions: Sequence[Mention],
) -> Event:
    text, span = reading.text, _span(words, trigger)
    attribution = innermost(reading.attributions, span)
    parties = parties_of(words, trigger, mentions)
    speaker = None if attribution is None else reading.attributions[attribution].source
    actors, recipients = (
        tuple(_named(reading, span, speaker) for span in _no_times(reading, spans))
        for spans in (parties.actors, parties.recipients)
    )
    places = places_of(text, words, trigger, mentions, (*actors, *recipients))
    time = time_of(span, times_for(reading, sentence, attribution), others)
    said = None if attribution is None else reading.attributions[attribution].cue
    assertion = assertion_of(words, trigger, cue=None if said is None else said.of(text))
    return Event(
        trigger=span,
        type=trigger.type,
        actors=_arguments(actors),
        recipients=_arguments(recipients),
        places=_arguments(places),
        instruments=_arguments(parties.instruments),
        date=None if time is None else calendar_interval(time),
        date_span=None if time is None else time.span,
        assertion=assertion,
        attribution=attribution,
        confidence=_CONFIDENCE,
    )


def _arguments(spans: Sequence[Span]) -> tuple[Argument, ...]:
    return tuple(Argument(span=span) for span in spans)


def times_for(reading: Reading, sentence: Span, attribution: int | None) -> list[Time]:
    """The times that may date what a sentence tells: those of what is said before those of the saying."""
    beside = [time for time in reading.times if sentence.holds(time.span)]
    if attribution is None:
        return beside
    said = reading.attributions[attribution].content
    return [time for time in beside if said.holds(time.span)] or beside


def _named(reading: Reading, span: Span, speaker: Span | None) -> Span:
    """The span, or for a pronoun the nearest words that name its party."""
    pronoun = span.of(reading.text).lower()
    if pronoun in {"i", "we", "me", "us"}:
        return speaker or span
    if pronoun in {"he", "she", "him"}:
        people = [
            mention.span
            for mention in reading.mentions
            if mention.kind is MentionKind.PERSON and mention.span.end <= span.start
        ]
        return people[-1] if people else span
    return span


def _span(words: Sequence[Word], trigger: Trigger) -> Span:
    return Span(words[trigger.first].start, words[trigger.last].end)


def _no_times(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without the times, years and ages that word order mistakes for parties."""
    return tuple(
        span
        for span in spans
        if not any(time.span.overlaps(span) for time in reading.times) and not span.of(reading.text).isdigit()
    )


def paragraphs_of(reading: Reading) -> list[int]:
    """The number of the paragraph that each sentence stands in."""
    numbers: list[int] = []
    for at, sentence in enumerate(reading.sentences):
        if at == 0:
            numbers.append(0)
            continue
        gap = reading.text[reading.sentences[at - 1].end : sentence.start]
        numbers.append(numbers[-1] + (1 if "\n" in gap else 0))
    return numbers


ANNOTATOR = Annotator(
    name="events",
    reads=frozenset({Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.TOLLS}),
    writes=frozenset({Layer.EVENTS, Layer.TOLLS}),
    annotate=each(_annotate),
)
