"""Many short documents through one ingest into one ledger: does one cost the same at the end as at first?

One in ten tells of the war and is read; the others tell of markets and are refused as irrelevant, as on a
stream of news. Processor time is that of every process, the ledger's included; grouping is another matter
(`incidents_scale.py`).
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cost import OTHER, processor
from made import reports
from processes import family, peak_of
from sayso.annotate.places import GazetteerOptions
from sayso.documents import DocumentOptions
from sayso.ledger import Ledger
from sayso.run import Limits, OpeningOptions, ReadingOptions, ingest, outcomes, ready, shipped
from sayso.sources import SourceOptions, locate

MOST_GROWTH = 1.15
ONE_IN = 10


@dataclass(slots=True)
class Stretch:
    """What some documents in a row took."""

    processor: float = field(default_factory=processor)
    wall: float = field(default_factory=time.monotonic)
    documents: int = 0
    became: Counter[str] = field(default_factory=Counter)

    def each(self) -> float:
        """Core-milliseconds a document, up to now."""
        return (processor() - self.processor) * 1e3 / max(1, self.documents)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--stretch", type=int, default=10_000, help="a line is printed after so many")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    works = shipped(
        opening=OpeningOptions(sources=SourceOptions()),
        reading=ReadingOptions(documents=DocumentOptions(relevant_only=True), gazetteer=GazetteerOptions()),
    )
    cost = list[float]()
    with tempfile.TemporaryDirectory() as name, Ledger.open(Path(name, "flat.sqlite")) as ledger:
        given = written(Path(name, "made.jsonl"), asked.documents)
        began = ledger.start_run({}, started="2031-05-06T00:00:00Z")
        with ready(limits=Limits()) as zygote:
            found = outcomes(locate([str(given)]), works=works, zygote=zygote, workers=asked.workers)
            stretch, done = Stretch(), 0
            for batch in ingest(found, ledger=ledger, run=began):
                stretch.became.update(each.reason or str(each.status) for each in batch)
                stretch.documents += len(batch)
                done += len(batch)
                if done >= (len(cost) + 1) * asked.stretch or done == asked.documents:
                    cost.append(stretch.each())
                    told(done, stretch, cost[-1], size=kept(Path(name)))
                    stretch = Stretch()
    # Starting the workers is part of the first.
    early = sorted(cost[1:4])[len(cost[1:4]) // 2] if len(cost) > 3 else cost[0]
    print(f"the last {asked.stretch:,} cost {cost[-1] / early:.2f} times what the first cost after the start")
    return int(len(cost) > 3 and cost[-1] > MOST_GROWTH * early)


def told(done: int, stretch: Stretch, each: float, *, size: int) -> None:
    seconds = time.monotonic() - stretch.wall
    most = max(map(peak_of, family(os.getpid())))
    print(
        f"{done:,}: {each:.2f} core-ms a document, {stretch.documents / seconds:.0f} a second; "
        f"{dict(stretch.became)}; the ledger {size / 1e6:.0f} MB, the largest process {most / 1e6:.0f} MB",
        flush=True,
    )


def kept(folder: Path) -> int:
    """Bytes of the ledger, its log included."""
    return sum(path.stat().st_size for path in folder.glob("flat.sqlite*"))


def written(path: Path, count: int) -> Path:
    """Documents of a few sentences, no two alike."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(count):
            file.write(json.dumps(record) + "\n")
    return path


def records(count: int) -> Iterator[dict[str, str]]:
    for number, report in enumerate(reports(count, sentences=3)):
        other = f"Report {number}. {OTHER.format(name=f'Orlo {number}', number=number % 90 + 2)}"
        yield report if number % ONE_IN == 0 else report | {"text": other, "title": "Pulp and paper"}


if __name__ == "__main__":
    sys.exit(main())
