"""JSON records: one object a line (JSON Lines), a list of objects, or a single object."""

import codecs
import io
import re
from collections.abc import Iterator
from itertools import count

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.detect import are_records
from sayso.sources.fetch import Web
from sayso.sources.formats import jsonfeed
from sayso.sources.formats.record import opened, to_item, within_measure
from sayso.sources.options import SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Source, buffered, whole
from sayso.sources.strict_json import is_blank, parsed, salvaged

_BY_LINE = frozenset({".jsonl", ".ndjson", "application/jsonl", "application/x-ndjson"})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SKIP = 1 << 20
# The mark before each record of RFC 7464, and the comma of a list that was cut into lines.
_RECORD_MARKS = re.compile(rb"^\x1e+|(?<=\}),\s*$")
_MOST_SALVAGED = 500_000


def items_in_records(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each record of a JSON source, in order; a bad one is refused and the next is read.

    JSON Lines may be of any length: one line is held at a time. A list or single object has to fit the cap.
    """
    stream = _in_utf_8(source.stream, cap=options.max_bytes)
    head = stream.peek()
    # A list is a list, whatever the file is called.
    named_so = source.named in _BY_LINE and not head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"[")
    if named_so or _is_by_line(head):
        for number, line in _lines(stream, cap=options.max_bytes):
            part = str(number)
            try:
                if isinstance(line, Refused):
                    raise line
                value = parsed(_RECORD_MARKS.sub(b"", line))
                if number == 1 and jsonfeed.is_feed(value):
                    yield from jsonfeed.items_in_json_feed(value, source, options=options, web=web)
                else:
                    yield from _items(opened(value, options), source.origin, options, part=part)
            except Refused as refused:
                yield refused.at(source.origin, part=part)
        return
    content = whole(stream, cap=options.max_bytes)
    try:
        value = parsed(content)
    except Refused as refused:
        yield from _before_fault(content, refused, source.origin, options)
        return
    if jsonfeed.is_feed(value):
        yield from jsonfeed.items_in_json_feed(value, source, options=options, web=web)
    else:
        listed = value if isinstance(value, list) else [value]
        records = [record for each in within_measure(listed) for record in opened(each, options)]
        alone = len(records) == 1 and not isinstance(value, list)
        yield from _items(records, source.origin, options, part=None if alone else "")


def _items(
    records: list[object], origin: str, options: SourceOptions, *, part: str | None
) -> Iterator[RawItem | Refusal]:
    """The report of each record; `part` names them together, and where there are several, a number each."""
    for number, record in enumerate(records, start=1):
        numbered = part if part is None or (part and len(records) == 1) else f"{part}.{number}".lstrip(".")
        yield to_item(record, origin, numbered, options)


def _before_fault(
    content: bytes, fault: Refused, origin: str, options: SourceOptions
) -> Iterator[RawItem | Refusal]:
    """The reports of a list that goes wrong, up to there, and what is wrong; or those of objects in a row."""
    found = salvaged(content, most=_MOST_SALVAGED)
    records = [record for each in found.objects for record in opened(each, options)]
    items = list(_items(records, origin, options, part=""))
    good = [item for item in items if isinstance(item, RawItem)]
    yield from items if found.is_all else good
    if not found.is_all:
        read = f"{fault.detail}; read before it: {len(good):,}" if good else fault.detail
        raise Refused(fault.reason, read)


def _in_utf_8(stream: io.BufferedReader, *, cap: int) -> io.BufferedReader:
    """The stream, put into UTF-8 where a byte-order mark says that it is in something wider."""
    if not stream.peek().startswith(_WIDE_MARKS):
        return stream
    content = whole(stream, cap=cap)
    encoding = "utf-32" if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) else "utf-16"
    return buffered(io.BytesIO(content.decode(encoding, "replace").encode()))


def _is_by_line(head: bytes) -> bool:
    lines = [line for line in head.decode("utf-8", "replace").split("\n") if line.strip()]
    if len(lines) < 2:
        # A line longer than the head is a record, unless it opens a list.
        return len(head) >= HEAD and not head.lstrip().startswith(b"[")
    return are_records(lines[:-1] if len(head) >= HEAD else lines)


def _lines(stream: io.BufferedReader, *, cap: int) -> Iterator[tuple[int, bytes | Refused]]:
    """The lines that hold anything, with their numbers, split at line feeds and nowhere else."""
    for number in count(1):
        line = stream.readline(cap + 1)
        if not line:
            return
        if len(line) > cap and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(_SKIP)
            yield number, Refused(Reason.TOO_LARGE, f"a line of more than {cap:,} bytes")
        elif not is_blank(line.removeprefix(codecs.BOM_UTF8) if number == 1 else line):
            yield number, line
