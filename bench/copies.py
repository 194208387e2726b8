"""What adding a document costs as the index of copies grows.

    python bench/copies.py DOCUMENTS.jsonl... [--documents N] [--more 100]

Documents are JSON lines with `id` or `doc_id`, `text`, and where known `title`, `outlet`, `url`, `date`.
Where more documents are asked for than there are, further ones are made by mixing sentences of several and
changing every third word, so that they are long and plain as news is and copies of nothing. Seconds are
processor time, so that what else the machine does hardly shows.
"""

import argparse
import gzip
import json
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from sayso.incidents.copies import CopyIndex
from sayso.model import Document, content_id

_STEP = 2000
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def documents_in(path: Path) -> Iterator[Document]:
    open_text = gzip.open if path.suffix == ".gz" else open
    with open_text(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            yield Document(
                id=str(row.get("id") or row.get("doc_id") or content_id("d", row["text"])),
                sha256="",
                text=row["text"],
                title=row.get("title"),
                outlet=row.get("outlet"),
                url=row.get("url"),
                published=row.get("published") or row.get("date"),
                origin=str(path),
            )


def enough(known: list[Document], wanted: int) -> Iterator[Document]:
    yield from known[:wanted]
    chance = random.Random(5)  # noqa: S311 - a mix to measure on, not a secret
    sentences = [each for document in known for each in _SENTENCE.split(document.text) if len(each) > 40]
    words = sorted({word for sentence in sentences for word in sentence.split()})
    for number in islice(count(), max(0, wanted - len(known))):
        text = " ".join(_reworded(sentence, words, chance) for sentence in chance.sample(sentences, 14))
        id = content_id("m", number)
        yield Document(id=id, sha256="", text=text, title=f"Mixed {number}", origin="mix")


def _reworded(sentence: str, words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choice(words) if at % 3 == 2 else word for at, word in enumerate(sentence.split()))


def speed(paths: list[Path], wanted: int, more: int) -> None:
    known = [document for path in paths for document in documents_in(path)]
    random.Random(4).shuffle(known)  # noqa: S311
    documents = list(enough(known, wanted + more))
    index, began = CopyIndex(), time.process_time()
    for at in range(0, wanted, _STEP):
        start = time.process_time()
        index.add(documents[at : min(at + _STEP, wanted)])
        took = time.process_time() - start
        print(f"{len(index):7d} documents  {1e3 * took / _STEP:6.2f} ms each of the last {_STEP}", flush=True)
    added = time.process_time() - began
    groups = index.groups()
    grouped = time.process_time() - began - added
    start = time.process_time()
    index.add(documents[wanted:])
    index.groups()
    again = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{wanted} added in {added:.1f} s, {len(groups)} groups in {grouped:.1f} s, peak {peak:.0f} MB")
    print(f"{more} more, groups and all, in {again:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--more", type=int, default=100)
    given = parser.parse_args()
    speed(given.paths, given.documents, given.more)


if __name__ == "__main__":
    sys.exit(main())
