"""A web server that does not behave: each of its answers between two good pages, fetched by URL.

Every URL has to be accounted for, the good pages have to be read, nothing may be asked of another address,
and no process may grow too large or wait for ever.
"""

import argparse
import contextlib
import gzip
import json
import random
import socket
import sys
import tempfile
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from hostile_case import page, report
from processes import measured

SAYSO = str(Path(sys.executable).with_name("sayso"))
MOST_BYTES = 1_500_000_000
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
END = b"Connection: close\r\n\r\n"
Say = Callable[[socket.socket, bytes, str], None]
"""Answers a caller, given a good page and where the server is."""


def _plain(body: bytes, head: bytes = b"") -> bytes:
    return HEAD + head + b"Content-Length: %d\r\n" % len(body) + END + body


def _sends(make: Callable[[bytes], bytes]) -> Say:
    return lambda caller, body, _: caller.sendall(make(body))


def _to(target: str, status: str = "302 Found") -> Say:
    def say(caller: socket.socket, _: bytes, site: str) -> None:
        where = target.replace("SITE", site)
        caller.sendall(f"HTTP/1.1 {status}\r\nLocation: {where}\r\nContent-Length: 0\r\n\r\n".encode())

    return say


def _drips(caller: socket.socket, body: bytes, _: str) -> None:
    caller.sendall(HEAD + END)
    for letter in body * 9:
        caller.sendall(bytes([letter]))
        time.sleep(0.5)


def _without_end(caller: socket.socket, _: bytes, __: str) -> None:
    caller.sendall(HEAD + END)
    while True:
        caller.sendall(b"<p>" * 20_000)


def _headers_without_end(caller: socket.socket, _: bytes, __: str) -> None:
    caller.sendall(HEAD)
    while True:
        caller.sendall(b"X-Orlo: y\r\n" * 1_000)


def _feed(link: str) -> Say:
    items = f"<item><title>Bus</title><link>{link}</link></item><item><title>Tram</title></item>"
    xml = f"<rss version='2.0'><channel>{items}</channel></rss>"
    return lambda caller, _, site: caller.sendall(
        _plain(xml.replace("SITE", site).encode()).replace(b"text/html", b"application/rss+xml")
    )


def _sitemap(inside: str, around: str = "sitemapindex") -> Say:
    xml = f"<{around}>{inside}</{around}>"
    return lambda caller, _, site: caller.sendall(
        _plain(xml.replace("SITE", site).encode()).replace(b"text/html", b"text/xml")
    )


