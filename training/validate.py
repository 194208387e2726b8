# ruff: noqa: T201
"""Validate: score an exported model on the held-out hand-read reports, layer by layer, or on another set.

python -m training.validate --data ../shared/data --model FOLDER [--set held-out|dev]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sayso.annotate import ANNOTATORS
from sayso.annotate.annotator import Annotator
from sayso.annotate.reader import attributing, telling
from sayso.annotate.reader.model import Model, opened
from sayso.documents import to_document
from sayso.exports.contract import to_contract
from sayso.model import Document, Media, RawItem, Reading
from sayso.model.document import Declared
from sayso.pipeline import read
from training.hand_read import hand_read
from training.records import Pair, Record, Said, held_out, lines

ROWS = {"dev": "claims_dev/dev.jsonl", "train": "claims_train/train.jsonl"}


def gold_of(data: Path, part: str) -> list[dict[str, Any]]:
    """The reports of a part; `held-out` is what is kept back of the training set and of our own readings."""
    rows = list(lines(data / ROWS["dev" if part == "dev" else "train"]))
    if part != "held-out":
        return rows
    own = [as_row(record) for record in hand_read(data, held=True)]
    return held_out(rows)[1] + [row for row in own if _is_canonical(row["text"])]


def as_row(record: Record) -> dict[str, Any]:
    """A report that we read, as the scorer takes it; its tolls, dates and offices were not read."""
    said = [
        {"source": one.source, "who": _words(record.text, one.source), "cue": one.cue, "content": one.content}
        | {"form": "indirect", "parent": None}
        for one in record.said or ()
    ]
    events = [
        {"trigger": one.triggers[0], "also": one.triggers[1:], "type": one.type, "assertion": one.assertion}
        | one.roles
        | {"date": None, "attribution": _innermost(one.triggers[0], record.said or ()), "tolls": []}
        for one in record.happenings or ()
    ]
    return {"id": record.id, "text": record.text, "attributions": said, "events": events, "tolls": []}


def _words(text: str, span: Pair | None) -> str | None:
    return text[span[0] : span[1]] if span else None


def _innermost(trigger: Pair, said: Sequence[Said]) -> int | None:
    holding = [
        (one.content[1] - one.content[0], number)
        for number, one in enumerate(said)
        if one.content[0] <= trigger[0] and trigger[1] <= one.content[1]
    ]
    return min(holding)[1] if holding else None


def _is_canonical(text: str) -> bool:
    """Whether the product keeps the text as it stands, so that offsets fit."""
    document = to_document(RawItem(origin="", media=Media.TEXT, content=text))
    return isinstance(document, Document) and document.text == text


def documents_of(rows: Iterable[dict[str, Any]]) -> list[Document]:
    """The reports as the product is given them."""
    documents = []
    for row in rows:
        declared = Declared(published=row.get("report_date"))
        item = RawItem(origin=row["id"], media=Media.TEXT, content=row["text"], declared=declared)
        document = to_document(item)
        if isinstance(document, Document):
            documents.append(document)
    return documents


def annotators(model: Callable[[], Model]) -> list[Annotator]:
    """The product's annotators with another model for what is said and what happened."""
    ours = {one.name: one for one in (attributing.annotator(model), telling.annotator(model))}
    return [ours.get(one.name, one) for one in ANNOTATORS]


def counted(readings: Sequence[Reading], gold: Sequence[dict[str, Any]], scorer: Any) -> Counter[str]:
    """The scorer's counts, summed over the reports."""
    total: Counter[str] = Counter()
    for reading, row in zip(readings, gold, strict=True):
        one: Counter[str] = Counter()
        scorer.score_doc(scorer.norm(row, row["text"]), scorer.norm(to_contract(reading), row["text"]), one)
        total += one
    return total


def main() -> None:
    """Print the claims report of one model on one part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--set", default="held-out", choices=("held-out", "dev"))
    args = parser.parse_args()
    sys.path.insert(0, str(args.data / "scorers"))
    import claims_score

    gold = gold_of(args.data, args.set)
    model = opened(args.model)
    readings = read(documents_of(gold), annotators=annotators(lambda: model))
    counts = counted(readings, gold, claims_score)
    claims_score.report(counts)
    print(json.dumps({"events": sum(len(r.events) for r in readings)}))


if __name__ == "__main__":
    main()
