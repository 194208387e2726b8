"""Names with how often each stands somewhere, the commonest first, in pages that stay put."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

# A cursor holds so many bytes of a name, which tell nearly all of them apart; long ones have a digest, too.
_BRIEF = 48
_DIGEST = 6
_Key = tuple[int, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One page of names."""

    names: tuple[str, ...]
    total: int
    after: str | None
    """The cursor of the page that follows; None on the last."""
    before: str | None
    """The cursor of the page before; None on the first."""


class Ranking:
    """Names in the order of their counts, the largest first, names of one count by alphabet."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._rows = sorted((_key(name, many), name) for name, many in counts.items())

    @cached_property
    def _folded(self) -> list[str]:
        return [name.casefold() for _, name in self._rows]

    def page(self, wanted: str, *, after: str | None, before: str | None, limit: int) -> Ranked:
        """The names that hold some words, after one cursor or before another.

        A cursor names a row, not a count of rows; where that row has moved on, its place is where it was.
        """
        rows = self._rows
        if words := wanted.casefold().strip():
            rows = [row for row, name in zip(rows, self._folded, strict=True) if words in name]
        if before is not None:
            end = bisect_left(rows, _cursor(before), key=_key_of)
            start = max(0, end - limit)
        else:
            start = 0 if after is None else bisect_right(rows, _cursor(after), key=_key_of)
            end = start + limit
        shown = rows[start:end]
        return Ranked(
            names=tuple(name for _, name in shown),
            total=len(rows),
            after=_written(shown[-1][0]) if shown and end < len(rows) else None,
            before=_written(shown[0][0]) if shown and start else None,
        )


def _key(name: str, many: int) -> _Key:
    whole = name.encode("utf-8", "surrogatepass")
    brief = whole[:_BRIEF]
    return -many, brief if brief == whole else brief + hashlib.sha256(whole).digest()[:_DIGEST]


def _key_of(row: tuple[_Key, str]) -> _Key:
    return row[0]


def _written(key: _Key) -> str:
    return f"{-key[0]:x}.{urlsafe_b64encode(key[1]).decode('ascii')}"


def _cursor(written: str) -> _Key:
    """The key that a cursor stands for; a cursor that is none stands for the very beginning."""
    many, _, name = written.partition(".")
    try:
        return -int(many, 16), urlsafe_b64decode(name)
    except ValueError:
        return -(1 << 62), b""
