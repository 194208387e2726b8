"""Time that a process stood ready and was given no processor."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.run.contention import waited

_BUSY = (
    "import os\nos.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\nprint(flush=True)\nwhile True: pass"
)


def test_waited_is_nothing_for_a_process_that_is_not_there():
    assert waited(0) == 0.0


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the kernel keeps no such count")
def test_waited_grows_while_others_hold_the_processor():
    busy = [subprocess.Popen([sys.executable, "-c", _BUSY], stdout=subprocess.PIPE) for _ in range(3)]
    try:
        for process in busy:
            assert process.stdout is not None
            process.stdout.readline()
        before = [waited(process.pid) for process in busy]
        time.sleep(0.6)
        gained = [waited(process.pid) - since for process, since in zip(busy, before, strict=True)]
        assert sum(gained) > 0.3  # three want one processor: two of them wait at any moment
        assert waited(os.getpid()) >= 0
    finally:
        for process in busy:
            process.kill()
            process.communicate()
