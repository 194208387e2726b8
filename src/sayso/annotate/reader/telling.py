"""Telling: what the reader finds to have happened, as events of the reading with their tolls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions.answers import is_answer
from sayso.annotate.events import paragraphs_of
from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.denials import is_claim, is_denial, may_deny
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.linking import with_tolls
from sayso.annotate.events.meanings import as_meant
from sayso.annotate.events.strikes import told_apart
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inside import mentions_inside, words_inside
from sayso.annotate.reader.edges import Pinned
from sayso.annotate.reader.happened import Happened, happened_in
from sayso.annotate.reader.model import Model
from sayso.annotate.words import words_of
from sayso.model import Assertion, Event, EventType, MentionKind, Reading, Span, innermost

_TROOPS = frozenset({"artillery"})
"""Weapons by whose name those who serve them are called."""

_Heard: TypeAlias = tuple[int | None, Assertion]
"""On whose say-so a trigger stands, and what the words that govern it plainly say of it."""


def told(reading: Reading, *, model: Model) -> Reading:
    """The reading with its events, each toll given to the event that it belongs to.

    Which word names a happening, what kind it is and who did it to whom is the model's; whose toll is whose
    follows the sentence, and so does, later, when it was (the model was wrong about both more often).
    """
    scores, thresholds = model.scores(reading), model.thresholds
    hints = [(span, one.type) for one in reading.events for span in (one.trigger, *one.also)]

    @cache
    def heard(trigger: Span) -> _Heard:
        voice = innermost(reading.attributions, trigger)
        cue = None if voice is None else reading.attributions[voice].cue
        return voice, _plainly(reading, trigger, None if cue is None else cue.of(reading.text))

    def is_denied(trigger: Span) -> bool:
        return heard(trigger)[1] is Assertion.DENIED

    happened = list(
        happened_in(
            scores,
            thresholds=thresholds,
            likeness=model.likeness,
            fillings=model.fillings,
            hints=hints,
            is_denied=is_denied,
        )
    )
    tolls = [*reading.tolls, *(toll for one in reading.events for toll in one.tolls)]
    tolls.sort(key=lambda toll: toll.span)
    pinned = Pinned.of(reading, tolls)
    surely = model.calibrations["events"]
    events = [
        event for one in happened for event in _events(reading, one, pinned, heard, surely(one.confidence))
    ]
    events = as_meant([_armed(event, reading) for event in events], reading)
    events = told_apart(events, reading)
    events = _joined(events, reading)
    linked, alone = with_tolls(events, tolls, reading, paragraphs_of(reading))
    return replace(reading, events=tuple(linked), tolls=tuple(alone))


def _armed(event: Event, reading: Reading) -> Event:
    """The event with the weapons that were read as its actors for what they are: nobody but a thing."""
    things = [one for one in event.actors if _is_weapon(one.span, reading)]
    if not things:
        return event
    actors = tuple(one for one in event.actors if one not in things)
    return replace(event, actors=actors, instruments=(*event.instruments, *things))


def _is_weapon(span: Span, reading: Reading) -> bool:
    """Whether a phrase names but a weapon: "three rockets", not "Velmarian rockets" nor the artillery."""
    inside = mentions_inside(reading.mentions, span)
    is_weapon = bool(inside) and {one.kind for one in inside} == {MentionKind.WEAPON}
    last = inside[-1].span if inside else span
    return is_weapon and last.end == span.end and last.of(reading.text).lower() not in _TROOPS


def _joined(events: Sequence[Event], reading: Reading) -> list[Event]:
    """The events, with those of one sentence made one that the rules take for one: a deed and its harm."""
    joined = list(events)
    for rule in reading.events:
        home = reading.sentence_at(rule.trigger) or rule.trigger
        pins = [pin for pin in (rule.trigger, *rule.also) if home.holds(pin)]
        same = [
            one
            for one in joined
            if one.type is rule.type
            and (one.assertion is Assertion.DENIED) == (rule.assertion is Assertion.DENIED)
            and any(own.overlaps(pin) for own in (one.trigger, *one.also) for pin in pins)
        ]
        for other in same[1:]:
            first = joined[joined.index(same[0])]
            same[0] = replace(
                first,
                also=(*first.also, other.trigger, *other.also),
                actors=first.actors or other.actors,
                recipients=first.recipients or other.recipients,
                places=first.places or other.places,
            )
            joined[joined.index(first)] = same[0]
            joined.remove(other)
    return joined


def _assertion_of(reading: Reading, trigger: Span, plain: Assertion, told: Assertion) -> Assertion:
    """What the words that govern the trigger plainly say of it, and where they say nothing, the model.

    On the reports to learn from these words are right three times in four when they mark something, of
    denials four times in five, and see two fifths of what is marked; the model sees other cases. Its denials
    want a word that can deny: a denial made up puts a happening in doubt.
    """
    if plain is not Assertion.HAPPENED:
        return plain
    sentence = reading.sentence_at(trigger)
    if told is Assertion.DENIED and sentence is not None and not may_deny(words_of(reading.text, sentence)):
        return Assertion.HAPPENED
    return told


def _plainly(reading: Reading, trigger: Span, cue: str | None) -> Assertion:
    """What the words that govern the trigger, and the cue of who tells it, plainly say of it."""
    sentence = reading.sentence_at(trigger)
    words = () if sentence is None else words_of(reading.text, sentence)
    own = words_inside(words, trigger)
    if not own:
        return Assertion.HAPPENED
    known = Trigger(own[0], own[-1], own[-1], "", EventType.OTHER, is_verb=words[own[0]].lower in VERBS)
    return assertion_of(words, known, cue=cue)


def _events(
    reading: Reading, one: Happened, pinned: Pinned, heard: Callable[[Span], _Heard], confidence: float
) -> Iterator[Event]:
    """The event, and where some of its mentions deny it, the denial as an event of its own.

    Both are about one occurrence, but what is denied is not what is told: whoever denies it would be put
    down for telling it.
    """
    told: dict[bool, list[tuple[Span, int | None, Assertion]]] = {}
    for trigger in one.triggers:
        attribution, plain = heard(trigger)
        answers = [] if plain is Assertion.DENIED else _answers(reading, trigger, attribution)
        likely = Assertion.HAPPENED if answers else one.assertion
        assertion = _assertion_of(reading, trigger, plain, likely)
        is_denied = assertion is Assertion.DENIED
        denier = _denier(reading, trigger, attribution) if is_denied else attribution
        # What others allege and somebody denies would count as theirs among the further words of a denial.
        if denier == attribution or is_denied not in told:
            told.setdefault(is_denied, []).append((trigger, denier, assertion))
        for answer in answers:
            told.setdefault(True, []).append((trigger, answer, Assertion.DENIED))
    for mentions in told.values():
        trigger, attribution, assertion = mentions[0]
        own = [span for span, _, _ in mentions]
        yield Event(
            trigger=trigger,
            also=tuple(own[1:]),
            type=one.type,
            actors=pinned.arguments(one.arguments["actor"]),
            recipients=pinned.arguments(one.arguments["recipient"]),
            places=pinned.arguments(one.arguments["place"]),
            assertion=assertion,
            attribution=attribution,
            confidence=confidence,
        )


def _denier(reading: Reading, trigger: Span, attribution: int | None) -> int | None:
    """Who denies it: of "rejecting Velmarian allegations of an attack", whoever rejects them."""
    if attribution is None:
        return None
    alleged = reading.attributions[attribution].cue
    if alleged is None or not is_claim(alleged.of(reading.text)):
        return attribution
    home = reading.sentence_at(trigger) or trigger
    cues = [
        (one.cue.of(reading.text), at)
        for at, one in enumerate(reading.attributions)
        if one.cue is not None and home.holds(one.cue) and one.cue < trigger
    ]
    others = [(is_denial(cue), at) for cue, at in cues if not is_claim(cue)]
    return max(others)[1] if others else reading.attributions[attribution].parent


def _answers(reading: Reading, trigger: Span, attribution: int | None) -> list[int]:
    """Those who deny what somebody else has just been told to say: "a charge that Orlo denies"."""
    if attribution is None:
        return []
    content = reading.attributions[attribution].content
    others = [
        at
        for at, one in enumerate(reading.attributions)
        if at != attribution and one.content == content and is_answer(reading.text, one)
    ]
    return others if others and _plainly(reading, trigger, "denied") is Assertion.DENIED else []


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator of events with a model that is opened when the first text comes."""
    return Annotator(
        name="told",
        reads=frozenset(Layer) - {Layer.OFFICES, Layer.ENTITIES},
        writes=frozenset({Layer.EVENTS, Layer.TOLLS}),
        annotate=each(lambda reading: told(reading, model=model())),
    )
