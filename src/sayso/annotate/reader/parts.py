"""Parts: who and what plays a part in an attack, and the parties and weapons that events lack."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.scores import Scores, runs_in, softmax
from sayso.model import Argument, Assertion, Event, EventType, Near, Reading, Span


class Part(StrEnum):
    """What somebody or something is to an attack, in the order of the head's outputs (MUC-4)."""

    PERPETRATOR = "perpetrator"
    ORGANISATION = "organisation"
    VICTIM = "victim"
    TARGET = "target"
    WEAPON = "weapon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """Words that play a part in an attack, and how likely that is."""

    span: Span
    part: Part
    likely: float


LEAST: Mapping[Part, float] = dict.fromkeys(Part, 0.2) | {Part.VICTIM: 0.3}
"""How likely a part must be before it is reported: where misses and inventions balance on MUC-4 dev."""

# A word goes on a name when it is at least this share as likely as a name must be to begin.
_GOES_ON = 0.5
# Only what is more likely than not gives an event a party that it lacks.
_SURE = 0.5
_FILLS = {
    Part.PERPETRATOR: "actors",
    Part.ORGANISATION: "actors",
    Part.VICTIM: "recipients",
    Part.TARGET: "recipients",
    Part.WEAPON: "instruments",
}


def parts_in(scores: Scores, *, least: Mapping[Part, float] = LEAST) -> tuple[Played, ...]:
    """What plays a part in any attack of the text, in its order; of two that overlap the likelier.

    Looks for the parts that `least` names; finds none where the model has no such head.
    """
    if "part" not in scores.heads:
        return ()
    kept: list[Played] = []
    taken: Near[None] = Near()
    for one in sorted(_candidates(scores, least), key=lambda one: -one.likely):
        if not taken.touching(one.span):
            kept.append(one)
            taken.add(one.span, None)
    return tuple(sorted(kept, key=lambda one: one.span))


def _candidates(scores: Scores, least: Mapping[Part, float]) -> Iterator[Played]:
    likely = softmax(scores.head("part"))
    for part, start in least.items():
        begins = 1 + 2 * tuple(Part).index(part)
        own = likely[:, [0, begins, begins + 1]]
        for first, end in runs_in(own, start=start, on=start * _GOES_ON):
            yield Played(span=scores.words.span(first, end), part=part, likely=float(own[first, 1]))


def equipped(reading: Reading, parts: Sequence[Played]) -> Reading:
    """The reading with the attackers, victims and weapons that its attacks lack, from the same sentence."""
    events = list(reading.events)
    near = Near((event.trigger, n) for n, event in enumerate(events) if _is_attack(event))
    for one in parts:
        home = reading.sentence_at(one.span) or one.span
        attacks = [n for n in near.touching(home) if home.holds(events[n].trigger)]
        if attacks and one.likely >= _SURE:
            nearest = min(attacks, key=lambda n: events[n].trigger.distance(one.span))
            events[nearest] = _filled(events[nearest], one, filled=reading.events[nearest])
    return replace(reading, events=tuple(events))


def _is_attack(event: Event) -> bool:
    return event.type is EventType.ASSAULT and event.assertion is not Assertion.DENIED


def _filled(event: Event, one: Played, *, filled: Event) -> Event:
    """The event with the part as an argument; `filled` is the event as it was, whose own words stand."""
    field = _FILLS[one.part]
    known = (*event.actors, *event.recipients, *event.instruments)
    if getattr(filled, field) or any(argument.span.overlaps(one.span) for argument in known):
        return event
    arguments = (*getattr(event, field), Argument(span=one.span))
    match field:
        case "actors":
            return replace(event, actors=arguments)
        case "recipients":
            return replace(event, recipients=arguments)
        case _:
            return replace(event, instruments=arguments)


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator that comes after the events; its model is opened with the first text."""

    def annotate(reading: Reading) -> Reading:
        return equipped(reading, parts_in(model().scores(reading))) if reading.events else reading

    return Annotator(
        name="parts",
        reads=frozenset({Layer.SENTENCES, Layer.EVENTS}),
        writes=frozenset({Layer.EVENTS}),
        annotate=each(annotate),
    )
