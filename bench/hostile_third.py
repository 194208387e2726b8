"""What a third hand thought of: letters in letters, lists cut off, archives of WARC 1.1, other packings."""

import base64
import bz2
import gzip
import io
import json
import lzma
import quopri
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping

from hostile_archives import record
from hostile_case import Case, page, report
from hostile_web import answer, raw

HEAD = "From: bor@orlo.example\nTo: desk@orlo.example\nSubject: Bus\nMIME-Version: 1.0\n"


def _parts(kind: str, *parts: str, boundary: str = "b", end: str = "--b--\n") -> str:
    opened = f'Content-Type: multipart/{kind}; boundary="{boundary}"\n\nPreamble.\n'
    return opened + "".join(f"--{boundary}\n{part}\n" for part in parts) + end


def _plain(text: str, more: str = "") -> str:
    return f"Content-Type: text/plain; charset=utf-8\n{more}\n{text}\n"


def _html(text: str) -> str:
    return f"Content-Type: text/html\n\n{page(text)}\n"


def _encoded(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


# Each holds one report that any mail program would show.
POST: Mapping[str, Callable[[str], str]] = {
    "alternative": lambda text: _parts("alternative", _plain(text), _html(text)),
    "alternative-blank-plain": lambda text: _parts("alternative", _plain("\u00a0"), _html(text)),
    "base64-junk": lambda text: _plain(
        "!!" + _encoded(text).replace("\n", " \n"), "Content-Transfer-Encoding: base64\n"
    ),
    "base64-no-padding": lambda text: _plain(
        _encoded(text + "  ").rstrip("=\n"), "Content-Transfer-Encoding: base64\n"
    ),
    "boundary-blank": lambda text: _parts("mixed", _plain(text), boundary="a b").replace("--b--", "--a b--"),
    "boundary-never-closed": lambda text: _parts("mixed", _plain(text), end=""),
    "boundary-not-given": lambda text: f"Content-Type: multipart/mixed\n\n--b\n{_plain(text)}--b--\n",
    "boundary-not-there": lambda text: f'Content-Type: multipart/mixed; boundary="c"\n\n{text}\n',
    "charset-lie": lambda text: f"Content-Type: text/plain; charset=utf-16\n\n{text}\n",
    "charset-unknown": lambda text: f"Content-Type: text/plain; charset=x-orlo\n\n{text}\n",
    "encoding-unknown": lambda text: _plain(text, "Content-Transfer-Encoding: x-orlo\n"),
    "first-part-blank": lambda text: _parts("mixed", _plain(" "), _plain(text)),
    "footer-after": lambda text: _parts("mixed", _plain(text), _plain("You receive this letter.")),
    "forwarded": lambda text: _parts("mixed", f"Content-Type: message/rfc822\n\n{HEAD}{_plain(text)}"),
    "forwarded-twice": lambda text: _parts(
        "mixed", f"Content-Type: message/rfc822\n\n{HEAD}Content-Type: message/rfc822\n\n{HEAD}{_plain(text)}"
    ),
    "html-alone": _html,
    "html-in-related": lambda text: _parts(
        "related", _html(text), "Content-Type: image/png\n\nx", boundary="r", end="--r--\n"
    ),
    "no-type": lambda text: f"\n{text}\n",
    "picture-first": lambda text: _parts(
        "mixed",
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        _plain(text),
    ),
    "quoted-broken": lambda text: _plain(
        quopri.encodestring(text.encode()).decode() + "=ZZ=\n",
        "Content-Transfer-Encoding: quoted-printable\n",
    ),
    "signed": lambda text: _parts(
        "signed", _plain(text), "Content-Type: application/pgp-signature\n\n-----BEGIN\n"
    ),
    "text-of-another-kind": lambda text: f"Content-Type: text/markdown\n\n{text}\n",
    "type-in-capitals": lambda text: f"CONTENT-TYPE: TEXT/PLAIN\n\n{text}\n",
    "type-of-nothing": lambda text: f"Content-Type: ;;;\n\n{text}\n",
}


def post(dice: random.Random) -> Iterator[Case]:
    """Letters in every wrapping, alone and between two others, with line feeds and carriage returns."""
    for what, make in POST.items():
        letter = f"{HEAD}{make(report(dice))}"
        yield Case(f"{what}.eml", letter.encode(), 1)
        yield Case(f"{what}-crlf.eml", letter.replace("\n", "\r\n").encode(), 1)
        beside = [f"{HEAD}\n{report(dice)}\n" for _ in range(2)]
        box = "\n".join(
            f"From bor@orlo.example Mon Feb  3 04:05:06 2031\n{each}"
            for each in (beside[0], letter, beside[1])
        )
        yield Case(f"{what}.mbox", box.encode(), 3)
        yield Case(f"{what}-crlf.mbox", box.replace("\n", "\r\n").encode(), 3)


def cut_lists(dice: random.Random) -> Iterator[Case]:
    """Lists of records that end, or go wrong, after so many good ones."""
    for count in (2, 5):
        lines = [json.dumps({"id": n, "text": report(dice), "tags": ["a", {"b": "]"}]}) for n in range(count)]
        whole = f"[{', '.join(lines)}]"
        wrong: Mapping[str, tuple[str, int]] = {
            "cut": (whole[:-40], count - 1),
            "cut-at-comma": (f"[{', '.join(lines)},", count),
            "comma-twice": (f"[{',,'.join(lines)}]", 1),
            "comma-missing": (f"[{' '.join(lines)}]", count),
            "comma-last": (f"[{','.join(lines)},]", count),
            "comment": (f"[{lines[0]}, // orlo\n{', '.join(lines[1:])}]", 1),
            "nan": (f'[{", ".join(lines)}, {{"id": NaN, "text": "x"}}]', count),
            "undefined": (f"[{', '.join(lines)}, undefined]", count),
            "after-the-end": (whole + "\nThank you.\n", count),
            "two-lists": (whole + whole.replace("bus", "tram"), count),
            "printed-and-cut": (json.dumps([json.loads(line) for line in lines], indent=2)[:-60], count - 1),
        }
        for what, (content, good) in wrong.items():
            yield Case(f"{what}-{count}.json", content.encode(), good)
            yield Case(f"{what}-{count}.json.gz", gzip.compress(content.encode()), good)
    lines = [json.dumps({"id": n, "text": report(dice)}) for n in range(4)]
    mixed: Mapping[str, tuple[bytes, int]] = {
        "bom-inside": ("\n\ufeff".join(lines).encode(), 4),
        "crlf-and-lf": (f"{lines[0]}\r\n{lines[1]}\n\r\n{lines[2]}\r\n{lines[3]}".encode(), 4),
        "latin-line": (
            b"\n".join([lines[0].encode(), '{"text": "Caf\u00e9"}'.encode("latin-1"), lines[1].encode()]),
            2,
        ),
        "log-before": (("2031-02-03 INFO " + lines[0] + "\n" + "\n".join(lines[1:])).encode(), 3),
        "surrogates": (("\n".join(lines) + '\n{"text": "\\ud83d\\ud83d"}\n').encode(), 4),
        "tabs-before": ("\n".join("\t \t" + line for line in lines).encode(), 4),
        "wide-blank": ("\n\u00a0\n".join(lines).encode(), 4),
    }
    for what, (content, good) in mixed.items():
        yield Case(f"{what}.jsonl", content, good)


def _chunks(body: bytes, *, line: str = "{:x}\r\n", end: bytes = b"0\r\n\r\n", step: int = 64) -> bytes:
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    return b"".join(line.format(len(piece)).encode() + piece + b"\r\n" for piece in pieces) + end


def _sent(text: str, coding: str, pack: Callable[[bytes], bytes]) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{coding}\r\n".encode()
    return raw("response", head + pack(page(text).encode()), version="WARC/1.1")


_CHUNKED = "Transfer-Encoding: chunked\r\n"
# Records of the newer standard; each gives one report more.
NEWER: Mapping[str, Callable[[str], bytes]] = {
    "chunk-extension": lambda text: _sent(
        text, _CHUNKED, lambda body: _chunks(body, line='{:x};name="orlo;x"\r\n')
    ),
    "chunk-leading-zeros": lambda text: _sent(text, _CHUNKED, lambda body: _chunks(body, line="{:08x}\r\n")),
    "chunk-line-feeds": lambda text: _sent(text, _CHUNKED, lambda body: _chunks(body, line="{:x}\n")),
    "chunk-of-one": lambda text: _sent(text, _CHUNKED, lambda body: _chunks(body, step=1)),
    "chunk-padded": lambda text: _sent(text, _CHUNKED, lambda body: _chunks(body, line="{:X}   \r\n")),
    "chunk-trailers": lambda text: _sent(
        text, _CHUNKED, lambda body: _chunks(body, end=b"0\r\nX-Sum: 1\r\nExpires: x\r\n\r\n")
    ),
    "chunked-gzip": lambda text: _sent(
        text, "Content-Encoding: gzip\r\n" + _CHUNKED, lambda body: _chunks(gzip.compress(body))
    ),
    "chunked-twice-named": lambda text: _sent(text, _CHUNKED * 2, _chunks),
    "chunked-in-capitals": lambda text: _sent(text, "transfer-encoding: CHUNKED\r\n", _chunks),
    "conversion-1.1": lambda text: raw(
        "conversion",
        text.encode(),
        version="WARC/1.1",
        head="Content-Type: text/plain\r\nWARC-Refers-To: <urn:x>\r\n",
    ),
    "date-of-nanoseconds": lambda text: raw("response", answer(text), version="WARC/1.1").replace(
        b"04:05:06Z", b"04:05:06.123456789Z"
    ),
    "fields-folded": lambda text: raw("response", answer(text), version="WARC/1.1").replace(
        b"WARC-Date: ", b"WARC-Date:\r\n "
    ),
    "identified-payload": lambda text: raw(
        "response",
        answer(text),
        version="WARC/1.1",
        head="Content-Type: application/http\r\nWARC-Identified-Payload-Type: image/png\r\n",
    ),
    "resource-1.1": lambda text: raw(
        "resource", page(text).encode(), version="WARC/1.1", head="Content-Type: text/html\r\n"
    ),
    "uri-in-brackets": lambda text: raw("response", answer(text), version="WARC/1.1").replace(
        b"http://orlo.example/response", b"<http://orlo.example/response>"
    ),
}
_PASSED = (
    raw(
        "revisit",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
        version="WARC/1.1",
        head="Content-Type: application/http;msgtype=response\r\nWARC-Profile: "
        "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n",
    ),
    raw("metadata", b"outlink: http://127.0.0.1/ L a/@href\r\n" * 2_000, version="WARC/1.1", head=""),
    raw("warcinfo", b"software: orlo\r\n", version="WARC/1.1", head=""),
    raw("request", b"GET / HTTP/1.1\r\nHost: orlo.example\r\n\r\n", version="WARC/1.1"),
)


def newer(dice: random.Random) -> Iterator[Case]:
    """Archives of WARC 1.1: every record beside revisits, metadata and requests, and one that was cut off."""
    for what, make in NEWER.items():
        records = [record(report(dice), 1), dice.choice(_PASSED), make(report(dice)), *_PASSED]
        records.append(record(report(dice), 2))
        yield Case(f"{what}.warc", b"".join(records), 3)
        yield Case(f"{what}.warc.gz", b"".join(map(gzip.compress, records)), 3)
        hurt = [*records[:3], records[2][: len(records[2]) // 2], *records[3:]]
        yield Case(f"{what}-and-half.warc.gz", b"".join(map(gzip.compress, hurt)), 3)


def packings(dice: random.Random) -> Iterator[Case]:
    """The same report in every packing there is, right, cut and as bombs: told by name, and none opened."""
    text = (report(dice) + "\n").encode()
    packed: Mapping[str, bytes] = {
        "bz2": bz2.compress(text),
        "bomb.bz2": bz2.compress(b"\0" * 50_000_000),
        "lzma": lzma.compress(text, lzma.FORMAT_ALONE),
        "lz4": b"\x04\x22\x4d\x18" + dice.randbytes(60),
        "xz": lzma.compress(text),
        "bomb.xz": lzma.compress(b"\0" * 50_000_000),
        "Z": b"\x1f\x9d\x90" + dice.randbytes(90),
        "zst": b"\x28\xb5\x2f\xfd\x04" + dice.randbytes(60),
        "skippable.zst": b"\x50\x2a\x4d\x18\x04\0\0\0orlo\x28\xb5\x2f\xfd" + dice.randbytes(60),
        "wacz": _zipped(
            {"archive/data.warc.gz": gzip.compress(record(text.decode(), 1)), "datapackage.json": b"{}"}
        ),
        "epub": _zipped({"mimetype": b"application/epub+zip", "a.xhtml": page(text.decode()).encode()}),
        "docx": _zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": text}),
        "7z": b"7z\xbc\xaf\x27\x1c" + dice.randbytes(60),
        "rar": b"Rar!\x1a\x07\x01\0" + dice.randbytes(60),
        "cab": b"MSCF\0\0\0\0" + dice.randbytes(60),
        "ar": b"!<arch>\n" + text,
        "cpio": b"070701" + b"0" * 104 + text,
    }
    for what, content in packed.items():
        yield Case(f"whole.{what}", content)
        yield Case(f"as-text-{what}.txt", content)
        yield Case(f"again-{what}.gz", gzip.compress(content))
        yield Case(f"cut-{what}.html", content[: len(content) // 2])


def _zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


SCRIPTS: Mapping[str, str] = {
    "astral": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U00010400\U0001d54f {} \U0001f1fa\U0001f1f3",
    "bidi": "\u202b\u05d0\u05d1\u2066{}\u2069\u202c \u0645\u0631\u062d\u0628\u0627",
    "combining": "e\u0301\u0323" * 40 + " {} " + "o\u0308" * 9,
    "controls": "\x0b{}\x0c\x1c\x1d\x1e\x85",
    "joined": "\ufeff{}\u2060\u00ad\u200c",
    "lines": "\u2028{}\u2029\x0b{}",
    "tags": "\U000e0041{}\U000e007f",
    "variation": "\u2764\ufe0f {} \U000e0100",
    "wide": "\uff21\u3000{}\u3002",
}


def scripts(dice: random.Random) -> Iterator[Case]:
    """Reports amid characters on which programs count differently, as text, page, record, feed and letter."""
    for what, around in SCRIPTS.items():
        text = around.replace("{}", report(dice)) + "\n"
        for form in ("NFC", "crlf"):
            written = text.replace("\n", "\r\n") if form == "crlf" else text
            yield Case(f"{what}-{form}.txt", written.encode(), 1)
            yield Case(f"{what}-{form}.html", page(written).encode(), 1)
            yield Case(f"{what}-{form}.jsonl", (json.dumps({"text": written}) + "\n").encode(), 1)
            yield Case(
                f"{what}-{form}.eml",
                f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n{written}".encode(),
                1,
            )
        yield Case(f"{what}-16.txt", text.encode("utf-16"), 1)
