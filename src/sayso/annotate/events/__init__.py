"""Events: what the report says happened, with parties, place, time, assertion and tolls.

A plain first reader by lexicon and word order; the trained reader takes its place.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.events.arguments import parties_of, places_of
from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.linking import Found, merged, with_tolls
from sayso.annotate.events.timing import time_of
from sayso.annotate.events.triggers import Trigger, triggers_in
from sayso.annotate.inside import mentions_inside
from sayso.annotate.times import calendar_interval
from sayso.annotate.words import Word, words_of
from sayso.model import Argument, Attribution, Event, Mention, MentionKind, Near, Reading, Span, Time, Voices

# Tuned on nothing: a lexicon hit is right about half the time on reports it was not written for.
_CONFIDENCE = 0.5
# How many characters away a trigger's parties and places are looked for, and how many other triggers on each
# side are. No sentence of prose is as long; a list of a thousand lines without a full stop is one sentence,
# and would take the square of its time.
_REACH, _BESIDE = 2_000, 50


@dataclass(frozen=True, slots=True)
class _Known:
    """A reading, with what is looked up in it for every trigger."""

    reading: Reading
    voices: Voices
    times: Near[Time]
    people: Sequence[Span]
    """The names of persons, in order."""

    @classmethod
    def of(cls, reading: Reading) -> "_Known":
        """What is known of a reading."""
        people = [mention.span for mention in reading.mentions if mention.kind is MentionKind.PERSON]
        times = Near((time.span, time) for time in reading.times)
        return cls(reading, Voices(reading.attributions), times, people)


def _annotate(reading: Reading) -> Reading:
    paragraphs = paragraphs_of(reading)
    found = merged(list(_found_in(reading, paragraphs)))
    events, alone = with_tolls([one.event for one in found], reading.tolls, reading, paragraphs)
    return replace(reading, events=tuple(events), tolls=tuple(alone))


def _found_in(reading: Reading, paragraphs: Sequence[int]) -> Iterator[Found]:
    text, known = reading.text, _Known.of(reading)
    for number, sentence in enumerate(reading.sentences):
        words = words_of(text, sentence)
        triggers = list(triggers_in(words))
        spans = [_span(words, trigger) for trigger in triggers]
        mentions = mentions_inside(reading.mentions, sentence)
        times = [time for time in known.times.touching(sentence) if sentence.holds(time.span)]
        for at, trigger in enumerate(triggers):
            beside = (*spans[max(0, at - _BESIDE) : at], *spans[at + 1 : at + 1 + _BESIDE])
            event = _event(known, words, times, trigger, beside, _near(spans[at], mentions))
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
    known: _Known,
    words: Sequence[Word],
    times: Sequence[Time],
    trigger: Trigger,
    others: Sequence[Span],
    mentions: Sequence[Mention],
) -> Event:
    text, span = known.reading.text, _span(words, trigger)
    attribution = known.voices.innermost(span)
    voice = None if attribution is None else known.reading.attributions[attribution]
    parties = parties_of(words, trigger, mentions)
    actors, recipients = (
        tuple(_named(known, span, voice) for span in _no_times(known, spans))
        for spans in (parties.actors, parties.recipients)
    )
    places = places_of(text, words, trigger, mentions, (*actors, *recipients))
    time = time_of(span, _told_with(times, voice), others)
    cue = None if voice is None or voice.cue is None else voice.cue.of(text)
    assertion = assertion_of(words, trigger, cue=cue)
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


def _told_with(times: Sequence[Time], voice: Attribution | None) -> Sequence[Time]:
    """The times of a sentence that may date what it tells: of what is said before those of the saying."""
    return (voice and [time for time in times if voice.content.holds(time.span)]) or times


def _named(known: _Known, span: Span, voice: Attribution | None) -> Span:
    """The span, or for a pronoun the nearest words that name its party."""
    pronoun = span.of(known.reading.text).lower()
    if pronoun in {"i", "we", "me", "us"}:
        return (voice and voice.source) or span
    if pronoun in {"he", "she", "him"}:
        before = range(bisect_left(known.people, span) - 1, -1, -1)
        return next((one for one in map(known.people.__getitem__, before) if one.end <= span.start), span)
    return span


def _span(words: Sequence[Word], trigger: Trigger) -> Span:
    return Span(words[trigger.first].start, words[trigger.last].end)


def _no_times(known: _Known, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without the times, years and ages that word order mistakes for parties."""
    return tuple(
        span for span in spans if not known.times.touching(span) and not span.of(known.reading.text).isdigit()
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
