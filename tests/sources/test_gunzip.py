"""Gzip members, sound and damaged."""

import gzip
import io
import os
import zlib

import pytest

from sayso.model import Reason
from sayso.sources.gunzip import Gunzip, Members
from sayso.sources.refused import Refused
from sayso.sources.stream import buffered
from tests.sources.made import gz


def gunzip(packed: bytes, *, max_ratio: int = 200, allowance: int = 1 << 20) -> tuple[bytes, Reason | None]:
    stream, content = Gunzip(buffered(io.BytesIO(packed)), max_ratio=max_ratio, allowance=allowance), b""
    try:
        while piece := stream.read(1000):
            content += piece
    except Refused as refused:
        return content, refused.reason
    return content, None


def test_gunzip_joins_members_and_allows_zero_padding() -> None:
    assert gunzip(gz(b"one ", b"", b"two") + b"\0" * 700) == (b"one two", None)


def test_gunzip_gives_out_all_before_a_cut_and_then_tells_it() -> None:
    content = os.urandom(100_000)
    found, reason = gunzip(gz(b"whole ", content)[:-50_000])
    assert reason is Reason.TRUNCATED
    assert found.startswith(b"whole ")
    assert b"whole " + content == found + content[len(found) - 6 :]
    assert len(found) > 40_000


def test_gunzip_tells_a_missing_trailer() -> None:
    assert gunzip(gz(b"Calm in Orlo.")[:-3]) == (b"Calm in Orlo.", Reason.TRUNCATED)


def test_gunzip_gives_out_all_before_damage() -> None:
    packed = bytearray(gz(os.urandom(90_000)))
    packed[60_000:60_100] = b"\xff" * 100
    found, reason = gunzip(bytes(packed))
    assert reason is Reason.MALFORMED
    assert len(found) > 50_000


def test_gunzip_tells_a_wrong_checksum() -> None:
    packed = bytearray(gz(b"Calm in Orlo."))
    packed[-8] ^= 1
    assert gunzip(bytes(packed)) == (b"Calm in Orlo.", Reason.MALFORMED)


def test_gunzip_tells_what_follows_and_is_no_gzip() -> None:
    assert gunzip(gz(b"Calm.") + b"plus this") == (b"Calm.", Reason.MALFORMED)


def test_gunzip_stops_a_bomb_soon() -> None:
    found, reason = gunzip(gzip.compress(b"\0" * (64 << 20)))
    assert reason is Reason.BOMB
    assert len(found) < 2 << 20


def test_gunzip_lets_well_packed_text_pass() -> None:
    text = b"The mayor of Orlo said so on Monday. " * 100_000
    assert gunzip(gzip.compress(text), max_ratio=400) == (text, None)


def test_members_resume_at_the_next_sound_member() -> None:
    damaged = bytearray(gz(b"WARC/1.0 " + os.urandom(5000)))
    damaged[100:140] = b"\0" * 40
    members = Members(
        buffered(io.BytesIO(bytes(damaged) + gz(b"WARC/1.0 good"))), max_ratio=9, allowance=9999
    )
    with pytest.raises(Refused):
        list(iter(lambda: members.read(100), b""))
    assert members.resume(b"WARC/")
    assert members.read(100) == b"WARC/1.0 good"
    assert not members.advance()


def test_members_do_not_resume_at_what_only_looks_like_a_member() -> None:
    junk = gz(b"WARC/1.0")[:12] + b"\x1f\x8b\x08junk" * 50 + gz(b"other content")
    members = Members(buffered(io.BytesIO(junk)), max_ratio=9, allowance=9999)
    with pytest.raises(Refused):
        list(iter(lambda: members.read(100), b""))
    assert not members.resume(b"WARC/")


def test_gunzip_agrees_with_the_standard_library_on_sound_input() -> None:
    text = os.urandom(300_000) + b"Calm. " * 50_000
    raw = zlib.compressobj(9, wbits=31)
    assert gunzip(raw.compress(text) + raw.flush()) == (text, None)
