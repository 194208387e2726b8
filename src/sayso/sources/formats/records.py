"""JSON records: one object a line (JSON Lines), a list of objects, or a single object."""

import codecs
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from sayso.model import Declared, Media, PublishedFrom, RawItem, Reason, Refusal
from sayso.sources.declared import moment, words
from sayso.sources.detect import are_records
from sayso.sources.fetch import Web
from sayso.sources.formats import jsonfeed
from sayso.sources.options import RECORD_FIELDS, SourceOptions
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, Source, buffered, whole
from sayso.sources.strict_json import Ambiguous, is_blank, objects_before_fault, parsed

_BY_LINE = frozenset({".jsonl", ".ndjson", "application/jsonl", "application/x-ndjson"})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SKIP = 1 << 20
# A list is held whole. Within the cap on bytes, so many values are only possible if they say nothing.
_LONGEST_LIST = 500_000


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
                value = parsed(line) if isinstance(line, bytes) else None
                if isinstance(line, Refused):
                    raise line
                if number == 1 and jsonfeed.is_feed(value):
                    yield from jsonfeed.items_in_json_feed(value, source, options=options, web=web)
                else:
                    yield _item(value, source.origin, part, options)
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
        listed = isinstance(value, list)
        records = value if isinstance(value, list) else [value]
        if len(records) > _LONGEST_LIST:
            detail = f"a list of {len(records):,} values; put one on each line (JSON Lines)"
            raise Refused(Reason.TOO_LARGE, detail)
        for number, record in enumerate(records, start=1):
            yield _item(record, source.origin, str(number) if listed else None, options)


def _before_fault(
    content: bytes, fault: Refused, origin: str, options: SourceOptions
) -> Iterator[RawItem | Refusal]:
    """The reports of a list that breaks off or goes wrong, up to there, and what is wrong with it."""
    count = 0
    for number, record in enumerate(objects_before_fault(content, most=_LONGEST_LIST), start=1):
        item = _item(record, origin, str(number), options)
        if isinstance(item, RawItem):
            count += 1
            yield item
    raise Refused(fault.reason, f"{fault.detail}; read before it: {count:,}" if count else fault.detail)


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


def _item(record: object, origin: str, part: str | None, options: SourceOptions) -> RawItem | Refusal:
    if not isinstance(record, Mapping):
        return Refusal(
            origin=origin, part=part, reason=Reason.UNSUPPORTED_FORMAT, detail="valid JSON, but no record"
        )
    known = {field: _first(record, options.names[field]) for field in FIELDS}
    external_id = words(known["id"])
    try:
        text = _text(record, known["text"], options)
    except Refused as refused:
        return refused.at(origin, part=part, external_id=external_id)
    published = moment(known["published"])
    return RawItem(
        origin=origin,
        part=part,
        media=Media.TEXT,
        content=text,
        declared=Declared(
            title=words(known["title"]),
            outlet=words(known["outlet"]),
            byline=words(known["byline"]),
            published=published,
            published_from=PublishedFrom.GIVEN if published else None,
            url=words(known["url"]),
            language=words(known["language"]),
            external_id=external_id,
        ),
    )


FIELDS = tuple(RECORD_FIELDS)


def _first(record: Mapping[str, object], keys: Iterable[str]) -> object:
    """What the record holds under the first of these keys that it has."""
    return next((record[key] for key in keys if record.get(key) is not None), None)


def _text(record: Mapping[str, object], text: object, options: SourceOptions) -> str:
    if isinstance(record, Ambiguous):
        for key in chain.from_iterable(options.names.values()):
            if key in record.keys_in_doubt:
                raise Refused(Reason.MALFORMED, f"{key!r} stands twice, with different values")
    names = options.names["text"]
    name = next((key for key in names if key in record), names[0])
    if text is None:
        raise Refused(Reason.EMPTY, f"the record has no {name!r}; --field text=KEY says where its words are")
    if not isinstance(text, str):
        raise Refused(Reason.MALFORMED, f"{name!r} is not a string")
    if not text.strip():
        raise Refused(Reason.EMPTY, f"{name!r} is blank")
    return text
