"""Two ingests and ten reviewers at once on one ledger: nobody meets a lock, no decision is lost."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from made import write_jsonl

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.ledger.server import running

from sayso.ledger import Ledger

SAYSO = str(Path(sys.executable).with_name("sayso"))

REVIEWER = """
import sys, time
from sayso.ledger import Ledger
from sayso.model import Decision, Ruling, Subject
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Ledger.open(path) as ledger:
    slowest = 0.0
    for number in range(count):
        since = time.monotonic()
        made = ledger.decide(Decision(kind=Subject.CLAIM, subject=f"c-{number}", verdict=Ruling.NOTE,
            by=name, at="2031-01-01T00:00:00+00:00", why=f"{name} {number}"))
        slowest = max(slowest, time.monotonic() - since)
        print(made.id, flush=True)
    print(f"slowest {slowest:.2f}", file=sys.stderr)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300, help="for each ingest")
    parser.add_argument("--reviewers", type=int, default=10)
    parser.add_argument("--decisions", type=int, default=50, help="for each reviewer")
    parser.add_argument("--server", action="store_true", help="on a PostgreSQL server started for this")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ledger = str(folder / "shared.sqlite")
        if asked.server:
            server = stack.enter_context(running(durable=True))
            ledger = server.url(server.new_database())
        started = time.monotonic()
        made = {n: write_jsonl(folder / f"{n}.jsonl", asked.documents, seed=n) for n in (1, 2)}
        ingests = [
            start(
                SAYSO,
                "ingest",
                f"{source}",
                "-j1",
                "-l",
                f"{ledger}",
                "--report",
                f"{folder / f'{n}.report'}",
            )
            for n, source in made.items()
        ]
        reviewers = [
            start(sys.executable, "-c", REVIEWER, str(ledger), f"reviewer {n}", str(asked.decisions))
            for n in range(asked.reviewers)
        ]
        ended = [(process, *process.communicate()) for process in ingests + reviewers]
        seconds = time.monotonic() - started
        said = [line for _, out, _ in ended[2:] for line in out.split()]
        checks = list(findings(ledger, folder, ended, said, asked))
    for passed, what in checks:
        print(f"{'ok' if passed else 'FAILED':8} {what}")
    print(f"{seconds:.0f} s")
    return 0 if all(passed for passed, _ in checks) else 1


def start(*command: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def findings(
    ledger: str,
    folder: Path,
    ended: "list[tuple[subprocess.Popen[str], str, str]]",
    said: list[str],
    asked: argparse.Namespace,
) -> "list[tuple[bool, str]]":
    statuses = [process.returncode for process, _, _ in ended]
    locked = [err for _, _, err in ended if "locked" in err]
    with Ledger.open(ledger, create=False) as opened:
        kept = [decision.id for decision in opened.decisions()]
        documents = set(opened.documents()["document"].to_pylist())
    told = [json.loads(line) for n in (1, 2) for line in (folder / f"{n}.report").read_text().splitlines()]
    slow = max((float(err.split()[-1]) for _, _, err in ended[2:] if "slowest" in err), default=0.0)
    verified = subprocess.run([SAYSO, "verify", "-l", str(ledger)], capture_output=True, text=True)
    wanted = asked.reviewers * asked.decisions
    return [
        (statuses == [0] * len(statuses), f"exit codes {statuses}"),
        (not locked, f"{len(locked)} processes met a lock; the slowest decision took {slow:.2f} s"),
        (sorted(said) == sorted(kept) and len(kept) == wanted, f"{len(kept)} decisions kept of {wanted}"),
        (
            {each["document"] for each in told if each["document"]} == documents
            and len(told) == 2 * asked.documents,
            f"{len(documents)} documents of {len(told)} items acknowledged",
        ),
        (verified.returncode == 0, f"sayso verify: {verified.stderr.strip().splitlines()[-1:]}"),
    ]


if __name__ == "__main__":
    sys.exit(main())
