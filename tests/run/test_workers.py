"""What happens to the processes when the parent itself ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.errors import WorkerError
from sayso.run.flow import Works, outcomes
from sayso.run.limits import Limits
from sayso.run.workers import Zygote
from tests.run.stubs import made, open_made, read_made

_PARENT = """
from sayso.run.flow import Works, outcomes
from sayso.run.flow import Works, outcomes
from sayso.run.limits import Limits
from sayso.run.workers import Zygote
from tests.run.stubs import made, open_made, read_made

works = Works(opening=open_made, reading=read_made)
with Zygote(limits=Limits(seconds=60)) as zygote:
    for outcome in outcomes([made("a", "read loop")], works=works, zygote=zygote, workers=1):
        print("read", flush=True)
"""


def start_parent() -> subprocess.Popen[str]:
    root = str(Path(__file__).parents[2])
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": root},
        text=True,
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "read\n"
    return parent


def children_of(pid: int) -> set[int]:
    found: set[int] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z":
            child = int(stat.parent.name)
            found |= {child} | children_of(child)
    return found


def wait_until_gone(pids: set[int]) -> set[int]:
    """Those still alive after ten seconds."""
    until = time.monotonic() + 10
    while pids and time.monotonic() < until:
        time.sleep(0.05)
        pids = {pid for pid in pids if Path(f"/proc/{pid}").exists()}
    return pids


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the process table of Linux")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_workers_do_not_outlive_their_parent_even_while_hung(how: signal.Signals):
    with start_parent() as parent:
        family = children_of(parent.pid)
        assert len(family) == 3  # the zygote, the opener, the hung reader
        os.kill(parent.pid, how)
        assert parent.wait(10) != 0
        assert wait_until_gone(family) == set()


def test_modules_that_cannot_be_loaded_are_told_in_one_sentence():
    works = Works(opening=open_made, reading=read_made)
    with (
        Zygote(limits=Limits(), prepare=("nothing_of_that_name", "prepare")) as zygote,
        pytest.raises(WorkerError, match="nothing_of_that_name"),
    ):
        list(outcomes([made("a")], works=works, zygote=zygote, workers=1))  # type: ignore[list-item]
