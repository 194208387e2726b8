"""What the web really sends, and what it could: archives, feeds and pages that a second hand thought of."""

import gzip
import random
import zlib
from collections.abc import Callable, Iterator, Mapping

from hostile_archives import record
from hostile_case import Case, page, report

DATE = "WARC-Date: 2031-02-03T04:05:06Z\r\n"
CAPTURED = "Content-Type: application/http;msgtype=response\r\n"


def raw(
    kind: str, body: bytes, *, head: str = CAPTURED, version: str = "WARC/1.0", end: str = "\r\n"
) -> bytes:
    """A record of any kind."""
    lines = (
        f"{version}\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:orlo:{kind}>\r\n"
        f"WARC-Target-URI: http://orlo.example/{kind}\r\n{DATE}{head}Content-Length: {len(body)}\r\n\r\n"
    )
    return (lines.encode() + body + b"\r\n\r\n").replace(b"\r\n", end.encode())


def answer(text: str, *, status: str = "HTTP/1.1 200 OK", head: str = "Content-Type: text/html\r\n") -> bytes:
    return f"{status}\r\n{head}\r\n".encode() + page(text).encode()


# Records between two good ones, and how many more reports each has to give.
RECORDS: Mapping[str, Callable[[str], tuple[bytes, int]]] = {
    "about-archives": lambda text: (
        raw("response", answer(f"{text} <pre>WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n")),
        0,
    ),
    "conversion": lambda text: (raw("conversion", text.encode(), head="Content-Type: text/plain\r\n"), 1),
    "charset-lie": lambda text: (
        raw("response", answer(text, head="Content-Type: text/html; charset=utf-16\r\n")),
        1,
    ),
    "charset-quoted": lambda text: (
        raw("response", answer(text, head="Content-Type: text/html; charset=\"'utf-8'\"\r\n")),
        1,
    ),
    "digest-wrong": lambda text: (
        raw("response", answer(text), head=CAPTURED + "WARC-Block-Digest: sha1:AAAA\r\n"),
        1,
    ),
    "dns": lambda _: (
        raw("response", b"20310203 orlo.example 60 IN A 10.0.0.1", head="Content-Type: text/dns\r\n"),
        0,
    ),
    "feed": lambda text: (
        raw(
            "response",
            b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n"
            + f"<rss><channel><item><description>{text}</description></item></channel></rss>".encode(),
        ),
        0,
    ),
    "fields-100000": lambda text: (
        raw("response", answer(text), head=CAPTURED + "".join(f"X-{n}: y\r\n" for n in range(100_000))),
        0,
    ),
    "header-of-nothing": lambda _: (b"WARC/1.0\r\n\r\n", 0),
    "http-0.9": lambda text: (raw("response", page(text).encode()), 0),
    "http-2": lambda text: (raw("response", answer(text, status="HTTP/2 200")), 1),
    "http-again": lambda text: (raw("response", b"HTTP/1.1 100 Continue\r\n\r\n" + answer(text)), 0),
    "http-folded": lambda text: (
        raw("response", answer(text, head="Content-Type: text/html;\r\n charset=utf-8\r\nX:\r\n\ty\r\n")),
        1,
    ),
    "http-line-of-1-MB": lambda text: (
        raw("response", answer(text, head=f"X-Long: {'a' * 1_000_000}\r\nContent-Type: text/html\r\n")),
        1,
    ),
    "http-line-feeds": lambda text: (raw("response", answer(text).replace(b"\r\n", b"\n")), 1),
    "http-noise": lambda text: (
        raw("response", answer(text, head="\xff\xfe: \x00\r\nContent-Type: text/html\r\n")),
        0,
    ),
    "http-spaced-colon": lambda text: (raw("response", answer(text, head="Content-Type : text/html\r\n")), 1),
    "http-two-types": lambda text: (
        raw("response", answer(text, head="Content-Type: text/html\r\nContent-Type: image/png\r\n")),
        0,
    ),
    "length-with-spaces": lambda text: (
        raw("response", answer(text)).replace(b"Content-Length: ", b"Content-Length:  \t"),
        1,
    ),
    "length-in-capitals": lambda text: (
        raw("response", answer(text)).replace(b"Content-Length", b"CONTENT-LENGTH"),
        1,
    ),
    "lines-too-many": lambda text: (raw("response", answer(text)) + b"\r\n" * 5_000, 1),
    "lines-none": lambda text: (raw("response", answer(text)).rstrip(b"\r\n"), 0),
    "lines-one": lambda text: (raw("response", answer(text)).removesuffix(b"\r\n"), 1),
    "metadata": lambda _: (
        raw("metadata", b"fetchTimeMs: 1\r\n", head="Content-Type: application/warc-fields\r\n"),
        0,
    ),
    "metadata-20000": lambda _: (raw("metadata", b"", head="") * 20_000, 0),
    "not-modified": lambda text: (raw("response", answer(text, status="HTTP/1.1 304 Not Modified")), 0),
    "revisit": lambda _: (raw("revisit", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), 0),
    "segment": lambda text: (
        raw("response", answer(text)[:150], head=CAPTURED + "WARC-Segment-Number: 1\r\n")
        + raw("continuation", answer(text)[150:], head="WARC-Segment-Number: 2\r\n"),
        0,
    ),
    "uri-long": lambda text: (
        raw("response", answer(text)).replace(b"orlo.example/response", b"orlo.example/" + b"a" * 500_000),
        0,
    ),
    "uri-script": lambda text: (
        raw("response", answer(text)).replace(b"http://orlo.example/response", b"javascript:alert(1)"),
        1,
    ),
    "version-0.18": lambda text: (raw("response", answer(text), version="WARC/0.18"), 1),
    "version-1.1": lambda text: (raw("response", answer(text), version="WARC/1.1"), 1),
    "version-lower": lambda text: (raw("response", answer(text), version="warc/1.0"), 0),
    "warcinfo-long": lambda _: (raw("warcinfo", b"robots: obey\r\n" * 1_500_000, head=""), 0),
}


