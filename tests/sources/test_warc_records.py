"""Records on both sides of a bad one are given out, and the bad one is told."""

import io
import os
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reason
from sayso.sources.gunzip import Members
from sayso.sources.stream import buffered
from sayso.sources.warc_records import Cursor, Cut, records_in, records_in_gzip
from tests.sources.made import gz, http, record

CAP = 100_000


def plain(content: bytes) -> list[Cut]:
    return list(records_in(Cursor(io.BytesIO(content)), cap=CAP))


def gzipped(content: bytes) -> list[Cut]:
    members = Members(buffered(io.BytesIO(content)), max_ratio=200, allowance=CAP)
    return list(records_in_gzip(members, cap=CAP))


def names(cuts: list[Cut]) -> list[str]:
    """The records by their names, faults by their reasons."""
    return [
        str(cut.fault.reason) if cut.fault else cut.head.split(b"<urn:orlo:")[1].split(b">")[0].decode()
        for cut in cuts
    ]


def test_records_in_gives_each_record_with_its_body() -> None:
    cuts = plain(record(name="a") + record(b"other", name="b"))
    assert names(cuts) == ["a", "b"]
    assert [cut.body for cut in cuts] == [http(), b"other"]


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (record(length=-5), ["malformed"]),
        (record(length="abc"), ["malformed"]),
        (record(length=""), ["malformed"]),
        (record(length=99_999_999_999), ["too-large"]),
        (record(length=10), ["malformed"]),
        (record(length=len(http()) + 50), ["malformed"]),
        (record(X_Long="a" * 200_000), ["malformed"]),
        (b"garbage\r\n\r\n", ["malformed"]),
        (os.urandom(70_000).replace(b"WARC", b"XXXX"), ["malformed"]),
        (record(b"x" * (CAP + 1)), ["too-large"]),
        (b"WARC/1.0\r\n\r\n", ["malformed"]),
        (record()[:60], ["malformed"]),
    ],
    ids=[
        "negative",
        "letters",
        "none",
        "huge",
        "short",
        "long",
        "head",
        "junk",
        "noise",
        "over",
        "bare",
        "cut head",
    ],
)
def test_records_in_keeps_both_neighbours_of_a_bad_one(bad: bytes, told: list[str]) -> None:
    content = record(name="before") + bad + record(name="after") + record(name="last")
    assert names(plain(content)) == ["before", *told, "after", "last"]


def test_records_in_keeps_several_records_that_one_length_swallows() -> None:
    swallowing = record(name="greedy", length=len(http()) + 1500)
    cuts = plain(swallowing + b"".join(record(name=str(n)) for n in range(6)))
    assert names(cuts) == ["malformed", *map(str, range(6))]


@pytest.mark.parametrize("over", range(1, 120))
def test_records_in_keeps_the_next_record_wherever_a_length_ends_in_it(over: int) -> None:
    bad = record(name="b", length=len(http()) + over)
    assert "c" in names(plain(record(name="a") + bad + record(name="c")))


def test_records_in_goes_back_over_more_than_it_keeps_behind_it() -> None:
    long = b"x" * 3_000_000
    bad = record(long, name="b", length=len(long) + 500)
    content = record(name="a") + bad + record(name="c") + record(name="d")
    cuts = list(records_in(Cursor(io.BytesIO(content)), cap=4_000_000))
    assert names(cuts) == ["a", "malformed", "c", "d"]
    assert cuts[1].body.strip() == long


def test_records_in_tells_a_file_cut_within_a_record() -> None:
    whole = record(name="a") + record(name="b")
    assert names(plain(whole[:-40])) == ["a", "truncated"]
    assert names(plain(whole[: len(record(name="a")) + 30])) == ["a", "truncated"]


def test_records_in_stands_lf_line_ends() -> None:
    assert names(plain(record(name="a").replace(b"\r\n", b"\n", 7) + record(name="b"))) == ["a", "b"]


