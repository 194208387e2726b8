"""How fast reports are read, in documents and words a second, and against a yardstick of the same machine."""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import sayso
from made import reports, write_jsonl

SAYSO = str(Path(sys.executable).with_name("sayso"))
_WORD = re.compile(r"\w+")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    texts = [report["text"] for report in reports(asked.documents)]
    words = sum(len(_WORD.findall(text)) for text in texts)
    print(f"{len(texts)} reports of {words / len(texts):.0f} words each")
    sayso.read(texts[0])  # loads what is loaded once
    unit = best_of(3, lambda: yardstick(texts)) / len(texts)
    print(f"yardstick: {unit * 1e6:.0f} µs a document to take its words, hash it and print it as JSON")
    for what, seconds in (
        ("one process, reading alone", timed(lambda: [sayso.read(text) for text in texts])),
        (f"sayso read --json -j {asked.workers}, start-up included", command("read", asked)),
        (f"sayso ingest -j {asked.workers}, start-up included", command("ingest", asked)),
    ):
        each = seconds / len(texts)
        print(f"{1 / each:8.1f} documents/s {words / seconds:8.0f} words/s {each / unit:6.0f} yards  {what}")
    return 0


def yardstick(texts: Sequence[str]) -> None:
    """Work that no reader can do without, so that figures from two machines can be compared."""
    for text in texts:
        record = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "words": _WORD.findall(text)}
        json.loads(json.dumps(record))


def command(name: str, asked: argparse.Namespace) -> float:
    with tempfile.TemporaryDirectory() as folder:
        source = write_jsonl(Path(folder, "made.jsonl"), asked.documents)
        how = ["--json"] if name == "read" else ["--ledger", str(Path(folder, "made.sqlite"))]
        line = [SAYSO, name, str(source), "-j", str(asked.workers), *how]
        return timed(lambda: subprocess.run(line, check=True, capture_output=True))


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def best_of(times: int, work: Callable[[], object]) -> float:
    return min(timed(work) for _ in range(times))


if __name__ == "__main__":
    sys.exit(main())
