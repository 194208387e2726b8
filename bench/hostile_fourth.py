"""What a fourth hand thought of: PDF from the inside, saved pages, tables, files with holes, deep folders."""

import hashlib
import json
import os
import random
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hostile_archives import record
from hostile_case import Case, page, report

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
# Algorithm 2 of PDF 1.7: what a short password is filled up with.
PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
HOLE = 10 << 30


def _paper(bodies: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them its root."""
    content, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    end = b"trailer << /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(content))
    return bytes(content) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def _stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), head, content)


def _packed(content: bytes, head: bytes = b"") -> bytes:
    return _stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + head)


def _shown(text: str) -> bytes:
    return f"BT /F1 12 Tf 20 700 Td ({text}) Tj ET".encode()


def _sheets(content: bytes, *more: bytes, count: int = 1, resources: bytes = b"") -> list[bytes]:
    """The objects of a PDF whose pages all show the same stream; `more` begin with the number 6."""
    sheet = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % resources
    )
    numbers = [5, *range(6 + len(more), 5 + len(more) + count)]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    first = [b"<< /Type /Catalog /Pages 2 0 R >>", pages, FONT, content, sheet]
    return [*first, *more, *[sheet] * (count - 1)]


def _form(content: bytes, next_one: int) -> bytes:
    resources = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >> " % next_one
    return _stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] " + resources)


def _enciphered(key: bytes, content: bytes) -> bytes:
    """RC4, as PDF's first encryption uses it."""
    box, at = list(range(256)), 0
    for step in range(256):
        at = (at + box[step] + key[step % len(key)]) % 256
        box[step], box[at] = box[at], box[step]
    first = second = 0
    out = bytearray()
    for byte in content:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        out.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(out)


def _locked(text: str, password: bytes) -> bytes:
    """A PDF that opens with a password; with an empty one, every viewer shows it."""
    owner_key = hashlib.md5(PAD).digest()[:5]  # noqa: S324 - as the format has it
    owner = _enciphered(owner_key, (password + PAD)[:32])
    name, rights = b"0" * 16, (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5((password + PAD)[:32] + owner + rights + name).digest()[:5]  # noqa: S324
    of_object = hashlib.md5(key + b"\4\0\0\0\0").digest()[:10]  # noqa: S324
    bodies = _sheets(_stream(_enciphered(of_object, _shown(text))))
    proof = _enciphered(key, PAD).hex().encode()
    bodies.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (owner.hex().encode(), proof))
    trailer = b"/Encrypt %d 0 R /ID [<%s> <%s>] " % (len(bodies), name.hex().encode(), name.hex().encode())
    return _paper(bodies, trailer)


def papers(dice: random.Random) -> Iterator[Case]:
    """PDF that is large, locked, nested or packed inside; of those named bombs, the library may give up."""
    shown = _shown(report(dice))
    drawn = b"/XObject << /X 6 0 R >>"
    picture = b"/Type /XObject /Subtype /Image /Width 99999 /Height 99999 /ColorSpace /DeviceRGB "
    laughs = [_form(b"/X Do " * 10 if level < 11 else shown, 7 + level) for level in range(12)]
    scattered = b"".join(
        b"BT /F1 1 Tf %d %d Td (a) Tj ET " % (dice.randrange(600), dice.randrange(800))
        for _ in range(100_000)
    )
    cases: Mapping[str, tuple[bytes, int]] = {
        "locked-empty": (_locked(report(dice), b""), 1),
        "locked": (_locked(report(dice), b"orlo"), 0),
        "pages-1500": (_paper(_sheets(_stream(shown), count=1_500)), 1),
        "pages-10000": (_paper(_sheets(_stream(shown), count=10_000)), 0),
        "after-a-header": (b"HTTP/1.1 200 OK\r\nServer: orlo\r\n\r\n" + _paper(_sheets(_stream(shown))), 1),
        "after-noise": (b"\0\1orlo" * 100 + _paper(_sheets(_stream(shown))), 1),
        "ends-again": (_paper(_sheets(_stream(shown))) + b"\n%%EOF\n" * 1_000, 1),
        "picture": (
            _paper(
                _sheets(
                    _stream(b"q 9 0 0 9 0 0 cm /X Do Q " + shown),
                    _packed(b"\0" * 100_000_000, picture + b"/BitsPerComponent 8 "),
                    resources=drawn,
                )
            ),
            1,
        ),
        "scattered": (_paper(_sheets(_stream(scattered))), 0),
        "strings": (_paper(_sheets(_stream(b"(" * 1_000_000))), 0),
        "arrays": (_paper(_sheets(_stream(b"[" * 1_000_000 + shown))), 0),
        "states": (_paper(_sheets(_stream(b"q " * 1_000_000 + shown))), 1),
        "unicode-map": (
            _paper(
                _sheets(
                    _stream(shown),
                    _stream(b"beginbfrange\n" + b"<00> <FF> <0041>\n" * 200_000 + b"endbfrange"),
                )
            ).replace(b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 6 0 R"),
            0,
        ),
        "bomb-form-itself": (
            _paper(_sheets(_stream(b"/X Do " + shown), _form(b"/X Do /X Do", 6), resources=drawn)),
            0,
        ),
        "bomb-forms": (_paper(_sheets(_stream(b"/X Do " + shown), *laughs, resources=drawn)), 0),
        "bomb-text": (
            _paper(_sheets(_packed(b"BT /F1 12 Tf 20 700 Td " + b"(Orlo is calm. ) Tj " * 400_000 + b"ET"))),
            0,
        ),
        "bomb-twice": (
            _paper(
                _sheets(
                    _stream(
                        zlib.compress(zlib.compress(b"\n" * 1_000_000_000, 9), 9),
                        b"/Filter [/FlateDecode /FlateDecode] ",
                    )
                )
            ),
            0,
        ),
    }
    for what, (content, good) in cases.items():
        yield Case(f"{what}.pdf", content, good)


def saved(dice: random.Random) -> Iterator[Case]:
    """Pages saved with their pictures, tables and databases named as texts, files of several encodings."""
    text = report(dice)
    quoted = page(text).replace("=", "=3D")
    parts = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="b"\r\n'
        "\r\n"
        "--b\r\nContent-Type: text/css\r\n\r\np {}\r\n"
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://orlo.example/bus\r\n\r\n{quoted}\r\n--b--\r\n"
    )
    table = "".join(f'{n},"{report(dice)}\r\nmore, ""so"""\r\n' for n in range(3))
    entry = {"response": {"content": {"mimeType": "text/html", "text": page(text)}}}
    # In each, what is spelt in another way than the rest must not cost the rest.
    spelt = f"{text} “Café Orlo”\n"
    folded = record(text, 1).replace(b"WARC-Type: ", b"WARC-Type:\r\n ").replace(b"-Date: ", b"-Date:\r\n\t")
    cases: Mapping[str, tuple[bytes, int]] = {
        "blink.mhtml": (f"From: <Saved by Orlo>\r\nSubject: Bus\r\n{parts}".encode(), 1),
        "no-sender.mht": (f"Subject: Bus\r\n{parts}".encode(), 1),
        "har.json": (json.dumps({"log": {"version": "1.2", "entries": [entry]}}).encode(), 0),
        "bom.csv": (b"\xef\xbb\xbf" + f"id,text\r\n{table}".encode(), 0),
        "nul.tsv": (table.replace(",", "\t").replace('"', "\0").encode(), 0),
        "folded.warc": (folded, 1),
        "mixed-western.txt": ((spelt * 2).encode() + spelt.encode("cp1252") + spelt.encode(), 1),
        "mixed-cyrillic.txt": ((spelt * 4).encode() + "Автобус перевернулся.\n".encode("cp1251"), 1),
        "mixed-wide.txt": (text.encode() + spelt.encode("utf-16"), 0),
        "nul-after.txt": (text.encode() + b"\0" * 100_000, 1),
        "nul-before.txt": (b"\0" * 100_000 + text.encode(), 0),
        "nul-between.txt": (text.encode() + b"\0" * 100_000 + text.encode(), 1),
        "nul-only.txt": (b"\0" * 1_000_000, 0),
        "overstruck.txt": (f"{text} killed 9\b8\rand \x1b[2K\x9b1A none".encode(), 1),
        "parquet.txt": (b"PAR1" + dice.randbytes(400) + b"PAR1", 0),
    }
    for name, (content, good) in cases.items():
        yield Case(name, content, good)


def trees(folder: Path, dice: random.Random) -> Iterator[tuple[str, int]]:
    """Folders in folders as deep as a path may be long, files with holes of 10 GB, names that speak to a
    terminal, and databases named as texts: what lies there, and how many reports have to come out of it."""
    path = str(folder)
    for depth in range((4_000 - len(path)) // 2):
        path += "/a"
        os.mkdir(path)  # noqa: PTH102 - a path so long is quicker as text
        if depth in (0, 990, 1_200):
            Path(path, "deep.txt").write_text(report(dice))
            yield f"{path}/deep.txt", 1
    text = report(dice)
    letter = (
        f"From b@orlo.example Mon Feb  3 04:05:06 2031\nFrom: b@orlo.example\nTo: c@x\nCc: d@x\n\n{text}\n"
    )
    line = json.dumps({"text": text}) + "\n"
    holes: Mapping[str, tuple[bytes, int]] = {
        "hole.html": (page(text).encode(), 0),
        "hole.jsonl": (line.encode(), 1),
        "hole.mbox": (letter.encode(), 0),
        "hole.txt": (text.encode(), 0),
        "hole.warc": (record(text, 1), 1),
        "hole-only.txt": (b"", 0),
    }
    for name, (content, good) in holes.items():
        with (folder / name).open("wb") as file:
            file.write(content)
            file.truncate(HOLE)
        yield str(folder / name), good
    for name in ("\x1b]0;orlo\x07.png", "\x1b[2J\n\x9b31m.png", "\u202egnp.\u2066png"):
        (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n")
        yield str(folder / name), 0
    with sqlite3.connect(folder / "database.txt") as database:
        database.execute("CREATE TABLE reports (text)")
    database.close()
    yield str(folder / "database.txt"), 0
