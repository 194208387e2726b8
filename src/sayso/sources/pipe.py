"""Opening a file or a named pipe: a pipe that nobody writes to would be waited for without end."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.model import Reason
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Readable

_PAUSE = 0.05


@contextmanager
def opened(path: str, *, seconds: float) -> Iterator[Readable]:
    """The bytes of a file, or of a pipe that somebody opens for writing within so many seconds.

    From then on a pipe is waited for as standard input is, for somebody may be typing. Refused where nobody
    comes.
    """
    if not stat.S_ISFIFO(Path(path).stat().st_mode):
        with Path(path).open("rb", buffering=0) as file:
            yield file
        return
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        first = _first(pipe.fileno(), seconds)
        os.set_blocking(pipe.fileno(), True)
        yield _Begun(first, pipe)


def _first(pipe: int, seconds: float) -> bytes:
    """What a pipe holds by the time that somebody writes to it."""
    end = time.monotonic() + seconds
    while True:
        try:
            if first := os.read(pipe, HEAD):
                return first
        except BlockingIOError:  # there is a writer, and he has said nothing yet
            return b""
        if time.monotonic() > end:
            raise Refused(Reason.UNREADABLE, f"a pipe that nobody writes to (waited {seconds:g} s)")
        time.sleep(_PAUSE)


class _Begun:
    """A pipe of which some bytes have been read already."""

    def __init__(self, first: bytes, rest: Readable) -> None:
        self._first, self._rest = first, rest

    def read(self, size: int, /) -> bytes | None:
        if not self._first:
            return self._rest.read(size)
        piece, self._first = self._first[:size], self._first[size:]
        return piece
