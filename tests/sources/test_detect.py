"""Formats are told by content; names only break ties."""

import codecs

import pytest

from sayso.model import Reason
from sayso.sources.detect import Format, detect
from sayso.sources.magic import MARKS
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD
from tests.sources.made import PAGE

RSS = b'<rss version="2.0"><channel><item><title>Calm in Orlo</title></item></channel></rss>'


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"Ten people died in Orlo, police said.", Format.TEXT),
        (b"Shelling < 5 km from Orlo; see <a> and x < y > z.", Format.TEXT),
        (b"<Breaking> Ten people died in Orlo.\n", Format.TEXT),
        (b"{draft}\nTen people died in Orlo.\n", Format.TEXT),
        (b'{"desk": "north"}\nTen people died in Orlo, police said.\nMore follows.\n', Format.TEXT),
        (b'{"desk": "north"} Ten people died in Orlo.', Format.TEXT),
        (b'"We saw it," he said.', Format.TEXT),
        (b"[Text] ORLO, 3 Feb -- Ten people died.", Format.TEXT),
        (b"[1] Ten people died.\n[2] Nine did.\n", Format.TEXT),
        (b"From the north came shells.\nSubject: none.\n\nMore.", Format.TEXT),
        (b"From: Vesk Agency\nTen people died.\n", Format.TEXT),
        ("Десять погибших в Орло.".encode("cp1251"), Format.TEXT),
        ("Ten people died in Orlo.".encode("utf-16"), Format.TEXT),
        ("Ten people died in Orlo, police said.".encode("utf-16-le"), Format.TEXT),
        ("Десять человек погибли в городе Орло, сказал мэр.".encode("utf-16-be"), Format.TEXT),
        ("Ten people died in Orlo, police said.".encode("utf-32-be"), Format.TEXT),
        (b'The mayor\x00 said \x00"yes"\x00.\x01\x02\x1b[31m\x7f\x85', Format.TEXT),
        (PAGE, Format.HTML),
        (PAGE.decode().encode("utf-16"), Format.HTML),
        (b"\n <!-- made by hand --> <DIV class=x>Ten people died.</DIV>", Format.HTML),
        (b"Warning: cannot connect\n<html><body>Ten people died.</body></html>", Format.HTML),
        (
            b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html/>',
            Format.HTML,
        ),
        (RSS, Format.FEED),
        (b'<?xml version="1.0"?><!-- a > b --><a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', Format.FEED),
        (codecs.BOM_UTF8 + b"\n" + RSS, Format.FEED),
        (RSS.decode().encode("utf-16-be"), Format.FEED),
        (b"<!-- unfinished " + RSS, Format.FEED),
        (b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', Format.SITEMAP),
        (b"<sitemapindex></sitemapindex>", Format.SITEMAP),
        (b'{"id": 1, "text": "Ten died."}\n{"id": 2, "text": "Nine died."}\n', Format.RECORDS),
        (b'{bad\n{"id": 2, "text": "Nine died."}\n', Format.RECORDS),
        (b'{\n  "text": "Ten died."\n}\n', Format.RECORDS),
        (b'[{"text": "Ten died."}, {"text": "Nine died."}]', Format.RECORDS),
        (b'{"text": "' + b"word " * 20_000, Format.RECORDS),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Format.WARC),
        (b"WARC is a format for archives.", Format.TEXT),
        (
            b"From: a@orlo.test\r\nSubject: Calm\r\nDate: Mon, 3 Feb 2031 10:00:00 +0000\r\n\r\nCalm.",
            Format.EMAIL,
        ),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Format.PDF),
        (b"\xef\xbb\xbf\r\nWARC/1.1\r\nWARC-Type: warcinfo\r\n", Format.WARC),
        (b"Ten people died in Orlo, police said.\n" + b"\0" * 5_000, Format.TEXT),
        ("Ten people died in Orlo, police said.\n".encode("utf-16-le") + b"\0" * 5_000, Format.TEXT),
    ],
)
def test_detect_goes_by_content(head: bytes, format: Format) -> None:
    assert detect(head) is format


