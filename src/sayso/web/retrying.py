"""Refused items tried again: their sources, read by the same command that read them first."""

import os
import shlex
import subprocess
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

_MOST_SOURCES = 400
"""More are given by the inputs of their run: a command line holds only so much."""
_TOLD = 12

FLAGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("--title", ("opening", "title")),
    ("--outlet", ("opening", "outlet")),
    ("--follow", ("opening", "sources", "follow")),
    ("--field", ("opening", "sources", "fields")),
    ("--published", ("reading", "documents", "published")),
    ("--any-language", ("reading", "documents", "any_language")),
    ("--gazetteer", ("reading", "gazetteer", "additions")),
    ("--parties", ("reading", "parties")),
    ("--max-bytes", ("opening", "sources", "max_bytes")),
    ("--max-seconds", ("limits", "seconds")),
)
"""Options of `sayso ingest` with where a run's manifest keeps them.

`--allow-host` is not among them: who permitted it at the command line did not permit it to a click.
"""


class RetryState(StrEnum):
    """How far a retry has come."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """An attempt to read again what a run had refused."""

    run: str
    state: RetryState
    """`gone`: none of the sources is there any more; `failed`: the command itself could not go on."""
    sources: tuple[str, ...]
    """Those that are read again."""
    missing: tuple[str, ...]
    """Those that are not where they were."""
    command: str
    """What does the same in a terminal, from the folder that the run was started in."""
    told: str = ""
    """What the command said in the end."""
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """The beginning of a command that reads into the desk's ledger."""

    words: tuple[str, ...]
    environment: Mapping[str, str]
    """Added to the desk's own; which ledger it is goes here, for its URL may hold a password."""


class Retries:
    """Tries refused items again in the background, one run at a time."""

    def __init__(self, command: Command | None) -> None:
        self._command = command
        self._lock = threading.Lock()
        self._last: Retry | None = None

    @property
    def last(self) -> Retry | None:
        """The newest attempt since the desk was opened."""
        return self._last

    def start(
        self, run: str, manifest: Mapping[str, Any], origins: Iterable[str], *, ledger: str, by: str
    ) -> Retry | None:
        """Begin to read again what refused items came from; None while another attempt goes on."""
        there, missing = _found(origins)
        inputs = [str(one) for one in manifest.get("inputs", ())]
        sources = inputs if len(there) > _MOST_SOURCES else there
        asked = ["--resume", *flags_of(manifest), "--", *(sources or inputs)]
        retry = Retry(
            run=run,
            state=RetryState.RUNNING if sources and self._command else RetryState.GONE,
            sources=tuple(sources),
            missing=tuple(missing),
            command=shlex.join(["sayso", "ingest", "--ledger", ledger, *asked]),
            by=by,
        )
        with self._lock:
            if self._last is not None and self._last.state is RetryState.RUNNING:
                return None
            self._last = retry
        if retry.state is RetryState.RUNNING and self._command:
            threading.Thread(target=self._run, args=(retry, self._command, asked), daemon=True).start()
        return retry

    def _run(self, retry: Retry, command: Command, asked: Sequence[str]) -> None:
        try:
            ended = subprocess.run(  # noqa: S603 - our own command, no shell
                [*command.words, *asked],
                env=os.environ | command.environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                check=False,
            )
            told = "\n".join((ended.stderr or ended.stdout).strip().splitlines()[-_TOLD:])
            state = RetryState.DONE if ended.returncode in _ENDED else RetryState.FAILED
        except OSError as error:
            told, state = str(error), RetryState.FAILED
        self._last = replace(retry, state=state, told=told)


_ENDED = frozenset({0, 3})
"""Exit codes of a run that came to its end: nothing refused, or some things."""


def flags_of(manifest: Mapping[str, Any]) -> list[str]:
    """The options that a run was made with, as words of a command line."""
    words = _subject(manifest)
    for flag, keys in FLAGS:
        value = _kept(manifest, *keys)
        for one in value if isinstance(value, list) else [value]:
            if one is True:
                words.append(flag)
            elif one:
                words += [flag, "=".join(map(str, one)) if isinstance(one, list) else str(one)]
    return words


def _subject(manifest: Mapping[str, Any]) -> list[str]:
    """Of what reports may tell: said where the run did not leave it to its length."""
    relevant_only = _kept(manifest, "reading", "documents", "relevant_only")
    if relevant_only is False:
        return ["--any-subject"]
    return ["--relevant-only"] if relevant_only and not _kept(manifest, "reading", "all_of_first") else []


def _kept(manifest: Mapping[str, Any], *keys: str) -> Any:
    """What a manifest keeps under some keys, one inside the other; None where it does not."""
    value: Any = manifest
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _found(origins: Iterable[str]) -> tuple[list[str], list[str]]:
    """Sources that can still be read, and those that cannot; each once."""
    known = list(dict.fromkeys(origins))
    there = [origin for origin in known if _is_there(origin)]
    return there, [origin for origin in known if origin not in set(there)]


def _is_there(origin: str) -> bool:
    """Whether a source can still be read; of an address that is only known when it is asked."""
    if origin.startswith(("http://", "https://")):
        return True
    try:
        return Path(origin).exists()
    except (OSError, ValueError):
        return False
