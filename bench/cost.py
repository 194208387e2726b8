"""What an article costs from file to ledger: processor time next to the bare encoder's, articles a second.

Start-up is left out: what counts is how much more a run takes than one of half as many articles. Processor
time is hardly changed by what else the machine does, and both sides of the ratio are measured in one run;
articles a second hold for an idle machine alone.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from made import reports
from reading_speed import WORDS, Recorder, read_all, spent
from sayso.annotate import reader

SAYSO = str(Path(sys.executable).with_name("sayso"))
OTHER = (
    "{name} Paper said net profit for the quarter rose to {number}.1 million dollars, or {number} cents a "
    "share, on higher sales. The company declared a dividend payable to shareholders of record. Analysts "
    "expect earnings per share to grow as pulp prices fall. Operating revenue beat the forecast. "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What an ingest took."""

    processor: float
    """Seconds of all its processes."""
    wall: float
    peak: int
    """Bytes of the largest of its processes."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--texts", type=Path, help="JSON lines with a `text` each, instead of made reports")
    asked = parser.parse_args()
    found = list(islice(texts_in(asked.texts), asked.documents))
    bare = bare_encoder([report["text"] for report in found])
    many = list(islice(mixed(), 10 * asked.documents))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, articles, options in (
            ("all relevant", found, ["--any-subject"]),
            ("one in ten relevant, --relevant-only", many, ["--relevant-only"]),
            ("one in ten relevant, as it comes", many, []),
        ):
            half = ingest(folder, articles[: len(articles) // 2], asked.workers, options)
            whole = ingest(folder, articles, asked.workers, options)
            units = units_in(articles[len(articles) // 2 :])
            processor, wall = whole.processor - half.processor, whole.wall - half.wall
            print(f"{what}: {processor / units * 1e3:.1f} core-ms an article of {WORDS} words", end=", ")
            print(f"{processor / units * 1e6 / 3600:.1f} core-hours a million", end=", ")
            print(f"{units / wall:.1f} a second with {asked.workers} workers", end=", ")
            print(f"{units_in(articles) / whole.wall:.1f} start-up included", end=", ")
            print(f"the largest process {whole.peak / 1e6:.0f} MB", flush=True)
            if articles is found:
                ratio = processor / units / (bare / units_in(found))
                print(f"  {ratio:.2f} times the bare encoder")
    return 0


def units_in(articles: Sequence[dict[str, str]]) -> float:
    """How many articles of 400 words these are."""
    return sum(len(article["text"].split()) for article in articles) / WORDS


def bare_encoder(texts: Sequence[str]) -> float:
    """Processor seconds of the encoder alone on what a reading of the texts asks of it."""
    read_all(texts[:1])  # loads what is loaded once
    model = reader.shared()
    recorder, session = Recorder(model.session), model.session
    object.__setattr__(model, "session", recorder)
    read_all(texts)
    object.__setattr__(model, "session", session)
    return min(spent(partial(recorder.again)) for _ in range(2))


def ingest(folder: Path, found: Sequence[dict[str, str]], workers: int, options: Sequence[str]) -> Spent:
    """An ingest of some articles into a new ledger."""
    source, ledger = folder / "made.jsonl", folder / "made.sqlite"
    for path in folder.iterdir():
        path.unlink()
    source.write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [SAYSO, "ingest", str(source), "-j", str(workers), "--no-group", "-l", str(ledger), *options]
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(
        processor=after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        wall=time.monotonic() - started,
        peak=after.ru_maxrss * 1024,
    )


def texts_in(path: Path | None) -> Iterator[dict[str, str]]:
    """Reports of some 400 words, or those in a file."""
    if path is None:
        yield from reports(1_000_000, sentences=29)
        return
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file):
            yield {"id": str(number), "text": json.loads(line)["text"]}


def mixed() -> Iterator[dict[str, str]]:
    """One report about the war, nine about markets, and so on."""
    for number, report in enumerate(reports(1_000_000, sentences=29)):
        about = "".join(OTHER.format(name=f"Orlo {number} {n}", number=n + 2) for n in range(7))
        yield report if number % 10 == 0 else report | {"text": f"Report {number}. {about}"}


if __name__ == "__main__":
    sys.exit(main())
