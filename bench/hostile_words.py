"""Words that were never meant to be read: prose made to hurt, names of encodings, records and letters."""

import base64
import gzip
import io
import json
import random
import tarfile
import zlib
from collections.abc import Iterator, Mapping

from hostile_case import Case, page, report

BIDI = "\u202e\u2066\u2067\u202d"
# Texts after a good sentence: whatever they are, the file has to be accounted for.
PROSE: Mapping[str, str] = {
    "accents": "Orlo " + "e" + "\u0301" * 300_000,
    "accents-mixed": "".join("e" + "\u0301\u0323\u0307" * 40 + " " for _ in range(5_000)),
    "bidi": BIDI * 100_000,
    "blanks": " " * 2_000_000 + "x",
    "brackets": "(" * 500_000,
    "bylines": "By Ines Varga\n" * 50_000,
    "commas": "Orlo, " * 60_000,
    "dashes": "— " * 200_000,
    "datelines": "ORLO, Feb. 3 (Sarn Wire) — " * 20_000,
    "dates": "on 31 February 0000, " * 20_000,
    "digits": "Police said that " + "9" * 1_000_000 + " people were killed.",
    "digits-grouped": "Police said that " + "9," * 200_000 + "999 people were killed.",
    "dots": "." * 1_000_000,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 " * 50_000,
    "hangul": "\u1100\u1161\u11a8" * 200_000,
    "hundreds": "Police said that " + "hundred " * 50_000 + "people were killed.",
    "hyphens": "far-" * 200_000,
    "line-feeds": "\n" * 2_000_000,
    "line-separators": "\u2028" * 500_000,
    "markup": "&lt;p&gt;" * 100_000,
    "names": "President " * 50_000 + "Ines Varga said no.",
    "no-blanks": "orlo" * 1_000_000,
    "quotes-closed": "“No,” said Ines Varga. " * 20_000,
    "quotes-open": "“" * 300_000,
    "quotes-straight": '"' * 300_000,
    "said": "said " * 100_000,
    "said-that": "Ines Varga said that " * 20_000 + "two people were killed.",
    "semicolons": "two were killed in Orlo; " * 20_000,
    "shelled": "Rebels shelled Orlo and " * 20_000,
    "tabs": "Orlo\t" * 200_000,
    "towns": " and ".join(f"Town{n}" for n in range(30_000)),
    "unassigned": "\U000e0fff\u0378" * 200_000,
    "variation": "o\ufe0f" * 200_000,
    "zalgo": "".join("O\u0300\u0316r\u0300\u0316" for _ in range(50_000)),
    "zero-width": "\u200b\u200d\ufeff" * 300_000,
    "years": "in 2031 " * 60_000,
}
CODECS = (
    "base64 bz2 cp65001 hex idna mbcs ../../etc/passwd palmos ptcp154 punycode quopri raw_unicode_escape "
    "rot13 undefined unicode_escape utf-7 utf-8-sig uu x-user-defined zlib 0 utf8mb4 utf_16_be none"
).split()


def prose(dice: random.Random) -> Iterator[Case]:
    """A good sentence, and then words made to hurt."""
    for what, words in PROSE.items():
        yield Case(f"{what}.txt", f"{report(dice)}\n\n{words}\n".encode("utf-8", "surrogatepass"))


def codecs_named(dice: random.Random) -> Iterator[Case]:
    """Things that say of themselves that they are in what Python, and no browser, takes for an encoding."""
    for number, name in enumerate(CODECS):
        text = report(dice)
        head = f"From: bor@orlo.example\nTo: desk@orlo.example\nContent-Type: text/plain; charset={name}\n\n"
        yield Case(f"{number}.eml", f"{head}{text}\n".encode(), 1)
        yield Case(
            f"{number}.html", page(text).replace("<head>", f"<head><meta charset='{name}'>").encode(), 1
        )
        xml = (
            f"<?xml version='1.0' encoding='{name}'?>"
            f"<rss><channel><item><title>{text}</title></item></channel></rss>"
        )
        yield Case(f"{number}.xml", xml.encode(), 1)
        answered = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={name}\r\n\r\n{page(text)}"
        warc = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:orlo:1>\r\n"
            "WARC-Target-URI: http://orlo.example/\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(answered.encode())}\r\n\r\n"
            f"{answered}\r\n\r\n"
        )
        yield Case(f"{number}.warc", warc.encode(), 1)
        subject = f"From: bor@orlo.example\nTo: x@orlo.example\nSubject: =?{name}?b?QUJD?=\n\n{text}\n"
        yield Case(f"subject-{number}.eml", subject.encode(), 1)


