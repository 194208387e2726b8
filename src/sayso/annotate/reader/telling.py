"""Telling: what the reader finds to have happened, as events of the reading with their tolls."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.entities.parties import sector_of
from sayso.annotate.events.denials import may_deny
from sayso.annotate.events.linking import with_tolls
from sayso.annotate.events.meanings import as_meant, meant_at
from sayso.annotate.events.strikes import strike_at, told_apart
from sayso.annotate.events.triggers import hints_in
from sayso.annotate.inside import mentions_inside
from sayso.annotate.reader.edges import Pinned
from sayso.annotate.reader.happened import Happened, happened_in
from sayso.annotate.reader.heard import Heard
from sayso.annotate.reader.model import Model
from sayso.annotate.words import words_of
from sayso.model import Assertion, Event, MentionKind, Reading, Span

_TROOPS = frozenset({"artillery"})
"""Weapons by whose name those who serve them are called."""


def told(reading: Reading, *, model: Model) -> Reading:
    """The reading with its events, each toll given to the event that it belongs to.

    Which word names a happening, what kind it is and who did it to whom is the model's; whose toll is whose
    follows the sentence, and so does, later, when it was (the model was wrong about both more often).
    """
    scores, thresholds = model.scores(reading), model.thresholds
    heard = Heard(reading)

    def is_denied(trigger: Span) -> bool:
        return heard.of(trigger)[1] is Assertion.DENIED

    happened = list(
        happened_in(
            scores,
            thresholds=thresholds,
            likeness=model.likeness,
            fillings=model.fillings,
            hints=list(hints_in(reading)),
            meant=lambda trigger: meant_at(trigger, reading) or strike_at(trigger, reading),
            is_denied=is_denied,
        )
    )
    tolls = sorted(reading.tolls, key=lambda toll: toll.span)
    pinned = Pinned.of(reading, tolls)
    surely = model.calibrations["events"]
    events = [
        event for one in happened for event in _events(reading, one, pinned, heard, surely(one.confidence))
    ]
    events = as_meant([_armed(event, reading) for event in events], reading)
    events = told_apart(events, reading)
    linked, alone = with_tolls(events, tolls, reading)
    return replace(reading, events=tuple(linked), tolls=tuple(alone))


def _armed(event: Event, reading: Reading) -> Event:
    """The event with the weapons that were read as its actors for what they are: nobody but a thing."""
    things = [one for one in event.actors if _is_weapon(one.span, reading)]
    if not things:
        return event
    actors = tuple(one for one in event.actors if one not in things)
    return replace(event, actors=actors, instruments=(*event.instruments, *things))


def _is_weapon(span: Span, reading: Reading) -> bool:
    """Whether a phrase names but a weapon: "three rockets", not "rebel drones" nor the artillery."""
    inside = mentions_inside(reading.mentions, span)
    is_weapon = bool(inside) and {one.kind for one in inside} == {MentionKind.WEAPON}
    last = inside[-1].span if inside else span
    if is_weapon and sector_of(reading.text[span.start : inside[0].span.start]):
        return False
    return is_weapon and last.end == span.end and last.of(reading.text).lower() not in _TROOPS


def _assertion_of(reading: Reading, trigger: Span, plain: Assertion, told: Assertion) -> Assertion:
    """What the words that govern the trigger plainly say of it, and where they say nothing, the model.

    On the reports to learn from these words are right three times in four when they mark something, of
    denials four times in five, and see two fifths of what is marked; the model sees other cases. Its denials
    want a word that can deny: a denial made up puts a happening in doubt.
    """
    if plain is not Assertion.HAPPENED:
        return plain
    sentence = reading.sentence_at(trigger)
    words = () if sentence is None else words_of(reading.text, sentence)
    is_groundless = told is Assertion.DENIED and words and not may_deny(words, trigger)
    return Assertion.HAPPENED if is_groundless else told


def _events(
    reading: Reading, one: Happened, pinned: Pinned, heard: Heard, confidence: float
) -> Iterator[Event]:
    """The event, and where some of its mentions deny it, the denial as an event of its own.

    Both are about one occurrence, but what is denied is not what is told: whoever denies it would be put
    down for telling it.
    """
    told: dict[bool, list[tuple[Span, int | None, Assertion]]] = {}
    for trigger in one.triggers:
        attribution, plain = heard.of(trigger)
        answers = [] if plain is Assertion.DENIED else heard.answers(trigger, attribution, one.type)
        likely = Assertion.HAPPENED if answers else one.assertion
        assertion = _assertion_of(reading, trigger, plain, likely)
        is_denied = assertion is Assertion.DENIED
        denier = heard.denier(trigger, attribution) if is_denied else attribution
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


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator of events with a model that is opened when the first text comes."""
    return Annotator(
        name="told",
        reads=frozenset(Layer) - {Layer.OFFICES, Layer.EVENTS, Layer.ENTITIES},
        writes=frozenset({Layer.EVENTS, Layer.TOLLS}),
        annotate=each(lambda reading: told(reading, model=model())),
    )
