"""Pages out of web archives."""

import gzip
import os
from pathlib import Path

import brotli
import pytest

from sayso.model import Declared, Media, RawItem, Reason, Refusal
from tests.sources.made import PAGE, gz, http, items_of, record, summary


def test_warc_yields_each_page_with_its_address_and_record_id(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, record(name="a"))
    assert isinstance(item, RawItem)
    assert item.media is Media.HTML
    assert item.content == PAGE
    assert item.part == "<urn:orlo:a>"
    assert item.charset == "utf-8"
    # The day of capture is not the day of publication.
    assert item.declared == Declared(url="http://orlo.test/a")


def test_warc_passes_by_what_is_no_page(tmp_path: Path) -> None:
    others = [
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        record(b"software: x", kind="warcinfo", Content_Type="application/warc-fields"),
        record(http(b"\x89PNG\r\n\x1a\n", Content_Type="image/png")),
        record(http(status="404 Not Found")),
        record(http(b"", status="301 Moved", Location="/b")),
        record(b"20310203\norlo.test. 1 IN A", Content_Type="text/dns", WARC_Target_URI="dns:orlo.test"),
        record(b"log", kind="resource", Content_Type="text/plain", WARC_Target_URI="metadata://orlo/log"),
    ]
    assert summary(items_of(tmp_path, b"".join(others))) == ["empty"]
    assert summary(items_of(tmp_path, b"".join(others) + record())) == ["html"]


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_warc_reads_pages_that_were_saved_or_converted(tmp_path: Path, kind: str) -> None:
    (item,) = items_of(tmp_path, record(b"Ten people died in Orlo.", kind=kind, Content_Type="text/plain"))
    assert isinstance(item, RawItem)
    assert (item.media, item.content) == (Media.TEXT, b"Ten people died in Orlo.")


@pytest.mark.parametrize(
    "answer",
    [
        http(gzip.compress(PAGE), Content_Encoding="gzip"),
        http(brotli.compress(PAGE), Content_Encoding="br"),
        http(PAGE, Content_Encoding="gzip"),
        http(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), Transfer_Encoding="chunked"),
        http(PAGE, Transfer_Encoding="chunked"),
    ],
    ids=["gzip", "brotli", "unpacked by the crawler", "chunked", "joined by the crawler"],
)
def test_warc_unpacks_bodies(tmp_path: Path, answer: bytes) -> None:
    (item,) = items_of(tmp_path, record(answer))
    assert isinstance(item, RawItem)
    assert item.content == PAGE


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (http(gzip.compress(b"\0" * (64 << 20)), Content_Encoding="gzip"), Reason.BOMB),
        (http(gzip.compress(PAGE)[:-9], Content_Encoding="gzip"), Reason.TRUNCATED),
        (http(b"\x01" + PAGE, Content_Encoding="sdch"), Reason.UNSUPPORTED_FORMAT),
        (http(b"\x89PNG\r\n\x1a\n" + b"\0" * 50), Reason.BINARY),
        (http(b" \n"), Reason.EMPTY),
        (b"no header at all", Reason.MALFORMED),
        (http(os.urandom(200_000).hex().encode()), Reason.TOO_LARGE),
    ],
)
def test_warc_keeps_both_neighbours_of_a_bad_page(tmp_path: Path, bad: bytes, reason: Reason) -> None:
    content = [record(name="before"), record(bad, name="bad"), record(name="after")]
    for packed in (b"".join(content), gz(*content)):
        before, refusal, after = items_of(tmp_path, packed, max_bytes=200_000)
        assert isinstance(before, RawItem)
        assert isinstance(after, RawItem)
        assert isinstance(refusal, Refusal)
        assert refusal.reason is reason
        assert refusal.part in {"<urn:orlo:bad>", None}


def test_warc_tells_a_record_of_unknown_type(tmp_path: Path) -> None:
    content = record(kind="respXnse", name="a") + record(name="b")
    assert summary(items_of(tmp_path, content)) == ["malformed", "html"]


