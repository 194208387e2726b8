"""Incident summaries of the South Asia Terrorism Portal: how many were killed and hurt, and what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.coded.casualties import number, tolls_of_now
from sayso.evaluation.counts import Counts, Score, f1, recall, tally
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Effect, Reading

_COUNTED = {"killed": Effect.KILLED, "injured": Effect.INJURED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties:
    """The people that one report says were killed and hurt; None where the set does not say."""

    killed: int | None
    injured: int | None


def to_casualties(record: Record) -> Casualties:
    """The totals of a gold record; none for records that disagree with themselves."""
    if record["noisy"] or record["total_inconsistent"]:
        return Casualties(killed=None, injured=None)
    return Casualties(**{effect: (record[effect] or {}).get("total") for effect in _COUNTED})


def casualties_in(reading: Reading) -> Casualties:
    """The sums of a reading's tolls of what the report is about."""
    return Casualties(**{name: _sum(reading, effect) for name, effect in _COUNTED.items()})


def _sum(reading: Reading, effect: Effect) -> int:
    return sum(number(toll) for toll in tolls_of_now(reading) if toll.effect is effect)


def score(gold: Casualties, given: Casualties) -> Score:
    """The counts of one report: every figure, and those other than 0 by themselves."""
    layers = [layer for name in _COUNTED for layer in _figure(name, gold, given)]
    return dict(layers)


def _figure(name: str, gold: Casualties, given: Casualties) -> Iterable[tuple[str, Counts]]:
    wanted, found = getattr(gold, name), getattr(given, name)
    if wanted is None:
        return
    yield name, tally(wanted == found)
    if wanted or found:
        yield f"{name}, value", Counts(int(wanted == found), int(bool(found)), int(bool(wanted)))


TASK = Task(
    name="satp",
    about="how many were killed and hurt, in summaries of incidents in India",
    gold=Path("satp/dev.jsonl"),
    trained_on="nothing; toll phrases were looked at in train.jsonl",
    cases=each_document(
        item=item_in, wanted=to_casualties, score=lambda gold, reading: score(gold, casualties_in(reading))
    ),
    figures=(
        Figure(name="killed, exact where not 0", of=recall("killed, value"), aim=0.78),
        Figure(name="injured, exact where not 0", of=recall("injured, value"), aim=0.70),
        Figure(name="killed, value F1", of=f1("killed, value")),
        Figure(name="injured, value F1", of=f1("injured, value")),
        Figure(name="killed, exact", of=recall("killed")),
    ),
    baseline_is="number beside a word for dead or hurt, added up",
)
