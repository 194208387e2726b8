"""A work named rather than imported: its module is loaded where the work is done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Named:
    """A function, by name, and the options it is called with.

    What arrives at the other end of a pipe is the function itself. The sender never imports it: the parent
    of the workers has no parser in memory, and need not wait for any to load.
    """

    module: str
    name: str
    options: object

    def __call__(self, request: Any) -> Iterator[bytes]:
        """Do the work here and now."""
        return _found(self.module, self.name, self.options)(request)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str, str, object]]:
        return _found, (self.module, self.name, self.options)


def _found(module: str, name: str, options: object) -> Callable[[Any], Iterator[bytes]]:
    return partial(getattr(import_module(module), name), options=options)
