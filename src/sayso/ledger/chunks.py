"""Many things, some at a time: SQLite takes a limited number of parameters, and memory of everything else."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

One = TypeVar("One")
AT_ONCE = 500


def chunks(things: Iterable[One], *, size: int = AT_ONCE) -> Iterator[list[One]]:
    """The things in lists of up to `size`."""
    waiting = iter(things)
    while some := list(islice(waiting, size)):
        yield some
