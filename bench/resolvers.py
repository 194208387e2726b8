"""What dates, places and parties cost beside the encoder, and what the gazetteer takes to open.

The resolvers may add at most 30 % to the encoder's time; the gazetteer must open in under 0.3 s and 150 MB.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from made import reports
from sayso.annotate import ANNOTATORS, reader
from sayso.documents import to_document
from sayso.model import Declared, Document, Media, RawItem, Reading

MOST_SHARE, MOST_SECONDS, MOST_MEGABYTES = 0.30, 0.3, 150
RESOLVERS = ("times", "dated", "entities")
_OPEN = """
import re, time
from pathlib import Path
from sayso.annotate.places import Gazetteer

def kilobytes(what):  # ru_maxrss would be that of the process which started this one.
    return int(re.search(what + r":\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

before = kilobytes("VmRSS")
started = time.perf_counter()
gazetteer = Gazetteer.open()
found = [gazetteer.lookup(name) for name in ("Paris", "Kabul", "San Jose", "Springfield", "Goma")]
print(time.perf_counter() - started, kilobytes("VmRSS") - before, kilobytes("VmHWM"), all(found))
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--jsonl", type=Path, help="reports to read instead of made ones: a `text` a line")
    asked = parser.parse_args()
    readings = [Reading(document=document) for document in documents(asked.jsonl, asked.documents)]
    spent = seconds_of(readings)
    encoder, resolvers = spent["encoder"], sum(spent[name] for name in RESOLVERS)
    for name in ("encoder", *RESOLVERS):
        print(f"{1000 * spent[name] / len(readings):8.2f} ms a document  {name}")
    share = resolvers / encoder
    print(
        f"{share:8.1%} of the encoder's time is what dates, places and parties add (at most {MOST_SHARE:.0%})"
    )
    opening, added, whole = cost_of_opening()
    print(f"{opening:8.3f} s to open the gazetteer and look five names up (at most {MOST_SECONDS} s)")
    print(f"{added:8.1f} MB of memory for that, {whole:.1f} MB with Python (at most {MOST_MEGABYTES} MB)")
    return int(share > MOST_SHARE or opening > MOST_SECONDS or whole > MOST_MEGABYTES)


def documents(path: Path | None, most: int) -> Iterator[Document]:
    """Reports ready to be read: made ones, or those of a file."""
    lines = path.open(encoding="utf-8", newline="\n") if path is not None else None
    records = map(json.loads, lines) if lines is not None else iter(reports(most))
    for number, record in zip(range(most), records, strict=False):
        declared = Declared(published=record.get("published") or "2031-05-07")
        item = RawItem(origin=str(number), media=Media.TEXT, content=record["text"], declared=declared)
        document = to_document(item)
        if isinstance(document, Document):
            yield document


def seconds_of(readings: list[Reading]) -> Counter[str]:
    """Processor time by annotator, that of the encoder apart; one report to warm up is not counted."""
    spent: Counter[str] = Counter()
    for number, reading in enumerate([readings[0], *readings]):
        batch = [reading]
        for annotator in ANNOTATORS:
            if annotator.name == "mentions":
                started = time.process_time()
                reader.shared().scores(batch[0])
                spent["encoder"] += time.process_time() - started
            started = time.process_time()
            batch = annotator.annotate(batch)
            spent[annotator.name] += time.process_time() - started
        if number == 0:
            spent.clear()
    return spent


def cost_of_opening() -> tuple[float, float, float]:
    """Seconds that opening takes, megabytes that it adds, and those of the whole process at its peak."""
    done = subprocess.run([sys.executable, "-c", _OPEN], check=True, capture_output=True, text=True)
    seconds, added, whole, found = done.stdout.split()
    if found != "True":
        raise SystemExit("the gazetteer does not know Paris")
    return float(seconds), int(added) / 1024, int(whole) / 1024


if __name__ == "__main__":
    sys.exit(main())