def test_warc_says_when_the_crawler_cut_a_page_off(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, record(WARC_Truncated="length"))) == ["truncated"]


def test_warc_says_when_the_archive_is_cut_off(tmp_path: Path) -> None:
    packed = gz(record(name="a"), record(name="b"))
    assert summary(items_of(tmp_path, packed[:-30], "cut.warc.gz")) == ["html", "truncated"]


def test_warc_reads_a_length_that_is_folded_onto_the_next_line(tmp_path: Path) -> None:
    folded = record().replace(b"Content-Length: ", b"Content-Length:\r\n ")
    assert summary(items_of(tmp_path, folded)) == ["html"]


def test_warc_reads_any_field_that_is_folded_onto_the_next_line(tmp_path: Path) -> None:
    folded = record().replace(b"WARC-Type: ", b"WARC-Type:\r\n\t")
    assert summary(items_of(tmp_path, folded)) == ["html"]


LONG_HEADERS = {
    "100,000 fields": {f"X-{n}": "1" for n in range(100_000)},
    "a field of a megabyte": {"Set-Cookie": "a" * 1_000_000},
}


@pytest.mark.parametrize("many", LONG_HEADERS.values(), ids=LONG_HEADERS)
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_warc_reads_a_page_behind_a_header_too_long_for_the_parser(
    tmp_path: Path, many: dict[str, str], packed: bool
) -> None:
    # The parser gives up on headers of 32 KiB; it took the rest of the archive with it.
    long = record(http(gzip.compress(PAGE), **many, Content_Encoding="gzip"), name="long")
    records = [record(name="a"), long, record(name="b")]
    found = items_of(tmp_path, gz(*records) if packed else b"".join(records))
    assert [item.part for item in found] == ["<urn:orlo:a>", "<urn:orlo:long>", "<urn:orlo:b>"]
    assert [item.content for item in found if isinstance(item, RawItem)] == [PAGE] * 3


def test_warc_keeps_both_neighbours_of_an_address_of_50_000_letters(tmp_path: Path) -> None:
    long = record(WARC_Target_URI="http://orlo.test/" + "a" * 50_000, name="long")
    _, item, _ = items_of(tmp_path, record(name="a") + long + record(name="b"))
    assert isinstance(item, RawItem)
    assert item.declared.url is None
    assert item.content == PAGE


@pytest.mark.parametrize(
    "answer",
    [
        http(Content_Encoding="br"),
        http(Content_Encoding="none"),
        http(Content_Encoding="zstd"),
        http(gzip.compress(PAGE)),
        http(gzip.compress(PAGE) + b"\r\n", Content_Encoding="gzip"),
        http(status="203 Non-Authoritative Information"),
        b"HTTP/1.1 100 Continue\r\n\r\n" + http(),
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + http(),
        http().replace(b"HTTP/1.1", b"http/1.1"),
    ],
    ids=[
        "clear br",
        "clear none",
        "clear zstd",
        "silent gzip",
        "gzip and a line end",
        "203",
        "100",
        "103",
        "lower",
    ],
)
def test_warc_reads_a_page_whatever_its_header_says(tmp_path: Path, answer: bytes) -> None:
    (item,) = items_of(tmp_path, record(answer))
    assert isinstance(item, RawItem)
    assert item.content == PAGE


def test_warc_knows_the_type_of_a_record_in_capitals(tmp_path: Path) -> None:
    (item,) = items_of(tmp_path, record(kind="Response"))
    assert isinstance(item, RawItem)


def test_warc_reads_no_answer_that_is_all_ahead_of_one(tmp_path: Path) -> None:
    items = items_of(tmp_path, record(b"HTTP/1.1 100 Continue\r\n\r\n" * 50) + record())
    assert summary(items) == ["malformed", "html"]
