"""The zygote, seen from inside: a process that has imported everything once and forks workers on request.

Forking from here instead of starting an interpreter for each worker makes a worker start in milliseconds,
so that killing one over a bad item is cheap, and lets all of them share the memory of what they only read.
The standard library's `forkserver` is not used for three reasons: it imports the user's main script in
every worker, it puts the current folder (which may hold hostile files named like modules) on the import
path, and it never ends.
"""

import contextlib
import gc
import os
import pickle
import signal
from collections.abc import Iterator
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import NoReturn

from sayso.run.limits import Limits
from sayso.run.worker import Work, serve


def main(control: int, *, prepare: tuple[str, str] | None, quiet: bool) -> NoReturn:
    """Call `prepare`, a function and its module, then obey the parent at `control` until it hangs up."""
    if prepare:
        module, function = prepare
        getattr(import_module(module), function)()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the parent, which then ends us.
    children: dict[int, int] = {}
    with Connection(control) as parent:
        try:
            for serial, order in _orders(parent):
                if order is None:
                    parent.send_bytes(_ended(children.pop(serial)).encode())
                    continue
                work, limits = order
                handle = recv_handle(parent)
                gc.freeze()  # Shared pages stay shared when a worker's collector runs.
                children[serial] = os.fork()
                if not children[serial]:
                    parent.close()
                    _live(handle, work, limits, quiet=quiet)
                os.close(handle)
        finally:
            for pid in children.values():
                _ended(pid)
    os._exit(0)  # Nothing of it is worth the time of an orderly end.


def _orders(parent: Connection) -> Iterator[tuple[int, tuple[Work, Limits] | None]]:
    """The parent's orders: fork a worker for some work, or end (None) the worker with this number.

    Unpickling an order imports the modules of its work, here and once.
    """
    with contextlib.suppress(EOFError, ConnectionResetError):
        while True:
            yield pickle.loads(parent.recv_bytes())  # noqa: S301 - from the parent, never from an input


def _live(handle: int, work: Work, limits: Limits, *, quiet: bool) -> NoReturn:
    """The whole life of a worker that serves the connection `handle`."""
    status = 1
    try:
        if quiet:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        with Connection(handle) as connection:
            serve(connection, work, limits=limits)
        status = 0
    finally:
        os._exit(status)


def _ended(pid: int) -> str:
    """Make sure that the child is gone; how it went, in words."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    return f"exit status {os.WEXITSTATUS(status)}"
