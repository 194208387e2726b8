"""Disclaimed: whoever says that it was not them is not put down as the doer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.events.denials import PART_IN, denies
from sayso.annotate.events.negations import BEGINS_CLAUSE, is_negation
from sayso.annotate.events.pronouns import without_people_for_it
from sayso.annotate.inside import words_inside
from sayso.annotate.words import Class, Word, span_of, words_of
from sayso.model import Argument, Assertion, Event, Reading, Span, Voices

_PLAYED = PART_IN - {"anything", "knew", "knowing", "knowledge"}
_CARRY_OUT = frozenset("carry commit conduct launch order perpetrate plant stage".split())
_PARTS_CLAUSES = BEGINS_CLAUSE | {"and", "but"}
_PARTS_STATEMENTS = frozenset({";", ":", "although", "but", "that", "though", "whereas", "while"})
_REACH = 12
"""Words before what names the deed in which somebody disclaims it."""


def without_disclaimers(event: Event, reading: Reading, voices: Voices) -> Event:
    """The event without actors who say, where it is told, that they had no part in it.

    Whoever denies the deed as a whole stays: a denial tells of a deed of theirs that did not happen. Of "no
    group has claimed it" nobody is left.
    """
    if event.assertion is Assertion.DENIED or not event.actors:
        return event
    cleared = [
        span for trigger in (event.trigger, *event.also) for span in _cleared(reading, trigger, voices)
    ]
    actors = tuple(one for one in event.actors if not _is_among(one, cleared) and not _is_none(one, reading))
    return event if actors == event.actors else replace(event, actors=actors)


def _cleared(reading: Reading, trigger: Span, voices: Voices) -> Iterator[Span]:
    """Where those stand who disclaim a deed: in their clause up to the words that do so, or as its voice."""
    sentence = reading.sentence_at(trigger)
    words = () if sentence is None else words_of(reading.text, sentence)
    at = words_inside(words, trigger).start
    disclaims = _disclaims(words[max(0, at - _REACH) : at])
    if disclaims is None:
        return
    before = [word for word in words if word.start < disclaims.start]
    clause = next((at for at in range(len(before), 0, -1) if before[at - 1].lower in _PARTS_STATEMENTS), 0)
    if clause < len(before):
        yield span_of(before[clause:])
    voice = voices.innermost(trigger)
    source = None if voice is None else reading.attributions[voice].source
    if source is not None:
        yield source


def _disclaims(lead: Sequence[Word]) -> Word | None:
    """The word before a deed that disclaims a part in it: of "had nothing to do with the raid", "nothing"."""
    ahead: list[str] = []
    for word in reversed(lead):
        if word.cls is Class.MARK or word.lower in _PARTS_CLAUSES:
            return None
        if word.lower == "nothing" and ahead[:2] == ["to", "do"]:
            return word
        is_not = is_negation(word.lower)
        is_no = is_not or word.lower in {"no", "neither"} or denies(word.lower)
        if is_no and not _PLAYED.isdisjoint(ahead):
            return None if ahead[0] == "only" else word
        if is_not and not _CARRY_OUT.isdisjoint(ahead[:1]):
            return word
        ahead.insert(0, word.lower)
    return None


def _is_among(one: Argument, cleared: Sequence[Span]) -> bool:
    return any(one.span.overlaps(span) for span in cleared)


def _is_none(one: Argument, reading: Reading) -> bool:
    """Whether an actor is said to be none: "no group"."""
    before = reading.text[max(0, one.span.start - 12) : one.span.start].lower().split()
    return before[-1:] == ["no"] or one.span.of(reading.text).lower().startswith("no ")


def _annotate(reading: Reading) -> Reading:
    voices = Voices(reading.attributions)
    named = (without_people_for_it(event, reading) for event in reading.events)
    return replace(reading, events=tuple(without_disclaimers(event, reading, voices) for event in named))


ANNOTATOR = Annotator(
    name="disclaimed",
    reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.ATTRIBUTIONS, Layer.EVENTS}),
    writes=frozenset({Layer.EVENTS}),
    annotate=each(_annotate),
)
"""The step that comes after the last one that gives events their doers."""
