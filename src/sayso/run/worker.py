"""A worker, seen from inside: one process that answers requests by calling one function.

Untrusted bytes are parsed here and nowhere else. A worker may be killed at any moment; it holds nothing
that is not also in its parent. The parent sends a pickled request; the worker sends back frames, the first
byte of which is a `Tag`.
"""

import logging
import os
import pickle
import resource
import signal
from collections.abc import Callable, Iterator
from enum import Enum
from multiprocessing.connection import Connection
from typing import Any

from sayso.pipeline.collecting import seldom
from sayso.run.limits import Limits

Work = Callable[[Any], Iterator[bytes]]
"""What a worker does: from a request to replies. It is sent to the worker by name, so it must be a function
of a module, or a `functools.partial` of one."""


class Tag(bytes, Enum):
    """What a frame from a worker says."""

    READY = b"r"
    """The worker has started and waits for its first request; its process id follows."""
    REPLY = b"="
    """One reply follows."""
    DONE = b"."
    """That was the last reply to this request."""
    MEMORY = b"m"
    """There was not enough memory to answer; the worker ends."""
    RAISED = b"!"
    """An error that nobody foresaw; its words follow."""


def serve(connection: Connection, work: Work, *, limits: Limits) -> None:
    """Answer requests until the parent hangs up."""
    _confine(limits)
    connection.send_bytes(Tag.READY + str(os.getpid()).encode())
    try:
        with seldom():
            while _answer(connection, work, limits):
                pass
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # The parent is gone; so is whoever wanted the answer.


def _confine(limits: Limits) -> None:
    """Cap this process's memory; leave no core file of somebody's report behind."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.disable(
        logging.CRITICAL
    )  # What a parsing library remarks about an input is not the user's concern.


def _answer(connection: Connection, work: Work, limits: Limits) -> bool:
    """Answer one request; False once this process should not be used again."""
    request = pickle.loads(connection.recv_bytes())  # noqa: S301 - from the parent, never from an input
    last = b""
    try:
        for reply in _timed(work(request), limits.seconds):
            connection.send_bytes(Tag.REPLY + reply)
        last = Tag.DONE
    except MemoryError:
        last = Tag.MEMORY
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:  # The process boundary: what escapes here is recorded.
        last = Tag.RAISED + f"{type(error).__name__}: {error}".encode(errors="replace")[:400]
    # Sent only here, after the frames that held the memory are gone.
    connection.send_bytes(last)
    return last != Tag.MEMORY


def _timed(replies: Iterator[bytes], seconds: float) -> Iterator[bytes]:
    """The replies, each of which may cost no more than `seconds` of processor time.

    The kernel ends the process that passes it (SIGPROF). The parent's own clock is stricter; this one still
    runs when the parent is dead, and where the parent cannot know whether it waits for a hung parser or for
    somebody typing on standard input.
    """
    while True:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        reply = next(replies, None)
        signal.setitimer(signal.ITIMER_PROF, 0)
        if reply is None:
            return
        yield reply
