"""Hours of ingests of generated and hostile items into one ledger: does anything grow that should not?

Round after round a folder of new reports, known reports and hostile files is ingested. After each round it is
told how many files of ours are left in the temporary folder, how many processes are left, how much the ledger
grew a new document, and the most memory and open handles that a process held. The last quarter of the rounds
is held against the first.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from hostile import HOSTILE
from hostile_variants import MUTATIONS
from made import reports
from processes import family, peak_of

SAYSO = str(Path(sys.executable).with_name("sayso"))
MOST_GROWTH = 1.25
FIRST_DAY = date(2031, 1, 1)
SLOW = {"single_line_50_mb.txt", "bomb.gz"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What one ingest left behind."""

    items: int
    new: int
    seconds: float
    peak: int
    """Bytes of the largest process."""
    handles: int
    """The most that one process had open."""
    temporary: int
    """Files in the temporary folder afterwards."""
    left: int
    """Processes of its that outlived it."""
    ledger: int
    """Bytes, its log included."""
    faults: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=180.0)
    parser.add_argument("--documents", type=int, default=40, help="new ones in each round")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)  # noqa: S311 - the same items for the same seed
    until, rounds = time.monotonic() + asked.minutes * 60, list[Round]()
    with tempfile.TemporaryDirectory() as name:
        while time.monotonic() < until or len(rounds) < 4:
            folder = Path(name, "in")
            items = written(folder, dice, number=len(rounds), documents=asked.documents)
            rounds.append(one_round(Path(name), folder, items, new=asked.documents))
            print(told(len(rounds), rounds[-1]), flush=True)
        verified = subprocess.run(
            [SAYSO, "verify", "-l", f"{name}/soak.sqlite"], capture_output=True, text=True
        )
    wrong = [fault for each in rounds for fault in each.faults] + list(grown(rounds))
    if verified.returncode:
        wrong.append(f"sayso verify: {verified.stderr.strip()}")
    print("; ".join(wrong) or f"{len(rounds)} rounds, nothing grew")
    return 1 if wrong else 0


def written(folder: Path, dice: random.Random, *, number: int, documents: int) -> int:
    """Write the items of a round anew; how many files and records."""
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    known = told_in(number - 1, documents) if number else []
    lines = [json.dumps(report) for report in told_in(number, documents) + known]
    (folder / "made.jsonl").write_text("\n".join(lines) + "\n")
    page = (
        b"<html><body><article><p>Police in Orlo said that two people were hurt.</p></article></body></html>"
    )
    for name, make in HOSTILE.items():
        if name not in SLOW or number % 8 == 0:
            (folder / name).write_bytes(make())
    for nth in range(10):
        mutation = dice.choice(sorted(MUTATIONS))
        made = MUTATIONS[mutation](dice.choice((page * 20, lines[0].encode())), dice, page)
        (folder / f"{nth}-{mutation}.{dice.choice(('html', 'jsonl', 'xml', 'warc'))}").write_bytes(made)
    return len(lines) + len(list(folder.iterdir())) - 1


def told_in(number: int, documents: int) -> list[dict[str, str]]:
    """The new reports of a round: of days a month from the last, for what happened then is not told of again.

    An incident that goes on for ever is kept as it was each time it grew, and would hide what else grows.
    """
    days = [(FIRST_DAY + timedelta(days=30 * number + nth)).isoformat() for nth in range(4)]
    made = reports(documents, seed=1_000 + number)
    return [report | {"published": days[nth % 4]} for nth, report in enumerate(made)]


def one_round(room: Path, folder: Path, items: int, *, new: int) -> Round:
    """An ingest, watched."""
    report, ledger, scratch = room / "report.jsonl", room / "soak.sqlite", room / "tmp"
    scratch.mkdir(exist_ok=True)
    command = [
        SAYSO,
        "ingest",
        str(folder),
        "-l",
        str(ledger),
        "--report",
        str(report),
        "--any-subject",
        "-j",
        "2",
    ]
    started = time.monotonic()
    with (room / "err").open("wb") as err:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=err, env=os.environ | {"TMPDIR": str(scratch)}
        )
        seen, peak, handles = watched(process)
    accounts = [json.loads(line) for line in report.read_text().splitlines()]
    said = (room / "err").read_text(errors="replace")
    faults = [
        *(["a traceback"] if "Traceback" in said else []),
        *([f"exit code {process.returncode}"] if process.returncode != 3 else []),
        *([f"{items} items, {len(accounts)} accounted for"] if len(accounts) < items else []),
        *(f"crashed: {each['origin']}" for each in accounts if each["reason"] == "crashed"),
    ]
    return Round(
        items=len(accounts),
        new=new,
        seconds=time.monotonic() - started,
        peak=peak,
        handles=handles,
        temporary=sum(1 for _ in scratch.rglob("*")),
        left=sum(Path(f"/proc/{pid}").exists() for pid in seen),
        ledger=sum(path.stat().st_size for path in room.glob("soak.sqlite*")),
        faults=tuple(faults),
    )


def watched(process: "subprocess.Popen[bytes]") -> tuple[set[int], int, int]:
    """Every process of a run, the most memory and the most open handles that one of them had."""
    seen, peak, handles = set[int](), 0, 0
    ended = threading.Event()
    threading.Thread(target=lambda: (process.wait(), ended.set()), daemon=True).start()
    while not ended.wait(0.1):
        for pid in family(process.pid):
            seen.add(pid)
            peak = max(peak, peak_of(pid))
            handles = max(handles, handles_of(pid))
    return seen, peak, handles


def handles_of(pid: int) -> int:
    """How many files, pipes and sockets a process has open."""
    try:
        return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return 0


def grown(rounds: list[Round]) -> list[str]:
    """What is larger in the last quarter of the rounds than in the first, or left behind at all."""
    quarter = max(1, len(rounds) // 4)
    # The first round builds the ledger, and every eighth has the largest items.
    first, last = rounds[1 : 1 + quarter], rounds[-quarter:]
    found = [
        f"{what} grew from {median(map(of, first)):,.0f} to {median(map(of, last)):,.0f}"
        for what, of in (("memory", lambda one: one.peak), ("handles", lambda one: one.handles))
        if median(map(of, last)) > MOST_GROWTH * median(map(of, first)) + (what == "handles") * 20
    ]
    # Here and above the median round: some rounds have an item that was made very large.
    steps = [now.ledger - before.ledger for before, now in pairwise(rounds)]
    early, late = median(steps[:quarter]), median(steps[-quarter:])
    print(f"the ledger grew by {early / 1e6:.2f} MB a round at first and by {late / 1e6:.2f} at last")
    found += [f"the ledger grew {late / early:.2f} times as much"] if late > MOST_GROWTH * early else []
    found += [f"{rounds[-1].temporary} temporary files left"] if rounds[-1].temporary else []
    found += [f"{sum(one.left for one in rounds)} processes left"] if any(one.left for one in rounds) else []
    return found


def told(number: int, one: Round) -> str:
    return (
        f"round {number}: {one.items} items in {one.seconds:.0f} s, largest process {one.peak / 1e6:.0f} MB, "
        f"{one.handles} handles, {one.temporary} temporary files, {one.left} processes left, "
        f"ledger {one.ledger / 1e6:.2f} MB{'; ' if one.faults else ''}{'; '.join(one.faults)}"
    )


if __name__ == "__main__":
    sys.exit(main())
