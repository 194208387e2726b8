"""Hostile archives and packed files: every coding, length, header and damage, between two good records."""

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

import brotli

from hostile_case import Case, bitten, page, report

Pack = Callable[[bytes], bytes]


def bare_deflate(body: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(body) + packing.flush()


def chunked(body: bytes) -> bytes:
    pieces = (body[at : at + 50] for at in range(0, len(body), 50))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


# Header lines, and how the body is packed; those that cannot be undone must cost no more than themselves.
CODINGS: Mapping[str, tuple[str, Pack]] = {
    "br": ("Content-Encoding: br\r\n", brotli.compress),
    "br-cut": ("Content-Encoding: br\r\n", lambda body: brotli.compress(body)[:-4]),
    "chunked": ("Transfer-Encoding: chunked\r\n", chunked),
    "chunked-and-gzip": (
        "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
        lambda body: chunked(gzip.compress(body)),
    ),
    "chunked-no-end": ("Transfer-Encoding: chunked\r\n", lambda body: chunked(body)[:-5]),
    "chunked-too-long": ("Transfer-Encoding: chunked\r\n", lambda body: b"ffffffffffffffff\r\n" + body),
    "chunked-not": ("Transfer-Encoding: chunked\r\n", bytes),
    "deflate": ("Content-Encoding: deflate\r\n", zlib.compress),
    "deflate-bare": ("Content-Encoding: deflate\r\n", bare_deflate),
    "deflate-bomb": ("Content-Encoding: deflate\r\n", lambda _: zlib.compress(b"a" * 200_000_000, 9)),
    "deflate-not": ("Content-Encoding: deflate\r\n", bytes),
    "gzip": ("Content-Encoding: gzip\r\n", gzip.compress),
    "gzip-bomb": ("Content-Encoding: gzip\r\n", lambda _: gzip.compress(b"<p>" * 60_000_000)),
    "gzip-cut": ("Content-Encoding: gzip\r\n", lambda body: gzip.compress(body)[:-9]),
    "gzip-many": (
        "Content-Encoding: " + "gzip," * 30 + "\r\n",
        lambda body: gzip.compress(gzip.compress(body)),
    ),
    "gzip-not": ("Content-Encoding: gzip\r\n", bytes),
    "gzip-twice": (
        "Content-Encoding: gzip, gzip\r\n",
        lambda body: gzip.compress(gzip.compress(body)),
    ),
    "identity": ("Content-Encoding: identity\r\n", bytes),
    "nonsense": ("Content-Encoding: \u00e9\u0000,,;q=1\r\n", bytes),
    "upper": ("CONTENT-ENCODING: GZIP\r\n", gzip.compress),
    "zstd": ("Content-Encoding: zstd\r\n", bytes),
}
# Of a length of n: lies that leave room for both neighbours.
LENGTHS: Mapping[str, Callable[[int], str]] = {
    "folded": lambda n: f"\r\n {n}",
    "hexadecimal": hex,
    "huge": lambda _: "9" * 18,
    "huger": lambda _: "9" * 5_000,
    "into-the-next": lambda n: str(n + 300),
    "letters": lambda _: "many",
    "long-by-one": lambda n: str(n + 1),
    "long-by-ten": lambda n: str(n + 10),
    "minus": lambda n: f"-{n}",
    "none": lambda _: "",
    "plus": lambda n: f"+{n}",
    "past-the-end": lambda n: str(n + 1_000_000),
    "short-by-one": lambda n: str(n - 1),
    "short-by-half": lambda n: str(n // 2),
    "twice": lambda n: f"{n}\r\nContent-Length: {n * 3}",
    "underscored": lambda n: f"{n:_}",
    "wide-digits": lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "zero": lambda _: "0",
}
HEADS: Mapping[str, tuple[str, str]] = {
    "bare-line-feeds": ("\r\n", "\n"),
    "colons": ("WARC-Date:", ":::::"),
    "continuation": ("WARC-Type: response", "WARC-Type: continuation"),
    "folded": ("WARC-Type: ", "WARC-Type:\r\n\t"),
    "http-cut": ("HTTP/1.1 200 OK", "HTTP/1.1"),
    "http-none": ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", ""),
    "http-status": ("200 OK", "99999999999999999999 OK"),
    "lower": ("WARC-Type", "warc-type"),
    "media-type": ("text/html", "text/html; charset=" + "x" * 3_000),
    "media-type-none": ("Content-Type: text/html\r\n", ""),
    "no-end": ("\r\n\r\nHTTP", "\r\nHTTP"),
    "no-type": ("WARC-Type: response\r\n", ""),
    "nul": ("WARC-Date", "WARC\0Date"),
    "policies": ("Content-Type: text/html\r\n", "Content-Type: text/html\r\n" + "X-Policy: a;b\r\n" * 6_000),
    "record-64k": ("WARC-Date:", "X-Long: " + "a" * 70_000 + "\r\nWARC-Date:"),
    "resource": ("WARC-Type: response", "WARC-Type: resource"),
    "type-unknown": ("WARC-Type: response", "WARC-Type: answer"),
    "uri-controls": ("http://orlo.example/", "http://orlo.example/\x1b[2J\u202e"),
    "uri-none": ("WARC-Target-URI: http://orlo.example/\r\n", ""),
    "version": ("WARC/1.0", "WARC/9.9"),
}
DAMAGES: Mapping[str, tuple[Callable[[random.Random], bytes], int]] = {
    "bits": (lambda dice: bytes([dice.randrange(256)]), 1),
    "cut-out": (lambda _: b"", 60),
    "gzip-magic": (lambda _: b"\x1f\x8b\x08" * 5, 15),
    "hole": (lambda _: b"", 1),
    "marker": (lambda _: b"WARC/1.0\r\n", 0),
    "noise": (lambda dice: dice.randbytes(300), 0),
    "zeros": (lambda _: b"\0" * 200, 200),
}


def record(text: str, number: int, *, head: str = "", pack: Pack = bytes) -> bytes:
    body = pack(page(text).encode())
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:orlo:{number}>\r\n"
            "WARC-Target-URI: http://orlo.example/\r\nWARC-Date: 2031-02-03T04:05:06Z\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        ).encode()
        + answer
        + b"\r\n\r\n"
    )


def archives(dice: random.Random) -> Iterator[Case]:
    """Archives of three records, the one in the middle damaged; plain, and gzipped record by record."""
    for what, bad in _bad_records(dice):
        three = [record(report(dice), 1), bad, record(report(dice), 3)]
        yield Case(f"{what}.warc", b"".join(three), 2)
        yield Case(f"{what}.warc.gz", b"".join(map(gzip.compress, three)), 2)
    for what, (by, instead_of) in DAMAGES.items():
        good, packed = record(report(dice), 1), gzip.compress(record(report(dice), 2))
        hurt = bitten(packed, dice, by=by(dice), instead_of=instead_of)
        yield Case(f"packed-{what}.warc.gz", gzip.compress(good) + hurt + gzip.compress(good), 2)
        # Without references to what was before, each record takes as much room as the next.
        packing = zlib.compressobj(wbits=31, strategy=zlib.Z_HUFFMAN_ONLY)
        whole = packing.compress(b"".join(record(report(dice), number) for number in range(30)))
        hurt = bitten(whole + packing.flush(), dice, by=by(dice), instead_of=instead_of)
        yield Case(f"as-one-{what}.warc.gz", hurt, 8)


def _bad_records(dice: random.Random) -> Iterator[tuple[str, bytes]]:
    for what, (head, pack) in CODINGS.items():
        yield f"coding-{what}", record(report(dice), 2, head=head, pack=pack)
    for what, lie in LENGTHS.items():
        head, found, rest = record(report(dice), 2).partition(b"Content-Length: ")
        said, _, body = rest.partition(b"\r\n")
        yield f"length-{what}", head + found + lie(int(said)).encode() + b"\r\n" + body
    for what, (old, new) in HEADS.items():
        yield f"head-{what}", record(report(dice), 2).replace(old.encode(), new.encode())
    for what, (by, instead_of) in DAMAGES.items():
        yield f"damage-{what}", bitten(record(report(dice), 2), dice, by=by(dice), instead_of=instead_of)


def packed(dice: random.Random) -> Iterator[Case]:
    """Gzip and zip files: damaged, nested, too large, with members by the thousand."""
    text = (report(dice) + "\n").encode()
    once = gzip.compress(text)
    cases: Mapping[str, tuple[bytes, int]] = {
        "bomb": (gzip.compress(b"\0" * 300_000_000), 0),
        "crc": (once[:-8] + b"\0\0\0\0" + once[-4:], 0),
        "cut": (once[: -dice.randrange(9, 30)], 0),
        "deep": (gzip.compress(gzip.compress(gzip.compress(gzip.compress(text)))), 0),
        "empty": (gzip.compress(b""), 0),
        "empty-members": (gzip.compress(b"") * 1_000 + once, 1),
        "extra": (once[:3] + b"\x04" + once[4:10] + b"\xff\xff" + b"x" * 0xFFFF + once[10:], 1),
        "head-alone": (once[:10], 0),
        "members": (b"".join(gzip.compress(bytes([each])) for each in text), 1),
        "method": (b"\x1f\x8b\x09" + once[3:], 0),
        "named": (once[:3] + b"\x08" + once[4:10] + b"../../etc/orlo\0" + once[10:], 1),
        "noise-after": (once + dice.randbytes(400), 0),
        "once": (once, 1),
        "reserved": (once[:3] + b"\xe0" + once[4:], 0),
        "size": (once[:-4] + b"\xff\xff\xff\xff", 0),
        "twice": (gzip.compress(once), 1),
        "zeros-after": (once + b"\0" * 100_000, 1),
    }
    for what, (content, good) in cases.items():
        yield Case(f"{what}.txt.gz", content, good)
    for what in ("bomb", "escape", "many", "nested", "plain", "cut", "links"):
        yield Case(f"{what}.zip", _zipped(what, text))


def _zipped(what: str, text: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../tmp/escaped.txt" if what == "escape" else "orlo.txt", text)
        if what == "bomb":
            archive.writestr("bomb.txt", b"\0" * 100_000_000)
        for number in range(20_000 if what == "many" else 0):
            archive.writestr(f"{number}.txt", b"")
        if what == "nested":
            archive.writestr("inside.zip", _zipped("bomb", text))
        if what == "links":
            link = zipfile.ZipInfo("link")
            link.external_attr = 0o120777 << 16
            archive.writestr(link, "/etc/hostname")
    return file.getvalue()[: -30 if what == "cut" else None]
