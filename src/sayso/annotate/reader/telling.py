"""Telling: what the reader finds to have happened, as events of the reading with their times and tolls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions.nesting import innermost
from sayso.annotate.events import paragraphs_of, times_for
from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.linking import with_tolls
from sayso.annotate.events.timing import time_of
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.reader.happened import Happened, happened_in
from sayso.annotate.reader.model import Model
from sayso.annotate.times import calendar_interval
from sayso.annotate.words import words_in
from sayso.model import Argument, Assertion, Event, EventType, Mention, Reading, Span, Time


def told(reading: Reading, *, model: Model) -> Reading:
    """The reading with its events, each toll given to the event that it belongs to.

    Which word names a happening, what kind it is and who did it to whom is the model's; when it was and
    whose toll is whose follow the sentence (it was wrong about both more often than the sentence).
    """
    scores, thresholds = model.scores(reading), model.thresholds
    hints = [(span, one.type) for one in reading.events for span in (one.trigger, *one.also)]
    happened = list(happened_in(scores, thresholds=thresholds, hints=hints))
    triggers = [trigger for one in happened for trigger in one.triggers]
    events = [
        replace(event, confidence=model.calibrations["events"](one.confidence))
        for one in happened
        for event in _by_voice(reading, one, triggers)
    ]
    events = _joined(events, reading)
    tolls = [*reading.tolls, *(toll for one in reading.events for toll in one.tolls)]
    tolls.sort(key=lambda toll: toll.span)
    linked, alone = with_tolls(events, tolls, reading.sentences, paragraphs_of(reading))
    return replace(reading, events=tuple(linked), tolls=tuple(alone))


def _joined(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events, with those of one sentence made one that the rules take for one: a deed and its harm."""
    joined = list(events)
    for rule in reading.events:
        home = next((s for s in reading.sentences if s.overlaps(rule.trigger)), rule.trigger)
        pins = [pin for pin in (rule.trigger, *rule.also) if home.holds(pin)]
        same = [
            one
            for one in joined
            if one.attribution == rule.attribution
            and one.type is rule.type
            and any(own.overlaps(pin) for own in (one.trigger, *one.also) for pin in pins)
        ]
        for other in same[1:]:
            first = joined[joined.index(same[0])]
            also = (*first.also, other.trigger, *other.also)
            same[0] = replace(
                first, also=also, date=first.date or other.date, date_span=first.date_span or other.date_span
            )
            joined[joined.index(first)] = same[0]
            joined.remove(other)
    return joined


def _assertion_of(reading: Reading, trigger: Span, told: Assertion) -> Assertion:
    """What the model says of it, unless the sentence plainly denies it."""
    sentence = next((s for s in reading.sentences if s.overlaps(trigger)), None)
    if sentence is None or told is not Assertion.HAPPENED:
        return told
    words = list(words_in(reading.text, sentence.start, sentence.end))
    own = [n for n, word in enumerate(words) if trigger.start <= word.start < trigger.end]
    if not own:
        return told
    known = Trigger(own[0], own[-1], own[-1], "", EventType.OTHER, is_verb=words[own[0]].lower in VERBS)
    return Assertion.DENIED if assertion_of(words, known) is Assertion.DENIED else told


def _by_voice(reading: Reading, one: Happened, triggers: Sequence[Span]) -> Iterator[Event]:
    """The event once for each voice that tells of it, each with its own words and time."""
    voices: dict[int | None, list[Span]] = {}
    for trigger in one.triggers:
        voices.setdefault(innermost(reading.attributions, trigger), []).append(trigger)
    for attribution, own in voices.items():
        time = _time_of(reading, own, attribution, triggers)
        yield Event(
            trigger=own[0],
            also=tuple(own[1:]),
            type=one.type,
            actors=_arguments(reading, one.arguments["actor"]),
            recipients=_arguments(reading, one.arguments["recipient"]),
            places=_arguments(reading, one.arguments["place"]),
            date=None if time is None else calendar_interval(time),
            date_span=None if time is None else time.span,
            assertion=_assertion_of(reading, own[0], one.assertion),
            attribution=attribution,
        )


def _arguments(reading: Reading, spans: Sequence[Span]) -> tuple[Argument, ...]:
    """The spans, each grown to hold the names that it cuts through."""
    whole = dict.fromkeys(_whole(span, reading.mentions) for span in spans)
    return tuple(Argument(span=span) for span in whole)


def _whole(span: Span, mentions: Sequence[Mention]) -> Span:
    cut = [mention.span for mention in mentions if mention.span.overlaps(span)]
    return Span(min(s.start for s in (span, *cut)), max(s.end for s in (span, *cut)))


def _time_of(
    reading: Reading, own: Sequence[Span], attribution: int | None, triggers: Sequence[Span]
) -> Time | None:
    """The time of the first of its sentences that has one which is not another happening's."""
    for trigger in own:
        sentence = next((s for s in reading.sentences if s.overlaps(trigger)), trigger)
        others = [other for other in triggers if other not in own]
        time = time_of(trigger, times_for(reading, sentence, attribution), others)
        if time is not None:
            return time
    return None


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator of events with a model that is opened when the first text comes."""
    return Annotator(
        name="told",
        reads=frozenset(Layer) - {Layer.OFFICES, Layer.ENTITIES},
        writes=frozenset({Layer.EVENTS, Layer.TOLLS}),
        annotate=each(lambda reading: told(reading, model=model())),
    )
