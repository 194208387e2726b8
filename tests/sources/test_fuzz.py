"""Every fuzz target on what Hypothesis makes up, and on well-formed pieces cut, doubled and mixed."""

import gzip

import pytest
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.made import PAGE, gz, http, record

FEED = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>'
    b'<rss version="2.0"><channel><title>Orlo</title><item>'
    b"<title>T &a; &#1114112;</title><guid>g</guid><pubDate>Mon, 31 Feb 2031 25:61:61 +9999</pubDate>"
    b"<description><![CDATA[<p>Two died.</p>]]></description></item></channel></rss>"
)
PIECES = (
    FEED, PAGE, record(), gz(record()), http(PAGE), gzip.compress(FEED),
    b"<urlset><url><loc>http://orlo.test/1</loc></url></urlset>", b"<!doctype html>", b"<script>", b"<!--",
    b'{"text": "Two died in Orlo.", "id": 1}\n', b"[" * 50, b'{"version": "https://jsonfeed.org/version/1.1"}',
    b"From: a@orlo.test\nDate: now\nSubject: =?x?q?=\n\nTwo died.", b"%PDF-1.7", b"WARC/1.0\r\n",
    b"Content-Length: -5\r\n\r\n", b"ffffffffffffffff\r\n", b"\xff\xfe", b"\xed\xa0\x80",
    b"\x00", b"\x1f\x8b\x08",
    b"ORLO, May 6 (Sarn Wire) - Two died.\n", b"Published: 2031-13-45\n", b"9" * 5000,
    "\u202e\U0001f525".encode(),
)  # fmt: skip

cut = st.builds(
    lambda piece, a, b: piece[min(a, b) : max(a, b)],
    st.sampled_from(PIECES),
    st.integers(0, 600),
    st.integers(0, 600),
)
made = st.lists(st.sampled_from(PIECES) | cut | st.binary(max_size=12), max_size=6).map(b"".join)


@pytest.mark.parametrize("name", sorted(TARGETS))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=made | st.binary(max_size=300))
def test_target_refuses_or_reads_and_never_raises(name: str, content: bytes) -> None:
    TARGETS[name](content)
