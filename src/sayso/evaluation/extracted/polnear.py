"""PolNeAR: who says or thinks what in American political news of 2015 and 2016."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.counts import Counts, Score, f1, recall
from sayso.evaluation.records import Record, item_in
from sayso.evaluation.spans import letters, likeness, most_paired
from sayso.evaluation.task import Figure, Task, each_document
from sayso.model import Form, Reading, Span

_SAME_CONTENT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An attribution as the letters of its parts, which may be in pieces."""

    source: set[int]
    content: set[int]
    form: Form


def gold_in(record: Record) -> tuple[Said, ...]:
    """The attributions of a record."""
    text = record["text"]
    return tuple(
        Said(
            source=letters(text, _spans(given["source"])),
            content=letters(text, _spans(given["content"])),
            form=Form(given["form"]),
        )
        for given in record["attributions"]
    )


def given_in(reading: Reading) -> tuple[Said, ...]:
    """The attributions of a reading."""
    return tuple(
        Said(
            source=letters(reading.text, [each.source] if each.source else []),
            content=letters(reading.text, [each.content]),
            form=each.form,
        )
        for each in reading.attributions
    )


def score(wanted: Sequence[Said], reading: Reading) -> Score:
    """The counts of one document."""
    found = given_in(reading)
    edges = [
        (ratio, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (ratio := likeness(one.content, other.content)) >= _SAME_CONTENT
    ]
    content = most_paired(edges)
    both = most_paired([edge for edge in edges if _same_source(wanted[edge[1]], found[edge[2]])])
    exact = most_paired([edge for edge in edges if edge[0] == 1])
    sizes = len(found), len(wanted)
    return {
        "content and source": Counts(len(both), *sizes),
        "content": Counts(len(content), *sizes),
        "content exact": Counts(len(exact), *sizes),
        **dict(_recall_by_form(wanted, both)),
    }


def _recall_by_form(wanted: Sequence[Said], pairs: Mapping[int, int]) -> Iterator[tuple[str, Counts]]:
    for form in Form:
        of_form = [i for i, said in enumerate(wanted) if said.form is form]
        found = sum(i in pairs for i in of_form)
        yield f"recall of {form.value}", Counts(found, len(of_form), len(of_form))


def _same_source(wanted: Said, found: Said) -> bool:
    return bool(wanted.source & found.source) if wanted.source else not found.source


def _spans(given: Sequence[Sequence[int]]) -> list[Span]:
    return [Span(start, end) for start, end in given]


TASK = Task(
    name="polnear",
    about="who says or thinks what, in American political news",
    gold=Path("polnear/dev.jsonl"),
    trained_on="polnear/train.jsonl; nothing of polnear/dev.jsonl",
    cases=each_document(
        item=lambda record: item_in(record, published="date", title="title", outlet="publisher"),
        wanted=gold_in,
        score=score,
    ),
    figures=(
        Figure(name="content and source F1", of=f1("content and source"), aim=0.73),
        Figure(name="content F1", of=f1("content")),
        Figure(name="recall of direct", of=recall("recall of direct")),
        Figure(name="recall of mixed", of=recall("recall of mixed")),
        Figure(name="recall of indirect", of=recall("recall of indirect")),
    ),
    baseline_is="quotation marks without a speaker, “X said Y”, “Y, according to X”",
    notes=(
        "Contents are the same when they share half of their letters. Two people agree on .73. Beliefs and"
        " wishes count here, and nested attributions are flattened; the codebook keeps both."
    ),
)
