"""Byte streams that can be looked at before they are read."""

import io
from dataclasses import dataclass
from typing import Protocol

from sayso.model import Reason
from sayso.sources.refused import Refused

HEAD = 64 * 1024
"""How many bytes can be looked at."""


class Readable(Protocol):
    """Anything with a `read` that gives at most `size` bytes, and none at the end."""

    def read(self, size: int, /) -> bytes | None:
        """The next bytes; None counts as none."""


class _Filled(io.RawIOBase):
    """A raw stream whose reads are short only at the end, however small the pieces come in.

    A fault is told once all that came before it has been given out.
    """

    def __init__(self, inner: Readable) -> None:
        self._inner = inner
        self._fault: Refused | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        view, filled = memoryview(buffer).cast("B"), 0
        while filled < len(view) and not self._fault:
            try:
                piece = self._inner.read(len(view) - filled)
            except Refused as refused:
                self._fault = refused
                break
            if not piece:
                break
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        if self._fault and not filled:
            raise self._fault
        return filled


def buffered(inner: Readable) -> io.BufferedReader:
    """`inner` as a stream whose first `peek` shows `HEAD` bytes, or all there are."""
    return io.BufferedReader(_Filled(inner), buffer_size=HEAD)


def whole(stream: io.BufferedReader, *, cap: int) -> bytes:
    """All that is left of the stream. Refused as too large beyond `cap` bytes."""
    content = stream.read(cap + 1)
    if len(content) > cap:
        raise Refused(Reason.TOO_LARGE, f"more than {cap:,} bytes")
    return content


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something opened: its bytes, and what its carrier said of them."""

    origin: str
    stream: io.BufferedReader
    named: str | None = None
    """The file suffix (`.jsonl`) or media type (`text/html`): asked only where the content leaves it open."""
    charset: str | None = None
    url: str | None = None
    """Where on the web it was found, after redirects; None for a local file."""