def lists(dice: random.Random) -> Iterator[Case]:
    """Records in shapes that people send, with two good ones in each."""
    two = [{"id": n, "text": report(dice)} for n in (1, 2)]
    lines = [json.dumps(each) for each in two]
    odd: Mapping[str, tuple[bytes, int]] = {
        "as-list.jsonl": (json.dumps(two).encode(), 2),
        "bom.jsonl": (b"\xef\xbb\xbf" + "\n".join(lines).encode(), 2),
        "callback.json": (f"orlo({json.dumps(two)});".encode(), 0),
        "comma-after.json": (f"[{','.join(lines)},]".encode(), 0),
        "comma-lines.jsonl": (",\n".join(lines).encode(), 0),
        "cr.jsonl": ("\r".join(lines).encode(), 0),
        "crlf.jsonl": ("\r\n".join(lines).encode() + b"\r\n\r\n\r\n", 2),
        "deep.json": (b'{"data":' * 50_000 + json.dumps(two).encode() + b"}" * 50_000, 0),
        "dots.jsonl": ("\n".join([lines[0], "...", lines[1]]).encode(), 2),
        "in-data.json": (json.dumps({"data": {"articles": two}}).encode(), 0),
        "keys-long.jsonl": (
            "\n".join([lines[0], json.dumps({"k" * 5_000_000: 1, "text": "Orlo"}), lines[1]]).encode(),
            2,
        ),
        "keys-twice.jsonl": (f'{lines[0]}\n{{"text": "a", "text": "b"}}\n{lines[1]}'.encode(), 2),
        "line-100-MB.jsonl": (
            b"\n".join([lines[0].encode(), b'{"text": "' + b"x" * 100_000_000, lines[1].encode()]),
            2,
        ),
        "line-open.jsonl": ("\n".join([lines[0], '{"text": "never', lines[1]]).encode(), 2),
        "nulls.jsonl": (f"{lines[0]}\n\0\0\0\0\n{lines[1]}".encode(), 2),
        "one-after-another.jsonl": ("".join(lines).encode(), 0),
        "printed.json": (json.dumps(two, indent=4).encode(), 2),
        "separators.jsonl": ("".join(f"\x1e{line}\n" for line in lines).encode(), 0),
        "utf-16.jsonl": ("\n".join(lines).encode("utf-16"), 2),
        "utf-16-bare.json": (json.dumps(two).encode("utf-16-le"), 0),
        "utf-32.json": (json.dumps(two).encode("utf-32"), 2),
        "zeros-after.jsonl": ("\n".join(lines).encode() + b"\n" + b"\0" * 5_000, 2),
    }
    for name, (content, good) in odd.items():
        yield Case(name, content, good)
        # So long a line of one letter is a bomb once it is packed, and what follows a bomb is not looked at.
        yield Case(f"{name}.gz", gzip.compress(content, 1), 1 if "100-MB" in name else good)
    values = (
        "null",
        "true",
        "[]",
        "{}",
        "-1",
        "1e400",
        '"\\ud83d"',
        '"x\\u0000y"',
        f'"{"y" * 400_000}"',
        '"  "',
    )
    for field in ("id", "title", "published", "outlet", "url", "byline", "language"):
        for number, value in enumerate(values):
            line = json.dumps({"text": report(dice)})[:-1] + f', "{field}": {value}}}'
            yield Case(f"{field}-{number}.jsonl", f"{lines[0]}\n{line}\n{lines[1]}\n".encode(), 3)


def parcels(dice: random.Random) -> Iterator[Case]:
    """Letters with bombs in them, archives of other kinds, and files that are two things at once."""
    head = "From: bor@orlo.example\nTo: desk@orlo.example\nMIME-Version: 1.0\n"
    bomb = base64.encodebytes(gzip.compress(b"\0" * 100_000_000)).decode()
    attached = (
        "Content-Type: application/gzip\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment"
    )
    yield Case(
        "bomb.eml",
        (
            f'{head}Content-Type: multipart/mixed; boundary="a"\n\n--a\n'
            f"Content-Type: text/plain\n\n{report(dice)}\n--a\n{attached}\n\n{bomb}\n--a--\n"
        ).encode(),
        1,
    )
    deep = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3_000))
    yield Case("deep.eml", (head + deep + "Content-Type: text/plain\n\nx").encode())
    yield Case(
        "parts.eml",
        (head + 'Content-Type: multipart/mixed; boundary="a"\n\n' + "--a\n\nx\n" * 200_000).encode(),
    )
    yield Case("folded.eml", (head + "Subject: x\n" + " y\n" * 300_000 + "\n" + report(dice)).encode())
    yield Case("to-many.eml", (head + "Cc: " + "a@orlo.example, " * 100_000 + "\n\n" + report(dice)).encode())
    yield Case(
        "words.eml", (head + "Subject: " + "=?utf-8?q?=41?= " * 50_000 + "\n\n" + report(dice)).encode()
    )
    yield Case("tar.txt", _tarred(report(dice)))
    yield Case("tar.txt.gz", gzip.compress(_tarred(report(dice))))
    yield Case("page-and-zip.html", page(report(dice)).encode() + b"PK\x03\x04" + dice.randbytes(400))
    yield Case("gif-and-page.html", b"GIF89a" + page(report(dice)).encode())
    yield Case("pdf-late.pdf", b" " * 900 + b"%PDF-1.4\n")
    pages = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>endobj\n"
    )
    yield Case(
        "pdf-loop.pdf",
        pages + b"3 0 obj<</Type/Page/Parent 3 0 R/Contents 3 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 9>>",
    )
    stream = zlib.compress(b"BT (Orlo) Tj ET " * 6_000_000)
    content = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n" % (
        len(stream),
        stream,
    )
    one = (
        pages.replace(b"2/Kids[2 0 R 3 0 R]", b"1/Kids[3 0 R]")
        + b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
    )
    yield Case("pdf-bomb.pdf", one + content + b"trailer<</Root 1 0 R>>")
    deep_list = (
        pages + b"3 0 obj" + b"[" * 200_000 + b"]" * 200_000 + b"endobj trailer<</Root 1 0 R/Info 3 0 R>>"
    )
    yield Case("pdf-deep.pdf", deep_list)


def _tarred(text: str) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        member = tarfile.TarInfo("../../orlo.txt")
        member.size = len(text)
        archive.addfile(member, io.BytesIO(text.encode()))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return file.getvalue()
