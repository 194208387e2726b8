"""Ledgers, outcomes and runs in one line."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from sayso.claims import claims_in
from sayso.ledger import Ledger
from sayso.model import Outcome, Reading, Refusal, content_id
from tests import factory

STARTED = "2031-05-04T06:00:00+00:00"


@cache
def _empty() -> Path:
    path = Path(mkdtemp(), "empty.ledger")
    Ledger.open(path).close()
    return path


@contextmanager
def new_ledger() -> Iterator[Ledger]:
    """A new ledger, copied from one that is laid out once: a property test needs hundreds."""
    with TemporaryDirectory() as folder:
        path = shutil.copy(_empty(), Path(folder, "a.ledger"))
        with Ledger.open(path) as ledger:
            yield ledger


def read(reading: Reading, *, origin: str = "made.txt", part: str | None = None) -> Outcome:
    key = content_id("i", origin, part, reading.text)
    return Outcome(key=key, origin=origin, part=part, result=reading, claims=tuple(claims_in(reading)))


def refused(refusal: Refusal | None = None, *, key: str = "i-refused") -> Outcome:
    result = refusal or factory.refusal()
    return Outcome(key=key, origin=result.origin, part=result.part, result=result)


def run(ledger: Ledger, *, maker: str | None = "reader 1", started: str = STARTED) -> str:
    return ledger.start_run({"maker": maker}, started=started)


def add(ledger: Ledger, *readings: Reading, maker: str | None = "reader 1") -> None:
    ledger.add([read(reading) for reading in readings], run=run(ledger, maker=maker))
