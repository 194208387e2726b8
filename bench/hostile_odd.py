"""Odd but honest files of every kind, made by seed: does the article come out whole, with its title and date?

Each file is read by the library, and what comes out is held against the article that was put in. Then all are
ingested: each has to be accounted for, without a traceback, and no process may grow too large.
"""

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from hostile_families import MOST_BYTES, SAYSO
from hostile_odd_archives import archives
from hostile_odd_case import Odd
from hostile_odd_encodings import marked, spelt
from hostile_odd_feeds import feeds
from hostile_odd_letters import letters
from hostile_odd_pages import pages
from hostile_odd_papers import papers
from hostile_odd_records import records
from hostile_odd_services import services
from hostile_odd_sites import sites
from hostile_odd_tongues import boxes, tongues
from processes import measured
from sayso.documents import DocumentOptions, to_document
from sayso.model import Document, Refusal
from sayso.sources import items_in, locate

FAMILIES: Mapping[str, Callable[[random.Random], Iterator[Odd]]] = {
    "archives": archives,
    "boxes": boxes,
    "encodings": spelt,
    "feeds": feeds,
    "letters": letters,
    "marks": marked,
    "pages": pages,
    "papers": papers,
    "records": records,
    "services": services,
    "sites": sites,
    "tongues": tongues,
}
# So much of the words must come out, and so little else.
FOUND, CLEAN = 0.97, 0.85


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=FAMILIES, default=list(FAMILIES))
    asked = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as room:
        for family in asked.only:
            folder = Path(room, "in", family)
            folder.mkdir(parents=True)
            dice = random.Random(f"{asked.seed} {family}")  # noqa: S311 - the same files for the same seed
            files = list(FAMILIES[family](dice))
            faults = [f"{family}/{odd.name}: {fault}" for odd in files for fault in found_in(odd, folder)]
            sound = len(files) - len({fault.partition(": ")[0] for fault in faults})
            print(f"{family}: {sound} of {len(files)} read whole", *faults, sep="\n  ", flush=True)
        wrong += unaccounted(Path(room))
    print("\n".join(wrong) or "all accounted for")
    return 1 if wrong else 0


def found_in(odd: Odd, folder: Path) -> list[str]:
    """What is wrong with how a file is read, an exception included, which is always wrong."""
    try:
        return list(misread(odd, folder))
    except Exception as error:  # whatever it is, it is to be told and the next file tried
        return [f"raised {type(error).__name__}: {error}"]


def misread(odd: Odd, folder: Path) -> Iterator[str]:
    """What is not as it should be in what a file is read as."""
    path = folder / odd.name
    path.write_bytes(odd.content)
    options = DocumentOptions(any_language=True)
    results = [
        each if isinstance(each, Refusal) else to_document(each, options=options)
        for locator in locate([str(path)])
        for each in ([locator] if isinstance(locator, Refusal) else items_in(locator))
    ]
    documents = [each for each in results if isinstance(each, Document)]
    if not documents:
        yield "; ".join(f"{each.reason}: {each.detail}" for each in results if isinstance(each, Refusal))
        return
    wanted = _words(odd.article.text)
    shares = [_shares(wanted, _words(each.text)) for each in documents]
    found, clean = best = max(shares)
    if found < FOUND or clean < CLEAN:
        yield f"{found:.0%} of the words found, {clean:.0%} of what was found are of them"
    document = documents[shares.index(best)]
    for field in odd.gives.split():
        if getattr(document, field) != getattr(odd.article, field):
            yield f"{field} is {getattr(document, field)!r}, not {getattr(odd.article, field)!r}"
    if len(documents) != odd.count:
        yield f"{len(documents)} documents, not {odd.count}"


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def _shares(wanted: Counter[str], found: Counter[str]) -> tuple[float, float]:
    common = (wanted & found).total()
    return common / max(1, wanted.total()), common / max(1, found.total())


def unaccounted(room: Path) -> list[str]:
    """What is wrong with an ingest of all the files."""
    report = room / "report.jsonl"
    command = [SAYSO, "ingest", str(room / "in"), "--dry-run", "--any-subject", "--any-language", "-j", "1"]
    cost = measured([*command, "--report", str(report)], folder=room)
    accounts = [json.loads(line) for line in report.read_text().splitlines()]
    told = {each["origin"] for each in accounts}
    files = [path for path in (room / "in").rglob("*") if path.is_file()]
    print(
        f"{len(files)} files, {len(accounts)} items, {cost.seconds:.0f} s, {cost.peak_bytes / 1e6:.0f} MB: "
        f"{dict(Counter(each['reason'] or each['status'] for each in accounts).most_common())}"
    )
    return [
        *(f"lost: {path.name}" for path in files if str(path) not in told),
        *(f"crashed: {each['origin']}" for each in accounts if each["reason"] == "crashed"),
        *(["a traceback"] if "Traceback" in cost.stderr else []),
        *([f"{cost.peak_bytes / 1e6:.0f} MB"] if cost.peak_bytes > MOST_BYTES else []),
    ]


if __name__ == "__main__":
    sys.exit(main())
