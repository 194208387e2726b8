"""Hostile PDF, pages, texts in many encodings, names, links and pipes."""

import os
import random
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path

from hostile_case import Case, bitten, page, report

PAGES: Mapping[str, str] = {
    "attributes": "<body " + " ".join(f"a{n}={n}" for n in range(100_000)) + ">{page}",
    "base": "<base href='http://127.0.0.1/'>{page}",
    "comment": "{page}<!-- " + "- " * 100_000,
    "comment-open": "<!-- never closed {page}",
    "controls": "<p>\x01\x02\x1b\x7f\x9b</p>{page}",
    "deep": "<div>" * 100_000 + "{page}",
    "entities": "&nosuch;&#0;&#xD800;&#99999999999;" * 1_000 + "{page}",
    "formatting": "<b><i><u>" * 20_000 + "{page}",
    "forms": "<form><input value='x'>" * 20_000 + "{page}",
    "frames": "<frameset><frame src='file:///etc/passwd'></frameset>{page}",
    "json-ld": '<script type="application/ld+json">' + "[" * 100_000 + "</script>{page}",
    "links": "<a href=x>y</a> " * 50_000 + "{page}",
    "paragraphs": "<p>" * 300_000 + "{page}",
    "picture": "<img src='data:image/png;base64," + "A" * 3_000_000 + "'>{page}",
    "plaintext": "{page}<plaintext>" + "</p>" * 1_000,
    "redirect": "<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>{page}",
    "script": "<script>" + "var x = '<p>';\n" * 700_000 + "</script>{page}",
    "script-open": "{page}<script>" + "x" * 2_000_000,
    "siblings": "<i></i>" * 300_000 + "{page}",
    "table": "<table>" + "<tr><td>1<td>2" * 50_000 + "</table>{page}",
    "tables": "<table><tr><td>" * 3_000 + "{page}",
    "template": "<template>" * 5_000 + "{page}",
    "xinclude": "<xi:include xmlns:xi='x' href='file:///etc/passwd' parse='text'/>{page}",
}
# Those whose article any browser would show, and that hide it behind nothing but weight.
SHOWN = {"base", "controls", "entities", "picture", "redirect", "script", "script-open", "xinclude"}
ENCODINGS = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-7 ascii latin-1 cp1252 cp1250 "
    "cp1251 cp437 cp037 mac-roman koi8-r iso8859-2 iso8859-5 iso8859-15 iso2022_jp shift_jis euc_jp big5 "
    "gb18030 euc_kr hz"
).split()
SHOWN_IN = {"utf-8", "utf-8-sig", "utf-16", "utf-32", "ascii", "latin-1", "cp1252", "gb18030"}
NAMES = (
    "a b.txt", "-rf.txt", "--report.txt", "*.txt", "[a].txt", "?.txt", "a\nb.txt", "\x1b[2J.txt",
    "\u202etxt.exe", "é.txt", "e\u0301.txt", "😀.txt", "%2e%2e%2f.txt", "a..txt", "a'b\".txt", "$(id).txt",
    "a;b.txt", "a|b.txt", "http:.txt", "x.html", "x.warc.gz", "x.pdf", "x.gz", "x", "n" * 240 + ".txt",
    "\udcff\udcfe.txt", "&lt;b&gt;.txt", "CON.txt", "a\\b.txt", "~.txt", "=cmd.txt", "a.", " .txt",
)  # fmt: skip


def pages(dice: random.Random) -> Iterator[Case]:
    """Pages of great weight, and pages with a bite out of them."""
    for what, markup in PAGES.items():
        content = markup.replace("{page}", page(report(dice)))
        yield Case(f"{what}.html", content.encode("utf-8", "surrogatepass"), int(what in SHOWN))
        yield Case(f"{what}.txt", bitten(content.encode(), dice, by=dice.randbytes(40), instead_of=9))


def encodings(dice: random.Random) -> Iterator[Case]:
    """Texts and pages in many encodings, some of them not the one that is named."""
    for name in ENCODINGS:
        text = f"“{report(dice)}” — café, {report(dice)}\n" * 3
        yield Case(f"{name}.txt", text.encode(name, "replace"), int(name in SHOWN_IN))
        told = page(text).replace("<head>", f"<head><meta charset={dice.choice(ENCODINGS)}>")
        yield Case(f"{name}.html", told.encode(name, "replace"))
        yield Case(f"two-{name}.txt", text.encode() + text.encode(name, "replace"))


def pdfs(dice: random.Random) -> Iterator[Case]:
    """A PDF by hand, whole and with every part of it wrong."""
    whole = pdf(report(dice))
    yield Case("whole.pdf", whole, 1)
    wrong = {
        "count": (b"/Count 1", b"/Count 99999999"),
        "encrypted": (b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R"),
        "filter": (b"/Length", b"/Filter [/FlateDecode /FlateDecode /LZWDecode] /Length"),
        "kids": (b"/Kids [3 0 R]", b"/Kids [2 0 R 2 0 R]"),
        "kids-many": (b"/Kids [3 0 R]", b"/Kids [" + b"3 0 R " * 50_000 + b"]"),
        "length": (b"/Length ", b"/Length 999999999"),
        "media-box": (b"[0 0 600 800]", b"[0 0 1e38 -1e38]"),
        "names": (b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
        "parent": (b"/Parent 2 0 R", b"/Parent 3 0 R"),
        "root": (b"/Root 1 0 R", b"/Root 7 0 R"),
        "strings": (b"Tj", b"Tj " + b"(" * 50_000),
        "xref": (b"0000000009", b"9999999999"),
    }
    for what, (old, new) in wrong.items():
        yield Case(f"{what}.pdf", whole.replace(old, new))
    for number in range(12):
        yield Case(f"cut-{number}.pdf", whole[: dice.randrange(8, len(whole))])
        hurt = bitten(whole, dice, by=dice.randbytes(9), instead_of=dice.choice((0, 9)))
        yield Case(f"bitten-{number}.pdf", hurt)


def pdf(text: str) -> bytes:
    """A PDF of one page with one line."""
    words = f"BT /F1 12 Tf 20 700 Td ({text}) Tj ET".encode()
    bodies = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    content, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(content)
    return bytes(content) + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def named(dice: random.Random) -> Iterator[Case]:
    """Good reports in files with names made to hurt."""
    for name in NAMES:
        yield Case(name, (report(dice) + "\n").encode(), 1)


def strange(folder: Path, dice: random.Random) -> Iterator[tuple[str, int]]:
    """Links, pipes and sockets: what lies there, and how many reports have to come out of it."""
    target = folder / "target.txt"
    target.write_text(report(dice))
    yield str(target), 1
    links = {
        "to-device": ("/dev/zero", 0),
        "to-file": ("target.txt", 1),
        "to-folder-above": ("..", 0),
        "to-itself": ("to-itself", 0),
        "to-nothing": ("no-such", 0),
        "to-proc": ("/proc/self/mem", 0),
    }
    for name, (leads_to, good) in links.items():
        (folder / name).symlink_to(leads_to)
        yield str(folder / name), good
    os.link(target, folder / "hard.txt")
    yield str(folder / "hard.txt"), 1
    os.mkfifo(folder / "pipe.txt")
    yield str(folder / "pipe.txt"), 0
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket"))
    yield str(folder / "socket"), 0
