"""What an article costs in processor time, which a busy machine hardly changes, and what the filter saves."""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from made import reports

SAYSO = str(Path(sys.executable).with_name("sayso"))
OTHER = (
    "{name} Paper said net profit for the quarter rose to {number}.1 million dollars, or {number} cents a "
    "share, on higher sales. The company declared a dividend payable to shareholders of record. Analysts "
    "expect earnings per share to grow as pulp prices fall. Operating revenue beat the forecast. "
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        least, _ = seconds(folder, islice(relevant(), 2))
        for what, found, options in (
            ("relevant, all read", relevant(), []),
            ("one in ten relevant, all read", mixed(), []),
            ("one in ten relevant, --relevant-only", mixed(), ["--relevant-only"]),
        ):
            spent, peak = seconds(folder, islice(found, asked.documents), *options)
            each = (spent - least) / asked.documents
            print(
                f"{each * 1e3:7.1f} ms of one core an article, {1 / each:6.1f} a second and core, "
                f"{each * 1e6 / 3600:6.1f} core-hours a million; largest process {peak / 1e6:.0f} MB: {what}",
                flush=True,
            )
    return 0


def seconds(folder: Path, found: Iterator[dict[str, str]], *options: str) -> tuple[float, int]:
    """Processor time of an ingest and all its processes, and the most memory that one of them held."""
    source, ledger = folder / "made.jsonl", folder / "made.sqlite"
    for path in folder.iterdir():
        path.unlink()
    source.write_text("".join(json.dumps(each) + "\n" for each in found), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [SAYSO, "ingest", str(source), "-j", "1", "--no-group", "-l", str(ledger), *options]
    subprocess.run(command, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return spent, after.ru_maxrss * 1024


def relevant() -> Iterator[dict[str, str]]:
    """Reports of some 400 words."""
    yield from reports(1_000_000, sentences=29)


def mixed() -> Iterator[dict[str, str]]:
    """One report about the war, nine about markets, and so on."""
    for number, report in enumerate(relevant()):
        about = "".join(OTHER.format(name=f"Orlo {number} {n}", number=n + 2) for n in range(7))
        yield report if number % 10 == 0 else report | {"text": f"Report {number}. {about}"}


if __name__ == "__main__":
    sys.exit(main())
