"""The command line's options turned into those of the layers below, once and in one place."""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli import screen
from sayso.errors import UsageError
from sayso.model import Outcome
from sayso.run import Limits, OpeningOptions, ReadingOptions, Skipped, Zygote, outcomes, shipped

if TYPE_CHECKING:  # Imported where it is made: `--help` does not need it.
    from sayso.annotate.places import GazetteerOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command line asks to be read, and how."""

    inputs: list[str]
    opening: OpeningOptions
    reading: ReadingOptions
    workers: int


def asked(
    *,
    inputs: list[str] | None,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    follow: bool = False,
    allow_host: list[str] | None = None,
    fields: list[str] | None = None,
    any_language: bool = False,
    relevant_only: bool = False,
    all_of_first: int = 0,
    gazetteer: list[Path] | None = None,
    parties: list[Path] | None = None,
    max_bytes: int | None = None,
    max_seconds: float = Limits().seconds,
    workers: int | None = None,
) -> Asked:
    """The options that `read` and `ingest` share. Raises `UsageError` for those that make no sense."""
    from sayso.documents import DocumentOptions
    from sayso.sources import SourceOptions

    sources = SourceOptions(
        fields=tuple(_field(pair) for pair in fields or ()),
        follow=follow,
        allow_hosts=frozenset(allow_host or ()),
        max_bytes=max_bytes or SourceOptions().max_bytes,
        fetch_seconds=max_seconds,
    )
    return Asked(
        inputs=_given(inputs),
        opening=OpeningOptions(sources=sources, title=title, outlet=outlet),
        reading=ReadingOptions(
            documents=DocumentOptions(
                published=published, any_language=any_language, relevant_only=relevant_only
            ),
            all_of_first=all_of_first,
            gazetteer=_gazetteer(gazetteer or []),
            parties=_parties(parties or []),
        ),
        workers=workers or os.cpu_count() or 1,
    )


def outcomes_of(
    asked: Asked, *, zygote: Zygote, done: Callable[[str], bool] | None = None
) -> Iterator[Outcome | Skipped]:
    """What became of each input item, in the order of input; items whose key is `done` are skipped."""
    from sayso.sources import locate

    _announce_first_use()
    works = shipped(opening=asked.opening, reading=asked.reading)
    located = locate(asked.inputs)
    return outcomes(located, works=works, zygote=zygote, workers=asked.workers, done=done or _never)


def _announce_first_use() -> None:
    from sayso.annotate.places.gazetteer import cache_folder

    if not any(cache_folder(os.environ).glob("gazetteer-*.sqlite")):
        screen.message("first use on this machine: building the gazetteer takes about ten seconds")


def _never(_: str) -> bool:
    return False


def _given(inputs: list[str] | None) -> list[str]:
    """What was named, or standard input where something is piped in."""
    if inputs:
        return inputs
    if sys.stdin is not None and not sys.stdin.isatty():
        return ["-"]
    raise UsageError("nothing to read: name a file, a folder, a URL, or - for standard input")


def _field(pair: str) -> tuple[str, str]:
    from sayso.sources import RECORD_FIELDS

    ours, equals, theirs = pair.partition("=")
    if not equals or not theirs or ours not in RECORD_FIELDS:
        known = ", ".join(RECORD_FIELDS)
        raise UsageError(f"--field {pair}: write OURS=THEIRS, where OURS is one of {known}")
    return ours, theirs


def _gazetteer(files: list[Path]) -> "GazetteerOptions":
    from sayso.annotate.places import GazetteerOptions, read_additions

    additions = tuple(file.resolve() for file in files)
    read_additions(additions)  # What makes no sense in them is said now, and once.
    return GazetteerOptions(additions=additions)


def _parties(files: list[Path]) -> tuple[Path, ...]:
    from sayso.annotate.parties import read_parties

    own = tuple(file.resolve() for file in files)
    for file in own:
        read_parties(file)
    return own
