"""Grouping, export, migration and review killed with SIGKILL again and again: nothing lost, nothing twice."""

import argparse
import gzip
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from made import write_jsonl

SAYSO = str(Path(sys.executable).with_name("sayso"))
RELEASED = Path(__file__).parents[1] / "tests" / "ledger" / "released"

Check = tuple[str, bool, str]

# Each says `ready` once all is loaded, so that the kills fall into the work and not into the imports.
GROUPING = """
import sys
import sayso.incidents.copies
from sayso.ledger import Ledger
from sayso.pipeline.grouping import brought_up_to_date
print("ready", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    brought_up_to_date(ledger, at="2031-01-01T00:00:00+00:00")
"""
EXPORT = """
import sys
from sayso.cli import main
import sayso.exports.writers, sayso.ledger
print("ready", flush=True)
sys.argv = ["sayso", "export", "jsonl", "--ledger", sys.argv[1], "-o", sys.argv[1] + ".jsonl"]
main()
"""
MIGRATION = """
import sys
import alembic.command, alembic.config
from sayso.ledger import Ledger
print("ready", flush=True)
Ledger.open(sys.argv[1]).close()
"""
REVIEW = """
import sys
from sayso.ledger import Ledger
from sayso.model import Decision, Ruling, Subject
with Ledger.open(sys.argv[1]) as ledger:
    claims = sorted(set(ledger.claims().column("claim").to_pylist()))
    print("ready", flush=True)
    for claim in claims:
        made = ledger.decide(Decision(kind=Subject.CLAIM, subject=claim, verdict=Ruling.ACCEPT,
            by="reviewer", at="2031-01-01T00:00:00+00:00"))
        print(made.id, flush=True)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", choices=sorted(STAGES), action="append")
    asked = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        base = folder / "base.sqlite"
        source = write_jsonl(folder / "made.jsonl", asked.documents, seed=asked.seed)
        subprocess.run([SAYSO, "ingest", str(source), "-l", str(base)], check=True, capture_output=True)
        for stage in asked.only or STAGES:
            for what, passed, detail in STAGES[stage](folder, base, asked.kills, random.Random(asked.seed)):  # noqa: S311
                print(f"{'ok' if passed else 'FAILED':8} {stage}: {what}: {detail}", flush=True)
                failed += not passed
    return 1 if failed else 0


def started(script: str, ledger: Path) -> "subprocess.Popen[str]":
    """The stage, at the moment when it begins to work."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(ledger)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def killed_after(process: "subprocess.Popen[str]", seconds: float) -> tuple[bool, list[str]]:
    """Whether the process was still at work when it was killed, and what it had said by then."""
    time.sleep(seconds)
    alive = process.poll() is None
    process.kill()
    said = process.communicate()[0]
    return alive, said.split("\n")[:-1]


def whole_run(script: str, ledger: Path) -> float:
    """The stage run to its end; how long it worked."""
    process = started(script, ledger)
    since = time.monotonic()
    process.communicate()
    assert process.returncode == 0, f"exit {process.returncode}"
    return time.monotonic() - since


