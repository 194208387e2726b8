"""Hand-read: reports that we read ourselves by the codebook, kept as offsets into texts that lie elsewhere.

A line of `hand_read.jsonl` names a file of the data sets, a record of it, the part of its text that was read
and that part's SHA-256, then attributions (`said`: source, cue, content) and happenings. Tolls, dates and
offices were not read. Lines with `held` are kept back to choose thresholds by.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.records import Happening, Pair, Record, Said, lines

READINGS = Path(__file__).with_name("hand_read.jsonl")
ROLES = ("actor", "recipient", "place")


def texts_of(file: Path) -> Mapping[str, str]:
    """The texts of a data set by record; sentences that name their article are put together again."""
    texts: dict[str, str] = {}
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for row in lines(file):
        if "doc" in row:
            articles[row["doc"]].append(row["text"])
        else:
            texts[row["id"]] = row["text"]
    return texts | {article: "\n\n".join(sentences) for article, sentences in articles.items()}


def hand_read(data: Path, *, held: bool = False) -> Iterator[Record]:
    """The reports to learn from, or those kept back; one whose text is not as it was read is left out."""
    texts: dict[str, Mapping[str, str]] = {}
    for row in lines(READINGS):
        if row.get("held", False) is not held:
            continue
        if row["file"] not in texts:
            texts[row["file"]] = texts_of(data / row["file"])
        text = texts[row["file"]].get(row["id"], "")[row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest() == row["sha256"]:
            yield Record(
                id=f"{row['file']}:{row['id']}",
                set="claims",
                text=text,
                said=[_said(*one) for one in row["said"]],
                happenings=[_happening(one) for one in row["happenings"]],
            )


def _said(source: list[int] | None, cue: list[int] | None, content: list[int]) -> Said:
    return Said(source=_pair(source), cue=_pair(cue), content=(content[0], content[1]))


def _happening(row: dict[str, Any]) -> Happening:
    return Happening(
        triggers=[(start, end) for start, end in row["triggers"]],
        type=row["type"],
        assertion=row["assertion"],
        roles={role: [(start, end) for start, end in row.get(role, ())] for role in ROLES},
    )


def _pair(span: list[int] | None) -> Pair | None:
    return None if span is None else (span[0], span[1])
