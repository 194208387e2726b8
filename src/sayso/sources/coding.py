"""Undoing how HTTP packs a body, with an end to how far it may unpack."""

import io
import re
import zlib
from collections.abc import Callable, Mapping, Sequence

import brotli

from sayso.model import Reason
from sayso.sources.gunzip import MAGIC, Gunzip
from sayso.sources.refused import Refused
from sayso.sources.stream import HEAD, buffered, whole

_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
# So much of a page in clear is never the beginning of something packed.
_CLEAR = re.compile(rb"\s{0,999}<[!?A-Za-z][\x20-\x7e\s]{62}")
# Packed bytes are handed over in small steps, so that it is known how many made how much.
_STEP = 256

Undo = Callable[[bytes, int, int], bytes]


def decoded(body: bytes, codings: Sequence[str], *, cap: int, max_ratio: int) -> bytes:
    """`body` without the content codings that its header names, last applied first undone.

    A page that stands there in clear is left as it is, whatever its header says: crawlers unpack what they
    store and keep the header.

    Refused beyond `cap` bytes (as a bomb where that is over `max_ratio` times the packed size), where the
    packing is damaged or cut off, and where the coding is unknown.
    """
    if _CLEAR.match(body):
        return body
    for coding in reversed(codings):
        if coding not in CODINGS:
            raise Refused(Reason.UNSUPPORTED_FORMAT, f"content coding {coding[:40]!r}")
        try:
            body = CODINGS[coding](body, cap, max_ratio)
        except (zlib.error, brotli.error) as error:
            raise Refused(Reason.MALFORMED, f"damaged {coding} body ({error})") from None
    return body


def codings_in(header: str | None) -> list[str]:
    """The codings that a `Content-Encoding` or `Transfer-Encoding` header names, in order."""
    return [each for each in (part.strip().lower() for part in (header or "").split(",")) if each]


def dechunked(body: bytes) -> bytes:
    """`body` without HTTP's chunk marks; as it is where it has none, as crawlers often store it.

    Refused as truncated where a chunk is shorter than it says, or the last one is missing.
    """
    pieces: list[bytes] = []
    at = 0
    while size := _CHUNK.match(body, at):
        length, start = int(size[1], 16), size.end()
        if length == 0:
            return b"".join(pieces)
        if len(body) - start < length:
            raise Refused(Reason.TRUNCATED, "the body ends within a chunk")
        pieces.append(body[start : start + length])
        at = start + length
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    if not pieces:
        return body
    raise Refused(Reason.TRUNCATED if at >= len(body) else Reason.MALFORMED, "the body's chunks do not end")


def _identity(body: bytes, cap: int, max_ratio: int) -> bytes:
    del cap, max_ratio
    return body


def _gunzipped(body: bytes, cap: int, max_ratio: int) -> bytes:
    if not body.startswith(MAGIC):  # already unpacked by whoever stored it
        return body
    stream = Gunzip(buffered(io.BytesIO(body)), max_ratio=max_ratio, allowance=cap)
    return whole(buffered(stream), cap=cap)


def _inflated(body: bytes, cap: int, max_ratio: int) -> bytes:
    # "deflate" means zlib's wrapping, but some servers send the bare stream (RFC 9110, section 8.4.1.2).
    bare = not (body[:1] and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0)
    inflate = zlib.decompressobj(-15 if bare else 15)
    content = inflate.decompress(body, cap + 1)
    used = len(body) - len(inflate.unconsumed_tail)
    _refuse_beyond(cap, unpacked=len(content), packed=used, max_ratio=max_ratio)
    if not inflate.eof:
        raise Refused(Reason.TRUNCATED, "the packed body is not finished")
    return content


def _unbrotlied(body: bytes, cap: int, max_ratio: int) -> bytes:
    unpack, pieces, length = brotli.Decompressor(), [], 0
    for at in range(0, len(body), _STEP):
        packed = body[at : at + _STEP]
        while packed or not unpack.can_accept_more_data():
            piece = unpack.process(packed, output_buffer_limit=HEAD)
            packed = b""
            pieces.append(piece)
            length += len(piece)
            _refuse_beyond(cap, unpacked=length, packed=at + _STEP, max_ratio=max_ratio)
        if unpack.is_finished():
            return b"".join(pieces)
    raise Refused(Reason.TRUNCATED, "the packed body is not finished")


def _refuse_beyond(cap: int, *, unpacked: int, packed: int, max_ratio: int) -> None:
    if unpacked > cap:
        if unpacked > max_ratio * packed:
            raise Refused(Reason.BOMB, f"unpacks to over {max_ratio} times its size")
        raise Refused(Reason.TOO_LARGE, f"unpacks to more than {cap:,} bytes")


CODINGS: Mapping[str, Undo] = {
    "br": _unbrotlied,
    "deflate": _inflated,
    "gzip": _gunzipped,
    "identity": _identity,
    "x-gzip": _gunzipped,
}
"""The content codings that can be undone."""
