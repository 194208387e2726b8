"""Where one WARC record ends and the next begins, also in files that lie about it.

Common readers trust `Content-Length` and gzip, and drop in silence what comes after a fault. Here every
fault is told, and the records on both sides of it are given out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Reason
from sayso.sources.gunzip import Members
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Readable

_OPENING = b"WARC/"
_FIRST_LINE = rb"WARC/[01]\.\d{1,2}\r?\n"
_START = re.compile(_FIRST_LINE)
# Where a record is searched for, its first line alone could be somebody writing about archives.
_MARKER = re.compile(_FIRST_LINE + rb"(?=[A-Za-z][\w-]{0,40}:)")
_MARKER_ROOM = 64
_HEAD_END = re.compile(rb"\r?\n\r?\n")
# The value may stand on the next line, if that is indented (WARC 1.0, "folding").
_LENGTH = re.compile(rb"^Content-Length:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEAD = 64 * 1024
# Of a record over the cap, enough is kept to tell what it was.
_GLANCE = 16 * 1024
_COMPACT = 1 << 20
# A file with more faults than this is noise; looking for records in it would take for ever.
_MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One record as it was cut out of the file, or, with an empty `head`, a stretch that is no record."""

    head: bytes = b""
    body: bytes = b""
    fault: Refused | None = None
    """What is wrong with the record; its body may then be short or somebody else's."""


class Cursor:
    """A place in a stream of bytes that can look ahead and search."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._buffer = bytearray()
        self._at = 0
        self._ended = False
        self.fault: Refused | None = None
        """Why the stream ended, where that was not its proper end."""

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are."""
        self._fill(size)
        return bytes(self._buffer[self._at : self._at + size])

    def take(self, size: int) -> bytes:
        """The next `size` bytes, or as many as there are, and go past them."""
        self._forget()
        taken = self.peek(size)
        self._at += len(taken)
        return taken

    def back(self, size: int) -> None:
        """Go back by `size` of the bytes that the last `take` went past."""
        self._at -= size

    def skip_to_marker(self, limit: int | None = None) -> bool:
        """Go to the next record's first byte, or past `limit` bytes; whether a record was found."""
        gone = 0
        while True:
            self._forget()
            window = self.peek(HEAD)
            found = _MARKER.search(window)
            if found and (limit is None or gone + found.start() <= limit):
                self._at += found.start()
                return True
            # A marker may lie across the window's end, so a little of it is looked at again.
            step = len(window) - _MARKER_ROOM if len(window) == HEAD else len(window)
            if limit is not None and gone + step >= limit:
                self._at += limit - gone
                return False
            if not step:
                return False
            self._at += step
            gone += step

    def _forget(self) -> None:
        """Let go of what lies behind; never between a `take` and the `back` that may follow it."""
        if self._at > _COMPACT:
            del self._buffer[: self._at]
            self._at = 0

    def _fill(self, size: int) -> None:
        while not self._ended and len(self._buffer) - self._at < size:
            try:
                piece = self._stream.read(max(HEAD, min(size, _COMPACT)))
            except Refused as refused:
                self.fault, piece = refused, b""
            self._ended = not piece
            self._buffer += piece or b""


class _Run:
    """Gzip members up to the next one that a record opens: records need not keep to the bounds of members."""

    def __init__(self, members: Members) -> None:
        self._members = members
        self.is_over = False
        self.goes_on = True
        """Whether another member follows, once the run is over."""
        self.fault: Refused | None = None
        """What is wrong with what follows the last member."""

    def read(self, size: int, /) -> bytes:
        """At most `size` unpacked bytes, none at the end of the run; refused as `Members.read` is."""
        while not self.is_over:
            if piece := self._members.read(size):
                return piece
            try:
                self.goes_on = self._members.advance()
            except Refused as refused:
                self.fault = refused
            self.is_over = bool(self.fault) or not self.goes_on or self._members.opens_with(_OPENING)
        return b""


def records_in_gzip(members: Members, *, cap: int) -> Iterator[Cut]:
    """The records of a gzipped WARC, one member after another; a damaged member costs only itself."""
    faults = 0
    while True:
        run = _Run(members)
        cursor = Cursor(run)
        told = False
        for cut in records_in(cursor, cap=cap):
            told = told or (cut.fault is not None and cut.fault is cursor.fault)
            yield cut
        fault = cursor.fault or run.fault
        if fault is None and run.is_over:
            if run.goes_on:
                continue
            return
        # Where a run was left off as noise, that is told already.
        if fault is not None and not told:
            yield Cut(fault=fault)
        faults += 1
        if faults > _MOST_FAULTS:
            yield Cut(fault=_noise())
            return
        if not members.resume(_OPENING):
            return


