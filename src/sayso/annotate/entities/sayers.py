"""Sayers: whoever says what is an event by being said, a demand or a threat, is the one who does it."""

from collections.abc import Sequence

from sayso.annotate.words import Class, class_of
from sayso.model import Argument, Attribution, Event, Near, Reading, Span, changed


def by_their_sayers(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events, each with its speaker for its doer where its words are the cue of what is said.

    "He accused the guard and demanded its withdrawal": he does both. A pronoun is told by the name that it
    stands for, where the report has that before.
    """
    cues = Near((said.cue, said) for said in reading.attributions if said.cue is not None)
    return [_by_its_sayer(event, cues.touching(event.trigger), reading) for event in events]


def _by_its_sayer(event: Event, said: Sequence[Attribution], reading: Reading) -> Event:
    source = said[0].source if len(said) == 1 else None
    if source is None or any(one.span.overlaps(source) for one in event.actors):
        return event
    name = _name(said[0], source, reading.text)
    if name is None or any(_shares_a_word(one.span, name, reading.text) for one in event.actors):
        return event
    recipients = tuple(one for one in event.recipients if not one.span.overlaps(name))
    return changed(event, actors=(Argument(span=name),), recipients=recipients)


def _name(said: Attribution, source: Span, text: str) -> Span | None:
    """Where whoever a source means is named: there, or the last time before a pronoun."""
    if class_of(source.of(text)) is not Class.PRONOUN:
        return source
    at = text.rfind(said.who, 0, source.start) if said.who and said.who != source.of(text) else -1
    return Span(at, at + len(said.who or "")) if at >= 0 else None


def _shares_a_word(one: Span, other: Span, text: str) -> bool:
    """Whether two phrases may mean the same, for a word of weight that both have."""
    told = [
        {word.lower() for word in span.of(text).split() if class_of(word) is Class.OPEN}
        for span in (one, other)
    ]
    return not told[0].isdisjoint(told[1])