# What the server says, and if there is a page in it that any browser would show.
SAYS: Mapping[str, tuple[Say, int]] = {
    "bomb-brotli-named": (_sends(lambda body: _plain(body, b"Content-Encoding: br\r\n")), 0),
    "bomb-deflate": (
        _sends(lambda _: _plain(zlib.compress(b"a" * 300_000_000, 9), b"Content-Encoding: deflate\r\n")),
        0,
    ),
    "bomb-gzip": (
        _sends(lambda _: _plain(gzip.compress(b"\0" * 300_000_000), b"Content-Encoding: gzip\r\n")),
        0,
    ),
    "charset-lie": (_sends(lambda body: _plain(body).replace(b"charset=utf-8", b"charset=utf-16")), 1),
    "charset-twice": (_sends(lambda body: _plain(body, b"Content-Type: text/html; charset=x-orlo\r\n")), 0),
    "chunk-huge": (
        _sends(lambda body: HEAD + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + body),
        0,
    ),
    "chunk-wrong": (_sends(lambda body: HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + body), 0),
    "closed-at-once": (lambda caller, _, __: caller.close(), 0),
    "drips": (_drips, 0),
    "feed-of-files": (_feed("file:///etc/passwd"), 1),
    "feed-of-itself": (_feed("http://SITE/feed-of-itself"), 1),
    "feed-of-this-machine": (_feed("http://[::ffff:7f00:1]:22/"), 1),
    "gzip": (_sends(lambda body: _plain(gzip.compress(body), b"Content-Encoding: gzip\r\n")), 1),
    "gzip-cut": (_sends(lambda body: _plain(gzip.compress(body)[:-9], b"Content-Encoding: gzip\r\n")), 0),
    "headers-100000": (_sends(lambda body: HEAD + b"X-Orlo: y\r\n" * 100_000 + b"\r\n" + body), 0),
    "headers-without-end": (_headers_without_end, 0),
    "header-of-1-MB": (_sends(lambda body: HEAD + b"X-Orlo: " + b"y" * 1_000_000 + b"\r\n\r\n" + body), 0),
    "length-minus": (_sends(lambda body: HEAD + b"Content-Length: -1\r\n\r\n" + body), 0),
    "length-too-long": (_sends(lambda body: HEAD + b"Content-Length: 99999\r\n\r\n" + body), 0),
    "length-two": (_sends(lambda body: _plain(body, b"Content-Length: 7\r\n")), 0),
    "no-head": (_sends(lambda body: body), 0),
    "noise": (lambda caller, _, __: caller.sendall(bytes(range(256)) * 99), 0),
    "not-modified": (_sends(lambda _: b"HTTP/1.1 304 Not Modified\r\n\r\n"), 0),
    "part-alone": (
        _sends(lambda body: _plain(body).replace(b"200 OK", b"206 Partial Content")),
        0,
    ),
    "refused": (_sends(lambda body: _plain(body).replace(b"200 OK", b"451 Unavailable")), 0),
    "sitemap-of-bombs": (_sitemap("<sitemap><loc>http://SITE/bomb-gzip</loc></sitemap>"), 0),
    "sitemap-of-itself": (_sitemap("<sitemap><loc>http://SITE/sitemap-of-itself</loc></sitemap>"), 0),
    "sitemap-of-this-machine": (
        _sitemap(
            "<url><loc>http://169.254.169.254/</loc></url><url><loc>gopher://SITE/</loc></url>"
            "<url><loc>http://SITE/gzip</loc></url>",
            "urlset",
        ),
        1,
    ),
    "status-early": (
        _sends(lambda body: b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" + _plain(body)),
        1,
    ),
    "status-of-words": (_sends(lambda body: _plain(body).replace(b"200 OK", b"OK OK")), 0),
    "to-file": (_to("file:///etc/passwd"), 0),
    "to-itself": (_to("http://SITE/to-itself"), 0),
    "to-nat64": (_to("http://[64:ff9b::7f00:1]/"), 0),
    "to-nothing": (_to(""), 0),
    "to-scope": (_to("http://[fe80::1%25lo]/"), 0),
    "to-this-machine": (_to("http://0.0.0.0:1/"), 0),
    "to-this-machine-octal": (_to("http://0177.0.0.1:1/"), 0),
    "to-user": (_to("http://orlo@SITE/gzip"), 0),
    "to-wide-digits": (_to("http://１２７。０。０。１:1/"), 0),
    "to-good-page": (_to("/gzip", "308 Permanent Redirect"), 1),
    "without-end": (_without_end, 0),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)  # noqa: S311 - the same pages for the same seed
    pages = {name: page(report(dice)).encode() for name in [*SAYS, "good-first", "good-last"]}
    with tempfile.TemporaryDirectory() as name, _serving(pages) as site:
        told = Path(name, "report.jsonl")
        order = [*dice.sample(sorted(SAYS), len(SAYS))]
        urls = [f"http://{site}/{each}" for each in ["good-first", *order, "good-last"]]
        command = [SAYSO, "ingest", *urls, "--dry-run", "--any-subject", "--follow", "--allow-host", site]
        cost = measured([*command, "--max-seconds", "5", "--report", str(told), "-j", "1"], folder=Path(name))
        accounts = [json.loads(line) for line in told.read_text().splitlines()]
    reasons = Counter(each["reason"] or each["status"] for each in accounts)
    read = Counter(each["origin"] for each in accounts if each["status"] in ("read", "known"))
    good = {url: SAYS[url.rpartition("/")[2]][1] if url.rpartition("/")[2] in SAYS else 1 for url in urls}
    accounted = {each["origin"] for each in accounts}
    wrong = [
        *(f"lost: {url}" for url in urls if url not in accounted),
        *(f"{read[url]} of {many} good pages: {url}" for url, many in good.items() if read[url] < many),
        *(f"crashed: {each['origin']}: {each['detail']}" for each in accounts if each["reason"] == "crashed"),
        *(["a traceback"] if "Traceback" in cost.stderr else []),
        *([f"exit code {cost.status}"] if cost.status not in (0, 3) else []),
        *([f"{cost.peak_bytes / 1e6:.0f} MB"] if cost.peak_bytes > MOST_BYTES else []),
    ]
    print(
        f"seed {asked.seed}: {len(urls)} URLs, {len(accounts)} items, {sum(good.values())} good pages, "
        f"{cost.seconds:.0f} s, {cost.peak_bytes / 1e6:.0f} MB: {dict(reasons.most_common())}"
    )
    print("\n".join(each.replace(site, "…") for each in wrong) or "nothing wrong")
    return 1 if wrong else 0


@contextlib.contextmanager
def _serving(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The server, for as long as it is asked; gives its host and port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        site = f"127.0.0.1:{listening.getsockname()[1]}"

        def listen() -> None:
            with contextlib.suppress(OSError):
                while True:
                    caller, _ = listening.accept()
                    threading.Thread(target=_answer, args=(caller, pages, site), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        yield site


def _answer(caller: socket.socket, pages: Mapping[str, bytes], site: str) -> None:
    with contextlib.suppress(OSError), caller:
        asked = b""
        while b"\r\n\r\n" not in asked and len(asked) < 100_000:
            asked += caller.recv(65536)
        name = asked.split(b" ")[1].decode().strip("/")
        if name in SAYS:
            SAYS[name][0](caller, pages[name], site)
        elif name in pages:
            caller.sendall(_plain(pages[name]))
        else:
            caller.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


if __name__ == "__main__":
    sys.exit(main())
