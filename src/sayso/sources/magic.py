"""Formats that are told by their first bytes, and what is done about each."""

from typing import NamedTuple

from sayso.model import Reason
from sayso.sources.refused import Refused


class Mark(NamedTuple):
    """Bytes at a fixed place that give a format away."""

    offset: int
    magic: bytes
    reason: Reason
    what: str


_B, _U = Reason.BINARY, Reason.UNSUPPORTED_FORMAT

MARKS: tuple[Mark, ...] = (
    Mark(0, b"\x89PNG\r\n\x1a\n", _B, "a PNG picture"),
    Mark(0, b"\xff\xd8\xff", _B, "a JPEG picture"),
    Mark(0, b"GIF87a", _B, "a GIF picture"),
    Mark(0, b"GIF89a", _B, "a GIF picture"),
    Mark(0, b"II*\x00", _B, "a TIFF picture"),
    Mark(0, b"MM\x00*", _B, "a TIFF picture"),
    Mark(8, b"WEBP", _B, "a WebP picture"),
    Mark(0, b"\x00\x00\x01\x00", _B, "an icon"),
    Mark(0, b"8BPS", _B, "a Photoshop picture"),
    Mark(4, b"ftyp", _B, "a film, sound or picture (MP4 family)"),
    Mark(8, b"AVI ", _B, "a film (AVI)"),
    Mark(8, b"WAVE", _B, "a sound (WAV)"),
    Mark(0, b"\x1a\x45\xdf\xa3", _B, "a film (Matroska, WebM)"),
    Mark(0, b"OggS", _B, "a sound or film (Ogg)"),
    Mark(0, b"ID3", _B, "a sound (MP3)"),
    Mark(0, b"fLaC", _B, "a sound (FLAC)"),
    Mark(0, b"FLV\x01", _B, "a film (Flash)"),
    Mark(0, b"\x00\x00\x01\xba", _B, "a film (MPEG)"),
    Mark(0, b"wOFF", _B, "a font"),
    Mark(0, b"wOF2", _B, "a font"),
    Mark(0, b"\x00\x01\x00\x00\x00", _B, "a font"),
    Mark(0, b"\x7fELF", _B, "an executable"),
    Mark(0, b"MZ\x90\x00", _B, "an executable"),
    Mark(0, b"\xca\xfe\xba\xbe", _B, "an executable"),
    Mark(0, b"\xcf\xfa\xed\xfe", _B, "an executable"),
    Mark(2, b"\r\n\x00\x00\x00\x00", _B, "compiled Python"),
    Mark(0, b"\x00asm", _B, "an executable (WebAssembly)"),
    Mark(0, b"SQLite format 3\x00", _B, "an SQLite database"),
    Mark(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _B, "an old Office document"),
    Mark(0, b"PK\x03\x04", _U, "a ZIP archive or Office document; unpack or export it first"),
    Mark(0, b"PK\x05\x06", _U, "an empty ZIP archive"),
    Mark(0, b"BZh", _U, "packed with bzip2; unpack it first"),
    Mark(0, b"\xfd7zXZ\x00", _U, "packed with xz; unpack it first"),
    Mark(0, b"\x28\xb5\x2f\xfd", _U, "packed with Zstandard; unpack it first"),
    # Archives of records begin with a frame to be skipped, which holds their dictionary.
    Mark(1, b"\x2a\x4d\x18", _U, "packed with Zstandard; unpack it first"),
    Mark(0, b"\x04\x22\x4d\x18", _U, "packed with LZ4; unpack it first"),
    Mark(0, b"7z\xbc\xaf\x27\x1c", _U, "a 7-Zip archive; unpack it first"),
    Mark(0, b"Rar!\x1a\x07", _U, "a RAR archive; unpack it first"),
    Mark(257, b"ustar", _U, "a tar archive; unpack it first"),
    Mark(0, b"PAR1", _U, "a Parquet table"),
    Mark(0, b"ARROW1\x00\x00", _U, "an Arrow table"),
    Mark(0, b"filedesc://", _U, "an ARC web archive; convert it to WARC first"),
    Mark(0, b"{\\rtf", _U, "an RTF document; save it as text or HTML first"),
    Mark(0, b"%!PS", _U, "a PostScript document; convert it to PDF first"),
    Mark(0, b"AT&TFORM", _U, "a DjVu document"),
)
"""The formats that end here. Order matters only where one mark begins another."""


def refuse_by_magic(head: bytes) -> None:
    """Refuse what the first bytes show to be something that is not read."""
    for mark in MARKS:
        if head.startswith(mark.magic, mark.offset):
            raise Refused(mark.reason, mark.what)