def records_in(cursor: Cursor, *, cap: int) -> Iterator[Cut]:
    """The records from the cursor to the end of its stream, none of them held beyond `cap` bytes."""
    trusted, faults = True, 0
    while faults <= _MOST_FAULTS:
        _skip_blank_lines(cursor)
        if not cursor.peek(1):
            return
        if not _START.match(cursor.peek(_MARKER_ROOM)):
            yield Cut(fault=cursor.fault or Refused(Reason.MALFORMED, "bytes that belong to no record"))
            cursor.skip_to_marker()
            faults += 1
            continue
        cut = _record(cursor, cap=cap, trusted=trusted)
        if cut.fault is not None and cut.fault.reason is not Reason.TOO_LARGE:
            trusted = False
            faults += 1
        yield cut
    yield Cut(fault=_noise())


def _record(cursor: Cursor, *, cap: int, trusted: bool) -> Cut:
    window = cursor.peek(_LONGEST_HEAD)
    end = _HEAD_END.search(window)
    if not end:
        cursor.take(1)
        cursor.skip_to_marker()
        fault = cursor.fault if len(window) < _LONGEST_HEAD else None
        return Cut(head=window[:_GLANCE], fault=fault or _no_end(window))
    inside = _MARKER.search(window, 1, end.end())
    if inside:
        head = cursor.take(inside.start())
        return Cut(head=head, fault=Refused(Reason.MALFORMED, "a record that ends within its head"))
    head = cursor.take(end.end())
    length = _content_length(head)
    if length is None:
        cursor.skip_to_marker()
        return Cut(head=head, fault=Refused(Reason.MALFORMED, "a record without a usable Content-Length"))
    if length > cap:
        glance = cursor.peek(_GLANCE)
        # In so long a record a marker is believed: the length may be a lie, and the record is lost anyhow.
        cursor.skip_to_marker(limit=length)
        return Cut(head=head, body=glance, fault=Refused(Reason.TOO_LARGE, f"a record of {length:,} bytes"))
    return _with_body(cursor, head, length, trusted=trusted)


def _with_body(cursor: Cursor, head: bytes, length: int, *, trusted: bool) -> Cut:
    """The record with its body, which is believed where a new record or the end follows it.

    Where something else follows, or once a file has lied, it is believed only as far as the next marker.
    """
    body = cursor.take(length)
    after = cursor.peek(_MARKER_ROOM)
    rest = after.lstrip(b"\r\n")
    if cursor.fault and not rest:
        return _cut_at_marker(cursor, head, body, cursor.fault)
    if len(body) < length:
        return _cut_at_marker(cursor, head, body, Refused(Reason.TRUNCATED, _shorter(body, length)))
    follows = not rest or rest.startswith(_OPENING)
    if not follows and not after.startswith((b"\r\n", b"\n")):
        wrong = Refused(Reason.MALFORMED, "a record that does not end where its Content-Length says")
        cut = _cut_at_marker(cursor, head, body, wrong)
        if len(cut.body) == len(body):
            cursor.skip_to_marker()
        return cut
    if not (trusted and follows) and _begins_in(body, after):
        wrong = Refused(Reason.MALFORMED, "a Content-Length that reaches into the next record")
        return _cut_at_marker(cursor, head, body, wrong)
    return Cut(head=head, body=body)


def _begins_in(body: bytes, after: bytes) -> re.Match[bytes] | None:
    """The marker of a record that begins within a body; the body may end in the midst of it."""
    found = _MARKER.search(body + after)
    return found if found and found.start() < len(body) else None


def _cut_at_marker(cursor: Cursor, head: bytes, body: bytes, fault: Refused) -> Cut:
    """The record up to where another begins inside it, if one does; reading goes on there."""
    found = _begins_in(body, cursor.peek(_MARKER_ROOM))
    if not found:
        return Cut(head=head, body=body, fault=fault)
    cursor.back(len(body) - found.start())
    return Cut(head=head, body=body[: found.start()], fault=fault)


def _content_length(head: bytes) -> int | None:
    found = _LENGTH.search(head)
    digits = found[1].strip() if found else b""
    return int(digits) if digits.isdigit() and len(digits) <= 18 else None


def _skip_blank_lines(cursor: Cursor) -> None:
    while blank := cursor.peek(HEAD):
        rest = blank.lstrip(b"\r\n")
        cursor.take(len(blank) - len(rest))
        if rest:
            return


def _no_end(window: bytes) -> Refused:
    if len(window) < _LONGEST_HEAD:
        return Refused(Reason.TRUNCATED, "the last record ends within its head")
    return Refused(Reason.MALFORMED, f"a record's head of more than {_LONGEST_HEAD:,} bytes")


def _noise() -> Refused:
    return Refused(Reason.MALFORMED, f"more than {_MOST_FAULTS:,} faults; what follows is not looked at")


def _shorter(body: bytes, length: int) -> str:
    return f"the last record holds {len(body):,} bytes of {length:,}"
