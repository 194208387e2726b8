"""From what the user typed to what can be opened, one by one."""

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path

from sayso.model import Reason, Refusal

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_NAME = attrgetter("name")
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
        yield from _members(name, map(_matched, matches))
    elif scheme:
        yield _refusal(name, Reason.ADDRESS_REFUSED, f"{scheme[1]} addresses are not fetched")
    else:
        yield _refusal(name, Reason.NOT_FOUND)


def _matched(path: str) -> str | Refusal:
    """What a pattern found; a pipe that it fits was not named."""
    return path if os.path.isdir(path) else _file_or_refusal(path)  # noqa: PTH112 - it never raises


def _members(name: str, paths: Iterable[str | Refusal]) -> Iterator[Locator | Refusal]:
    """The files that `paths` are or hold, each once."""
    seen: set[str] = set()
    refused = False
    for path in paths:
        for file in _files_in(path):
            if isinstance(file, Refusal):
                refused = True
                yield file
            elif file not in seen:
                seen.add(file)
                yield _file(file)
    if not seen and not refused:
        yield _refusal(name, Reason.NOT_FOUND, "the folder holds no file")


def _files_in(path: str | Refusal) -> Iterable[str | Refusal]:
    is_folder = isinstance(path, str) and os.path.isdir(path)  # noqa: PTH112 - it never raises
    return _files_under(path) if isinstance(path, str) and is_folder else [path]


def _files_under(folder: str) -> Iterator[str | Refusal]:
    """The files in a folder and its folders; a refusal for whatever else lies there, so that none is lost.

    Folders wait in a list: a thousand of them inside each other would exhaust Python's stack.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            with os.scandir(path) as found:
                shown = sorted((each for each in found if not each.name.startswith(".")), key=_NAME)
        except OSError as error:
            yield _unreadable(path, error)
            continue
        folders = []
        for entry in shown:
            try:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield _file_or_refusal(entry.path)
            except OSError as error:
                yield _unreadable(entry.path, error)
        waiting += reversed(folders)


def _file_or_refusal(path: str) -> str | Refusal:
    """The path of a file, or why it is none: a named pipe or device could block for ever.

    One that is given by name is opened.
    """
    entry = Path(path)
    if entry.is_file():
        return path
    if entry.is_dir():  # it may lead back to where it lies, and anywhere else
        return _refusal(path, Reason.UNREADABLE, "a link to a folder is followed only if it is named itself")
    if entry.exists():
        return _refusal(path, Reason.UNREADABLE, "a pipe or device is opened only if it is named itself")
    gone = "a link to nothing" if entry.is_symlink() else "it was there when the folder was listed"
    return _refusal(path, Reason.NOT_FOUND, gone)


def _unreadable(path: str, error: OSError) -> Refusal:
    return _refusal(path, Reason.UNREADABLE, error.strerror or "")


def _matches(pattern: str) -> list[str]:
    if not glob.has_magic(pattern) or "\0" in pattern:
        return []
    try:
        return sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps the pattern's own prefix
    except (OSError, re.error, RecursionError):
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
