"""Files that a command may not write over: the ledger, and what it is about to read."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from sayso.errors import UsageError

_BESIDE_A_LEDGER = ("-wal", "-shm", "-journal")


def keep(files: Iterable[Path], *, from_being: Path, option: str) -> None:
    """Raises `UsageError` where the file that `option` names is one of `files`, under whatever name."""
    for file in files:
        if _is_same(file, from_being):
            raise UsageError(f"{option} {from_being}: would write over {file}; name another file")


def ledger_files(ledger: PathLike[str]) -> list[Path]:
    """The files that a ledger consists of while it is open; none for one on a server."""
    if not isinstance(ledger, Path):
        return []
    return [ledger, *(ledger.with_name(ledger.name + suffix) for suffix in _BESIDE_A_LEDGER)]


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # At least one is not there yet: then the place where it will be decides.
        return one.absolute() == other.absolute()
