"""Spread: work on many things that are looked at one by one, shared out among forked processes."""

import ctypes
import gc
import os
import pickle
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection, Pipe
from typing import Any, TypeVar

import numpy as np

Thing = TypeVar("Thing")
Made = TypeVar("Made")
Work = Callable[[Sequence[Thing]], Sequence[Made]]
"""Makes one thing of each of some things, whatever others there are."""
_Child = tuple[int, Connection]
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def spread(
    work: Work[Thing, Made],
    things: Sequence[Thing],
    *,
    processes: int,
    at_least: int,
    meanwhile: Callable[[], None] | None = None,
    costs: Sequence[float] | None = None,
) -> Sequence[Made]:
    """What `work` makes of some things, in their order, worked on by so many processes at once.

    A forked process knows all that this one does, so that nothing but what it makes is sent. It must not ask
    a database. One process works alone on fewer than `at_least` things, on other systems than Linux, and
    beside other threads, where forking is not safe. A share whose process died is worked on here. With
    `meanwhile` this process does that first, and leaves the things to the others. `costs` says what each
    thing takes where some take much more than others: shares are runs of things that cost about the same.
    """
    if processes == 1 or len(things) < at_least or not _can_fork():
        if meanwhile is not None:
            meanwhile()
        return work(things)
    shares = processes - (meanwhile is not None)
    cuts = _cuts(len(things), shares, costs)
    others = [things[start:end] for start, end in pairwise(cuts)]
    own = others.pop(0) if meanwhile is None else things[:0]
    children: list[_Child] = []
    try:
        children += (_forked(work, share) for share in others)
        if meanwhile is not None:
            meanwhile()
        made = list(work(own))
        for share, (_, pipe) in zip(others, children, strict=True):
            made += _received(pipe) or work(share)
        return made
    finally:
        for child in children:
            _end(*child)


def _cuts(many: int, shares: int, costs: Sequence[float] | None) -> list[int]:
    """Where shares of so many things begin, and where the last one ends."""
    if costs is None:
        return [int(cut) for cut in np.linspace(0, many, shares + 1)]
    each = np.array(costs, dtype=np.float64)
    middles = np.cumsum(each) - each / 2
    wanted = np.linspace(0, float(each.sum()), shares + 1)[1:-1]
    return [0, *np.searchsorted(middles, wanted).tolist(), many]


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _forked(work: Work[Thing, Made], share: Sequence[Thing]) -> _Child:
    here, there = Pipe(duplex=False)
    parent = os.getpid()
    with warnings.catch_warnings():
        # Of threads that Python did not start, as linear algebra libraries have: they mind forks themselves.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        there.close()
        return child, here
    try:
        _die_with(parent)
        here.close()
        # Looking for rubbish would write to all that is shared.
        gc.disable()
        there.send_bytes(pickle.dumps(list(work(share)), protocol=pickle.HIGHEST_PROTOCOL))
    finally:
        # Nothing is closed or flushed that is the other process's.
        os._exit(0)


def _die_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends, however that ends."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the kernel was asked
        os._exit(0)


def _received(pipe: Connection) -> list[Any]:
    """What a child made; nothing where it died, or something was wrong with what it worked on."""
    try:
        return list(pickle.loads(pipe.recv_bytes()))  # noqa: S301 - from our own child
    except EOFError:
        return []


def _end(child: int, pipe: Connection) -> None:
    pipe.close()
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
