"""Telling: what the reader finds to have happened, as events of the reading with their times and tolls."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.events.timing import time_of
from sayso.annotate.reader.happened import Happened, happened_in
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.scores import Floats
from sayso.annotate.reader.thresholds import Thresholds
from sayso.annotate.reader.words import Words
from sayso.annotate.times import calendar_interval
from sayso.model import Argument, Attribution, Event, Mention, Reading, Span, Time, TimeType, Toll


def told(reading: Reading, *, model: Model) -> Reading:
    """The reading with its events, each toll given to the event that it belongs to."""
    scores, thresholds = model.scores(reading), model.thresholds
    hints = [(span, one.type) for one in reading.events for span in (one.trigger, *one.also)]
    happened = list(happened_in(scores, thresholds=thresholds, hints=hints))
    tolls: list[list[Toll]] = [[] for _ in happened]
    alone: list[Toll] = []
    for toll in (*reading.tolls, *(toll for one in reading.events for toll in one.tolls)):
        number = _event_of(toll, happened, scores.words, thresholds.toll)
        (alone if number is None else tolls[number]).append(toll)
    events = [
        replace(
            _event(reading, one, happened, scores.words, thresholds, mine),
            confidence=model.calibrations["events"](one.confidence),
        )
        for one, mine in zip(happened, tolls, strict=True)
    ]
    return replace(reading, events=tuple(events), tolls=tuple(alone))


def _event(
    reading: Reading,
    one: Happened,
    others: Sequence[Happened],
    words: Words,
    thresholds: Thresholds,
    tolls: Sequence[Toll],
) -> Event:
    time = _time_of(reading, one, others, words, thresholds.time)
    return Event(
        trigger=one.triggers[0],
        also=one.triggers[1:],
        type=one.type,
        actors=_arguments(reading, one.arguments["actor"]),
        recipients=_arguments(reading, one.arguments["recipient"]),
        places=_arguments(reading, one.arguments["place"]),
        date=None if time is None else calendar_interval(time),
        date_span=None if time is None else time.span,
        assertion=one.assertion,
        attribution=_innermost(reading.attributions, one.triggers[0]),
        tolls=tuple(tolls),
    )


def _arguments(reading: Reading, spans: Sequence[Span]) -> tuple[Argument, ...]:
    """The spans, each grown to hold the names that it cuts through."""
    whole = dict.fromkeys(_whole(span, reading.mentions) for span in spans)
    return tuple(Argument(span=span) for span in whole)


def _whole(span: Span, mentions: Sequence[Mention]) -> Span:
    cut = [mention.span for mention in mentions if mention.span.overlaps(span)]
    return Span(min(s.start for s in (span, *cut)), max(s.end for s in (span, *cut)))


def _innermost(attributions: Sequence[Attribution], span: Span) -> int | None:
    holding = [n for n, attribution in enumerate(attributions) if attribution.content.holds(span)]
    return min(holding, key=lambda n: len(attributions[n].content), default=None)


def _time_of(
    reading: Reading, one: Happened, others: Sequence[Happened], words: Words, least: float
) -> Time | None:
    """The time that most likely dates the event; failing that the nearest in the trigger's sentence."""
    times = [time for time in reading.times if time.type in {TimeType.DATE, TimeType.TIME}]
    likely = [_over(one.filling["time"], words, time.span) for time in times]
    if likely and max(likely) >= least:
        return times[int(np.argmax(likely))]
    trigger = one.triggers[0]
    sentence = next((s for s in reading.sentences if s.overlaps(trigger)), trigger)
    rest = [t for other in others if other is not one for t in other.triggers]
    return time_of(trigger, [time for time in times if sentence.holds(time.span)], rest)


def _event_of(toll: Toll, happened: Sequence[Happened], words: Words, least: float) -> int | None:
    likely = [_over(one.filling["toll"], words, toll.span) for one in happened]
    return int(np.argmax(likely)) if likely and max(likely) >= least else None


def _over(likely: Floats, words: Words, span: Span) -> float:
    first, end = words.within(span.start, span.end)
    return float(likely[first:end].mean()) if first < end else 0.0


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator of events with a model that is opened when the first text comes."""
    return Annotator(
        name="told",
        reads=frozenset(Layer) - {Layer.OFFICES, Layer.ENTITIES},
        writes=frozenset({Layer.EVENTS, Layer.TOLLS}),
        annotate=each(lambda reading: told(reading, model=model())),
    )