def captures(dice: random.Random) -> Iterator[Case]:
    """Archives with records of every kind between two good ones, and packed in many ways."""
    for what, make in RECORDS.items():
        bad, more = make(report(dice))
        three = [record(report(dice), 1), bad, record(report(dice), 3)]
        yield Case(f"{what}.warc", b"".join(three), 2 + more)
        yield Case(f"{what}.warc.gz", b"".join(map(gzip.compress, three)), 2 + more)
    whole = b"".join(record(report(dice), number) for number in range(4))
    halves = gzip.compress(whole[:1_000]) + gzip.compress(whole[1_000:])
    cut = gzip.compress(record(report(dice), 9))[:-40]
    packed: Mapping[str, tuple[bytes, int]] = {
        "begun-late": (whole[200:], 3),
        "bom": (b"\xef\xbb\xbf" + whole, 4),
        "cut-between": (gzip.compress(whole) + cut + gzip.compress(whole), 8),
        "cut-between-twice": (cut + cut + gzip.compress(whole), 4),
        "empty-between": (gzip.compress(b"") + gzip.compress(whole) + gzip.compress(b"") * 9, 4),
        "extra-field": (_with_extra(gzip.compress(whole)), 4),
        "halves": (halves, 4),
        # Every length is then too large by the carriage returns that are gone: each record is told.
        "line-feeds": (whole.replace(b"\r\n", b"\n"), 0),
        "noise-before": (b"HTTP archive made by orlo\r\n\r\n" + whole, 4),
        "plain-after": (gzip.compress(whole) + whole, 4),
        "stored": (_stored(whole), 4),
        "twice": (gzip.compress(gzip.compress(whole)), 4),
        "zeros-between": (gzip.compress(whole) + b"\0" * 70_000 + gzip.compress(whole), 8),
    }
    for what, (content, good) in packed.items():
        yield Case(f"packed-{what}.warc.gz", content, good)
        yield Case(f"packed-{what}.html", content)


def _with_extra(packed: bytes) -> bytes:
    return packed[:3] + b"\x04" + packed[4:10] + b"\x08\x00sl\x04\x00\x10\x00\x00\x00" + packed[10:]


def _stored(content: bytes) -> bytes:
    packing = zlib.compressobj(0, wbits=31)
    return packing.compress(content) + packing.flush()


