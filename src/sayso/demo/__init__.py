"""The demonstration corpus: dispatches about an invented war, and what a careful reader makes of them.

Countries, towns, people, parties and outlets are invented, and the gazetteer puts them in the open ocean.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
DISPATCHES = FOLDER / "dispatches.jsonl"
"""The reports, one JSON object a line: `id, title, text, published, outlet, url`."""
TRUTH = FOLDER / "truth.json"
"""Readings of all reports by hand, who copies whom, and which reports tell of one happening."""
GAZETTEER = FOLDER / "gazetteer.csv"
"""Where the invented places lie; columns as the reader's own gazetteer files have them."""

__all__ = ["DISPATCHES", "FOLDER", "GAZETTEER", "TRUTH", "dispatches", "places", "truth"]


def dispatches() -> Iterator[Mapping[str, str]]:
    """The reports in order of publication."""
    # Not splitlines(): a text may hold characters that it takes for ends of lines.
    with DISPATCHES.open(encoding="utf-8", newline="\n") as file:
        yield from map(json.loads, file)


def truth() -> Mapping[str, Any]:
    """What is true of the corpus: `outlets`, `syndication`, `incidents`, `happenings`, `readings`.

    The `readings` are gold records, which `sayso.evaluation.gold` turns into readings. The five
    `incidents` are the stories of the corpus; `happenings` are the smaller ones around them and have the
    same fields. `readings` have the form of the project's gold records: spans as `[start, end]`.
    """
    made: Mapping[str, Any] = json.loads(TRUTH.read_text(encoding="utf-8"))
    return made


def places() -> Iterator[Mapping[str, str]]:
    """The rows of the gazetteer."""
    with GAZETTEER.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
