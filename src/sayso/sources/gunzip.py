"""Gzip, member by member, with an end to how far it may unpack."""

import io
import zlib
from contextlib import suppress

from sayso.model import Reason
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD

MAGIC = b"\x1f\x8b\x08"

_PADDING = b"\0\r\n\t "
_GZIP = 31  # zlib's window setting for "a gzip header and trailer are expected"
# How much of a member's packed bytes is kept, so that after a fault the search can start at its beginning.
_REMEMBERED = 4 << 20
# Enough of a member to unpack its first few bytes: its header and code tables are far smaller.
_GLANCE = 4096


class Members:
    """The members of a gzip stream, one after another.

    Python's own reader joins them, stops at the first fault and takes an unfinished last member for an
    error only at times; here each fault is told once, after all that came before it was given out.
    """

    def __init__(self, packed: io.BufferedReader, *, max_ratio: int, allowance: int) -> None:
        self._packed, self._max_ratio, self._allowance = packed, max_ratio, allowance
        self._input = b""
        self._fault: Refused | None = None
        self._begin()

    def _begin(self) -> None:
        self._inflate = zlib.decompressobj(_GZIP)
        self._read_in = self._given_out = 0
        self._seen = bytearray()

    def read(self, size: int, /) -> bytes:
        """At most `size` unpacked bytes of the current member, none at its end.

        Refused as truncated, malformed or a bomb, once the bytes before the fault have been given out.
        """
        while not self._inflate.eof:
            if self._fault:
                raise self._fault
            if not self._input and not self._fill():
                self._fault = Refused(Reason.TRUNCATED, "the last gzip member is not finished")
                continue
            if piece := self._inflated(size):
                return piece
        return b""

    def advance(self) -> bool:
        """Go to the next member; False at the end of the stream, where only zeros and blanks may follow."""
        rest = self._inflate.unused_data
        while True:
            rest = rest.lstrip(_PADDING)
            if len(rest) >= len(MAGIC):
                break
            more = self._packed.read(HEAD)
            if not more:
                break
            rest += more
        if not rest:
            return False
        self._begin()
        self._input = rest
        if not rest.startswith(MAGIC):
            self._fault = Refused(Reason.MALFORMED, "bytes that are no gzip member follow the last one")
            raise self._fault
        return True

    def opens_with(self, opening: bytes) -> bool:
        """Whether the content of the current member, of which nothing was read yet, starts so."""
        while len(self._input) < _GLANCE and (more := self._packed.read(HEAD)):
            self._input += more
        return opens_with(self._input[:_GLANCE], opening)

    def resume(self, opening: bytes) -> bool:
        """After a fault, go to the next member whose content starts with `opening`; False if none does.

        The search starts just after the start of the damaged member: a damaged one is often read on into
        its neighbours before the damage shows.
        """
        window = bytes(self._seen) + self._input if self._read_in <= _REMEMBERED else self._input
        start = 1
        while True:
            found = window.find(MAGIC, start)
            if found >= 0 and len(window) - found < _GLANCE:
                window, found = window[found:] + self._packed.read(HEAD), 0
            if found < 0:
                more = self._packed.read(HEAD)
                if not more:
                    return False
                window, start = window[-2:] + more, 0
            elif opens_with(window[found : found + _GLANCE], opening):
                self._begin()
                self._fault, self._input = None, window[found:]
                return True
            else:
                start = found + 1

    def _fill(self) -> bool:
        self._input = self._packed.read(HEAD)
        return bool(self._input)

    def _inflated(self, size: int) -> bytes:
        packed = self._input
        before = self._inflate.copy()
        try:
            piece = self._inflate.decompress(packed, size)
        except zlib.error as error:
            self._fault = Refused(Reason.MALFORMED, f"damaged gzip member ({error})")
            return _up_to_the_fault(before, packed, size)
        used = len(packed) - len(self._inflate.unconsumed_tail) - len(self._inflate.unused_data)
        self._remember(packed[:used])
        self._input = self._inflate.unconsumed_tail
        self._given_out += len(piece)
        if self._given_out > self._allowance and self._given_out > self._max_ratio * self._read_in:
            self._fault = Refused(Reason.BOMB, f"unpacks to over {self._max_ratio} times its size")
            raise self._fault
        return piece

    def _remember(self, packed: bytes) -> None:
        self._read_in += len(packed)
        if self._read_in <= _REMEMBERED:
            self._seen += packed


def _up_to_the_fault(inflate: "zlib._Decompress", packed: bytes, size: int) -> bytes:
    """What can be unpacked before the damage: zlib throws away what it had when it meets a fault."""
    content = b""
    with suppress(zlib.error):
        for at in range(len(packed)):
            content += inflate.decompress(packed[at : at + 1], size)
    return content


class Gunzip:
    """What a gzip stream unpacks to, all its members joined."""

    def __init__(self, packed: io.BufferedReader, *, max_ratio: int, allowance: int) -> None:
        self._members = Members(packed, max_ratio=max_ratio, allowance=allowance)

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end; refused at a fault, as `Members.read`."""
        while True:
            piece = self._members.read(size)
            if piece or not self._members.advance():
                return piece


def opens_with(packed: bytes, opening: bytes) -> bool:
    """Whether `packed` is the start of a gzip member whose content starts with `opening`."""
    try:
        return zlib.decompressobj(_GZIP).decompress(packed, len(opening)) == opening
    except zlib.error:
        return False
