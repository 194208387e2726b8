"""IndiaPoliceEvents: sentences that tell what the police did, or failed to do."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1, macro_f1
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Assertion, Effect, Event, EventType, Reading, Span

LABELS = ("KILL", "ARREST", "FAIL", "FORCE", "ANY_ACTION")
_POLICE = re.compile(
    r"\b(?:police\w*|cops?|constables?|inspectors?|jawans?|security forces|paramilitar\w+|army|crpf"
    r"|rapid action|bsf|rpf|srp|raf|officers?|sho|dsp|sp|igp?|commissioner|troops)\b",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b(?:fail\w*|did nothing|inaction|did not (?:act|intervene|respond|come|stop)|mute|spectators?"
    r"|refus\w+ to (?:act|help|register|intervene)|looked the other way|stood by|negligen\w+|delay\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A stretch of the text, as the set cuts it, and its labels."""

    span: Span
    labels: frozenset[str]


def to_labelled(record: Record) -> tuple[Labelled, ...]:
    """The sentences of a gold record."""
    return tuple(
        Labelled(span=Span(one["start"], one["end"]), labels=frozenset(one["labels"]))
        for one in record["sentences"]
        if one["end"] > one["start"]
    )


def labels_of(sentence: Span, reading: Reading) -> frozenset[str]:
    """What a sentence says that the police did, by the events and tolls of the reading in it."""
    words = sentence.of(reading.text)
    events = [event for event in reading.events if _is_told(event, sentence)]
    effects = {toll.effect for toll in reading.every_toll if sentence.holds(toll.span) and toll.high != 0}
    labels = {label for event in events if _is_by_police(event, words, reading) for label in _labels(event)}
    if Effect.DETAINED in effects:
        labels |= {"ARREST", "ANY_ACTION"}
    if "FORCE" in labels and Effect.KILLED in effects:
        labels.add("KILL")
    if _POLICE.search(words) and _FAILED.search(words):
        labels.add("FAIL")
    return frozenset(labels)


def _is_told(event: Event, sentence: Span) -> bool:
    told = any(sentence.holds(span) for span in (event.trigger, *event.also))
    return told and event.assertion is Assertion.HAPPENED


def _is_by_police(event: Event, words: str, reading: Reading) -> bool:
    """Whether the police did it; of arrests, deployments and tear gas nobody else does them unnamed."""
    actors = [argument.span.of(reading.text) for argument in event.actors]
    if event.mode in {"arrest", "crowd-control"} and not actors:
        return True
    if event.type in {EventType.COERCE, EventType.MOBILIZE} or event.mode in {"crowd-control", "firearms"}:
        return bool(_POLICE.search(words))
    return any(map(_POLICE.search, actors))


def _labels(event: Event) -> Iterator[str]:
    yield "ANY_ACTION"
    if event.type is EventType.COERCE and event.mode == "arrest":
        yield "ARREST"
    if event.type is EventType.ASSAULT:
        yield "FORCE"


def score(gold: tuple[Labelled, ...], reading: Reading) -> Score:
    """The counts of one article, label by label: its sentences, and the article as a whole."""
    given = [labels_of(one.span, reading) for one in gold]
    counts: dict[str, Counts] = {}
    for label in LABELS:
        wanted, found = [label in one.labels for one in gold], [label in one for one in given]
        both = sum(a and b for a, b in zip(wanted, found, strict=True))
        counts[f"sentence {label}"] = Counts(both, sum(found), sum(wanted))
        counts[f"article {label}"] = Counts(
            int(any(wanted) and any(found)), int(any(found)), int(any(wanted))
        )
    return counts


_FIGURES: Mapping[str, str] = {"sentences, macro F1": "sentence ", "articles, macro F1": "article "}
TASK = Task(
    name="india-police",
    about="sentences that tell what the police did",
    gold=Path("india_police/dev.jsonl"),
    trained_on="nothing",
    cases=each_document(
        item=lambda record: item_in(record, published="date"), wanted=to_labelled, score=score
    ),
    figures=(
        *(Figure(name=name, of=macro_f1(prefix)) for name, prefix in _FIGURES.items()),
        Figure(name="sentences with force, F1", of=f1("sentence FORCE")),
    ),
    baseline_is="verbs of a list whose nearest capitals name the police",
    notes="The texts are lower case throughout.",
)
