"""Curated tables: the names and cue words that rules look up, each file with its source on top.

A `.tsv` file has comment lines, a header and rows; lists within a cell are separated by ';'. A `.txt`
file has comment lines and one word a line.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

__all__ = ["cue_words", "cues_of", "either", "fingerprint", "listed", "rows", "words"]


def _lines(file: str) -> list[str]:
    text = (files(__name__) / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a `.tsv` table, each by column name; a cell left out at the end of a row is empty."""
    header, *lines = _lines(file)
    columns = header.split("\t")
    return [
        dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))
        for cells in (line.split("\t") for line in lines)
    ]


def listed(cell: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [value for value in cell.split(";") if value]


@cache
def words(file: str) -> frozenset[str]:
    """The words of a `.txt` table, in lower case."""
    return frozenset(line.casefold() for line in _lines(file))


@cache
def cue_words() -> Mapping[str, frozenset[str]]:
    """The words that play each part in `cues.tsv`, in lower case."""
    return {row["role"]: frozenset(listed(row["words"])) for row in rows("cues.tsv")}


@cache
def cues_of(*roles: str) -> frozenset[str]:
    """The words that play any of some parts in `cues.tsv`, in lower case."""
    return frozenset().union(*(cue_words()[role] for role in roles))


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def fingerprint(*named: str) -> str:
    """A hash of the tables named, or of all: the same tables give the same hash everywhere."""
    digest = hashlib.sha256()
    for path in sorted(files(__name__).iterdir(), key=lambda path: path.name):
        if path.name in named or (not named and path.name.endswith((".tsv", ".txt", ".tsv.gz"))):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
