"""Pipes that are named: read when somebody writes to them, refused when nobody does."""

import os
import threading
import time
from pathlib import Path

import pytest

from sayso.model import RawItem, Reason, Refusal
from sayso.sources import Kind, Locator, SourceOptions, items_in, locate

SECONDS = 5.0


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    return path


def only(path: Path, *, seconds: float) -> RawItem | Refusal:
    (found,) = items_in(
        Locator(origin=str(path), kind=Kind.FILE), options=SourceOptions(pipe_seconds=seconds)
    )
    return found


def writing(pipe: Path, *pieces: bytes, pause: float = 0.0) -> threading.Thread:
    def write() -> None:
        with pipe.open("wb", buffering=0) as file:
            for piece in pieces:
                time.sleep(pause)
                file.write(piece)

    thread = threading.Thread(target=write)
    thread.start()
    return thread


def test_a_pipe_that_nobody_writes_to_is_refused(pipe: Path) -> None:
    found = only(pipe, seconds=0.1)
    assert isinstance(found, Refusal)
    assert (found.reason, found.detail) == (
        Reason.UNREADABLE,
        "a pipe that nobody writes to (waited 0.1 s)",
    )


def test_a_pipe_is_read_to_its_end_however_its_writer_dawdles(pipe: Path) -> None:
    # The writer is there at once, and says nothing for longer than one is waited for.
    writer = writing(pipe, b"Nine people died ", b"in Orlo on Monday.", pause=0.5)
    time.sleep(0.1)
    found = only(pipe, seconds=0.2)
    writer.join(SECONDS)
    assert isinstance(found, RawItem)
    assert found.content == b"Nine people died in Orlo on Monday."


def test_a_pipe_holds_more_than_its_first_bytes(pipe: Path) -> None:
    text = b"Nine people died in Orlo on Monday.\n" * 10_000
    writer = writing(pipe, text)
    found = only(pipe, seconds=SECONDS)
    writer.join(SECONDS)
    assert isinstance(found, RawItem)
    assert found.content == text


def test_a_pipe_whose_writer_says_nothing_is_empty(pipe: Path) -> None:
    writer = writing(pipe, pause=0.2)
    found = only(pipe, seconds=0.5)
    writer.join(SECONDS)
    assert isinstance(found, Refusal)


def test_a_pipe_that_a_pattern_fits_is_not_opened(pipe: Path) -> None:
    (pipe.parent / "report.txt").write_text("Nine people died in Orlo.")
    named, pattern = locate([str(pipe)]), locate([f"{pipe.parent}/*.txt"])
    assert [type(each) for each in named] == [Locator]
    assert [type(each) for each in pattern] == [Refusal, Locator]
