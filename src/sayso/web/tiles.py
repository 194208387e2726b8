"""Street detail for maps from one PMTiles file of the user's own, handed out piece by piece."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fastapi import FastAPI, HTTPException, Request, Response

from sayso.errors import UsageError

ADDRESS = "/tiles.pmtiles"
"""Where pages ask for the file's pieces; no other file is ever handed out here."""

_MAGIC = b"PMTiles\x03"
_LARGEST = 16 * 2**20
"""Bytes of one answer at most; readers of the format ask for directories and tiles, which are far smaller."""
_RANGE = re.compile(r"bytes=([0-9]{1,18})-([0-9]{0,18})")


@dataclass(frozen=True, slots=True)
class Tiles:
    """A file of map tiles in the third version of PMTiles."""

    path: Path

    @classmethod
    def of(cls, path: Path) -> "Tiles":
        """The tiles in the file at `path`. Raises `UsageError` where it holds none."""
        try:
            with path.open("rb") as file:
                start = file.read(len(_MAGIC))
        except OSError as error:
            raise UsageError(f"the tiles at {path} cannot be read: {error.strerror}") from error
        if start != _MAGIC:
            raise UsageError(f"{path} is no PMTiles file of version 3")
        return cls(path)


def add_tiles(app: FastAPI, tiles: Tiles) -> None:
    """Add `/tiles.pmtiles` to the app, for requests that name a range of bytes."""

    @app.get(ADDRESS, include_in_schema=False)
    def piece(request: Request) -> Response:
        try:
            with tiles.path.open("rb") as file:
                return _piece(file, request.headers.get("range", ""))
        except OSError as error:
            raise HTTPException(404, "the file of map tiles is gone") from error


def _piece(file: BinaryIO, asked: str) -> Response:
    about = os.fstat(file.fileno())
    size = about.st_size
    headers = {
        "accept-ranges": "bytes",
        "etag": f'"{about.st_mtime_ns:x}-{size:x}"',
        "cache-control": "private, no-cache",
    }
    wanted = _RANGE.fullmatch(asked.strip())
    first = int(wanted[1]) if wanted else size
    if wanted is None or first >= size or (wanted[2] and int(wanted[2]) < first):
        # The file may be as large as a country; whole, it is no answer for a page.
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{size}"})
    last = min(int(wanted[2]) if wanted[2] else size - 1, size - 1, first + _LARGEST - 1)
    file.seek(first)
    return Response(
        file.read(last - first + 1),
        status_code=206,
        media_type="application/octet-stream",
        headers=headers | {"content-range": f"bytes {first}-{last}/{size}"},
    )
