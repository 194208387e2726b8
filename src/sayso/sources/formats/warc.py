"""Web archives (WARC 1.0 and 1.1), plain or gzipped: every page that was captured."""

import io
import re
from collections.abc import Iterator
from email.message import Message
from itertools import islice

from fastwarc.warc import HeaderMap

from sayso.model import Declared, RawItem, Reason, Refusal
from sayso.sources.coding import codings_in, dechunked, decoded
from sayso.sources.declared import words
from sayso.sources.fetch import Web
from sayso.sources.gunzip import MAGIC, Members
from sayso.sources.options import SourceOptions
from sayso.sources.page import to_item
from sayso.sources.refused import Refused
from sayso.sources.stream import Source
from sayso.sources.warc_records import Cursor, Cut, records_in, records_in_gzip

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
# A response holds the server's whole answer; the other two hold the page itself, saved or converted.
_ANSWER = "response"
_BARE = frozenset({"resource", "conversion"})
_NO_PAGE = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
# A value may go on in the next line, if that is indented (WARC 1.0 and old HTTP, "folding").
_FOLD = re.compile(rb"\r?\n[ \t]+")
_WEB = ("http:", "https:")
# 203 is a page, too, by way of a server that changed it. "Continue" and "Early Hints" come before the answer.
_WITH_PAGE = frozenset({200, 203})
_AHEAD = re.compile(rb"HTTP/[\d.]{1,3} 1\d\d\b")
_MOST_AHEAD = 10
# The parser fails at 32 KiB. Servers that send more send policies and cookies; nobody asks for those here.
_LONG_HEADER, _LONGEST_LINE, _MOST_LINES = 16_384, 2_048, 10
_ASKED = re.compile(
    rb"(?:Content-(?:Type|Encoding)|Transfer-Encoding"
    rb"|WARC-(?:Type|Record-ID|Target-URI|Truncated)):",
    re.IGNORECASE,
)


def items_in_warc(source: Source, *, options: SourceOptions, web: Web) -> Iterator[RawItem | Refusal]:
    """Each page that answered 200, in the order of capture. The day of capture is not when it was published.

    A damaged record is refused and the next is read; requests, pictures, redirects and errors are passed by.
    """
    del web
    for cut in _cuts(source, options):
        about = HeaderMap()
        try:
            about = _headers(cut.head)
            item = _item(cut, about, origin=source.origin, options=options)
        except Refused as refused:
            yield refused.at(source.origin, part=words(about.get("WARC-Record-ID")))
        else:
            if item:
                yield item


def _cuts(source: Source, options: SourceOptions) -> Iterator[Cut]:
    if source.stream.peek(len(MAGIC)).startswith(MAGIC):
        members = Members(source.stream, max_ratio=options.max_ratio, allowance=options.max_bytes)
        return records_in_gzip(members, cap=options.raw_bytes)
    return records_in(Cursor(source.stream), cap=options.raw_bytes)


def _item(cut: Cut, about: HeaderMap, *, origin: str, options: SourceOptions) -> RawItem | None:
    """The page in a record; None where it holds none. Refused where the record is damaged."""
    if cut.fault and cut.fault.reason is not Reason.TOO_LARGE:
        raise cut.fault
    url = (words(about.get("WARC-Target-URI")) or "").strip("<>")
    kind = (about.get("WARC-Type") or "").lower()
    if kind not in _BARE | _NO_PAGE | {_ANSWER}:
        raise Refused(Reason.MALFORMED, f"a record of unknown type {about.get('WARC-Type')!r:.60}")
    is_answer = kind == _ANSWER and _is_from_web(about)
    if not is_answer and not (kind in _BARE and url.startswith(_WEB)):
        return None
    answer, body = _answer(cut.body) if is_answer else (about, cut.body)
    content_type = Message()
    content_type["Content-Type"] = answer.get("Content-Type") or ""
    if is_answer and answer.status_code not in _WITH_PAGE:
        return None
    if content_type["Content-Type"] and content_type.get_content_type() not in _PAGES:
        return None
    if cut.fault:
        raise cut.fault
    if about.get("WARC-Truncated"):
        raise Refused(Reason.TRUNCATED, f"cut off by the crawler ({about.get('WARC-Truncated')})")
    return to_item(
        _unpacked(body, answer, options) if is_answer else body,
        cap=options.max_bytes,
        origin=origin,
        part=words(about.get("WARC-Record-ID")),
        named=content_type.get_content_type() if content_type["Content-Type"] else None,
        charset=content_type.get_content_charset(),
        declared=Declared(url=url or None),
    )


def _is_from_web(about: HeaderMap) -> bool:
    """Whether an answer is a web server's: name servers' answers are stored as responses, too."""
    content_type = about.get("Content-Type") or "application/http"
    return content_type.lower().startswith("application/http")


def _headers(head: bytes) -> HeaderMap:
    """A header's fields; of one too long for the parser, those that are asked for."""
    lines = _LINE_END.split(_FOLD.sub(b" ", head).rstrip(b"\r\n"))
    if len(head) > _LONG_HEADER:
        asked = (line for line in lines[1:] if _ASKED.match(line) and len(line) <= _LONGEST_LINE)
        lines = [lines[0][:_LONGEST_LINE], *islice(asked, _MOST_LINES)]
    headers = HeaderMap()
    try:
        headers.parse(io.BytesIO(b"\r\n".join([*lines, b"", b""])))
    except OSError as error:
        raise Refused(Reason.MALFORMED, f"a header that cannot be parsed: {error}") from None
    return headers


def _answer(body: bytes) -> tuple[HeaderMap, bytes]:
    """The header of an HTTP answer, and the rest of it; what a server sends ahead of it is passed over."""
    for _ in range(_MOST_AHEAD):
        end = _HEAD_END.search(body)
        if not end or body[:5].upper() != b"HTTP/":
            break
        head, body = b"HTTP/" + body[5 : end.end()], body[end.end() :]
        if not _AHEAD.match(head):
            return _headers(head), body
    raise Refused(Reason.MALFORMED, "a captured answer without an HTTP header")


def _unpacked(body: bytes, answer: HeaderMap, options: SourceOptions) -> bytes:
    if "chunked" in codings_in(answer.get("Transfer-Encoding")):
        body = dechunked(body)
    codings = codings_in(answer.get("Content-Encoding")) or ["gzip"]  # no page begins as gzip does
    return decoded(body, codings, cap=options.raw_bytes, max_ratio=options.max_ratio)