RSS = "<rss version='2.0'><channel><title>Sarn Wire</title>{}</channel></rss>"
ITEM = "<item><title>Bus</title><description>{}</description></item>"
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Sarn Wire</title>{}</feed>"
# A feed around two entries, and what an entry looks like there.
KINDS: Mapping[str, tuple[str, str]] = {
    "0.90": (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        " xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>x</title></channel>{}</rdf:RDF>",
        ITEM,
    ),
    "0.91": (
        "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'"
        " 'http://127.0.0.1/rss-0.91.dtd'><rss version='0.91'><channel>{}</channel></rss>",
        ITEM,
    ),
    "1.0": (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        "<channel/>{}</rdf:RDF>",
        ITEM,
    ),
    "2.0": (RSS, ITEM),
    "atom-0.3": (
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'>{}</feed>",
        "<entry><content type='text/html' mode='escaped'>{}</content></entry>",
    ),
    "atom-1.0": (ATOM, "<entry><content type='html'>{}</content></entry>"),
    "atom-prefixed": (
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>{}</a:feed>",
        "<a:entry><a:content type='text'>{}</a:content></a:entry>",
    ),
    "atom-xhtml": (
        ATOM,
        "<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{}</p></div></content></entry>",
    ),
    "cdata": (RSS, "<item><description><![CDATA[<p>{}</p>]]></description></item>"),
    "cdata-mixed": (RSS, "<item><description>&lt;p&gt;<![CDATA[{}]]>&lt;/p&gt;</description></item>"),
    "encoded": (
        RSS.replace("<rss", "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'"),
        "<item><content:encoded><![CDATA[<p>{}</p>]]></content:encoded></item>",
    ),
    "entry-alone": ("{}", "<entry xmlns='http://www.w3.org/2005/Atom'><summary>{}</summary></entry>"),
    "xml-base": (RSS.replace("<rss", "<rss xml:base='javascript:alert(1)//'"), ITEM),
}
# What is done to a whole feed, and if its two entries have to be read then.
DONE: Mapping[str, tuple[Callable[[str], bytes], int]] = {
    "as-it-is": (str.encode, 2),
    "bom-utf-8": (lambda xml: b"\xef\xbb\xbf" + xml.encode(), 2),
    "comments": (lambda xml: (xml + "<!-- x -->" * 200_000).encode(), 2),
    "cut": (lambda xml: xml[:-9].encode(), 2),
    "declared-ascii": (lambda xml: f"<?xml version='1.0' encoding='us-ascii'?>{xml}".encode(), 2),
    "declared-ebcdic": (lambda xml: f"<?xml version='1.0' encoding='cp037'?>{xml}".encode(), 0),
    "declared-zip": (lambda xml: f"<?xml version='1.0' encoding='zip'?>{xml}".encode(), 2),
    "instructions": (lambda xml: ("<?a b?>" * 5_000 + xml).encode(), 2),
    "nul": (lambda xml: xml.replace("<", "\0<", 3).encode(), 0),
    "php-warning": (lambda xml: ("Warning: mysql_connect() in /var/www on line 3\n" + xml).encode(), 0),
    "subset": (lambda xml: f"<!DOCTYPE x [<!ENTITY orlo 'Orlo'><!ELEMENT y ANY>]>{xml}".encode(), 2),
    "utf-16": (lambda xml: f"<?xml version='1.0' encoding='utf-16'?>{xml}".encode("utf-16"), 2),
    "utf-16-bare": (lambda xml: f"<?xml version='1.0' encoding='utf-16'?>{xml}".encode("utf-16-le"), 2),
    "utf-32": (lambda xml: f"<?xml version='1.0' encoding='utf-32'?>{xml}".encode("utf-32"), 2),
    "windows-quotes": (
        lambda xml: f"<?xml version='1.0' encoding='utf-8'?>{xml}".replace("Bus", "“Bus”").encode("cp1252"),
        2,
    ),
}


