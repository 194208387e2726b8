"""Hostile JSON, feeds and letters: a bad record between two good ones."""

import base64
import json
import random
from collections.abc import Iterator, Mapping

from hostile_case import Case, bitten, page, report

# Each stands where a record, or the text of one, is expected.
VALUES: Mapping[str, bytes] = {
    "array-deep": b"[" * 100_000 + b"]" * 100_000,
    "array-open": b"[" * 100_000,
    "blank": b'"   "',
    "bytes": b'"\xff\xfe\xc3\x28"',
    "comment": b'/* "x" */ "y"',
    "digits": b"9" * 5_000,
    "digits-minus": b"-" + b"1" * 100_000,
    "double": b'"a", "text": "b"',
    "escape-half": b'"\\u12"',
    "exponent": b"1e" + b"9" * 5_000,
    "fraction": b"0." + b"3" * 100_000,
    "infinity": b"-Infinity",
    "keys": b"{" + b",".join(b'"k%d": 1' % n for n in range(100_000)) + b"}",
    "line-end": b'"a\nb"',
    "list": b'["a", "b"]',
    "long": b'"' + b"x" * 9_000_000 + b'"',
    "nan": b"NaN",
    "nul": b'"a\0b"',
    "nul-written": b'"a\\u0000b"',
    "null": b"null",
    "number": b"5",
    "object-deep": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "open": b'"never closed',
    "pair-apart": b'"\\ud83d \\ude00"',
    "pair-half": b'"\\ud83d"',
    "quote": b"'x'",
    "separators": '"a\u2028b\u2029c\u0085d"'.encode(),
    "too-long": b'"' + b"Orlo " * 5_000_000 + b'"',
    "true": b"true",
    "two": b'"a" "b"',
    "words-once": b'"' + b" ".join(b"word%d" % n for n in range(250_000)) + b'"',
    "zero-before": b"007",
}
ENTRIES: Mapping[str, str] = {
    "attributes": "<item " + " ".join(f'a{n}="{n}"' for n in range(100_000)) + "><title>x</title></item>",
    "cdata": "<item><description><![CDATA[ <![CDATA[ ]]> ]]></description></item>",
    "character": "<item><title>&#0;&#xD800;&#99999999999;&#x110000;</title></item>",
    "controls": "<item><title>a\x01\x08\x1b[31m\x7f</title></item>",
    "date": "<item><title>x</title><pubDate>Thu, 99 Foo 99999 99:99:99 +9999</pubDate></item>",
    "date-long": "<item><title>x</title><pubDate>" + "9" * 100_000 + "</pubDate></item>",
    "deep": "<item><description>" + "<div>" * 50_000 + "</description></item>",
    "empty": "<item/>",
    "enclosure": '<item><enclosure url="file:///etc/passwd" length="-1"/><title>x</title></item>',
    "entity": "<item><title>&nosuch; &nbsp; & &amp</title></item>",
    "guid-long": f"<item><guid>{'g' * 500_000}</guid><title>x</title></item>",
    "in-item": "<item><item><item><title>x</title></item></item></item>",
    "link": "<item><title>x</title><link>javascript:alert(1)</link></item>",
    "link-file": "<item><title>x</title><link>file:///etc/passwd</link></item>",
    "link-inside": "<item><title>x</title><link>http://169.254.169.254/</link></item>",
    "namespace": "<item><no:such>x</no:such><title>x</title></item>",
    "script": "<item><title>&lt;script&gt;alert(1)&lt;/script&gt;</title></item>",
    "unclosed": "<item><title>x<description>y</item>",
}
PROLOGS: Mapping[str, tuple[str, int]] = {
    "bomb": (
        '<!DOCTYPE rss [<!ENTITY a "aa">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>",
        0,
    ),
    "charset": ('<?xml version="1.0" encoding="x-no-such"?>', 2),
    "charset-lie": ('<?xml version="1.0" encoding="utf-16"?>', 2),
    "external": ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 0),
    "include": ('<?xml-stylesheet href="http://127.0.0.1/"?>', 2),
    "parameter": ('<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>', 2),
    "quadratic": (f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]><!-- {"&a;" * 10} -->', 2),
    "space": ("\n\n  \ufeff", 2),
    "version": ('<?xml version="9.9"?>', 2),
}
LETTERS: Mapping[str, str] = {
    "base64": "Content-Transfer-Encoding: base64\n\n!!!" + "A" * 10_001,
    "boundary-none": "Content-Type: multipart/mixed\n\n--\nx",
    "boundary-same": 'Content-Type: multipart/mixed; boundary="a"\n\n'
    + "--a\nContent-Type: text/plain\n\nx\n" * 9,
    "charset": 'Content-Type: text/plain; charset="x-no-such\0"\n\nTen people died.',
    "date": "Date: yesterday\n\nTen people died.",
    "encoded-word": "Subject: =?utf-8?b?!!!?= =?no?q?=zz?=\n\nTen people died.",
    "encoding": "Content-Transfer-Encoding: x-uuencode\n\nbegin 999 /etc/passwd\n`\nend",
    "field-long": "Subject: " + "s" * 1_000_000 + "\n\nTen people died.",
    "fields": "".join(f"X-{n}: y\n" for n in range(50_000)) + "\nTen people died.",
    "from": "\nFrom here on there is nothing.\n",
    "letter-in-letter": "Content-Type: message/rfc822\n\n" * 500 + "Subject: x\n\ny",
    "line-long": "\n" + "word " * 300_000,
    "nested": "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(400))
    + "Content-Type: text/plain\n\nx",
    "nothing": "\n",
    "nul": "\n\0\0\0",
    "parameter": "Content-Type: text/plain; " + "; ".join(f"name*{n}=x" for n in range(2_000)) + "\n\nx",
    "parts": 'Content-Type: multipart/mixed; boundary="a"\n\n'
    + "--a\nContent-Type: image/png\n\nx\n" * 5_000,
    "quoted-printable": "Content-Transfer-Encoding: quoted-printable\n\n=ZZ=\n==3D=",
}


