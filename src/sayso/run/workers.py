"""Workers, seen from their parent: started when first needed, killed when over time, replaced when dead."""

import contextlib
import os
import pickle
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import send_handle
from types import TracebackType
from typing import Self

from sayso.errors import WorkerError
from sayso.model import Reason
from sayso.run.contention import waited
from sayso.run.limits import Limits
from sayso.run.worker import Tag, Work

# Importing everything takes a second, building the gazetteer (once per machine) some ten; both may take ten
# times as long on a busy machine with a slow disk.
_START_SECONDS = 180.0


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to the request a worker has."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """The worker has answered its request and is free."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The worker did not answer its request to the end, and why; it is free, and a new process if need be."""

    reason: Reason
    detail: str


Said = Reply | Done | Failed


class Zygote:
    """The process that forks workers (see `sayso.run.zygote`); ends with the `with` block, and so do they.

    While its parent goes on it begins to `prepare`: to import a module and call a function of it. What its
    workers print on standard error is thrown away when `quiet`.
    """

    def __init__(self, *, limits: Limits, prepare: tuple[str, str] | None = None, quiet: bool = True) -> None:
        self.limits, self._serial = limits, 0
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed in __exit__
        ours, theirs = socket.socketpair()
        with theirs:
            theirs.set_inheritable(True)
            self._popen = subprocess.Popen(  # noqa: S603 - our own interpreter, our own words
                # -P: modules come from where Python is installed, never from the folder that is being read.
                [sys.executable, "-P", "-c", _START.format(theirs.fileno(), prepare, quiet)],
                # What the shell opened for us, such as the pipe of `<(command)`, the opener needs, too.
                close_fds=False,
                stdout=subprocess.DEVNULL,
                stderr=self._stderr if quiet else None,
                env=os.environ | _ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            )
        self._control = Connection(ours.detach())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._control.close()
        if not self._serial:
            self._popen.kill()  # Nothing was asked of it; it need not finish loading.
        self._popen.wait()
        self._stderr.close()

    def fork(self, work: Work) -> tuple[int, Connection]:
        """A new worker's number and the connection to it."""
        self._serial += 1
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                self._control.send_bytes(pickle.dumps((self._serial, (work, self.limits))))
                send_handle(self._control, theirs.fileno(), self._popen.pid)
        except (BrokenPipeError, ConnectionResetError):
            ours.close()
            raise self._lost() from None
        return self._serial, Connection(ours.detach())

    def end(self, serial: int) -> str:
        """Make sure that a worker is gone; how it went, such as `SIGSEGV`."""
        try:
            self._control.send_bytes(pickle.dumps((serial, None)))
            return self._control.recv_bytes().decode()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise self._lost() from None

    def _lost(self) -> WorkerError:
        status = self._popen.wait()
        self._stderr.seek(0)
        lines = self._stderr.read().decode(errors="replace").strip().splitlines()
        return WorkerError(why=lines[-1] if lines else f"their parent process ended with status {status}")


_START = "from sayso.run.zygote import main; main({}, prepare={}, quiet={})"

# One process per core is the parallelism; numeric libraries that start threads of their own only fight for
# it.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Worker:
    """The parent's end of one worker: at most one request at a time, each under its own deadline.

    `job` is whatever the giver wants to know again when the answer comes; None while the worker is free.
    """

    def __init__(self, zygote: Zygote, work: Work) -> None:
        self._zygote, self._work = zygote, work
        self._serial = self._pid = 0
        self._waited = 0.0
        self._seconds: float | None = None
        self.connection: Connection | None = None
        self.deadline: float | None = None
        self.job: object = None

    def give(self, request: object, *, job: object, seconds: float | None) -> None:
        """Set the worker to a request; each reply may take `seconds`, or any time where that is None."""
        self.job, self._seconds = job, seconds
        content = pickle.dumps(request)
        if self.connection is not None:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.connection.send_bytes(content)
                self.deadline = self._next_deadline()
                return
            self.kill()  # It died while it had nothing to do; that is not this request's fault.
        self._serial, self.connection = self._zygote.fork(self._work)
        self.deadline = time.monotonic() + _START_SECONDS
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # `listen` will find it dead.
            self.connection.send_bytes(content)

    def receive(self) -> Said | None:
        """What the worker says; None for a mere sign of life."""
        assert self.connection is not None  # noqa: S101
        try:
            frame = self.connection.recv_bytes()
        except (EOFError, ConnectionResetError):
            return self._buried()
        self.deadline = self._next_deadline()
        tag, content = Tag(frame[:1]), frame[1:]
        if tag is Tag.REPLY:
            return Reply(content)
        if tag is Tag.DONE:
            self.deadline = None
            return Done()
        if tag is Tag.RAISED:
            return Failed(Reason.CRASHED, content.decode())
        if tag is Tag.MEMORY:
            self.kill()
            return Failed(Reason.MEMORY, "")
        self._pid = int(content)
        self._waited = waited(self._pid)
        return None

    def kill(self) -> str:
        """End the process, whatever it is doing; how it went. The next request starts a new one."""
        if self.connection is None:
            return ""
        self.connection.close()
        self.connection, self.deadline, self._pid = None, None, 0
        return self._zygote.end(self._serial)

    def is_overdue(self) -> bool:
        """Whether the deadline has passed, put off by as long as the worker was given no processor.

        So a good item is not refused because the machine is busy; how much processor time an item may take
        is limited in the worker itself.
        """
        if self.deadline is None or self.deadline > time.monotonic():
            return False
        waited_now = waited(self._pid)
        self.deadline += max(0.0, waited_now - self._waited)
        self._waited = waited_now
        return self.deadline <= time.monotonic()

    def overdue(self) -> Failed:
        """Kill a worker whose deadline has passed."""
        self.kill()
        return Failed(Reason.TIMEOUT, f"no answer in {self._seconds or _START_SECONDS:g} s")

    def _buried(self) -> Failed:
        how = self.kill()
        if how == "SIGPROF":
            return Failed(Reason.TIMEOUT, "out of processor time")
        return Failed(Reason.CRASHED, how)

    def _next_deadline(self) -> float | None:
        self._waited = waited(self._pid)
        return None if self._seconds is None else time.monotonic() + self._seconds


def listen(workers: Sequence[Worker]) -> Iterator[tuple[Worker, Said]]:
    """Wait until some of the workers say something or are out of time.

    Call it again and again; it may yield nothing. A worker that answered while nobody listened is heard, not
    killed, however long ago its deadline was.
    """
    deadlines = [worker.deadline for worker in workers if worker.deadline is not None]
    patience = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
    ready = wait([worker.connection for worker in workers if worker.connection], patience)
    for worker in workers:
        if worker.connection in ready:
            said = worker.receive()
            if said is not None:
                yield worker, said
        elif worker.is_overdue():
            yield worker, worker.overdue()
