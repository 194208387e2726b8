"""Ledgers with bytes of them changed, the same for the same seed, and every command that reads one.

Each command has to end with an exit code of its own, whatever the file holds: no traceback, no signal, and
within a minute.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# All that a command may import, so that a process of its own costs next to nothing.
import sayso.exports.writers
import sayso.incidents.copies
import sayso.ledger
import sayso.pipeline.grouping  # noqa: F401
from made import write_jsonl
from sayso.cli import main as run

SAYSO = str(Path(sys.executable).with_name("sayso"))
PAGE = 4096
MOST_SECONDS = 60
ALLOWED = {0, 1, 2, 3, 4}
COMMANDS: Sequence[Sequence[str]] = (
    ("copies",),
    ("diff", "2030-01-01"),
    ("export", "csv"),
    ("export", "incidents-csv"),
    ("export", "jsonl"),
    ("incidents",),
    ("search", "police"),
    ("verify",),
)
# Words that stand in schemas, ids and stored values.
WORDS = (b"CREATE", b"claims", b"d-", b"c-", b"2031-", b"ASSAULT", b"INC-", b'{"', b"sha")
Damage = Callable[[bytearray, random.Random], None]


def bits(content: bytearray, dice: random.Random) -> None:
    for _ in range(dice.choice((1, 5, 50, 500))):
        content[dice.randrange(len(content))] = dice.randrange(256)


def cut(content: bytearray, dice: random.Random) -> None:
    del content[dice.randrange(len(content)) :]


def header(content: bytearray, dice: random.Random) -> None:
    content[dice.randrange(100)] = dice.randrange(256)


def noise(content: bytearray, dice: random.Random) -> None:
    at = _page(content, dice)
    content[at : at + PAGE] = dice.randbytes(PAGE)


def ones(content: bytearray, dice: random.Random) -> None:
    at = _page(content, dice) + dice.randrange(100)
    content[at : at + 8] = b"\xff" * 8


def swapped(content: bytearray, dice: random.Random) -> None:
    one, two = _page(content, dice), _page(content, dice)
    first, second = bytes(content[one : one + PAGE]), bytes(content[two : two + PAGE])
    content[one : one + PAGE], content[two : two + PAGE] = second, first


def words(content: bytearray, dice: random.Random) -> None:
    for _ in range(20):
        at = content.find(dice.choice(WORDS), dice.randrange(len(content)))
        if at >= 0:
            content[at : at + 4] = dice.randbytes(4)


def zeros(content: bytearray, dice: random.Random) -> None:
    at = _page(content, dice)
    content[at : at + PAGE] = bytes(PAGE)


def _page(content: bytearray, dice: random.Random) -> int:
    return dice.randrange(len(content) // PAGE) * PAGE


DAMAGES: Mapping[str, Damage] = {
    "bits": bits,
    "cut": cut,
    "header": header,
    "noise": noise,
    "ones": ones,
    "swapped": swapped,
    "words": words,
    "zeros": zeros,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--variants", type=int, default=200)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)  # noqa: S311 - the same damage for the same seed
    wrong: list[str] = []
    ends: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as name:
        whole = _ledger(Path(name))
        for number in range(asked.variants):
            what, command = dice.choice(sorted(DAMAGES)), dice.choice(COMMANDS)
            content = bytearray(whole)
            DAMAGES[what](content, dice)
            path = Path(name, f"{number}.sqlite")
            path.write_bytes(content)
            status, said = _ended([*command, "--ledger", str(path)], Path(name, "said"))
            ends[status] += 1
            if status not in ALLOWED or "Traceback" in said:
                wrong.append(f"{number}: {what}, {' '.join(command)}: {status}: {said[-300:]}")
            for file in Path(name).glob(f"{number}.sqlite*"):
                file.unlink()
    print(f"seed {asked.seed}: {asked.variants} ledgers of {len(whole):,} bytes, exit codes {dict(ends)}")
    print("\n".join(wrong) or "nothing wrong")
    return 1 if wrong else 0


def _ledger(folder: Path) -> bytes:
    """A small ledger, grouped, all of it in its one file."""
    reports, ledger = folder / "reports.jsonl", folder / "whole.sqlite"
    write_jsonl(reports, 12)
    subprocess.run(
        [SAYSO, "ingest", str(reports), "--ledger", str(ledger), "-j", "1"], check=True, capture_output=True
    )
    return ledger.read_bytes()


def _ended(command: Sequence[str], told: Path) -> tuple[int, str]:
    """A command's exit code, or minus the signal that ended it, and what it said; in a process of its own."""
    process = os.fork()
    if not process:
        status = 99
        try:
            file = os.open(told, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            os.dup2(file, 1)
            os.dup2(file, 2)
            signal.alarm(MOST_SECONDS)
            sys.argv = ["sayso", *command]
            status = _called()
            sys.stdout.flush()
        finally:
            os._exit(status)
    _, ended = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(ended), told.read_text(errors="replace")


def _called() -> int:
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except BaseException:
        traceback.print_exc()
        return 99
    return 0


if __name__ == "__main__":
    sys.exit(main())
