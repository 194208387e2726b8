"""What would make a reading unsound: words that are not where it says, numbers that cannot be kept."""

import math
from collections.abc import Iterator

from sayso.model.identity import text_sha256
from sayso.model.reading import Event, Reading, Toll
from sayso.model.span import Span

# SQLite, Arrow and Parquet keep whole numbers in 64 bits.
_LARGEST = 2**63 - 1


def faults_in(reading: Reading) -> Iterator[str]:
    """Every reason why this reading cannot be kept, in words; none for a sound one.

    A sound reading's text has the hash it says, its spans lie inside the text, its indexes point at
    attributions that exist, chains of parents end, and its numbers are finite.
    """
    try:
        if text_sha256(reading.text) != reading.document.sha256:
            yield "document.sha256 is not the hash of the text"
    except UnicodeEncodeError as error:
        yield f"document.text holds a lone surrogate at {error.start}"
    length = len(reading.text)
    for where, span in _spans(reading):
        if span is not None and span.end > length:
            yield f"{where} [{span.start}, {span.end}) ends after the text, which has {length} characters"
    yield from _index_faults(reading)
    yield from _number_faults(reading)


def _spans(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    if reading.document.dateline is not None:
        yield "document.dateline", reading.document.dateline.span
    for index, sentence in enumerate(reading.sentences):
        yield f"sentences[{index}]", sentence
    for index, mention in enumerate(reading.mentions):
        yield f"mentions[{index}]", mention.span
    for index, time in enumerate(reading.times):
        yield f"times[{index}]", time.span
    for index, office in enumerate(reading.offices):
        for name, span in (("person", office.person), ("title", office.title), ("of", office.of)):
            yield f"offices[{index}].{name}", span
    for index, said in enumerate(reading.attributions):
        for name, span in (("source", said.source), ("cue", said.cue), ("content", said.content)):
            yield f"attributions[{index}].{name}", span
    for index, event in enumerate(reading.events):
        for name, span in _event_spans(event):
            yield f"events[{index}].{name}", span
    for where, toll in _tolls(reading):
        yield f"{where}.span", toll.span


def _event_spans(event: Event) -> Iterator[tuple[str, Span | None]]:
    yield "trigger", event.trigger
    yield "date_span", event.date_span
    for span in event.also:
        yield "also", span
    for role in ("actors", "recipients", "places", "instruments"):
        for argument in getattr(event, role):
            yield role, argument.span


def _tolls(reading: Reading) -> Iterator[tuple[str, Toll]]:
    for index, toll in enumerate(reading.tolls):
        yield f"tolls[{index}]", toll
    for number, event in enumerate(reading.events):
        for index, toll in enumerate(event.tolls):
            yield f"events[{number}].tolls[{index}]", toll


def _index_faults(reading: Reading) -> Iterator[str]:
    many = len(reading.attributions)
    pointing = [(f"attributions[{i}].parent", said.parent) for i, said in enumerate(reading.attributions)]
    pointing += [(f"events[{i}].attribution", event.attribution) for i, event in enumerate(reading.events)]
    pointing += [(f"{where}.attribution", toll.attribution) for where, toll in _tolls(reading)]
    lost = [(where, index) for where, index in pointing if index is not None and not 0 <= index < many]
    for where, index in lost:
        yield f"{where} is {index}, but there are {many} attributions"
    if lost:
        return
    for index in range(many):
        step: int | None = index
        for _ in range(many):
            if step is None:
                break
            step = reading.attributions[step].parent
        if step is not None:
            yield f"attributions[{index}].parent leads back to itself"


def _number_faults(reading: Reading) -> Iterator[str]:
    for where, toll in _tolls(reading):
        for name, bound in (("low", toll.low), ("high", toll.high)):
            if bound is not None and not 0 <= bound <= _LARGEST:
                yield f"{where}.{name} is {bound}, not between 0 and {_LARGEST}"
    numbers = [
        (f"attributions[{i}].confidence", said.confidence) for i, said in enumerate(reading.attributions)
    ]
    numbers += [(f"events[{i}].confidence", event.confidence) for i, event in enumerate(reading.events)]
    for index, entity in enumerate(reading.entities):
        for name in ("latitude", "longitude", "precision_km"):
            number = getattr(entity, name)
            numbers.append((f"entities[{index}].{name}", 0.0 if number is None else number))
    for where, value in numbers:
        if not math.isfinite(value):
            yield f"{where} is {value}"