def wires(dice: random.Random) -> Iterator[Case]:
    """Feeds of every version, in every state."""
    for kind, (around, entry) in KINDS.items():
        for what, (make, good) in DONE.items():
            if kind == "entry-alone":
                xml, good = entry.format(report(dice)), min(good, what != "cut")
            else:
                xml = around.format(entry.format(report(dice)) + entry.format(report(dice)))
            # A document type cannot stand twice.
            again = kind == "0.91" and what in ("subset", "instructions")
            yield Case(f"{kind}-{what}.xml", make(xml), 0 if again else good)
    two = ITEM.format(report(dice)) + ITEM.format(report(dice))
    yield Case(
        "namespaces.xml",
        RSS.replace("<rss", "<rss " + "".join(f" xmlns:n{n}='u:{n}'" for n in range(100_000)))
        .format(two)
        .encode(),
        2,
    )
    yield Case("items-100000.xml", RSS.format("<item/>" * 100_000 + two).encode(), 2)
    yield Case("roots-two.xml", (RSS.format(two) + RSS.format(two)).encode(), 2)
    yield Case("after-the-end.xml", (RSS.format(two) + two).encode(), 2)
    yield Case("deep.xml", RSS.format("<x>" * 200_000 + two).encode())
    yield Case("text-50-MB.xml", RSS.format(two + ITEM.format("Orlo " * 10_000_000)).encode())
    yield Case(
        "title-9-MB.xml",
        RSS.format(two + "<item><title>" + "Orlo " * 1_800_000 + "</title></item>").encode(),
        2,
    )


ARTICLE = "<article>{}</article>"
# The pages that a browser shows the report of have to be read.
SHOWN: Mapping[str, str] = {
    "article-in-table": "<table><tr><td>{}</td></tr></table>",
    "base-file": "<base href='file:///etc/'><article>{}</article><img src=passwd>",
    "body-twice": "<body><body class=x>{}</body></body>",
    "charset-late": "<!-- " + "x" * 100_000 + " --><meta charset=utf-8><article>{} “Orlo”</article>",
    "custom": "<x-story><x-body>{}</x-body></x-story>",
    "doctype-long": "<!DOCTYPE html PUBLIC '" + "x" * 500_000 + "'><article>{}</article>",
    "no-doctype": "{}",
    "refresh": "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>{}",
    "script-50-MB": "<script>" + "a<b;" * 12_500_000 + "</script>{}",
    "style-9-MB": "<style>" + "p{{}} " * 1_800_000 + "</style>{}",
    "svg": "<svg><title>x</title><foreignObject><p>x</p></foreignObject></svg>{}",
    "upper": "<HTML><BODY><ARTICLE>{}</ARTICLE></BODY></HTML>",
    "xml": "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>",
}
HIDDEN: Mapping[str, str] = {
    "button": "<button>" * 2_000 + "</button>" * 2_000 + "{}",
    "attribute-10-MB": "<p title='" + "x" * 10_000_000 + "'>{}</p>",
    "closed-only": "</div>" * 500_000 + "{}",
    "deep-fonts": "<font>" * 50_000 + "{}",
    "deep-lists": "<ul><li>" * 100_000 + "{}",
    "deep-tables": "<table><tr><td>" * 300_000 + "{}",
    "frameset": "<frameset>" * 10_000 + "<noframes>{}</noframes>",
    "iframe": '<iframe srcdoc="{}"></iframe>',
    "links-in-links": "<a><table>" * 20_000 + "{}",
    "mathml": "<math><mtext>" * 20_000 + "{}",
    "nesting-mixed": "<p><table><a><b><i>" * 20_000 + "{}",
    "noscript": "<noscript>{}</noscript>",
    "options": "<select>" + "<option>Orlo" * 300_000 + "</select>{}",
    "ruby": "<ruby>" + "<rt>x" * 200_000 + "</ruby>{}",
    "sloppy-table": "<table>" + "<b>x" * 30_000 + "</table>{}",
    "template": "<template><article>{}</article></template>",
    "textarea": "<textarea>{}</textarea>",
    "xmp": "<xmp>{}",
}


def sites(dice: random.Random) -> Iterator[Case]:
    """Pages as browsers get them, and pages that were made to hurt."""
    for good, some in ((1, SHOWN), (0, HIDDEN)):
        for what, markup in some.items():
            said = " ".join(f"<p>{report(dice)}</p>" for _ in range(3))
            yield Case(f"{what}.html", markup.replace("{{}}", "{ }").replace("{}", said).encode(), good)
