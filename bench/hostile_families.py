"""Families of hostile files, made by seed: a bad record between good ones, in every format that is read.

Each file has to be accounted for without a crash, the good records around a bad one have to be read, and no
process may grow too large.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from hostile_archives import archives, packed
from hostile_case import Case
from hostile_files import encodings, named, pages, pdfs, strange
from hostile_fourth import papers, saved, trees
from hostile_prose import hurting
from hostile_records import feeds, json_lines, letters
from hostile_sixth import answers, containers, frames
from hostile_third import cut_lists, newer, packings, post, scripts
from hostile_web import captures, sites, wires
from hostile_words import codecs_named, lists, parcels, prose
from processes import measured

SAYSO = str(Path(sys.executable).with_name("sayso"))
MOST_BYTES = 1_500_000_000
DISTURBED = ("crashed", "memory", "timeout")
ALLOWED = {0, 3}
# Some libraries give up where they are given no more memory; that costs them their process, and nobody else.
MAY_END = "bomb-"
FAMILIES: Mapping[str, Callable[[random.Random], Iterator[Case]]] = {
    "answers": answers,
    "archives": archives,
    "captures": captures,
    "codecs": codecs_named,
    "containers": containers,
    "cut-lists": cut_lists,
    "encodings": encodings,
    "feeds": feeds,
    "frames": frames,
    "hurting": hurting,
    "json": json_lines,
    "letters": letters,
    "lists": lists,
    "names": named,
    "newer": newer,
    "packed": packed,
    "packings": packings,
    "pages": pages,
    "papers": papers,
    "parcels": parcels,
    "pdf": pdfs,
    "post": post,
    "prose": prose,
    "saved": saved,
    "scripts": scripts,
    "sites": sites,
    "strange": lambda _: iter(()),
    "trees": lambda _: iter(()),
    "wires": wires,
}
# What is no file of its own, or too long for one: laid out in a folder.
LAID_OUT: Mapping[str, Callable[[Path, random.Random], Iterator[tuple[str, int]]]] = {
    "strange": strange,
    "trees": trees,
}
# Directions that turn a line around.
TURNS = frozenset({"LRE", "LRO", "RLE", "RLO", "LRI", "RLI", "FSI"})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=FAMILIES, default=list(FAMILIES))
    asked = parser.parse_args()
    wrong: list[str] = []
    for family in asked.only:
        with tempfile.TemporaryDirectory() as name:
            wrong += tried(family, Path(name), random.Random(f"{asked.seed} {family}"))  # noqa: S311
            # Python's own way of emptying a folder goes no deeper than its stack.
            subprocess.run(["rm", "-rf", str(Path(name, family))], check=True)
    print("\n".join(wrong) or "nothing wrong", flush=True)
    return 1 if wrong else 0


def tried(family: str, room: Path, dice: random.Random) -> list[str]:
    """What is wrong with how the files of a family are read."""
    folder, report = room / family, room / "report.jsonl"
    folder.mkdir()
    expected = dict(written(family, folder, dice))
    command = [SAYSO, "ingest", str(folder), "--dry-run", "--any-subject", "--report", str(report), "-j", "1"]
    cost = measured(command, folder=room)
    accounts = [json.loads(line) for line in report.read_text().splitlines()]
    reasons = Counter(each["reason"] or each["status"] for each in accounts)
    read = Counter(each["origin"] for each in accounts if each["status"] in ("read", "known"))
    accounted = {each["origin"] for each in accounts}
    wrong = [
        *(f"lost: {origin}" for origin in expected if origin not in accounted),
        *(
            f"{read[origin]} of {good} good reports: {origin}"
            for origin, good in expected.items()
            if read[origin] < good
        ),
        *(
            f"crashed: {each['origin']}: {each['detail']}"
            for each in accounts
            if each["reason"] == "crashed" and not Path(each["origin"]).name.startswith(MAY_END)
        ),
        *(f"speaks to the terminal: {line!r}" for line in cost.stderr.split("\n") if _speaks(line)),
        *(["a traceback"] if "Traceback" in cost.stderr else []),
        *([f"exit code {cost.status}"] if cost.status not in ALLOWED else []),
        *([f"{cost.peak_bytes / 1e6:.0f} MB"] if cost.peak_bytes > MOST_BYTES else []),
    ]
    print(
        f"{family}: {len(expected)} files, {len(accounts)} items, {sum(expected.values())} good ones, "
        f"{cost.seconds:.0f} s, {cost.peak_bytes / 1e6:.0f} MB: {dict(reasons.most_common())}"
    )
    for each in accounts:
        if each["reason"] in DISTURBED:
            print(f"  {each['reason']}: {Path(each['origin']).name}: {each['detail']}")
    sys.stdout.flush()
    return [f"{family}: {each.replace(str(room), '')}" for each in wrong]


def _speaks(line: str) -> bool:
    """Whether a line would move a terminal's cursor, change its title or turn the line around."""
    return any(
        unicodedata.category(each) == "Cc" or unicodedata.bidirectional(each) in TURNS for each in line
    )


def written(family: str, folder: Path, dice: random.Random) -> Iterator[tuple[str, int]]:
    """Write the files of a family; each as a report names it, with how many good reports it holds."""
    if family in LAID_OUT:
        yield from LAID_OUT[family](folder, dice)
    for case in FAMILIES[family](dice):
        path = folder / case.name
        path.write_bytes(case.content)
        # A name that is no text is spelled out.
        yield os.fsencode(path).decode("utf-8", "backslashreplace"), case.good


if __name__ == "__main__":
    sys.exit(main())
