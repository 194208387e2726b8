"""Whether what is told happened: web sentences judged by readers (UDS), and Wikinews events (MEANTIME).

Both sets name the words of every happening, ordinary ones included, and a reading holds only political and
violent ones. So most figures are of what was read as an event, each beside what the same events would score
if all of them were said to have happened; the dumb baseline reads others, fewer and plainer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, macro_f1, recall, tally
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import shared
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Assertion, RawItem, Reading, Span

_SURE = 0.9
_HAPPENED = dict.fromkeys(Assertion, "no") | {Assertion.HAPPENED: "yes"}
_CERTAINTY = dict.fromkeys(Assertion, "CERTAIN") | {Assertion.POSSIBLE: "POSSIBLE"}
_POLARITY = dict.fromkeys(Assertion, "POS") | {Assertion.DENIED: "NEG"}
_TIME = dict.fromkeys(Assertion, "NON_FUTURE") | {
    Assertion.PLANNED: "FUTURE",
    Assertion.CALLED_FOR: "FUTURE",
}
_MEANINGS = {"happened": _HAPPENED, "certainty": _CERTAINTY, "polarity": _POLARITY, "time": _TIME}
"""What each assertion of the codebook means in the terms of the sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Words that name a happening, and the right answer to each question about it."""

    span: Span
    answers: Mapping[str, str]


def score(wanted: Sequence[Asked], reading: Reading) -> Score:
    """The counts of one document; what was not read as an event is answered wrongly."""
    total: dict[str, Counts] = {}
    for asked in wanted:
        assertion = _assertion_at(asked.span, reading)
        for layer, counts in _scored(asked, assertion):
            total[layer] = total.get(layer, Counts()) + counts
    return total


def _scored(asked: Asked, assertion: Assertion | None) -> Iterator[tuple[str, Counts]]:
    yield "read as an event", Counts(int(assertion is not None), int(assertion is not None), 1)
    for question, right in asked.answers.items():
        given = None if assertion is None else _MEANINGS[question.split(",")[0]][assertion]
        yield question, tally(given == right)
        yield f"{question}: {right}", Counts(int(given == right), 0, 1)
        if given is not None:
            yield f"{question}: {given}", Counts(0, 1, 0)
            yield f"{question}, of those read", tally(given == right)
            plainly = _MEANINGS[question.split(",")[0]][Assertion.HAPPENED]
            yield f"{question}, had all of them happened", tally(plainly == right)


def _assertion_at(span: Span, reading: Reading) -> Assertion | None:
    """How the event whose trigger is, or else best overlaps, these words is asserted."""
    best = max(
        (
            ((trigger == span, shared(trigger, span)), event.assertion)
            for event in reading.events
            for trigger in (event.trigger, *event.also)
            if trigger.overlaps(span)
        ),
        key=lambda found: found[0],
        default=None,
    )
    return best[1] if best else None


def _uds(record: Record) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            span=Span(given["start"], given["end"]),
            answers=_happened("yes" if given["factuality"] > 0 else "no", given["confidence"]),
        )
        for given in record["predicates"]
    )


def _happened(answer: str, confidence: float) -> dict[str, str]:
    sure = {"happened, gold is sure": answer} if confidence >= _SURE else {}
    return {"happened": answer} | sure


def _meantime(record: Record) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            span=Span(given["start"], given["end"]),
            answers={question: given[question] for question in ("certainty", "polarity", "time")},
        )
        for given in record["events"]
    )


def _meantime_item(record: Record) -> RawItem:
    day = (record.get("dct") or "")[:10]
    return item_in({**record, "day": day}, published="day")


def _mean_macro_f1(score: Score) -> float:
    rates = [macro_f1(f"{question}: ")(score) for question in ("certainty", "polarity", "time")]
    return sum(rates) / len(rates)


def _figures(*questions: str) -> Iterator[Figure]:
    for question in questions:
        for layer in (f"{question}, of those read", f"{question}, had all of them happened"):
            yield Figure(name=layer, of=recall(layer))


_BASELINE = "verbs of a list, and everything happened"

UDS = Task(
    name="factuality",
    about="did it happen, in sentences from the web (UDS on the English Web Treebank)",
    gold=Path("factuality/dev.jsonl"),
    trained_on="nothing",
    cases=each_document(item=item_in, wanted=_uds, score=score),
    figures=(
        Figure(name="sign macro F1, all", of=macro_f1("happened: ")),
        *_figures("happened", "happened, gold is sure"),
        Figure(name="read as an event", of=recall("read as an event")),
    ),
    baseline_is=_BASELINE,
    notes=(
        "Only “happened” counts as having happened. The set asks about every predicate, “have” and “like”"
        " included; what was not read as an event is wrong in the first figure."
    ),
)

MEANTIME = Task(
    name="meantime-factuality",
    about="certainty, polarity and time of events in Wikinews (MEANTIME)",
    gold=Path("meantime/airbus.jsonl"),
    trained_on="nothing",
    cases=each_document(item=_meantime_item, wanted=_meantime, score=score),
    figures=(
        Figure(name="mean macro F1, all", of=_mean_macro_f1),
        *_figures("certainty", "polarity", "time"),
        Figure(name="read as an event", of=recall("read as an event")),
    ),
    baseline_is=_BASELINE,
    notes=(
        "“Possible” is uncertain, “denied” negative, “planned” and “called for” lie in the future. Business"
        " news: most of its events are none of the codebook's, and count as wrong in the first figure."
    ),
)
