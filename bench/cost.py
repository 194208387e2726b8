"""What an article costs from file to ledger, next to the bare encoder on the very same articles.

Both sides read the same documents in as many processes, turn about in one run: the encoder the windows that a
reading asks of it, Sayso the file from its first byte to the ledger's commit. Starting the workers, which is
done once a run, is measured by itself and left out. Processor time is that of every process, as the kernel
counts it; articles a second hold for an idle machine alone.
"""

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from made import reports
from processes import family, processor_of
from reading_speed import WORDS, Recorder, read_all, spent
from sayso.annotate import reader
from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.ledger import Ledger
from sayso.run import Limits, OpeningOptions, ReadingOptions, Zygote, ingest, outcomes, ready, shipped
from sayso.sources import SourceOptions, locate

Articles = Sequence[dict[str, str]]
OTHER = (
    "{name} Paper said net profit for the quarter rose to {number}.1 million dollars, or {number} cents a "
    "share, on higher sales. The company declared a dividend payable to shareholders of record. Analysts "
    "expect earnings per share to grow as pulp prices fall. Operating revenue beat the forecast. "
)
SUBJECTS = {False: "--any-subject", True: "--relevant-only"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What some articles took."""

    processor: float
    """Seconds of all processes."""
    wall: float
    became: Counter[str]
    """How many were read, and how many refused for which reason."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--texts", type=Path, help="JSON lines with a `text` each, instead of made reports")
    asked = parser.parse_args()
    found = list(islice(texts_in(asked.texts), asked.documents))
    stream = list(islice(mixed(), 10 * asked.documents))
    with encoders([each["text"] for each in found], asked.workers) as bare, ready(limits=Limits()) as zygote:
        start = started(zygote, asked.workers)
        print(f"starting {asked.workers} workers: {start:.2f} core-s, left out of what follows")
        alone, ratios = list[Spent](), list[float]()
        for relevant_only in (False, True):
            for _ in range(asked.turns):
                alone.append(bare())
                whole = run(found, zygote, asked.workers, relevant_only=relevant_only, start=start)
                told(f"these articles, {SUBJECTS[relevant_only]}", found, whole)
                ratios.append(whole.processor / alone[-1].processor)
                print(f"  {ratios[-1]:.2f} times the bare encoder on all of them")
        for each in alone:
            told("the bare encoder", found, each)
        whole = run(stream, zygote, asked.workers, relevant_only=True, start=start)
        told("one in ten relevant, --relevant-only", stream, whole)
    for relevant_only, some in ((False, ratios[: asked.turns]), (True, ratios[asked.turns :])):
        print(f"{statistics.median(some):.2f} times the bare encoder with {SUBJECTS[relevant_only]} (median)")
    return 0


def told(what: str, articles: Articles, cost: Spent) -> None:
    units = sum(len(article["text"].split()) for article in articles) / WORDS
    print(f"{what}: {cost.processor / units * 1e3:.1f} core-ms an article of {WORDS} words", end=", ")
    print(f"{cost.processor / units * 1e6 / 3600:.1f} core-hours a million", end=", ")
    print(f"{units / cost.wall:.1f} a second; {len(articles)} articles: {dict(cost.became)}", flush=True)


def started(zygote: Zygote, workers: int) -> float:
    """Processor seconds to start the workers and have each load what it reads with."""
    tiny = [{"text": f"Ten people died in Orlo on Monday, report {n} said."} for n in range(8 * workers)]
    run(tiny, zygote, workers, relevant_only=False, start=0.0)  # has the files in the system's memory
    return run(tiny, zygote, workers, relevant_only=False, start=0.0).processor


def run(articles: Articles, zygote: Zygote, workers: int, *, relevant_only: bool, start: float) -> Spent:
    """An ingest of a file of the articles into a new ledger."""
    options = DocumentOptions(relevant_only=relevant_only)
    works = shipped(
        opening=OpeningOptions(sources=SourceOptions()),
        reading=ReadingOptions(documents=options, gazetteer=GazetteerOptions()),
    )
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "made.sqlite")) as ledger:
        path = Path(folder, "made.jsonl")
        path.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
        began = ledger.start_run({}, started="2031-05-06T00:00:00Z")
        before, since = processor(), time.monotonic()
        found = outcomes(locate([str(path)]), works=works, zygote=zygote, workers=workers)
        batches = ingest(found, ledger=ledger, run=began)
        became = Counter(each.reason or str(each.status) for batch in batches for each in batch)
        wall = time.monotonic() - since
        return Spent(processor=processor() - before - start, wall=wall, became=became)


def processor() -> float:
    """Processor seconds so far of this process and all that descend from it."""
    return sum(map(processor_of, family(os.getpid())))


@contextmanager
def encoders(texts: Sequence[str], count: int) -> Iterator[Callable[[], Spent]]:
    """Processes that hold what reading the texts asks of the encoder; a call has them all ask it again."""
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in range(count)]
    parts = [texts[number::count] for number in range(count)]
    processes = [
        context.Process(target=encode, args=(part, theirs))
        for part, (_, theirs) in zip(parts, pipes, strict=True)
    ]
    for process in processes:
        process.start()
    ours = [one for one, _ in pipes]
    for one in ours:
        one.recv()

    def again() -> Spent:
        since = time.monotonic()
        for one in ours:
            one.send(True)
        seconds = sum(one.recv() for one in ours)
        return Spent(processor=seconds, wall=time.monotonic() - since, became=Counter(encoded=len(texts)))

    yield again
    for one in ours:
        one.send(False)
    for process in processes:
        process.join()


def encode(texts: Sequence[str], pipe: Connection) -> None:
    """Read the texts once, noting what is asked of the encoder; then ask it again whenever told to."""
    read_all(["Ten people died in Orlo."])  # loads what is loaded once
    model = reader.shared()
    recorder = Recorder(model.session)
    object.__setattr__(model, "session", recorder)
    read_all(texts)
    pipe.send(True)
    while pipe.recv():
        pipe.send(spent(recorder.again))


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
