"""What a whole reading costs next to the bare encoder, and how many articles two processes read a second.

The two are timed on the same windows of the same reports, turn about in one run, in processor time: so the
ratio holds on a busy machine, where articles a second do not.
"""

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from multiprocessing.synchronize import Barrier
from pathlib import Path

import onnxruntime

from made import reports
from sayso.annotate import ANNOTATORS, reader
from sayso.documents import to_document
from sayso.model import Declared, Document, Media, RawItem
from sayso.pipeline import read
from sayso.pipeline.collecting import seldom

WORDS, BATCH, TURNS = 400, 32, 3
MOST_RATIO, FEWEST_ARTICLES = 1.5, 15.0


class Recorder:
    """A session that keeps what it is asked to run, so that it can be run again without the reading."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session = session
        self.asked: list[tuple[Sequence[str], Mapping[str, object]]] = []

    def run(self, outputs: Sequence[str], inputs: Mapping[str, object]) -> object:
        self.asked.append((outputs, inputs))
        return self.session.run(outputs, inputs)

    def again(self) -> None:
        for outputs, inputs in self.asked:
            self.session.run(outputs, inputs)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=96)
    parser.add_argument("--texts", type=Path, help="JSON lines with a `text` each, instead of made reports")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    texts = list(islice(texts_in(asked.texts, asked.articles), asked.articles))
    words = sum(len(text.split()) for text in texts)
    whole, bare = whole_and_bare(texts)
    ratio = whole / bare
    print(f"{len(texts)} articles of {words / len(texts):.0f} words: {ratio:.2f} times the bare encoder")
    print(f"{words / WORDS / whole:.1f} articles of {WORDS} words a second of one core's own time")
    seconds = in_processes(texts, asked.processes)
    a_second = words / WORDS / seconds
    print(f"{a_second:.1f} articles of {WORDS} words a second in {asked.processes} processes")
    return 0 if ratio <= MOST_RATIO and a_second >= FEWEST_ARTICLES else 1


def texts_in(path: Path | None, count: int) -> Sequence[str]:
    if path is None:
        return [report["text"] for report in reports(count, sentences=28)]
    with path.open(encoding="utf-8", newline="\n") as file:
        return [json.loads(line)["text"] for line in islice(file, count)]


def to_documents(texts: Sequence[str]) -> list[Document]:
    items = (RawItem(origin="bench", media=Media.TEXT, content=t, declared=Declared()) for t in texts)
    return [found for item in items if isinstance(found := to_document(item), Document)]


def read_all(texts: Sequence[str]) -> None:
    documents = to_documents(texts)
    with seldom():  # as the workers of a run do
        for start in range(0, len(documents), BATCH):
            read(documents[start : start + BATCH], annotators=ANNOTATORS)


def whole_and_bare(texts: Sequence[str]) -> tuple[float, float]:
    """Processor seconds of the whole reading and of the encoder alone: the best of both of some turns."""
    read_all(texts[:2])  # loads what is loaded once
    model = reader.shared()
    session = model.session
    whole, bare = [], []
    for turn in range(TURNS):
        # Another letter makes each turn new texts: the model remembers what it has read.
        turned = [f"{text} {'x' * turn}" for text in texts]
        recorder = Recorder(session)
        object.__setattr__(model, "session", recorder)
        whole.append(spent(partial(read_all, turned)))
        object.__setattr__(model, "session", session)
        bare.append(spent(recorder.again))
    return min(whole), min(bare)


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def in_processes(texts: Sequence[str], count: int) -> float:
    """Seconds from when every process has loaded its tables to when all is read."""
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(count + 1)
    workers = [
        context.Process(target=read_part, args=(texts[number::count], ready)) for number in range(count)
    ]
    for worker in workers:
        worker.start()
    ready.wait()
    started = time.perf_counter()
    for worker in workers:
        worker.join()
    return time.perf_counter() - started


def read_part(texts: Sequence[str], ready: Barrier) -> None:
    read_all(texts[:1])
    ready.wait()
    read_all([f"{text} y" for text in texts])


if __name__ == "__main__":
    sys.exit(main())
