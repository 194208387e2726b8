"""The disk: synced before anything is acknowledged (shown by strace), and what a full one does."""

import json
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from made import write_jsonl

SAYSO = str(Path(sys.executable).with_name("sayso"))
_CALL = re.compile(r"(\w+)\(\d+<([^>]+)>")


def main() -> int:
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        source = write_jsonl(Path(name, "made.jsonl"), 60)
        for passed, what in (*synced(Path(name), source), *full(Path(name), source)):
            print(f"{'ok' if passed else 'FAILED':8} {what}", flush=True)
            failed += not passed
    return 1 if failed else 0


def synced(folder: Path, source: Path) -> Iterator[tuple[bool, str]]:
    """Whether between the last write to the ledger and each line of the report the ledger was synced."""
    if not shutil.which("strace"):
        yield True, "strace is not installed: not looked at"
        return
    log, ledger, report = folder / "strace.log", folder / "synced.sqlite", folder / "synced.jsonl"
    trace = ["strace", "-f", "-y", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", str(log)]
    command = [SAYSO, "ingest", str(source), "-j", "1", "-l", str(ledger), "--report", str(report)]
    subprocess.run([*trace, *command], check=True, capture_output=True)
    dirty, reported, unsynced, syncs = False, 0, 0, 0
    for line in log.read_text(errors="replace").splitlines():
        call = _CALL.search(line)
        if not call:
            continue
        kind, path = call.groups()
        if path == str(report):
            reported += 1
            unsynced += dirty
        elif path.startswith(str(ledger)) and not path.endswith("-shm"):
            dirty = kind.endswith(("write", "write64"))
            syncs += not dirty
    yield (
        reported > 0 and unsynced == 0 and syncs > 0,
        (f"{reported} writes to the report, {unsynced} of them before the ledger was synced ({syncs} syncs)"),
    )


def full(folder: Path, source: Path) -> Iterator[tuple[bool, str]]:
    """An ingest that may write files of 1.5 MB, as if the disk then were full."""
    ledger, report = folder / "full.sqlite", folder / "full.jsonl"
    command = [
        SAYSO,
        "ingest",
        str(source),
        "-j",
        "1",
        "--no-group",
        "-l",
        str(ledger),
        "--report",
        str(report),
    ]
    most = 1_500_000
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    said = run.stderr.strip().splitlines()
    told = run.returncode == 1 and "Traceback" not in run.stderr
    yield told, f"disk full: exit {run.returncode}, {said[-1][:100] if said else 'nothing said'}"
    lines = report.read_text().split("\n")[:-1] if report.exists() else []
    acknowledged = {json.loads(line)["document"] for line in lines}
    with closing(sqlite3.connect(ledger)) as database:
        kept = {id for (id,) in database.execute("SELECT id FROM documents")}
        sound = database.execute("PRAGMA integrity_check").fetchone()[0]
    yield (
        acknowledged <= kept and sound == "ok",
        (f"{len(acknowledged)} acknowledged, {len(acknowledged - kept)} lost; integrity: {sound}"),
    )
    again = subprocess.run([*command, "--resume"], capture_output=True, text=True)
    with closing(sqlite3.connect(ledger)) as database:
        count = database.execute("SELECT count(*) FROM documents").fetchone()[0]
    yield (
        again.returncode == 0 and count == 60,
        f"with room again: exit {again.returncode}, {count} documents of 60",
    )


if __name__ == "__main__":
    sys.exit(main())
