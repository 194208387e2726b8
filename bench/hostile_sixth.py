"""What a sixth hand thought of: containers that are not read, answers gone mad, frames in frames."""

import gzip
import io
import json
import random
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from html import escape

from hostile_archives import record
from hostile_case import Case, bitten, page, report
from hostile_odd_case import article
from hostile_odd_papers import Word, paper

MANY = 100_000
OFFICE = ("[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "META-INF/container.xml", "mimetype")
PATHS = ("../../etc/passwd", "/etc/passwd", "C:\\a.txt", "a\0b.txt", "\u202egpj.exe", "a/" * 2_000, "con")
# What lies beside archives and pages, and is no report.
BESIDE: Mapping[str, str] = {
    "index.cdx": " CDX N b a\n" + "orlo)/a 2031 http://orlo.example/a text/html 200 9 8 a.warc\n" * 900,
    "index.cdxj": 'example,orlo)/a 20310503 {"url": "http://orlo.example/a", "status": "200"}\n' * 900,
    "robots.txt": "User-agent: *\nCrawl-delay: 99999999999999\nSitemap: file:///etc/passwd\n" * 900,
    "page.css": "p { color: red }\n" * 900,
    "page.js": "var a = '<p>';\n" * 900,
    "list.csv": 'id,text\n1,"=cmd|x"\n' * 900,
    "list.tsv": "id\ttext\n1\t@x\n" * 900,
    "rows.json": "[[1, 2, 3]]",
    "subscriptions.opml": "<?xml version='1.0'?><opml version='2.0'><body><outline xmlUrl='file:///etc/passwd'/></body></opml>",
    "calendar.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Bus\nEND:VEVENT\nEND:VCALENDAR\n",
    "shape.kml": "<?xml version='1.0'?><kml xmlns='http://www.opengis.net/kml/2.2'><Document/></kml>",
    "letter.rtf": "{\\rtf1\\ansi Shells fell on Orlo.}",
    "shape.geojson": '{"type": "FeatureCollection", "features": []}',
    "manifest.appcache": "CACHE MANIFEST\n/a\n",
}  # fmt: skip


def containers(dice: random.Random) -> Iterator[Case]:
    """ZIP, tar and office files with names that lead elsewhere; what lies beside archives; all bitten."""
    text = report(dice)
    cases = {
        "paths.zip": _zipped(dict.fromkeys(PATHS, text)),
        "nested.zip": _nested(text, depth=6),
        "archive.wacz": _zipped({"archive/a.warc.gz": gzip.compress(record(text, 1)), "a.json": "{}"}),
        **{f"office-{number}.docx": _zipped({name: text}) for number, name in enumerate(OFFICE)},
        "ratio.zip": _zipped({"a.txt": "a" * 30_000_000}),
        "letter.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + dice.randbytes(9_000),
        "tarred.tgz": gzip.compress(_tarred(text)),
        **{name: content.encode() for name, content in BESIDE.items()},
    }  # fmt: skip
    for name, content in cases.items():
        yield Case(name, content)
        yield Case(f"bitten-{name}", bitten(content, dice, by=dice.randbytes(9), instead_of=4))
        yield Case(f"{name}.txt", content[: dice.randrange(1, len(content))])
        yield Case(f"{name}.gz", gzip.compress(content))


def _zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file.getvalue()


def _nested(text: str, *, depth: int) -> bytes:
    content = text.encode()
    for level in range(depth):
        content = _zipped({f"{level}.zip": content})
    return content


def _tarred(text: str) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as packed:
        member = tarfile.TarInfo("../a.txt")
        member.size = len(text)
        packed.addfile(member, io.BytesIO(text.encode()))
    return file.getvalue()


def answers(dice: random.Random) -> Iterator[Case]:
    """JSON whose lists, keys and wrappings have no end, a good record in it or after it."""
    text = report(dice)
    one: object = {"title": "Bus", "text": text}
    deep = one
    for _ in range(200):
        deep = {"data": deep}
    wide: object = one
    for level in range(9):
        wide = {f"level{level}": [wide, wide]}
    cases: Mapping[str, tuple[object, int]] = {
        "deep": (deep, 0),
        "doubling": (wide, 0),
        "keys": ({f"key{number}": number for number in range(MANY)} | {"data": [one]}, 1),
        "lists": ({f"key{number}": [] for number in range(MANY)} | {"last": [one]}, 1),
        "lists-of-nothing": ({f"key{number}": [{}] * 9 for number in range(MANY // 9)}, 0),
        "by-name": ({f"key{number}": one for number in range(2_000)}, 2_000),
        "text-in-text": ({"text": {"text": {"text": {"text": {"text": one}}}}}, 0),
        "fields-of-fields": ({"fields": {"fields": {"fields": {"fields": one}}}}, 0),
        "described": ({"description": text, "items": [one] * 100}, 101),
        "itself-empty": ({"title": "Bus", "text": "", "list": [one] * 9}, 0),
        "pieces": ({"text": [text, *["\ud800"] * MANY]}, 1),
        "outlet": ({"text": text, "source": "://" * MANY, "publisher": {"name": ["x"] * MANY}}, 1),
    }
    for what, (value, good) in cases.items():
        content = json.dumps(value).encode()
        yield Case(f"{what}.json", content, good)
        yield Case(f"{what}-cut.json", content[: dice.randrange(1, len(content))])
        yield Case(f"{what}.jsonl", content + b"\n" + json.dumps(one).encode(), good + 1)


def frames(dice: random.Random) -> Iterator[Case]:
    """Pages whose frames, notes, metadata and wrappings have no end; feeds and letters of that kind."""
    text = report(dice)
    nested = page(text)
    for _ in range(9):
        nested = f'<iframe srcdoc="{escape(nested)}"></iframe>'
    ld = '<script type="application/ld+json">'
    wraps = "".join(f"<div class='comments c{level}'>" for level in range(300))
    feed = "<rss version='2.0'><channel><title>x</title><item><title>Bus</title>{}</item></channel></rss>"
    head = "From: a@orlo.example\nTo: b@orlo.example\nSubject: Bus\nDate: 3 May 2031 08:00:00 +0000\n\n"
    armour = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
    cases: Mapping[str, tuple[str, int]] = {
        "in-frames.html": (nested, 0),
        "frames-open.html": ("<iframe srcdoc='" * MANY + page(text), 0),
        "frames-many.html": (f"<iframe srcdoc='{escape(page(text))}'></iframe>" * 2_000, 1),
        "notes.html": (page(text + "<sup><a href='#n'>[1]</a></sup>" * 9_000), 1),
        "metadata-wrapped.html": (f"{ld}{'<!--' * MANY}{'//]]>' * MANY}</script>{page(text)}", 1),
        "wrapped.html": (f"{wraps}{page(text)}", 0),
        "no-frames.html": ("<noframes>" * MANY + page(text), 1),
        "whole-texts.xml": (feed.format(f"<a:full-text>{text}</a:full-text>" * 9_000), 1),
        "escaped-often.xml": (feed.format(f"<description>{'&amp;' * MANY}lt;p&gt;{text}</description>"), 1),
        "posted.xml": (feed.format(f"<description>{escape('<p>The post <a>' * MANY)}</description>"), 0),
        "armour-open.eml": (head + armour + text, 1),
        "armour-often.eml": (head + armour * 20_000 + text, 0),
        "signed-often.eml": (f"{head}{text}\n" + "-- \n" * MANY, 1),
    }
    for name, (content, good) in cases.items():
        yield Case(name, content.encode(), good)
    one = article(dice)
    sheets = [[Word(50, 700, f"{number} {one.outlet}"), Word(50, 600, text)] for number in range(1_500)]
    yield Case("sheets-alike.pdf", paper(sheets), 1)
