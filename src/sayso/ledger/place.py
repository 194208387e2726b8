"""Where a ledger is: a file, or a database on a PostgreSQL server."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.errors import LedgerError

_SCHEME = re.compile(r"postgres(ql)?:/", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_FORM = "postgresql://user:password@host:5432/database"


@dataclass(frozen=True, slots=True)
class Server:
    """A database on a PostgreSQL server. As text it does not say the password, nor options."""

    url: URL

    def __str__(self) -> str:
        host = self.url.host or _first(self.url.query, "host") or "localhost"
        user = f"{self.url.username}@" if self.url.username else ""
        port = f":{self.url.port}" if self.url.port else ""
        return f"postgresql://{user}{host}{port}/{self.url.database or ''}"

    def option(self, name: str) -> str | None:
        """What the URL says under `?name=`."""
        return _first(self.url.query, name)


Place: TypeAlias = Path | Server
"""As text, what messages may show."""


def to_place(where: "str | os.PathLike[str]") -> Place:
    """The place that a path or a URL names.

    Raises `LedgerError` for a URL that makes no sense; what it says never holds a password.
    """
    written = os.fspath(where)
    if not _SCHEME.match(written):
        return _to_path(written)
    if isinstance(where, Path):
        raise LedgerError("the URL of a ledger is to be given as text: as a path it has lost a slash")
    try:
        url = make_url(written)
    # What these errors say quotes the URL.
    except (ArgumentError, ValueError):
        raise LedgerError(f"the URL of a ledger looks like {_FORM}; this one cannot be read") from None
    if "@" in f"{url.host}{url.database}":  # Beyond the first of them is what belongs to a password.
        raise LedgerError(f"the URL of a ledger looks like {_FORM}; an @ in its password is written %40")
    if not url.database:
        raise LedgerError(f"{Server(url)} names no database; the URL of a ledger looks like {_FORM}")
    if not (_first(url.query, "port") or "0").isdecimal():
        raise LedgerError(f"the URL of {Server(url)} does not give its port as a number")
    return Server(url)


def _to_path(written: str) -> Path:
    if scheme := _OTHER_SCHEME.match(written):
        raise LedgerError(
            f"no ledger can be at {scheme[0]}…; it is a file, named by its path, or a database, by {_FORM}"
        )
    return Path(written)


def _first(query: Mapping[str, str | tuple[str, ...]], name: str) -> str | None:
    value = query.get(name)
    return value if value is None or isinstance(value, str) else value[0]
