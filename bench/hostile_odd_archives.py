"""Web archives whose headers say other things than what they hold."""

import gzip
import random
from collections.abc import Callable, Iterator, Mapping

import brotli

from hostile_archives import chunked
from hostile_odd_case import Article, Odd, article

GIVES = "title outlet published"


def _page(one: Article) -> bytes:
    return (
        f'<!doctype html><html><head><meta charset=utf-8><meta property="og:title" content="{one.title}">'
        f'<meta property="og:site_name" content="{one.outlet}">'
        f'<meta property="article:published_time" content="{one.published}T08:15:00+02:00"></head>'
        f"<body><article>{one.html}</article></body></html>"
    ).encode()


def _record(
    content: bytes, kind: str = "response", media: str = "application/http; msgtype=response"
) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:orlo:1>\r\n"
        f"WARC-Date: 2031-09-09T00:00:00Z\r\nWARC-Target-URI: https://orlo.example/a\r\n"
        f"Content-Type: {media}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _answer(body: bytes, *fields: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    head = "\r\n".join([status, "Content-Type: text/html; charset=utf-8", *fields])
    return f"{head}\r\n\r\n".encode("latin-1") + body


# What a server is made to have answered with a page.
ANSWERS: Mapping[str, Callable[[bytes], bytes]] = {
    "as-it-should-be": _answer,
    "brotli-in-chunks": lambda page: _answer(
        chunked(brotli.compress(page)), "Content-Encoding: br", "Transfer-Encoding: chunked"
    ),
    "chunked-in-name": lambda page: _answer(page, "Transfer-Encoding: chunked"),
    "clear-br": lambda page: _answer(page, "Content-Encoding: br"),
    "clear-deflate": lambda page: _answer(page, "Content-Encoding: deflate"),
    "clear-none": lambda page: _answer(page, "Content-Encoding: none"),
    "clear-zstd": lambda page: _answer(page, "Content-Encoding: zstd"),
    "continue": lambda page: b"HTTP/1.1 100 Continue\r\n\r\n" + _answer(page),
    "early-hints": lambda page: b"HTTP/2 103 \r\nLink: </a.css>\r\n\r\n" + _answer(page),
    "eight-bits": lambda page: _answer(page, "X-T\xe9: \xff"),
    "folded": lambda page: _answer(page, "X-A: b\r\n c\r\n\td"),
    "gzip-and-blank": lambda page: _answer(gzip.compress(page) + b"\r\n", "Content-Encoding: gzip"),
    "gzip-in-members": lambda page: _answer(
        gzip.compress(page[:300]) + gzip.compress(page[300:]), "Content-Encoding: gzip"
    ),
    "gzip-in-silence": lambda page: _answer(gzip.compress(page)),
    "header-100-kB": lambda page: _answer(page, "X: " + "y" * 100_000),
    "length-lies": lambda page: _answer(page, "Content-Length: 10"),
    "line-feeds": lambda page: _answer(b"").replace(b"\r\n", b"\n") + page,
    "lower-case": lambda page: _answer(page, status="http/1.1 200 ok"),
    "no-colon": lambda page: _answer(page, "This is no field"),
    "no-reason": lambda page: _answer(page, status="HTTP/2 200"),
    "not-authoritative": lambda page: _answer(page, status="HTTP/1.1 203 Non-Authoritative Information"),
    "type-in-capitals": lambda page: _answer(page).replace(b"text/html", b"Text/HTML"),
    "wide": lambda page: _answer(b"\xff\xfe" + page.decode().encode("utf-16-le")),
}


def archives(dice: random.Random) -> Iterator[Odd]:
    """Each article in an archive of its own, plain, packed and cut in two; one saved bare, one converted."""
    for what, make in ANSWERS.items():
        one = article(dice)
        content = _record(make(_page(one)))
        yield Odd(name=f"{what}.warc", content=content, article=one, gives=GIVES)
        yield Odd(name=f"{what}.warc.gz", content=gzip.compress(content), article=one, gives=GIVES)
        at = dice.randrange(1, len(content))
        halves = gzip.compress(content[:at]) + gzip.compress(content[at:])
        yield Odd(name=f"{what}-cut.warc.gz", content=halves, article=one, gives=GIVES)
    one = article(dice)
    yield Odd(
        name="saved.warc", content=_record(_page(one), "resource", "text/html"), article=one, gives=GIVES
    )
    yield Odd(
        name="text.warc.wet", content=_record(one.text.encode(), "conversion", "text/plain"), article=one
    )
    shouted = _record(_answer(_page(one))).replace(b"Type: response", b"TYPE: Response")
    yield Odd(name="kind-in-capitals.warc", content=shouted, article=one, gives=GIVES)
