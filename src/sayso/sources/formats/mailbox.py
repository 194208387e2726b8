"""Mailboxes: many letters in one file, each after a line that begins with `From ` (RFC 4155, "mbox")."""

import io
import re
from collections.abc import Iterator
from itertools import count

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.fetch import Web
from sayso.sources.formats.mail import to_letters
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Source

# A sender and a moment: many letters have lines that begin with "From".
_POSTMARK = re.compile(rb"From \S.*\d:\d\d")
# Some programs leave out the blank line before it; a weekday and a month are no accident.
_DATED = re.compile(
    rb"From \S+ +(?:at \S+ +)?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +"
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} +\d\d:\d\d"
)
_FIELD = re.compile(rb"[!-9;-~]{1,100}:")
# A line of a letter that would pass for a postmark is kept with a `>` before it.
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def items_in_mailbox(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each letter of a mailbox, in order, one of them held at a time; its part is its number in the file."""
    del web
    for number, letter in zip(count(1), _letters(source.stream, cap=options.max_bytes), strict=False):
        try:
            if letter is None:
                raise Refused(Reason.TOO_LARGE, f"a letter of more than {options.max_bytes:,} bytes")
            yield from to_letters(_QUOTED.sub(rb"\1", letter), origin=source.origin, part=str(number))
        except Refused as refused:
            yield refused.at(source.origin, part=str(number))


def _letters(stream: io.BufferedReader, *, cap: int) -> Iterator[bytes | None]:
    """The letters without their postmarks; None for one of more than `cap` bytes."""
    letter, postmark, at_start, begun = bytearray(), b"", True, False
    for line in iter(lambda: stream.readline(HEAD), b""):
        if postmark and _FIELD.match(line):
            if begun:
                yield _within(letter, cap)
            letter, postmark, begun = bytearray(), b"", True
        if len(letter) <= cap:
            letter += postmark
        postmark = line if _DATED.match(line) or (at_start and _POSTMARK.match(line)) else b""
        if not postmark and len(letter) <= cap:
            letter += line
        at_start = line in (b"\n", b"\r\n")
    letter += postmark
    if begun or letter.strip():
        yield _within(letter, cap)


def _within(letter: bytearray, cap: int) -> bytes | None:
    return bytes(letter) if len(letter) <= cap else None