def json_lines(dice: random.Random) -> Iterator[Case]:
    """Records one a line, in a list and alone, with a value in the middle that is none."""
    for what, value in VALUES.items():
        first, last = (json.dumps({"id": n, "text": report(dice)}).encode() for n in (1, 3))
        yield Case(f"{what}.jsonl", first + b'\n{"id": 2, "text": ' + value + b"}\n" + last + b"\n", 2)
        yield Case(f"bare-{what}.jsonl", first + b"\n" + value + b"\n" + last + b"\n", 2)
        yield Case(f"{what}.json", b'[{"text": ' + value + b"}]")
        yield Case(f"key-{what}.json", b"{" + value + b": 1}")
        hurt = bitten(first, dice, by=dice.randbytes(9), instead_of=9)
        yield Case(f"bitten-{what}.jsonl", b"\n".join([first, hurt, last]), 2)


def feeds(dice: random.Random) -> Iterator[Case]:
    """Feeds with a bad entry between two good ones, or a bad beginning."""
    for what, entry in ENTRIES.items():
        yield Case(f"rss-{what}.xml", _rss(dice, entry), 2)
        atom = _rss(dice, entry).replace(b"description>", b"summary>").replace(b"item", b"entry")
        atom = atom.replace(b"<channel>", b"").replace(b"</channel>", b"").replace(b"rss", b"feed")
        yield Case(f"atom-{what}.xml", atom, 2)
    for what, (prolog, good) in PROLOGS.items():
        yield Case(f"prolog-{what}.xml", _rss(dice, "", prolog), good)
    yield Case("no-end.xml", _rss(dice, "")[:-23], 2)
    yield Case(
        "one-guid.xml", _rss(dice, "<item><guid>1</guid><title>Orlo bus</title></item>" * 1_000), 1_002
    )
    for what in ("list", "null", "number", "array-deep", "digits", "double", "nan"):
        first, last = (json.dumps({"id": n, "content_text": report(dice)}).encode() for n in (1, 3))
        items = b",".join([first, b'{"content_html": ' + VALUES[what] + b"}", last])
        head = b'{"version": "https://jsonfeed.org/version/1.1", "items": ['
        # One value that is no JSON makes the whole file none.
        good = 2 if what in ("list", "null", "number", "digits", "double") else 0
        yield Case(f"feed-{what}.json", head + items + b"]}", good)


def _rss(dice: random.Random, entry: str, prolog: str = "") -> bytes:
    one, two = (f"<item><description>{report(dice)}</description></item>" for _ in range(2))
    return f'{prolog}<rss version="2.0"><channel>{one}{entry}{two}</channel></rss>'.encode()


def letters(dice: random.Random) -> Iterator[Case]:
    """Letters alone, and between two good ones in a mailbox."""
    head = "From: bor@orlo.example\nTo: desk@orlo.example\nMIME-Version: 1.0\n"
    for what, rest in LETTERS.items():
        yield Case(f"{what}.eml", (head + rest).encode())
        three = (f"{head}\n{report(dice)}\n", head + rest, f"{head}\n{report(dice)}\n")
        box = "\n\n".join(f"From bor@orlo.example Mon Feb  3 04:05:06 2031\n{each}" for each in three)
        yield Case(f"{what}.mbox", box.encode(), 2)
    body = base64.encodebytes(page(report(dice)).encode()).decode()
    html = f"{head}Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n{body}"
    yield Case("page.eml", html.encode(), 1)
    yield Case(
        "many.mbox",
        "".join(
            f"From bor@orlo.example Mon Feb  3 04:05:06 2031\n{head}\n{report(dice)}\n\n" for _ in range(300)
        ).encode(),
        300,
    )
