"""The two queues of a run: items that wait to be read, and results that wait for their turn."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# A batch saves round trips and lets a model read short texts together; 64 KiB is about ten thousand words,
# two seconds of reading, so that a batch in which one item hangs is soon given up.
_BATCH_ITEMS = 8
_BATCH_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An item that was opened and not yet read; the parent never looks inside `content`."""

    key: str
    origin: str
    part: str | None
    external_id: str | None
    content: bytes
    """The pickled `RawItem`."""


@dataclass(frozen=True, slots=True)
class Seated:
    """An arrival and its place in the order of input."""

    seat: int
    arrival: Arrival


class Backlog:
    """Items that wait to be read, handed out in batches."""

    def __init__(self) -> None:
        self._together: deque[Seated] = deque()
        self._alone: deque[Seated] = deque()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._together) + len(self._alone)

    def add(self, seated: Seated) -> None:
        """Let an item wait at the end of the queue."""
        self._together.append(seated)
        self.bytes += len(seated.arrival.content)

    def add_alone(self, seated: Seated) -> None:
        """Let an item be read next and by itself: a batch that held it did not come to its end."""
        self._alone.append(seated)
        self.bytes += len(seated.arrival.content)

    def batch(self, *, readers: int) -> list[Seated]:
        """The next items to read together, taken off the queue: at least one, if there is any.

        Where few are left for so many `readers`, they get fewer at a time, so that all end together.
        """
        share = -(-len(self._together) // (2 * readers))
        queue, most = (self._alone, 1) if self._alone else (self._together, min(_BATCH_ITEMS, share))
        taken: list[Seated] = []
        size = 0
        while queue and len(taken) < most:
            size += len(queue[0].arrival.content)
            if taken and size > _BATCH_BYTES:
                break
            taken.append(queue.popleft())
        self.bytes -= sum(len(seated.arrival.content) for seated in taken)
        return taken


class InOrder(Generic[T]):
    """Results that come in any order and go out in the order their seats were taken."""

    def __init__(self) -> None:
        self._ready: dict[int, T] = {}
        self._taken = 0
        self._given = 0

    def __len__(self) -> int:
        return self._taken - self._given

    def seat(self) -> int:
        """The next place in the order."""
        self._taken += 1
        return self._taken - 1

    def put(self, seat: int, result: T) -> None:
        """The result for a seat is there."""
        self._ready[seat] = result

    def due(self) -> Iterator[T]:
        """Every result whose turn it is, taken off the queue."""
        while self._given in self._ready:
            self._given += 1
            yield self._ready.pop(self._given - 1)
