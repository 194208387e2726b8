"""HTTP bodies, unpacked within bounds."""

import gzip
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reason
from sayso.sources.coding import CODINGS, codings_in, dechunked, decoded
from sayso.sources.refused import Refused

TEXT = b"Ten people died in Orlo, police said. " * 50
BARE = zlib.compressobj(wbits=-15)
PACKED = {
    "br": brotli.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "gzip": gzip.compress(TEXT),
    "identity": TEXT,
    "x-gzip": gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:]),
}


def unpacked(body: bytes, *codings: str, cap: int = 100_000) -> bytes:
    return decoded(body, codings, cap=cap, max_ratio=200)


def reason(body: bytes, *codings: str, cap: int = 100_000) -> Reason:
    with pytest.raises(Refused) as refused:
        unpacked(body, *codings, cap=cap)
    return refused.value.reason


@pytest.mark.parametrize("coding", CODINGS)
def test_decoded_undoes_each_coding(coding: str) -> None:
    assert unpacked(PACKED[coding], coding) == TEXT


def test_decoded_undoes_a_bare_deflate_and_two_codings_in_turn() -> None:
    assert unpacked(BARE.compress(TEXT) + BARE.flush(), "deflate") == TEXT
    assert unpacked(gzip.compress(brotli.compress(TEXT)), "br", "gzip") == TEXT


def test_decoded_leaves_a_body_that_was_unpacked_before_it_was_stored() -> None:
    assert unpacked(TEXT, "gzip") == TEXT


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip"])
def test_decoded_tells_what_is_cut_off(coding: str) -> None:
    assert reason(PACKED[coding][:-6], coding) is Reason.TRUNCATED


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("br", brotli.compress(b"\0" * (32 << 20))),
        ("deflate", zlib.compress(b"\0" * (32 << 20))),
        ("gzip", gzip.compress(b"\0" * (32 << 20))),
    ],
)
def test_decoded_stops_a_bomb(coding: str, bomb: bytes) -> None:
    assert reason(bomb, coding) is Reason.BOMB


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip"])
def test_decoded_holds_to_the_cap(coding: str) -> None:
    assert reason(PACKED[coding], coding, cap=1500) in {Reason.TOO_LARGE, Reason.BOMB}


def test_decoded_refuses_codings_it_does_not_know() -> None:
    assert reason(TEXT, "sdch") is Reason.UNSUPPORTED_FORMAT


@given(st.binary(), st.sampled_from(sorted(CODINGS)))
def test_decoded_refuses_or_unpacks_anything(body: bytes, coding: str) -> None:
    for content in (body, b"\x1f\x8b\x08" + body, b"\x78\x9c" + body):
        try:
            assert isinstance(unpacked(content, coding), bytes)
        except Refused:
            continue


def test_codings_in_reads_a_header() -> None:
    assert codings_in(" GZIP, br ,") == ["gzip", "br"]
    assert codings_in(None) == []


def test_dechunked_joins_chunks() -> None:
    assert dechunked(b"4\r\nCalm\r\n8;x=y\r\n in Orlo\r\n0\r\nTrailer: x\r\n\r\n") == b"Calm in Orlo"
    assert dechunked(b"no chunks here") == b"no chunks here"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"FFFFFFFFFFFFFFFF\r\nabc", Reason.TRUNCATED),
        (b"4\r\nCalm\r\n", Reason.TRUNCATED),
        (b"4\r\nCalm\r\nnonsense", Reason.MALFORMED),
    ],
)
def test_dechunked_tells_chunks_that_lie(body: bytes, expected: Reason) -> None:
    with pytest.raises(Refused) as refused:
        dechunked(body)
    assert refused.value.reason is expected
