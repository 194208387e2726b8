"""A process killed in the middle of writing loses nothing that it had reported."""

import subprocess
import sys
from pathlib import Path

from sayso.ledger import Ledger
from tests import factory
from tests.ledger import outcomes

ROOT = Path(__file__).parents[2]
REPORTS = 400
BATCH = 5


def write(path: str) -> None:
    """Add whatever is not there yet, and say after each batch what is safe."""
    some = [outcomes.read(factory.reading(f"Report {number}. " * 20)) for number in range(REPORTS)]
    with Ledger.open(path) as ledger:
        is_settled = ledger.settled()
        rest = [outcome for outcome in some if not is_settled(outcome.key)]
        run = outcomes.run(ledger)
        for start in range(0, len(rest), BATCH):
            ledger.add(rest[start : start + BATCH], run=run)
            print(len(some) - len(rest) + start + BATCH, flush=True)  # noqa: T201


def test_what_was_reported_is_there_after_a_kill_and_a_rerun_completes(tmp_path):
    path = tmp_path / "a.ledger"
    for wait in (1, 7, 20):
        command = [
            sys.executable,
            "-c",
            f"from tests.ledger import test_crashes as t; t.write({str(path)!r})",
        ]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            reported = [int(process.stdout.readline()) for _ in range(wait)][-1]
            process.kill()
        with Ledger.open(path, create=False) as ledger:
            assert ledger.documents().num_rows >= reported
            assert list(ledger.verify()) == []
    write(str(path))
    with Ledger.open(path, create=False) as ledger:
        assert ledger.documents().num_rows == REPORTS
        assert list(ledger.verify()) == []
