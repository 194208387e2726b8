"""Time expressions and their values: TempEval-3, and MEANTIME's Wikinews."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import shared
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import RawItem, Reading, Span, Time, TimeType


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """The time expressions of a text, and how far it was annotated."""

    times: tuple[Time, ...]
    scope_end: int | None = None
    dateline: Span | None = None

    def in_scope(self, times: Sequence[Time]) -> list[Time]:
        """The times that stand where the text was annotated."""
        if self.scope_end is None:
            return list(times)
        return [
            time
            for time in times
            if time.span.end <= self.scope_end and not (self.dateline and self.dateline.holds(time.span))
        ]


def gold_in(record: Record) -> Timed:
    """The time expressions of a record."""
    dateline = record.get("dateline")
    return Timed(
        times=tuple(
            Time(
                span=Span(given["start"], given["end"]),
                type=TimeType(given["type"]),
                value=given["value"],
            )
            for given in record["timexes"]
        ),
        scope_end=record.get("scope_end"),
        dateline=Span(*dateline) if dateline else None,
    )


def score(wanted: Timed, reading: Reading) -> Score:
    """The counts of one document: expressions that overlap are paired, those of the same span first."""
    found = wanted.in_scope(reading.times)
    pairs = [(wanted.times[i], found[j]) for i, j in _paired(wanted.times, found)]
    sizes = len(found), len(wanted.times)
    return {
        "found": Counts(len(pairs), *sizes),
        "same words": Counts(sum(a.span == b.span for a, b in pairs), *sizes),
        "value": Counts(sum(a.value == b.value for a, b in pairs), *sizes),
        "type": Counts(sum(a.type is b.type for a, b in pairs), *sizes),
        "same words and value": Counts(sum((a.span, a.value) == (b.span, b.value) for a, b in pairs), *sizes),
    }


def _paired(wanted: Sequence[Time], found: Sequence[Time]) -> list[tuple[int, int]]:
    edges = sorted(
        (one.span != other.span, -common, abs(one.span.start - other.span.start), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (common := shared(one.span, other.span))
    )
    pairs: dict[int, int] = {}
    for *_, i, j in edges:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _item(record: Record) -> RawItem:
    day = (record.get("dct") or "")[:10]
    return item_in({**record, "day": day}, published="day")


_CASES = each_document(item=_item, wanted=gold_in, score=score)
_FIGURES = (
    Figure(name="value F1", of=f1("value"), aim=0.82),
    Figure(name="found F1", of=f1("found")),
    Figure(name="same words F1", of=f1("same words")),
    Figure(name="type F1", of=f1("type")),
)
_BASELINE = "years, ISO dates, “May 4, 2031”, “4 May 2031”, “today”"

TEMPEVAL = Task(
    name="timex",
    about="time expressions and their values in newswire (TempEval-3: TimeBank and AQUAINT)",
    gold=Path("timex/dev.jsonl"),
    trained_on="nothing; rules, written with timex/train.jsonl in sight",
    cases=_CASES,
    figures=_FIGURES,
    baseline_is=_BASELINE,
    notes="The aim is for the test part, which has cleaner gold; HeidelTime's value F1 there is .766.",
)

AIRBUS = Task(
    name="meantime-times",
    about="time expressions and their values in the first sentences of Wikinews (MEANTIME)",
    gold=Path("meantime/airbus.jsonl"),
    trained_on="nothing; rules",
    cases=_CASES,
    figures=_FIGURES,
    baseline_is=_BASELINE,
    notes="Only the first six sentences are annotated, without the dateline; the rest is left out.",
)
