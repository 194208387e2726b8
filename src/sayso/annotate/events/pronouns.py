"""Pronouns: "it" did it is said of a body or a state, never of the person who says so."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.inside import mentions_inside, words_inside
from sayso.annotate.words import Class, Word, words_of
from sayso.model import Argument, Event, MentionKind, Reading, Span

_BODIES = frozenset({MentionKind.ARMED_ACTOR, MentionKind.ORGANISATION})
_PEOPLE = frozenset({MentionKind.PERSON})
_REACH = 400
"""How many characters before "it" a body is looked for: two sentences or three."""


def without_people_for_it(event: Event, reading: Reading) -> Event:
    """The event without people put down as doers of what "it" did: it was the body that was named last."""
    at = _it_before(event.trigger, reading)
    if at is None:
        return event
    actors = tuple(one for one in event.actors if not _is_person(one.span, reading))
    if actors == event.actors:
        return event
    return replace(event, actors=actors or _last_body(at, reading))


def _it_before(trigger: Span, reading: Reading) -> Span | None:
    """The "it" that is the subject of a trigger: "it had not fired"."""
    home = reading.sentence_at(trigger)
    words: Sequence[Word] = () if home is None else words_of(reading.text, home)
    at = words_inside(words, trigger).start
    while at > 0 and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
    is_it = 0 < at < len(words) and words[at - 1].lower == "it"
    return Span(words[at - 1].start, words[at - 1].end) if is_it else None


def _is_person(span: Span, reading: Reading) -> bool:
    return {one.kind for one in mentions_inside(reading.mentions, span)} == _PEOPLE


def _last_body(before: Span, reading: Reading) -> tuple[Argument, ...]:
    near = mentions_inside(reading.mentions, Span(max(0, before.start - _REACH), before.end))
    bodies = [one.span for one in near if one.kind in _BODIES]
    return (Argument(span=bodies[-1]),) if bodies else ()