def copied(base: Path, name: str) -> Path:
    target = base.with_name(name)
    for path in base.parent.glob(f"{name}*"):
        path.unlink()
    with closing(sqlite3.connect(base)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def contents(ledger: Path, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(ledger)) as database:
        return {
            table: sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table in tables
        }


def verified(ledger: Path) -> Check:
    run = subprocess.run([SAYSO, "verify", "--ledger", str(ledger)], capture_output=True, text=True)
    said = (run.stderr or run.stdout).strip().splitlines()
    return "sayso verify", run.returncode == 0, said[-1] if said else f"exit {run.returncode}"


def ungrouped(base: Path, name: str) -> Path:
    """A copy of a ledger as it is before its first grouping."""
    copy = copied(base, name)
    with closing(sqlite3.connect(copy)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        database.execute("PRAGMA foreign_keys = OFF")
        for table in tables & set(GROUPED):
            database.execute(f"DELETE FROM {table}")  # noqa: S608
        database.commit()
    return copy


GROUPED = (
    "copies", "grouping_state", "groupings", "incident_names", "incident_tellings", "incidents",
    "syndications",
)  # fmt: skip


def grouping(folder: Path, base: Path, kills: int, dice: random.Random) -> Iterator[Check]:
    del folder
    calm = ungrouped(base, "calm.sqlite")
    seconds = whole_run(GROUPING, calm)
    torn = ungrouped(base, "torn.sqlite")
    at_work = sum(killed_after(started(GROUPING, torn), dice.uniform(0, seconds))[0] for _ in range(kills))
    yield "killed at work", at_work > 0, f"{at_work} of {kills} times, of {seconds:.1f} s"
    whole_run(GROUPING, torn)
    ids = "SELECT id FROM incidents ORDER BY id"
    with closing(sqlite3.connect(calm)) as one, closing(sqlite3.connect(torn)) as other:
        expected, found = one.execute(ids).fetchall(), other.execute(ids).fetchall()
    yield "incidents", expected == found and len(found) > 0, f"{len(found)}, the same as without a kill"
    yield verified(torn)


def export(folder: Path, base: Path, kills: int, dice: random.Random) -> Iterator[Check]:
    ledger = copied(base, "export.sqlite")
    target = folder / "export.sqlite.jsonl"
    seconds = whole_run(EXPORT, ledger)
    whole = target.read_bytes()
    target.write_bytes(b"what was there before\n")
    at_work, torn = 0, 0
    for _ in range(kills):
        alive, _said = killed_after(started(EXPORT, ledger), dice.uniform(0, seconds))
        at_work += alive
        torn += target.read_bytes() not in (whole, b"what was there before\n")
    yield "killed at work", at_work > 0, f"{at_work} of {kills} times, of {seconds:.1f} s"
    yield "the file", torn == 0, f"{torn} times neither the old nor the whole new one"
    whole_run(EXPORT, ledger)
    yield "in the end", target.read_bytes() == whole, f"{len(whole):,} bytes, the same as without a kill"


def migration(folder: Path, base: Path, kills: int, dice: random.Random) -> Iterator[Check]:
    del base
    packed = sorted(RELEASED.glob("*.sqlite.gz"))[0]
    ledger = folder / "old.sqlite"
    before = unpack(packed, ledger)
    seconds = whole_run(MIGRATION, ledger)
    calm = contents(ledger, *before)
    at_work, lost = 0, 0
    for _ in range(kills):
        unpack(packed, ledger)
        at_work += killed_after(started(MIGRATION, ledger), dice.uniform(0, seconds))[0]
        now = contents(ledger, *before)
        lost += any(not set(rows) <= set(now[table]) for table, rows in before.items())
        whole_run(MIGRATION, ledger)
        lost += contents(ledger, *calm) != calm
    yield "killed at work", at_work > 0, f"{at_work} of {kills} times, of {seconds:.2f} s"
    yield "rows", lost == 0, f"{lost} times a row was lost or the ledger not brought forward"
    yield verified(ledger)


def unpack(packed: Path, ledger: Path) -> dict[str, list[tuple[object, ...]]]:
    """A ledger of the oldest schema, new from its box; what it holds."""
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()
    ledger.write_bytes(gzip.decompress(packed.read_bytes()))
    return contents(ledger, "documents", "readings", "claims")


def review(folder: Path, base: Path, kills: int, dice: random.Random) -> Iterator[Check]:
    del folder
    ledger = copied(base, "review.sqlite")
    said: list[str] = []
    at_work = 0
    for _ in range(kills):
        alive, ids = killed_after(started(REVIEW, ledger), dice.uniform(0, 1.0))
        at_work += alive
        said += ids
    with closing(sqlite3.connect(ledger)) as database:
        kept = [id for (id,) in database.execute("SELECT id FROM decisions")]
    yield "killed at work", at_work > 0, f"{at_work} of {kills} times"
    lost = set(said) - set(kept)
    yield "acknowledged", not lost and len(said) > 0, f"{len(lost)} decisions lost of {len(said)}"
    extra = len(kept) - len(said)
    yield "twice", len(kept) == len(set(kept)), f"{extra} kept and not yet said, at most one a kill"
    yield verified(ledger)


STAGES: Mapping[str, Callable[[Path, Path, int, random.Random], Iterator[Check]]] = {
    "export": export,
    "grouping": grouping,
    "migration": migration,
    "review": review,
}


if __name__ == "__main__":
    sys.exit(main())
