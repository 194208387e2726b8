"""Words as PostgreSQL can store them: it knows no U+0000, so that stands there as two noncharacters.

U+0000 is written as U+FDD2 U+FDD3, and U+FDD2 itself as U+FDD2 U+FDD2; everything else as it is. Nobody above
this package sees it. No text that means anything holds either, and what `sources` reads has lost its NULs.
"""

import json
from collections.abc import Iterable, Sequence

from sayso.ledger.rows import Row

_MARK = "\ufdd2"
_NUL = f"{_MARK}\ufdd3"
_TWICE = f"{_MARK}{_MARK}"
# What a NUL, or six characters that look like one, is in JSON.
_NUL_IN_JSON = "\\u0000"


class Json(str):
    """JSON whose words are escaped already."""

    __slots__ = ()


def escaped(words: str) -> str:
    """The words as the server can store them."""
    if "\0" in words or _MARK in words:
        return words.replace(_MARK, _TWICE).replace("\0", _NUL)
    return words


def unescaped(stored: str) -> str:
    """The words that were stored."""
    if _MARK not in stored:
        return stored
    whole, rest = "", stored
    while _MARK in rest:
        before, _, after = rest.partition(_MARK)
        whole += before + (_MARK if after.startswith(_MARK) else "\0")
        rest = after[1:]
    return whole + rest


def to_json(rows: Sequence[Row]) -> Json:
    """Rows as JSON that the server can take. Raises `UnicodeEncodeError` for half of a surrogate pair."""
    written = _encode(rows)
    if _NUL_IN_JSON in written or _MARK in written:
        written = _encode([{name: _escaped_if_words(value) for name, value in row.items()} for row in rows])
    refuse_unsayable([written])
    return Json(written)


def refuse_unsayable(values: Iterable[object]) -> None:
    """Raises `UnicodeEncodeError` for half of a surrogate pair, before it confuses the connection."""
    for value in values:
        if isinstance(value, str) and not value.isascii():
            value.encode("utf-8")


def _escaped_if_words(value: object) -> object:
    return escaped(value) if isinstance(value, str) else value


def _in_hex(value: object) -> str:
    """Bytes as PostgreSQL writes them."""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    raise TypeError(f"{type(value).__name__} is nothing that a row holds")


_encode = json.JSONEncoder(ensure_ascii=False, default=_in_hex, separators=(",", ":")).encode
