"""From what the user typed to what can be opened, one by one."""

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sayso.model import Reason, Refusal

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
# It may lead back to where it lies, and anywhere else.
_LINKED = "a link to a folder is followed only if it is named itself"
_WEB_SCHEMES = frozenset({"http", "https"})


class Kind(StrEnum):
    """How a locator is opened."""

    FILE = "file"
    URL = "url"
    STDIN = "stdin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """One thing to open: a file, a web address or standard input."""

    origin: str
    """The path or URL as given; for a member of a folder or glob, formed from what was given."""
    kind: Kind
    target: str | None = None
    """What to open where that is not `origin` itself: a file name that is no valid text, a spooled stdin."""


def locate(given: Sequence[str]) -> Iterator[Locator | Refusal]:
    """Everything that the user's words name: files, folders (recursive), globs, `-` and http(s) URLs.

    Sorted within each folder or glob, hidden files skipped, nothing opened. What names nothing is refused.
    """
    for name in given:
        yield from _named(name)


def _named(name: str) -> Iterator[Locator | Refusal]:
    scheme = _SCHEME.match(name)
    if name == "-":
        yield Locator(origin="-", kind=Kind.STDIN)
    elif scheme and scheme[1].lower() in _WEB_SCHEMES:
        yield Locator(origin=_printable(name), kind=Kind.URL)
    elif _exists(name):
        yield from _members(name, [name])
    elif matches := _matches(name):
        yield from _members(name, matches)
    elif scheme:
        yield _refusal(name, Reason.ADDRESS_REFUSED, f"{scheme[1]} addresses are not fetched")
    else:
        yield _refusal(name, Reason.NOT_FOUND)


def _members(name: str, paths: Iterable[str]) -> Iterator[Locator | Refusal]:
    """The files that `paths` are or hold, each once."""
    seen: set[str] = set()
    refused = False
    for path in paths:
        for file in _files_under(path) if Path(path).is_dir() else [path]:
            if isinstance(file, Refusal):
                refused = True
                yield file
            elif file not in seen:
                seen.add(file)
                yield _file(file)
    if not seen and not refused:
        yield _refusal(name, Reason.NOT_FOUND, "the folder holds no file")


def _files_under(folder: str) -> Iterator[str | Refusal]:
    """The files in a folder and its folders; a refusal for whatever else lies there, so that none is lost."""
    closed: list[OSError] = []
    for path, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        linked = [os.path.join(path, each) for each in folders if Path(path, each).is_symlink()]  # noqa: PTH118
        yield from (_refusal(each, Reason.UNREADABLE, _LINKED) for each in linked)
        whole = [os.path.join(path, file) for file in sorted(files) if not file.startswith(".")]  # noqa: PTH118 - Path would drop the "./" that was given
        yield from (file if Path(file).is_file() else _no_file(file) for file in whole)
    for error in closed:
        yield _refusal(str(error.filename), Reason.UNREADABLE, error.strerror or "")


def _no_file(path: str) -> Refusal:
    """What lies in a folder and is no file: a named pipe or device could block for ever.

    One that is given by name is opened.
    """
    if Path(path).exists():
        return _refusal(path, Reason.UNREADABLE, "a pipe or device is opened only if it is named itself")
    gone = "a link to nothing" if Path(path).is_symlink() else "it was there when the folder was listed"
    return _refusal(path, Reason.NOT_FOUND, gone)


def _matches(pattern: str) -> list[str]:
    if not glob.has_magic(pattern) or "\0" in pattern:
        return []
    try:
        return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps the pattern's own prefix
    except (OSError, re.error):
        return []


def _exists(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):  # too long for a path, forbidden, or with a NUL
        return False


def _file(path: str) -> Locator:
    origin = _printable(path)
    return Locator(origin=origin, kind=Kind.FILE, target=None if origin == path else path)


def _refusal(name: str, reason: Reason, detail: str = "") -> Refusal:
    return Refusal(origin=_printable(name), reason=reason, detail=detail)


def _printable(name: str) -> str:
    """`name` with bytes that are no UTF-8 spelled out: an origin is stored and printed as text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
