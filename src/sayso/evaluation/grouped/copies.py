"""Which articles are copies of one another: news with variants made by program, and hard negatives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.documents import to_document
from sayso.evaluation.counts import Counts, Score, f1, precision, recall, tally
from sayso.evaluation.records import Gold, Record, item_in
from sayso.evaluation.task import Case, Cases, Figure, Read, Task
from sayso.incidents import copies_in
from sayso.incidents.copies import copy_groups
from sayso.model import Document, RawItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles, whether one copies the other, and what makes the pair hard."""

    one: str
    other: str
    copy: bool
    why: str


def by_copying(documents: Mapping[str, Document]) -> dict[str, str]:
    """The group of each document, as a ledger's syndication groups have it."""
    groups = copy_groups(copies_in({each.id: each for each in documents.values()}.values()))
    return {name: groups.get(document.id, document.id) for name, document in documents.items()}


def by_title(documents: Mapping[str, Document]) -> dict[str, str]:
    """The baseline: documents of one title."""
    return {name: document.title or document.id for name, document in documents.items()}


def score(pair: Pair, groups: Mapping[str, str]) -> Score:
    """The counts of one pair; two documents are copies where they are in one group."""
    together = pair.one in groups and groups[pair.one] == groups.get(pair.other)
    counts = Counts(int(together and pair.copy), int(together), int(pair.copy))
    apart = {} if pair.copy else {f"told apart: {pair.why}": tally(not together)}
    return {"copies": counts, **apart}


def _cases(grouping: Callable[[Mapping[str, Document]], dict[str, str]]) -> Cases:
    def cases(gold: Gold, read: Read) -> Iterator[Case]:  # noqa: ARG001 - copies are told before reading
        """The first pairs, where there is a limit, with their articles."""
        pairs = pairs_of(gold)
        documents = documents_of(gold, pairs)
        groups = grouping(documents)
        for pair in pairs:
            refused = not {pair.one, pair.other} <= documents.keys()
            yield Case(id=f"{pair.one} {pair.other}", score=score(pair, groups), refused=refused)

    return cases


def pairs_of(gold: Gold) -> list[Pair]:
    """The pairs that belong to a file of articles, or the first of them where there is a limit."""
    whole = gold.beside(f"{gold.path.stem}_pairs.jsonl")
    return list(replace(whole, limit=gold.limit).parsed(_pair))


def documents_of(gold: Gold, pairs: Sequence[Pair]) -> dict[str, Document]:
    """The articles of some pairs, by id; those that are refused are left out."""
    wanted = {id for pair in pairs for id in (pair.one, pair.other)}
    items = [item for item in replace(gold, limit=None).parsed(_item) if item.origin in wanted]
    opened = {item.origin: to_document(item) for item in items}
    return {id: each for id, each in opened.items() if isinstance(each, Document)}


def _item(record: Record) -> RawItem:
    return item_in(record, title="title")


def _pair(record: Record) -> Pair:
    return Pair(one=record["a"], other=record["b"], copy=bool(record["label"]), why=str(record["why"]))


NEARDUP = Task(
    name="neardup",
    about="which articles are copies, of variants made by program and articles that only look alike",
    gold=Path("neardup/dev.jsonl"),
    trained_on="nothing; thresholds chosen on neardup/train.jsonl",
    cases=_cases(by_copying),
    figures=(
        Figure(name="copies F1", of=f1("copies")),
        Figure(name="copies found", of=recall("copies")),
        Figure(name="copies right", of=precision("copies")),
    ),
    baseline=_cases(by_title),
    baseline_is="the same title",
    notes="A limit counts pairs. Real syndication by people is harder than these made variants.",
)