@pytest.mark.parametrize(
    ("head", "named", "format"),
    [
        (PAGE, ".txt", Format.HTML),
        (RSS, ".html", Format.FEED),
        (b"Ten people died in Orlo.", ".html", Format.TEXT),
        (b"Ten people <b>died</b> in Orlo.", ".html", Format.HTML),
        (b"Ten people <b>died</b> in Orlo.", ".txt", Format.TEXT),
        (b"<orlo-story><orlo-body>Ten died.</orlo-body></orlo-story>", ".html", Format.HTML),
        (b"<button>x</button><p>Ten died.</p></button>", "text/html", Format.HTML),
        (b"<!-- " + b"x" * HEAD, ".html", Format.HTML),
        (b"<!DOCTYPE html PUBLIC '" + b"x" * HEAD, ".html", Format.HTML),
        (b"42", ".json", Format.RECORDS),
        (b"42", ".txt", Format.TEXT),
        (b"nonsense", "application/json", Format.RECORDS),
        (b"ate: 2031\r\n\r\n<p>Calm.</p>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n", ".warc", Format.WARC),
        (b"WARC/1.0 is the first line of a record.", ".warc", Format.WARC),
        (b"Each record opens with WARC/1.0 and a type.", ".txt", Format.TEXT),
    ],
)
def test_detect_asks_the_name_only_where_content_leaves_it_open(
    head: bytes, named: str, format: Format
) -> None:
    assert detect(head, named=named) is format


def reason(head: bytes, named: str | None = None) -> Reason:
    with pytest.raises(Refused) as refused:
        detect(head, named=named)
    return refused.value.reason


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.what)
def test_detect_refuses_each_marked_format_whatever_its_name(mark) -> None:  # type: ignore[no-untyped-def]
    head = b"....".ljust(mark.offset, b".")[: mark.offset] + mark.magic + b"\x00\x01" * 40
    assert reason(head, ".html") in {Reason.BINARY, Reason.UNSUPPORTED_FORMAT}


def test_detect_refuses_bytes_that_are_no_text() -> None:
    assert reason(bytes(range(256)) * 20) is Reason.BINARY
    assert reason(b"\x00" * 5000) is Reason.BINARY


def test_detect_refuses_xml_of_other_kinds() -> None:
    assert reason(b'<?xml version="1.0"?><opml><body><outline/></body></opml>') is Reason.UNSUPPORTED_FORMAT
    assert reason(b"<doc>Ten people died.</doc>\n") is Reason.UNSUPPORTED_FORMAT


def test_detect_names_a_bomb_in_any_xml() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;">]><a1>&c;</a1>'
    assert reason(bomb) is Reason.BOMB


def test_detect_knows_a_zstandard_archive_by_the_dictionary_before_it() -> None:
    assert reason(b"\x5d\x2a\x4d\x18\x10\0\0\0" + b"x" * 16) is Reason.UNSUPPORTED_FORMAT


def test_detect_refuses_nothing_at_all() -> None:
    assert reason(b"") is Reason.EMPTY


def test_a_page_whose_first_tag_is_longer_than_can_be_looked_at_is_a_page() -> None:
    head = b"<img src='data:image/png;base64," + b"A" * 100_000
    assert detect(head[:HEAD], named="text/html") is Format.HTML
    assert detect(b"<John> said: nothing happened in Orlo.", named=".txt") is Format.TEXT


def test_detect_refuses_tables_that_would_be_read_as_one_report() -> None:
    rows = b"id,text\r\n1,Ten people died in Orlo.\r\n2,Nine people died in Varn.\r\n"
    assert reason(rows, ".csv") is Reason.UNSUPPORTED_FORMAT
    assert detect(PAGE, named=".csv") is Format.HTML
