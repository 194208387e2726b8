"""Spanish: happenings named in Spanish reports, which the trained reader hardly knows; no parties."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sayso.annotate import tables
from sayso.annotate.annotator import Annotator, Layer, each
from sayso.model import Event, EventType, Near, Reading, Span, Voices

# Short words that no other language has so many of; for texts too short for their language to be told.
_SHORT = re.compile(r"\b(?:al|con|de|del|el|en|la|las|los|para|por|que|se|su|un|una|y)\b", re.IGNORECASE)
_ENOUGH = 0.2
# Right in about half of the sentences of petrarch train.
_CONFIDENCE = 0.5


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b".replace(r"\*", r"\w*"), re.IGNORECASE)


_WORDS: Mapping[EventType, re.Pattern[str]] = {
    EventType(row["type"]): _pattern(tables.listed(row["words"])) for row in tables.rows("spanish.tsv")
}


def named_in(text: str, sentence: Span) -> Iterator[tuple[Span, EventType]]:
    """The first word of each type that names a happening in a sentence, in the order of the text."""
    found: dict[Span, EventType] = {}
    for type_, pattern in _WORDS.items():
        match = pattern.search(text, sentence.start, sentence.end)
        if match and not any(Span(*match.span()).overlaps(other) for other in found):
            found[Span(*match.span())] = type_
    yield from sorted(found.items())


def _annotate(reading: Reading) -> Reading:
    """The reading with what its words name, where it is Spanish; what the reader found there stays."""
    if not _is_spanish(reading):
        return reading
    events, voices = list(reading.events), Voices(reading.attributions)
    told = Near((pin, None) for event in events for pin in (event.trigger, *event.also))
    for sentence in reading.sentences:
        for trigger, type_ in named_in(reading.text, sentence):
            if not told.touching(trigger):
                told.add(trigger, None)
                said = voices.innermost(trigger)
                events.append(Event(trigger=trigger, type=type_, attribution=said, confidence=_CONFIDENCE))
    events.sort(key=lambda event: event.trigger)
    return replace(reading, events=tuple(events))


def _is_spanish(reading: Reading) -> bool:
    if reading.document.language is not None:
        return reading.document.language == "es"
    return len(_SHORT.findall(reading.text)) >= _ENOUGH * max(1, len(reading.text.split()))


ANNOTATOR = Annotator(
    name="spanish",
    reads=frozenset({Layer.SENTENCES, Layer.ATTRIBUTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(_annotate),
)
