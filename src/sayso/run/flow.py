"""The flow of a run: locators in, outcomes out in input order, whatever the inputs do to the workers."""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.model import Outcome, Refusal, refusal_key
from sayso.pipeline.collecting import seldom
from sayso.run.packing import unpacked
from sayso.run.queues import Arrival, Backlog, InOrder, Seated
from sayso.run.worker import Work
from sayso.run.workers import Done, Failed, Reply, Said, Worker, Zygote, listen

if TYPE_CHECKING:  # The parent opens nothing, and starts faster without every parser in it.
    from sayso.sources import Locator

# The opener is left to wait while this much is still to be read or to be given out: enough to keep every
# reader busy past a slow item, small beside the memory one item may take.
_MOST_WAITING_BYTES = 33_554_432
_MOST_IN_LINE = 512
# Fetching has clocks of its own for each page and pauses between pages; this one is for what they miss.
_NETWORK = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An input item that was not read because the ledger has its outcome already."""

    key: str
    origin: str
    part: str | None
    external_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """What the two kinds of workers do.

    `opening` turns a `Locator` into pickled `Arrival`s and `Refusal`s, `reading` turns pairs of an
    item's place in the order of input and the pickled raw item into one pickled `Outcome` for each, in order.
    """

    opening: Work
    reading: Work
    fetches: bool = False
    """Whether opening a file may go to the network, too."""


@dataclass(slots=True)
class _Container:
    """What the opener is at."""

    locator: "Locator"
    items: int = 0


@dataclass(slots=True)
class _Batch:
    """What a reader is at: the items it has not answered yet."""

    unanswered: deque[Seated]
    alone: bool


def _never(_: str) -> bool:
    return False


def outcomes(
    locators: Iterable["Locator | Refusal"],
    *,
    works: Works,
    zygote: Zygote,
    workers: int,
    done: Callable[[str], bool] = _never,
) -> Iterator[Outcome | Skipped]:
    """What became of each input item, in the order of input.

    One worker opens the locators one after another, `workers` others read what comes out of them. An item
    that hangs, eats memory or kills its worker is refused and costs one worker; everything around it is
    still read. Items whose key is `done` are skipped. Raises `WorkerError` when processes cannot be started
    at all.
    """
    with seldom():
        yield from _Flow(zygote, works, workers, done).run(iter(locators))


class _Flow:
    """The state of one run."""

    def __init__(self, zygote: Zygote, works: Works, workers: int, done: Callable[[str], bool]) -> None:
        self._limits, self._works, self._done = zygote.limits, works, done
        self._opener = Worker(zygote, works.opening)
        self._readers = [Worker(zygote, works.reading) for _ in range(workers)]
        self._backlog = Backlog()
        self._line: InOrder[Outcome | Skipped | bytes] = InOrder()

    def run(self, locators: Iterator["Locator | Refusal"]) -> Iterator[Outcome | Skipped]:
        while True:
            self._open_next(locators)
            self._read_next()
            for result in self._line.due():
                yield unpacked(result) if isinstance(result, bytes) else result
            busy = [worker for worker in self._readers if worker.job]
            if self._opener.job and self._has_room():
                busy.append(self._opener)
            if not busy:
                return
            for worker, said in listen(busy):
                self._hear(worker, said)

    def _has_room(self) -> bool:
        return self._backlog.bytes < _MOST_WAITING_BYTES and len(self._line) < _MOST_IN_LINE

    def _open_next(self, locators: Iterator["Locator | Refusal"]) -> None:
        """Keep the opener busy."""
        while not self._opener.job and (locator := next(locators, None)):
            if isinstance(locator, Refusal):
                self._refuse(locator)
                continue
            self._opener.give(locator, job=_Container(locator), seconds=self._patience(locator))

    def _patience(self, locator: "Locator") -> float | None:
        """How long to wait for the opener's next item.

        At the other end of a pipe somebody may be typing or another program working: there, only processor
        time is counted (`sayso.run.worker`).
        """
        if locator.kind == "url" or self._works.fetches:
            return self._limits.seconds * _NETWORK
        is_file = locator.kind == "file" and Path(locator.target or locator.origin).is_file()
        return self._limits.seconds if is_file else None

    def _read_next(self) -> None:
        """Keep the readers busy."""
        for reader in self._readers:
            if not self._backlog:
                return
            if not reader.job:
                taken = self._backlog.batch(readers=len(self._readers))
                alone = len(taken) == 1
                reader.give(
                    [(seated.seat, seated.arrival.content) for seated in taken],
                    job=_Batch(deque(taken), alone),
                    seconds=self._limits.seconds if alone else self._limits.batch_seconds,
                )

    def _hear(self, worker: Worker, said: Said) -> None:
        job = worker.job
        if not isinstance(said, Reply):
            worker.job = None
        if isinstance(job, _Container):
            self._hear_opener(job, said)
        elif isinstance(job, _Batch):
            self._hear_reader(job, said)

    def _hear_opener(self, container: _Container, said: Said) -> None:
        match said:
            case Reply(content):
                container.items += 1
                self._arrive(pickle.loads(content))  # noqa: S301 - pickled by our own worker
            case Failed(reason, detail):
                known = ", ".join(filter(None, [detail, f"after {container.items} items"]))
                self._refuse(Refusal(origin=container.locator.origin, reason=reason, detail=known))
            case Done():
                pass

    def _arrive(self, arrival: Arrival | Refusal) -> None:
        if isinstance(arrival, Refusal):
            self._refuse(arrival)
        elif self._done(arrival.key):
            skipped = Skipped(
                key=arrival.key,
                origin=arrival.origin,
                part=arrival.part,
                external_id=arrival.external_id,
            )
            self._line.put(self._line.seat(), skipped)
        else:
            self._backlog.add(Seated(self._line.seat(), arrival))

    def _refuse(self, refusal: Refusal) -> None:
        outcome = Outcome(
            key=refusal_key(refusal),
            origin=refusal.origin,
            part=refusal.part,
            external_id=refusal.external_id,
            result=refusal,
        )
        self._line.put(self._line.seat(), outcome)

    def _hear_reader(self, batch: _Batch, said: Said) -> None:
        match said:
            case Reply(content):
                self._line.put(batch.unanswered.popleft().seat, content)
            case Failed() if not batch.alone:
                for seated in batch.unanswered:
                    self._backlog.add_alone(seated)
            case Failed() as failed:
                for seated in batch.unanswered:
                    self._line.put(seated.seat, _failed(seated.arrival, failed))
            case Done():
                pass


def _failed(arrival: Arrival, failed: Failed) -> Outcome:
    """The outcome of an item over which a worker came to grief; how large it was tells what might help."""
    refusal = Refusal(
        origin=arrival.origin,
        part=arrival.part,
        external_id=arrival.external_id,
        reason=failed.reason,
        detail=", ".join(filter(None, [failed.detail, f"{len(arrival.content):,} bytes"])),
    )
    return Outcome(
        key=arrival.key,
        origin=arrival.origin,
        part=arrival.part,
        external_id=arrival.external_id,
        result=refusal,
    )
