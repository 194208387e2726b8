"""Events and their arguments, mention by mention: VOA, WikiEvents and RAMS, at the level of PLOVER types.

These sets mark every mention of an event, so each trigger of ours counts, repeated mentions included, with
those of the event's arguments that stand in its sentence. A death that they mark is a toll of ours. Their
types reach only some of the sixteen.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1, recall
from sayso.evaluation.extracted.harms import harms_in
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import paired, shared
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Argument, Effect, Event, EventType, Reading, Span

# Who is killed or hurt is a role of its own in these sets, and a recipient in the codebook.
_ROLES = {
    "actor": "actor",
    "recipient": "recipient",
    "victim": "recipient",
    "place": "place",
    "instrument": "instrument",
}
HARMS = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.DAMAGED, Effect.DESTROYED})
"""What is an event of its own in ACE's tradition, and a toll here."""
DEATHS = frozenset({Effect.KILLED})


@dataclass(frozen=True, slots=True)
class Role:
    """A part that some words play in an event."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One mention of an event; `type` is None where PLOVER has no counterpart."""

    trigger: Span
    type: EventType | None
    roles: tuple[Role, ...] = ()


def gold_in(record: Record) -> tuple[EventMention, ...]:
    """The event mentions of a record."""
    return tuple(
        EventMention(
            trigger=Span(given["trigger"]["start"], given["trigger"]["end"]),
            type=EventType(given["plover"]) if given["plover"] else None,
            roles=tuple(
                Role(_ROLES[part["plover_role"]], Span(part["start"], part["end"]))
                for part in given["arguments"]
                if part["plover_role"] in _ROLES
            ),
        )
        for given in record["events"]
    )


def given_in(reading: Reading, *, marked: Set[Effect] = HARMS) -> list[EventMention]:
    """The event mentions of a reading, each with the arguments in its sentence, and its marked harms."""
    mentions = [
        EventMention(trigger=trigger, type=event.type, roles=tuple(_roles(event, near)))
        for event in reading.events
        if event.type is not EventType.OTHER
        for trigger in (event.trigger, *event.also)
        for near in [reading.sentence_at(trigger) or trigger]
    ]
    taken = [mention.trigger for mention in mentions]
    for harm in harms_in(reading):
        if harm.effect in marked and not any(harm.words.overlaps(trigger) for trigger in taken):
            taken.append(harm.words)
            roles = (Role("recipient", harm.victims),)
            mentions.append(EventMention(trigger=harm.words, type=EventType.ASSAULT, roles=roles))
    return mentions


def _roles(event: Event, near: Span) -> Iterator[Role]:
    sides: tuple[tuple[str, tuple[Argument, ...]], ...] = (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("place", event.places),
        ("instrument", event.instruments),
    )
    for name, arguments in sides:
        yield from (Role(name, each.span) for each in arguments if near.overlaps(each.span))


def score(wanted: Sequence[EventMention], found: Sequence[EventMention]) -> Score:
    """The counts of one document; what is given where PLOVER has no counterpart counts neither way."""
    gold = [mention for mention in wanted if mention.type]
    unsorted = [mention.trigger for mention in wanted if not mention.type]
    given = [
        mention
        for mention in found
        if not _touches(mention, unsorted) or _touches(mention, [each.trigger for each in gold])
    ]
    typed = paired(gold, given, _same_type)
    sizes = len(given), len(gold)
    parts = sum(len(each.roles) for each in given), sum(len(each.roles) for each in gold)
    pairs = [(gold[i], given[j]) for i, j in typed]
    return {
        "trigger": Counts(len(paired(gold, given, lambda a, b: shared(a.trigger, b.trigger))), *sizes),
        "event": Counts(len(typed), *sizes),
        "event, same words": Counts(len(paired(gold, given, _same_words)), *sizes),
        "argument": Counts(sum(_common_roles(a, b) for a, b in pairs), *parts),
        **dict(_by_type(gold, given, pairs)),
    }


def _by_type(
    gold: Sequence[EventMention],
    given: Sequence[EventMention],
    pairs: Sequence[tuple[EventMention, EventMention]],
) -> Iterator[tuple[str, Counts]]:
    for type in EventType:
        sizes = [
            sum(each.type is type for each in side) for side in ([wanted for wanted, _ in pairs], given, gold)
        ]
        if any(sizes):
            yield f"event {type.value}", Counts(*sizes)


