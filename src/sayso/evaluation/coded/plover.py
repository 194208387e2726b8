"""PLOVER records: sentences coded by hand with an event type, and who did it to whom."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1, recall
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Argument, Entity, Event, EventType, Reading

# The names of PLOVER 2016 that PLOVER 2021 folds into others.
_OLD_NAMES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_OLD_MODES = {
    "assassinate": "targeted",
    "confiscate": "seize",
    "demo-org": "demo",
    "detain": "arrest",
    "host": "visit",
    "riot-spon": "riot",
    "strike-hun": "hunger",
}
# PLOVER names all parties of these on both sides.
_MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
_NOBODY = frozenset({"", "---"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One event as PLOVER codes it: a type, and the countries of those who did it and bore it."""

    type: str
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    mode: str | None = None


def to_coded(record: Record) -> tuple[Coded, ...] | None:
    """The coded events of a gold record: one of the PLOVER file, any number of the PETRARCH files.

    None where one of them is coded in an older scheme alone, so that it cannot be compared.
    """
    rows = record.get("events", [record])
    if record.get("source") == "petr_unit" or not all(row["event"] for row in rows):
        return None
    return tuple(
        Coded(
            type=_OLD_NAMES.get(row["event"], row["event"]),
            actors=_countries(row["actor"]),
            recipients=_countries(row["recipient"]),
            mode=_OLD_MODES.get(row.get("mode"), row.get("mode")),
        )
        for row in rows
    )


def _countries(party: str | Sequence[dict[str, str | None]] | None) -> frozenset[str]:
    codes = [party] if party is None or isinstance(party, str) else [one["country"] for one in party]
    return frozenset(code[:3] for code in codes if code and code not in _NOBODY)


def coded_in(reading: Reading) -> Iterator[Coded]:
    """The events of a reading as PLOVER codes them; OTHER is no PLOVER type."""
    entities = {entity.id: entity for entity in reading.entities}
    for event in reading.events:
        if event.type is not EventType.OTHER:
            actors, recipients = _sides(event, entities)
            yield Coded(type=event.type.value, actors=actors, recipients=recipients, mode=event.mode)


def _sides(event: Event, entities: Mapping[str, Entity]) -> tuple[frozenset[str], frozenset[str]]:
    """The countries of those who did it and of those who bore it.

    PLOVER codes a party that has no country of its own by where it happened, and else by the other party's:
    "rebels", in a report on one country, are that country's.
    """
    if event.type in _MUTUAL:
        everyone = _countries_of((*event.actors, *event.recipients), entities)
        return everyone, everyone
    actors = _countries_of(event.actors, entities)
    recipients = _countries_of(_others(event), entities)
    place = _countries_of(event.places, entities)
    if event.actors and not actors:
        actors = place or (recipients if len(recipients) == 1 else actors)
    if not recipients:
        recipients = place or (actors if event.recipients and len(actors) == 1 else recipients)
    return actors, recipients


def _others(event: Event) -> list[Argument]:
    """The recipients who are not the actors again."""
    own = {party.entity for party in event.actors}
    return [
        party
        for party in event.recipients
        if party.entity not in own - {None} and not any(party.span.overlaps(one.span) for one in event.actors)
    ]


def _countries_of(parties: Sequence[Argument], entities: Mapping[str, Entity]) -> frozenset[str]:
    known = (entities.get(party.entity or "") for party in parties)
    return frozenset(country for entity in known if entity and (country := _country(entity)))


def _country(entity: Entity) -> str | None:
    """The country of a party; PLOVER gives bodies of many countries the code IGO in its place."""
    return "IGO" if entity.sector == "IGO" else entity.country


def score(gold: Sequence[Coded] | None, given: Sequence[Coded]) -> Score:
    """The counts of one sentence, each layer by itself and the type with the parties."""
    if gold is None:
        return {}
    counts = {
        "event": _shared([one.type for one in gold], [one.type for one in given]),
        "actor country": _shared([one.actors for one in gold], [one.actors for one in given]),
        "recipient country": _shared([one.recipients for one in gold], [one.recipients for one in given]),
        "event with both": _shared(
            [(one.type, one.actors, one.recipients) for one in gold],
            [(one.type, one.actors, one.recipients) for one in given],
        ),
    }
    moded = [one for one in gold if one.mode]
    if moded:
        found = [(one.type, one.mode) for one in given if one.mode]
        both = _shared([(one.type, one.mode) for one in moded], found)
        counts["mode, where coded"] = Counts(both.right, len(moded), len(moded))
    return counts


def _shared(gold: Sequence[object], given: Sequence[object]) -> Counts:
    return Counts((Counter(gold) & Counter(given)).total(), len(given), len(gold))


def first_of(coded: Iterator[Coded]) -> list[Coded]:
    """What a sentence tells first, which is what coders of one event a sentence take."""
    return list(islice(coded, 1))


def _task(
    name: str, about: str, *, trained_on: str, notes: str, parties: tuple[float | None, float | None]
) -> Task:
    return Task(
        name=name,
        about=about,
        gold=Path(name.replace("-", "_")) / "dev.jsonl",
        trained_on=trained_on,
        cases=each_document(
            item=lambda record: item_in(record, published="date"),
            wanted=to_coded,
            score=lambda gold, reading: score(gold, first_of(coded_in(reading))),
        ),
        figures=(
            Figure(name="event type F1", of=f1("event"), aim=0.50),
            Figure(name="actor's country F1", of=f1("actor country"), aim=parties[0]),
            Figure(name="recipient's country F1", of=f1("recipient country"), aim=parties[1]),
            Figure(name="mode, where coded", of=recall("mode, where coded")),
        ),
        baseline_is="verbs of a list, the names before and after them; no countries",
        notes=notes,
    )


TASKS = (
    _task(
        "plover-gsr",
        "sentences of the CAMEO manual, one event coded in each",
        trained_on="train.jsonl",
        parties=(0.65, 0.60),
        notes="One event is coded in a sentence: the first that the reading tells is compared with it.",
    ),
    _task(
        "petrarch",
        "sentences of older coders' tests, three quarters of them Spanish",
        trained_on="train.jsonl",
        parties=(None, None),
        notes="The first event is compared; sentences coded in an older scheme alone are left out.",
    ),
)
