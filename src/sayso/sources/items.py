"""From a locator to its items: opened, unpacked, told apart and read."""

import io
import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import PurePath

from sayso.model import RawItem, Reason, Refusal
from sayso.sources.answer import without_header
from sayso.sources.crowds import thinned
from sayso.sources.detect import WARC_OPENING, Format, detect
from sayso.sources.fetch import Web, web_for
from sayso.sources.formats import READERS
from sayso.sources.gunzip import MAGIC, Gunzip, opens_with
from sayso.sources.locate import Kind, Locator
from sayso.sources.options import SourceOptions
from sayso.sources.pipe import opened
from sayso.sources.refused import Refused
from sayso.sources.stream import Source, buffered

# Gzip within gzip happens by mistake; deeper than that it is made to hurt.
_DEEPEST_PACKING = 2


def items_in(
    locator: Locator, *, options: SourceOptions | None = None, web: Web | None = None
) -> Iterator[RawItem | Refusal]:
    """Every report in what the locator names, told apart by its content and streamed in order.

    Never raises for what it reads: what cannot be read comes out as a refusal, and the next is read. There
    is always at least one of the two. `web` is the session that fetches; by default this worker's own.
    """
    options = options or SourceOptions()
    empty = True
    try:
        with closing(_opened(locator, options, web)) as items:
            for each in thinned(items):
                empty = False
                yield each
    except Refused as refused:
        yield refused.at(locator.origin)
    except (FileNotFoundError, NotADirectoryError):
        yield Refusal(origin=locator.origin, reason=Reason.NOT_FOUND)
    except OSError as error:
        yield Refusal(origin=locator.origin, reason=Reason.UNREADABLE, detail=error.strerror or str(error))
    else:
        if empty:
            yield Refusal(origin=locator.origin, reason=Reason.EMPTY, detail="it holds no report")


def _opened(
    locator: Locator, options: SourceOptions, web: Web | None
) -> Generator[RawItem | Refusal, None, None]:
    web = web or web_for(options)
    target = locator.target or locator.origin
    if locator.kind is Kind.URL:
        page = web.fetch(target)
        source = Source(
            origin=locator.origin,
            stream=buffered(io.BytesIO(page.content)),
            named=page.media_type,
            charset=page.charset,
            url=page.url,
        )
        yield from _read(source, options, web)
    elif locator.kind is Kind.STDIN:
        if sys.stdin is None:
            raise Refused(Reason.UNREADABLE, "standard input is closed")
        yield from _read(Source(origin=locator.origin, stream=buffered(sys.stdin.buffer)), options, web)
    else:
        with opened(target, seconds=options.pipe_seconds) as file:
            source = Source(origin=locator.origin, stream=buffered(file), named=_suffix(target))
            yield from _read(source, options, web)


def _read(source: Source, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    source = without_header(_unpacked(source, options))
    head = source.stream.peek()
    format = Format.WARC if head.startswith(MAGIC) else detect(head, named=source.named)
    yield from READERS[format](source, options=options, web=web)


def _unpacked(source: Source, options: SourceOptions) -> Source:
    """The source without gzip around it; a gzipped WARC stays, its members being its records' bounds."""
    for _ in range(_DEEPEST_PACKING):
        head = source.stream.peek()
        if not head.startswith(MAGIC) or opens_with(head, WARC_OPENING):
            return source
        plain = Gunzip(source.stream, max_ratio=options.max_ratio, allowance=options.max_bytes)
        source = replace(source, stream=buffered(plain))
    head = source.stream.peek()
    if head.startswith(MAGIC) and not opens_with(head, WARC_OPENING):
        raise Refused(Reason.BOMB, f"gzip within gzip, more than {_DEEPEST_PACKING} deep")
    return source


def _suffix(path: str) -> str | None:
    """The file suffix that says what the file is, past the `.gz` that says how it is packed."""
    suffixes = [suffix.lower() for suffix in PurePath(path).suffixes]
    while suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return suffixes[-1] if suffixes else None