def _touches(mention: EventMention, spans: Sequence[Span]) -> bool:
    return any(mention.trigger.overlaps(span) for span in spans)


def _same_type(wanted: EventMention, found: EventMention) -> float:
    return shared(wanted.trigger, found.trigger) if wanted.type is found.type else 0


def _same_words(wanted: EventMention, found: EventMention) -> float:
    return wanted.trigger == found.trigger and wanted.type is found.type


def _common_roles(wanted: EventMention, found: EventMention) -> int:
    return len(
        paired(
            wanted.roles,
            found.roles,
            lambda a, b: shared(a.span, b.span) if a.name == b.name else 0,
        )
    )


def _of_types(
    types: Set[EventType], harms: Set[Effect] = HARMS
) -> Callable[[Sequence[EventMention], Reading], Score]:
    """Scores twice: as given, and with only the types that the set marks."""

    def both(wanted: Sequence[EventMention], reading: Reading) -> Score:
        found = given_in(reading, marked=harms)
        marked = score(wanted, [mention for mention in found if mention.type in types])
        everything = score(wanted, found)
        return {**marked, "event, whatever types are given": everything["event"]}

    return both


def _given_triggers(wanted: Sequence[EventMention], reading: Reading) -> Score:
    """Scores only what was given where the set has its one event."""
    triggers = [each.trigger for each in wanted]
    return score(wanted, [each for each in given_in(reading) if _touches(each, triggers)])


_FIGURES = (
    Figure(name="event F1, types marked", of=f1("event"), aim=0.68),
    Figure(name="event F1, all types given", of=f1("event, whatever types are given")),
    Figure(name="event recall", of=recall("event")),
    Figure(name="argument F1", of=f1("argument")),
)
_BASELINE = "verbs of a list; the name before it did it, the name after it bore it"

VOA = Task(
    name="voa",
    about="mentions of attacks, arrests, meetings and protests in news (M2E2 on Voice of America)",
    gold=Path("voa/dev.jsonl"),
    trained_on="voa/train.jsonl; nothing of the dev file",
    cases=each_document(
        item=lambda record: item_in(record, published="date"),
        wanted=gold_in,
        score=_of_types(
            {EventType.ASSAULT, EventType.COERCE, EventType.CONSULT, EventType.PROTEST},
            harms=DEATHS,
        ),
    ),
    figures=_FIGURES,
    baseline_is=_BASELINE,
    notes=(
        "The set marks only ASSAULT (deaths, but no injuries), COERCE, CONSULT and PROTEST, and of these not"
        " every kind and not every mention; the first figure leaves out what else the reader gives, the"
        " second does not. Of 40 mentions given beside those marked in the train file, drawn at random, 32"
        " are such events by the codebook, as we read them: no reader of every event comes near the aim."
    ),
)

WIKIEVENTS = Task(
    name="wikievents",
    about="mentions of events in news about attacks (WikiEvents)",
    gold=Path("wikievents/dev.jsonl"),
    trained_on="wikievents/train.jsonl; nothing of the dev file",
    cases=each_document(
        item=item_in,
        wanted=gold_in,
        score=_of_types(
            {
                EventType.ACCUSE,
                EventType.AID,
                EventType.ASSAULT,
                EventType.COERCE,
                EventType.CONSULT,
                EventType.PROTEST,
                EventType.REQUEST,
                EventType.RETREAT,
                EventType.THREATEN,
            }
        ),
    ),
    figures=_FIGURES,
    baseline_is=_BASELINE,
    notes="Ten documents, and types that reach nine of the sixteen.",
)

RAMS = Task(
    name="rams",
    about="one event in five sentences of news (RAMS): is it found, and with whom",
    gold=Path("rams/dev.jsonl"),
    trained_on="rams/train.jsonl; nothing of the dev file",
    cases=each_document(item=item_in, wanted=gold_in, score=_given_triggers),
    figures=(
        Figure(name="event recall", of=recall("event")),
        Figure(name="trigger recall", of=recall("trigger")),
        Figure(name="argument F1, event found", of=f1("argument")),
    ),
    baseline_is=_BASELINE,
    notes="Only one event of each text is marked, so only recall means anything.",
)
