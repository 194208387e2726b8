"""PMTiles files as small as they can be: the world as one tile, a picture or of vectors, made in the test."""

import gzip
import json
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from math import asinh, pi, radians, tan
from pathlib import Path

HEADER = 127
EXTENT = 4096
PNG, VECTORS = 2, 1
Points = Sequence[tuple[int, int]]


def tiles_at(path: Path) -> Path:
    """A file whose tile is a picture."""
    return _write(path, _png(64), kind=PNG, about={"name": "one tile"})


def streets_at(path: Path, longitude: float, latitude: float) -> Path:
    """A file whose tile has land all over the world, and two roads that cross at a place."""
    x, y = (
        round((longitude + 180) / 360 * EXTENT),
        round((1 - asinh(tan(radians(latitude))) / pi) / 2 * EXTENT),
    )
    world = [(0, 0), (EXTENT, 0), (EXTENT, EXTENT), (0, EXTENT)]
    layers = {
        "earth": (_POLYGON, [world]),
        "roads": (_LINE, [[(0, y), (EXTENT, y)], [(x, 0), (x, EXTENT)]]),
    }
    about = {"vector_layers": [{"id": name, "fields": {}} for name in layers]}
    tile = b"".join(_field(3, _layer(name, *shapes)) for name, shapes in layers.items())
    return _write(path, tile, kind=VECTORS, about=about)


def _write(path: Path, tile: bytes, *, kind: int, about: Mapping[str, object]) -> Path:
    """Write a file; its whole content is a header, a directory of one entry, metadata and a tile."""
    directory = gzip.compress(b"\x01" + b"\x00" + b"\x01" + _varint(len(tile)) + b"\x01")
    metadata = gzip.compress(json.dumps(about).encode())
    root, meta = HEADER, HEADER + len(directory)
    data = meta + len(metadata)
    header = b"PMTiles\x03" + struct.pack(
        "<8Q3Q", root, len(directory), meta, len(metadata), data, 0, data, len(tile), 1, 1, 1
    )
    # Clustered, directories in gzip, tiles as they are, their kind, zoom 0 to 0; then bounds and middle.
    header += bytes([1, 2, 1, kind, 0, 0])
    header += struct.pack("<4i", -1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000)
    header += bytes([0]) + struct.pack("<2i", 0, 0)
    assert len(header) == HEADER
    path.write_bytes(header + directory + metadata + tile)
    return path


_LINE, _POLYGON = 2, 3


def _layer(name: str, kind: int, shapes: Iterable[Points]) -> bytes:
    """A layer of a Mapbox vector tile, version 2, each shape a feature of its own."""
    features = b"".join(
        _field(
            2, _number(3, kind) + _field(4, b"".join(map(_varint, _commands(shape, closed=kind == _POLYGON))))
        )
        for shape in shapes
    )
    return _number(15, 2) + _field(1, name.encode()) + features + _number(5, EXTENT)


def _commands(points: Points, *, closed: bool) -> Iterable[int]:
    """Move to the first point, lines to the others by how far each is from the one before."""
    x = y = 0
    for place, (to_x, to_y) in enumerate(points):
        if place < 2:
            yield 1 | 1 << 3 if place == 0 else 2 | (len(points) - 1) << 3
        yield from (_zigzag(to_x - x), _zigzag(to_y - y))
        x, y = to_x, to_y
    if closed:
        yield 7 | 1 << 3


def _zigzag(number: int) -> int:
    return number << 1 if number >= 0 else (-number << 1) - 1


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


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
