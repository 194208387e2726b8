"""Ingest killed with SIGKILL again and again: nothing acknowledged is lost, nothing is there twice."""

import argparse
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from made import write_jsonl

SAYSO = [str(Path(sys.executable).with_name("sayso"))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        failed = 0
        for check, passed, detail in checks(Path(folder), asked.documents, asked.kills, asked.seed):
            print(f"{'ok' if passed else 'FAILED':8} {check}: {detail}", flush=True)
            failed += not passed
    return 1 if failed else 0


def checks(folder: Path, documents: int, kills: int, seed: int) -> Iterator[tuple[str, bool, str]]:
    """Each check with whether it passed and what was found."""
    source, ledger = write_jsonl(folder / "made.jsonl", documents, seed=seed), folder / "made.sqlite"
    started = time.monotonic()
    acknowledged = killed_at_random(source, ledger, documents, kills, seed)
    kept = [len(found) for found in acknowledged]
    yield "killed", len(kept) == kills, f"{kills} times, with {kept} acknowledged at each kill"
    lost = set().union(*acknowledged) - stored(ledger)
    yield "acknowledged", not lost, f"{len(lost)} documents lost of {len(set().union(*acknowledged))}"
    rerun = ingest(source, ledger, folder / "last.jsonl")
    yield "rerun", rerun.wait() == 0, f"exit {rerun.returncode}, {time.monotonic() - started:.0f} s in all"
    lines = [json.loads(line) for line in (folder / "last.jsonl").read_text().splitlines()]
    yield "report", len(lines) == documents, f"{len(lines)} lines in the report of the last run"
    yield from ledger_checks(ledger, documents)
    verified = subprocess.run([*SAYSO, "verify", "--ledger", str(ledger)], capture_output=True, text=True)
    said = (verified.stderr or verified.stdout).strip().splitlines()
    yield "sayso verify", verified.returncode == 0, said[-1] if said else f"exit {verified.returncode}"


def killed_at_random(source: Path, ledger: Path, documents: int, kills: int, seed: int) -> list[set[str]]:
    """Start an ingest and kill it, `kills` times; the documents acknowledged by each before its death."""
    dice = random.Random(seed)  # noqa: S311 - the same moments each time
    # Each run does its share before it dies, so that all of them die at work.
    share = documents / (kills + 1)
    acknowledged = []
    for number in range(kills):
        report = ledger.with_name(f"report-{number}.jsonl")
        process = ingest(source, ledger, report)
        wait_for_documents(report, dice.uniform(0, share), process)
        time.sleep(dice.uniform(0, 0.6))
        process.kill()  # where it has not ended by itself
        process.wait()
        acknowledged.append(documents_in(report))
    return acknowledged


def ingest(source: Path, ledger: Path, report: Path) -> "subprocess.Popen[bytes]":
    command = [*SAYSO, "ingest", str(source), "--ledger", str(ledger), "--resume", "--report", str(report)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_documents(report: Path, least: float, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the run has acknowledged some new documents, or is over."""
    while process.poll() is None and len(documents_in(report, status="read")) < least:
        time.sleep(0.01)


def documents_in(report: Path, status: str | None = None) -> set[str]:
    """The documents of a report's whole lines; the last line may have been cut off."""
    if not report.exists():
        return set()
    lines = [line for line in report.read_bytes().split(b"\n")[:-1] if line]
    accounts = [json.loads(line) for line in lines]
    return {each["document"] for each in accounts if each["document"] and status in (None, each["status"])}


def stored(ledger: Path) -> set[str]:
    with closing(sqlite3.connect(ledger)) as database:
        return {id for (id,) in database.execute("SELECT id FROM documents")}


def ledger_checks(ledger: Path, documents: int) -> Iterator[tuple[str, bool, str]]:
    with closing(sqlite3.connect(ledger)) as database:
        count, distinct = database.execute("SELECT count(*), count(DISTINCT id) FROM documents").fetchone()
        yield "count", count == documents, f"{count} documents of {documents}"
        yield "duplicates", count == distinct, f"{count - distinct} documents twice"
        current = database.execute("SELECT count(*) FROM readings WHERE superseded_by IS NULL").fetchone()[0]
        yield "readings", current == documents, f"{current} current readings"
        claims, different = database.execute(
            "SELECT count(*), count(DISTINCT reading || ' ' || id) FROM claims"
        ).fetchone()
        yield "claims", claims == different and claims > 0, f"{claims} claims, {claims - different} twice"
        integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
        yield "PRAGMA integrity_check", integrity == "ok", integrity


if __name__ == "__main__":
    sys.exit(main())
