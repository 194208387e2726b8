"""A PMTiles file as small as one can be: the world as one picture, made in the test."""

import gzip
import json
import struct
import zlib
from pathlib import Path

HEADER = 127


def tiles_at(path: Path) -> Path:
    """Write the file; its whole content is a header, a directory of one entry, metadata and a picture."""
    picture = _png(64)
    directory = gzip.compress(b"\x01" + b"\x00" + b"\x01" + _varint(len(picture)) + b"\x01")
    about = gzip.compress(json.dumps({"name": "one tile"}).encode())
    root, meta = HEADER, HEADER + len(directory)
    data = meta + len(about)
    header = b"PMTiles\x03" + struct.pack(
        "<8Q3Q", root, len(directory), meta, len(about), data, 0, data, len(picture), 1, 1, 1
    )
    # Clustered, directories in gzip, tiles as they are, PNG, zoom 0 to 0; then bounds and middle.
    header += bytes([1, 2, 1, 2, 0, 0])
    header += struct.pack("<4i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    header += bytes([0]) + struct.pack("<2i", 0, 0)
    assert len(header) == HEADER
    path.write_bytes(header + directory + about + picture)
    return path


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def _png(side: int) -> bytes:
    rows = b"".join(b"\x00" + b"\x20\x80\x40" * side for _ in range(side))
    parts = (
        (b"IHDR", struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
