"""What is fuzzed: every parser of ours, each as a function of bytes that must not raise.

`python fuzz/run.py TARGET` mutates with Atheris; `tests/sources/test_fuzz.py` runs the same targets on what
Hypothesis makes up. A target may refuse; it may not raise, hang, or give out what cannot be stored.
"""

import contextlib
import io
from collections.abc import Callable, Mapping

from sayso.annotate.sentences import sentences_in
from sayso.documents import DocumentOptions, to_document
from sayso.documents.body import page
from sayso.documents.decode import decoded
from sayso.documents.header import header_line
from sayso.documents.markup import bounded
from sayso.documents.opening import opening
from sayso.documents.published import iso_date
from sayso.documents.relevance import is_relevant
from sayso.model import Document, Media, RawItem, Reason, Refusal
from sayso.sources import SourceOptions
from sayso.sources.coding import CODINGS, dechunked
from sayso.sources.coding import decoded as uncoded
from sayso.sources.detect import detect
from sayso.sources.fetch import place_of
from sayso.sources.formats import READERS
from sayso.sources.gunzip import Members
from sayso.sources.markup import feed_in, refuse_entity_bomb, root_of
from sayso.sources.refused import Refused
from sayso.sources.scripts import without_scripts
from sayso.sources.stream import Source, buffered
from sayso.sources.strict_json import parsed
from sayso.sources.warc_records import Cursor, records_in, records_in_gzip

OPTIONS = SourceOptions(max_bytes=1 << 20)
TITLES = DocumentOptions(any_language=True)


class NoWeb:
    """A web on which nothing can be had."""

    def fetch(self, url: str) -> object:
        """Refuse."""
        raise Refused(Reason.FETCH_FAILED, url[:50])


def text_of(content: bytes) -> str:
    """The bytes as text, whatever they are; lone surrogates pass where nothing else is wrong."""
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content.decode("utf-8", "replace")


def reader(name: str) -> Callable[[bytes], None]:
    """The target that reads a source of one format."""

    def read(content: bytes) -> None:
        source = Source(origin="fuzz", stream=buffered(io.BytesIO(content)), url="http://orlo.test/")
        with contextlib.suppress(Refused):
            for item in READERS[name](source, options=OPTIONS, web=NoWeb()):  # type: ignore[index,arg-type]
                if isinstance(item, Refusal):
                    item.origin.encode()
                else:
                    check(item)

    return read


def check(item: RawItem) -> None:
    """What a reader gave out becomes a document or a refusal, and can be stored."""
    found = to_document(item, options=TITLES)
    if isinstance(found, Document):
        found.text.encode("utf-8")
        assert "\0" not in found.text  # noqa: S101
        assert found.dateline is None or found.dateline.span.end <= len(found.text)  # noqa: S101
        spans = list(sentences_in(found.text))
        assert all(0 <= span.start < span.end <= len(found.text) for span in spans)  # noqa: S101


def of_text(parse: Callable[[str], object]) -> Callable[[bytes], None]:
    """The target that gives a parser text."""

    def target(content: bytes) -> None:
        with contextlib.suppress(Refused):
            parse(text_of(content))

    return target


def of_bytes(parse: Callable[[bytes], object]) -> Callable[[bytes], None]:
    """The target that gives a parser bytes."""

    def target(content: bytes) -> None:
        with contextlib.suppress(Refused):
            parse(content)

    return target


def of_coding(name: str) -> Callable[[bytes], None]:
    """The target that undoes a content coding."""
    return of_bytes(lambda content: uncoded(content, [name], cap=1 << 16, max_ratio=50))


def members(content: bytes) -> None:
    """Records of a gzipped archive."""
    stream = Members(buffered(io.BytesIO(content)), max_ratio=50, allowance=1 << 16)
    for _ in records_in_gzip(stream, cap=1 << 16):
        pass


def document(content: bytes) -> None:
    """A document from bytes of any kind."""
    media = tuple(Media)[content[0] % len(tuple(Media))] if content else Media.TEXT
    check(RawItem(origin="fuzz", media=media, content=content[1:]))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    **{f"read-{format.value}": reader(format) for format in READERS},
    **{f"coding-{name}": of_coding(name) for name in CODINGS},
    "bounded": of_text(bounded),
    "dechunked": of_bytes(dechunked),
    "decoded": of_bytes(decoded),
    "detect": of_bytes(detect),
    "document": document,
    "entities": of_text(refuse_entity_bomb),
    "feed-in": of_text(feed_in),
    "header": of_text(header_line),
    "json": of_bytes(parsed),
    "opening": of_text(opening),
    "page": of_text(page),
    "published": of_text(iso_date),
    "relevance": of_text(is_relevant),
    "root": of_text(root_of),
    "scripts": of_bytes(lambda content: without_scripts(content, cap=1 << 16)),
    "url": of_text(place_of),
    "warc": of_bytes(lambda content: list(records_in(Cursor(io.BytesIO(content)), cap=1 << 16))),
    "warc-gzip": members,
}
"""Every target, by the name it is run under."""