def test_records_in_gzip_goes_member_by_member() -> None:
    packed = gz(record(name="a"), record(name="b") + record(name="c"))
    assert names(gzipped(packed)) == ["a", "b", "c"]


@pytest.mark.parametrize("size", [1, 7, 100, 400, 5_000])
def test_records_in_gzip_reads_records_across_members(size: int) -> None:
    whole = b"".join(record(name=name) for name in "abcd")
    blocks = (whole[at : at + size] for at in range(0, len(whole), size))
    assert names(gzipped(gz(b"", *blocks, b""))) == ["a", "b", "c", "d"]


def test_records_in_gzip_keeps_the_record_before_noise_across_members() -> None:
    first = record(name="a")
    noisy = gz(first[:90], first[90:]) + b"noise" + gz(record(name="b"))
    assert names(gzipped(noisy)) == ["a", "malformed", "b"]


def damaged(member: bytes) -> bytes:
    return member[:60] + bytes(255 - byte for byte in member[60:80]) + member[80:]


@pytest.mark.parametrize(
    "bad",
    [
        damaged(gz(record(os.urandom(5000)))),
        gz(record(os.urandom(5000)))[:-2000],
        gz(record(os.urandom(5000)))[:-8] + b"\0\0\0\1\0\0\0\1",
        b"junk between members",
        gz(record(b"\0" * (CAP * 300))),
    ],
    ids=["damaged", "cut", "checksum", "junk", "bomb"],
)
def test_records_in_gzip_keeps_both_neighbours_of_a_bad_member(bad: bytes) -> None:
    found = names(gzipped(gz(record(name="before")) + bad + gz(record(name="after"), record(name="last"))))
    assert found[0] == "before"
    assert found[-2:] == ["after", "last"]
    assert set(found[1:-2]) <= {str(reason) for reason in Reason}
    assert found[1:-2]


def test_records_in_gzip_tells_an_unfinished_last_member() -> None:
    packed = gz(record(name="a"), record(name="b"))
    assert names(gzipped(packed[:-4])) == ["a", "truncated"]
    assert names(gzipped(packed[:-60])) == ["a", "truncated"]


def test_records_in_gzip_keeps_the_sound_records_of_one_long_member() -> None:
    packed = gz(b"".join(record(http(os.urandom(900).hex().encode()), name=str(n)) for n in range(60)))
    found = names(gzipped(packed[:-3000]))
    assert found[-1] == "truncated"
    assert found[:-1] == [str(n) for n in range(len(found) - 1)]
    assert len(found) > 50


PIECES = st.sampled_from([record(), record(length=10), record(length=10**12), b"WARC/1.0\r\n", b"\r\n\r\n"])


@given(st.lists(PIECES | st.binary(max_size=50), max_size=8))
def test_records_in_comes_to_an_end_on_anything(pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    assert sum(len(cut.head) for cut in plain(content)) <= len(content)
    gzipped(gz(*pieces) + content)


def test_records_in_looks_no_longer_at_lies_than_at_truths() -> None:
    # Each record claims nearly all that follows it: believed each time, that would take for ever.
    lies = b"".join(record(name=str(n), length=CAP - 1000) for n in range(900))
    found = names(plain(lies))
    assert set(found) <= {"malformed", "truncated"}
    assert len(found) == 900


@pytest.mark.parametrize("cut", [plain, gzipped])
def test_a_file_with_more_faults_than_will_be_looked_at_says_so(cut: Callable[[bytes], list[Cut]]) -> None:
    bad = [record(b"x", name=str(n), length="none") for n in range(1_100)]
    packed = [gz(each)[:-4] for each in bad]
    content = b"".join(packed) + gz(record()) if cut is gzipped else b"".join(bad) + record()
    *_, last = cut(content)
    assert last.fault is not None
    assert "what follows is not looked at" in str(last.fault)
