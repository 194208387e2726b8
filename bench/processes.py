"""A command, its wall time, and the memory and processor time of the processes that it starts (Linux)."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a finished command cost and said."""

    status: int
    seconds: float
    peak_bytes: int
    """Of the process of the whole tree that was largest at any one time."""
    stdout: str
    stderr: str


def measured(command: Sequence[str], *, folder: Path) -> Measured:
    """Run a command to its end; output goes through files, so that nothing of it is waited for."""
    out, err = folder / "stdout", folder / "stderr"
    started, peak = time.monotonic(), 0
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(command, stdout=stdout, stderr=stderr)
        while process.poll() is None:
            peak = max([peak, *map(peak_of, family(process.pid))])
            time.sleep(0.02)
    return Measured(
        status=process.returncode,
        seconds=time.monotonic() - started,
        peak_bytes=peak,
        stdout=out.read_text(errors="replace"),
        stderr=err.read_text(errors="replace"),
    )


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    try:
        children = [
            child
            for task in Path(f"/proc/{pid}/task").glob("*/children")
            for child in task.read_text().split()
        ]
    except OSError:  # it has ended while it was looked at
        return
    for child in children:
        yield from family(int(child))


def peak_of(pid: int) -> int:
    """The most memory that a process has ever held (VmHWM), in bytes."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), 0)


def processor_of(pid: int) -> float:
    """Processor seconds of a process, and of its children that have ended and that it has waited for."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
