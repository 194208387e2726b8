"""From a locator to its items: nothing raises, nothing is silently lost."""

import gzip
import io
import os
import pickle
import resource
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import RawItem, Reason, Refusal
from sayso.sources import Kind, Locator, SourceOptions, items_in
from sayso.sources.refused import Refused
from tests.sources.made import PAGE, gz, items_of, record, summary

LINES = b'{"id": 1, "text": "Ten died."}\n{"id": 2, "text": "Nine died."}\n'


def test_items_in_refuses_what_is_not_there(tmp_path: Path) -> None:
    (refusal,) = items_in(Locator(origin=str(tmp_path / "gone"), kind=Kind.FILE))
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.NOT_FOUND


def test_items_in_refuses_what_cannot_be_opened(tmp_path: Path) -> None:
    (refusal,) = items_in(Locator(origin=str(tmp_path), kind=Kind.FILE))
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.UNREADABLE


def test_items_in_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES)))
    assert summary(list(items_in(Locator(origin="-", kind=Kind.STDIN)))) == ["text", "text"]


def test_items_in_opens_the_target_and_reports_the_origin(tmp_path: Path) -> None:
    (tmp_path / "spooled").write_bytes(b"Ten people died in Orlo.")
    locator = Locator(origin="-", kind=Kind.FILE, target=str(tmp_path / "spooled"))
    (item,) = items_in(locator)
    assert (type(item), item.origin) == (RawItem, "-")


@pytest.mark.parametrize("content", [b"", b"  \n\t", b"\n\n" * 100_000])
def test_items_in_refuses_emptiness(tmp_path: Path, content: bytes) -> None:
    assert summary(items_of(tmp_path, content)) == ["empty"]
    assert summary(items_of(tmp_path, gz(content))) == ["empty"]


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (b"Ten people died in Orlo.", ["text"]),
        (PAGE, ["html"]),
        (LINES, ["text", "text"]),
        (record() + record(), ["html", "html"]),
        (b"\x89PNG\r\n\x1a\n" * 9, ["binary"]),
    ],
)
def test_items_in_looks_inside_gzip_whatever_the_name(
    tmp_path: Path, content: bytes, outcome: list[str]
) -> None:
    assert summary(items_of(tmp_path, gz(content), "a.txt")) == outcome
    assert summary(items_of(tmp_path, gz(gz(content)), "a.gz")) == outcome


def test_items_in_goes_no_deeper_than_gzip_within_gzip(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, gz(gz(gz(PAGE))))) == ["bomb"]


def test_items_in_stops_bombs_without_unpacking_them(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    member = gzip.compress(b"<p>" + b"A" * (64 << 20))
    for packed in (member * 20, gz(member), gz(record(b"\0" * (64 << 20))), gz(b'{"text": "') + member):
        assert "bomb" in summary(items_of(tmp_path, packed))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024


def test_items_in_keeps_what_came_before_a_cut(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%s"}\n' % os.urandom(40).hex().encode() for _ in range(3000))
    items = items_of(tmp_path, gz(lines)[:-5000], "a.jsonl.gz")
    assert summary(items)[-1] == "truncated"
    assert set(summary(items)[:-1]) == {"text"}
    assert len(items) > 2700


def test_items_in_refuses_half_a_page(tmp_path: Path) -> None:
    assert summary(items_of(tmp_path, gz(PAGE * 200)[:-10])) == ["truncated"]


def test_items_in_refuses_a_line_of_fifty_megabytes_cheaply(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert summary(items_of(tmp_path, b"word " * (10 << 20))) == ["too-large"]
    long = b'{"text": "' + b"word " * (10 << 20) + b'"}\n' + LINES
    assert summary(items_of(tmp_path, long, "a.jsonl")) == ["too-large", "text", "text"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250 * 1024


SEEDS = st.sampled_from(
    [
        PAGE,
        LINES,
        gz(LINES),
        record(),
        gz(record()),
        b"<rss><channel><item><title>Calm</title></item></channel></rss>",
        b"<!DOCTYPE rss [<!ENTITY a 'b'>]>",
        b"<urlset><url><loc>http://orlo.test/</loc></url></urlset>",
        b"From: a\nTo: b\nSubject: c\n\nCalm.",
        b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n",
        b"PK\x03\x04",
        zlib.compress(b"Calm."),
        "Calm in Orlo.".encode("utf-16"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(pieces=st.lists(SEEDS | st.binary(max_size=40), max_size=5), cut=st.integers(0, 60))
def test_items_in_never_raises_and_never_comes_to_nothing(
    tmp_path: Path, pieces: list[bytes], cut: int
) -> None:
    content = b"".join(pieces)
    for name in ("a", "a.html", "a.jsonl"):
        items = items_of(tmp_path, content[: max(0, len(content) - cut)], name)
        assert items
        for item in items:
            assert isinstance(item, RawItem | Refusal)
            # Whatever is stored or printed as text has to be text.
            f"{item.origin}{item.part}".encode()


def test_options_and_refusals_travel_to_workers() -> None:
    options = SourceOptions(fields=(("text", "body"),), allow_hosts=frozenset({"orlo.test"}))
    assert pickle.loads(pickle.dumps(options)) == options  # noqa: S301 - our own bytes
    refused = pickle.loads(pickle.dumps(Refused(Reason.BOMB, "x")))  # noqa: S301 - our own bytes
    assert (refused.reason, refused.detail) == (Reason.BOMB, "x")
    assert {options: 1}[options] == 1


def test_standard_input_that_is_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    [refusal] = items_in(Locator(origin="-", kind=Kind.STDIN))
    assert isinstance(refusal, Refusal)
    assert (refusal.reason, refusal.detail) == (Reason.UNREADABLE, "standard input is closed")
