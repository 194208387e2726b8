"""ISAF press releases: what was done in an operation, to how many, in which province, against which group."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.coded.casualties import number, tolls_of_now
from sayso.evaluation.counts import Counts, Score, f1, recall, tally
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Effect, EventType, Group, Qualifier, Reading, Toll

_FLAGS = ("kill", "capture", "airstrike")
_NUMBERS = ("min_killed", "min_captured")
# What the set's coder writes down for words without a number.
_LEAST: Mapping[str, int] = {"numerous": 4, "handful": 4, "large number": 5, "several": 3, "few": 3}
_LEAST_OF_MANY = 3
_DAY = len("2011-12-05")
_ENEMIES = frozenset({Group.INSURGENTS, Group.PEOPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One press release as the set codes it."""

    start_date: str | None
    flags: Mapping[str, bool]
    numbers: Mapping[str, int | None]


def to_operation(record: Record) -> Operation:
    """The operation of a gold record."""
    return Operation(
        start_date=record["start_date"],
        flags={flag: bool(record[flag]) for flag in _FLAGS},
        numbers={name: record[name] for name in _NUMBERS},
    )


def operation_in(reading: Reading) -> Operation:
    """The operation of a reading: its latest day, its enemies killed and captured, and whether by air."""
    days = [event.date[:_DAY] for event in reading.events if event.date and len(event.date) >= _DAY]
    killed, captured = (
        max((_least(toll, reading) for toll in _enemies(reading, effect)), default=0)
        for effect in (Effect.KILLED, Effect.DETAINED)
    )
    by_air = any(
        event.type is EventType.ASSAULT and event.mode in {"aerial", "drone"} for event in reading.events
    )
    return Operation(
        start_date=max(days, default=reading.document.published),
        flags={"kill": killed > 0, "capture": captured > 0, "airstrike": by_air},
        numbers={"min_killed": killed, "min_captured": captured},
    )


def _enemies(reading: Reading, effect: Effect) -> Iterator[Toll]:
    for toll in tolls_of_now(reading):
        if toll.effect is effect and toll.of in _ENEMIES:
            yield toll


def _least(toll: Toll, reading: Reading) -> int:
    """The number that the set's coder gives a toll: a convention of his where the words have none."""
    if toll.qualifier is not Qualifier.VAGUE:
        return number(toll)
    words = toll.span.of(reading.text).lower()
    return next((least for word, least in _LEAST.items() if word in words), _LEAST_OF_MANY)


def score(gold: Operation, given: Operation) -> Score:
    """The counts of one release."""
    counts = {"start date": tally(gold.start_date == given.start_date)}
    for flag in _FLAGS:
        wanted, found = gold.flags[flag], given.flags[flag]
        counts[flag] = Counts(int(wanted and found), int(found), int(wanted))
    for name in _NUMBERS:
        wanted_number, found_number = gold.numbers[name], given.numbers[name]
        if wanted_number is not None:
            is_right = wanted_number == found_number
            counts[name] = tally(is_right)
            if wanted_number or found_number:
                counts[f"{name}, value"] = Counts(
                    int(is_right), int(bool(found_number)), int(bool(wanted_number))
                )
    return counts


TASK = Task(
    name="isaf",
    about="operations in military press releases: killed, captured, by air, when",
    gold=Path("isaf/dev.jsonl"),
    trained_on="nothing",
    cases=each_document(
        item=item_in, wanted=to_operation, score=lambda gold, reading: score(gold, operation_in(reading))
    ),
    figures=(
        Figure(name="killed, exact where not 0", of=recall("min_killed, value")),
        Figure(name="captured, exact where not 0", of=recall("min_captured, value")),
        Figure(name="airstrike F1", of=f1("airstrike")),
        Figure(name="start date", of=recall("start date")),
    ),
    baseline_is="number beside a word for dead or arrested",
    notes="Numbers follow a convention of the coder: a plural is 2, several 3, numerous 4.",
)
