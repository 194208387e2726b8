"""Where a ledger is, as it is given on the command line: a file, or the URL of a database."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import typer

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_HARMLESS = re.compile(r"[\w.-]*(:\d+)?(/[\w.-]*)?")


@dataclass(frozen=True, slots=True, repr=False)
class ServerUrl(os.PathLike[str]):
    """The URL of a database. Whoever opens it gets all of it, whoever prints it neither user nor password.

    Whether there can be a ledger at it is for the ledger to say.
    """

    written: str

    def __fspath__(self) -> str:
        return self.written

    def __str__(self) -> str:
        scheme, _, rest = self.written.partition("://")
        rest = rest.rpartition("@")[2].partition("?")[0]
        return f"{scheme}://{rest if _HARMLESS.fullmatch(rest) else '…'}"

    __repr__ = __str__


def to_place(given: str | os.PathLike[str]) -> Path | ServerUrl:
    """What somebody gave for a ledger, which can be opened and printed."""
    written = os.fspath(given)
    if _SCHEME.match(written):
        return ServerUrl(written)
    if Path(written).is_dir():
        raise typer.BadParameter(f"{written} is a directory.")
    return Path(written)
