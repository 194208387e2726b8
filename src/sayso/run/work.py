"""What the workers of the shipped pipeline do: open a locator, read a batch of items."""

import pickle
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

from sayso.annotate import Annotator, annotators
from sayso.annotate.places import GazetteerOptions, let_go
from sayso.claims import claims_in
from sayso.documents import to_document
from sayso.model import (
    Declared,
    Document,
    Media,
    Outcome,
    RawItem,
    Reading,
    Reason,
    Refusal,
    faults_in,
    item_key,
)
from sayso.pipeline import checked, read
from sayso.run.packing import packed
from sayso.run.queues import Arrival
from sayso.run.shipped import OpeningOptions, ReadingOptions
from sayso.sources import Locator, items_in

# A core reads some 7,000 words a second, and each takes 3 kB while it is read: no more fit into the limits.
_MOST_WORDS = 200_000
_WORD = re.compile(r"\w+|[^\w\s]")
_FIRST = "Ten people were killed in Orlo on Monday, the mayor said."


def prepare() -> None:
    """Have everything there that is made once and used by every worker.

    Reading a first report loads the model and the tables into memory that all workers share, and builds the
    gazetteer where no clock runs. Its file is closed again: SQLite may not be carried across a fork.
    """
    usual = GazetteerOptions()
    first = to_document(RawItem(origin="", media=Media.TEXT, content=_FIRST, declared=Declared()))
    if isinstance(first, Document):
        read([first], annotators=_annotators(usual, ()))
    let_go(usual)


def items_of(locator: Locator, *, options: OpeningOptions) -> Iterator[bytes]:
    """Open one locator: its items as pickled `Arrival`s, what is wrong with it as pickled `Refusal`s."""
    for item in items_in(locator, options=options.sources):
        yield pickle.dumps(item if isinstance(item, Refusal) else _arrival(item, options))


def _arrival(item: RawItem, options: OpeningOptions) -> Arrival:
    declared = item.declared
    known = replace(declared, title=declared.title or options.title, outlet=declared.outlet or options.outlet)
    return Arrival(
        key=item_key(item),
        origin=item.origin,
        part=item.part,
        external_id=item.declared.external_id,
        content=pickle.dumps(replace(item, declared=known)),
    )


def readings_of(seated: Sequence[tuple[int, bytes]], *, options: ReadingOptions) -> Iterator[bytes]:
    """Read a batch to the end: one pickled `Outcome` for each item, in order.

    Items come pickled, each after its place in the order of input.
    """
    items: list[RawItem] = [pickle.loads(content) for _, content in seated]  # noqa: S301 - by `items_of`
    first = replace(options.documents, relevant_only=False)
    results = [
        _readable(to_document(item, options=first if seat < options.all_of_first else options.documents))
        for (seat, _), item in zip(seated, items, strict=True)
    ]
    documents = [result for result in results if isinstance(result, Document)]
    readings = iter(read(documents, annotators=_annotators(options.gazetteer, options.parties)))
    for item, result in zip(items, results, strict=True):
        yield packed(_outcome(item, result if isinstance(result, Refusal) else _sound(next(readings))))


def _readable(result: Document | Refusal) -> Document | Refusal:
    """The document, or a refusal at once where reading it would only use up its time and memory."""
    if isinstance(result, Refusal) or len(result.text) <= _MOST_WORDS:
        return result
    if next(islice(_WORD.finditer(result.text), _MOST_WORDS, None), None) is None:
        return result
    detail = f"a text of more than {_MOST_WORDS:,} words and marks, whatever the options; cut it into parts"
    return _refused(result, Reason.TOO_LARGE, detail)


@cache
def _annotators(gazetteer: GazetteerOptions, parties: tuple[Path, ...]) -> tuple[Annotator, ...]:
    return checked(annotators(gazetteer, parties=parties))


def _sound(reading: Reading) -> Reading | Refusal:
    """The reading, or a refusal where it says words that are not there: a fault of ours, not of the run."""
    for fault in faults_in(reading):
        return _refused(reading.document, Reason.CRASHED, f"unsound reading: {fault}")
    return reading


def _refused(document: Document, reason: Reason, detail: str) -> Refusal:
    return Refusal(
        origin=document.origin,
        part=document.part,
        external_id=document.external_id,
        reason=reason,
        detail=detail,
    )


def _outcome(item: RawItem, result: Reading | Refusal) -> Outcome:
    return Outcome(
        key=item_key(item),
        origin=item.origin,
        part=item.part,
        external_id=item.declared.external_id,
        result=result,
        claims=() if isinstance(result, Refusal) else tuple(claims_in(result)),
    )
