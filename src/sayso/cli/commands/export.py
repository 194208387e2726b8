"""`sayso export`: a ledger written out for other programs."""

import codecs
import errno
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, cast

import typer

from sayso.cli import options, screen, wanted
from sayso.cli.examples import Example
from sayso.cli.grouped import bring_up_to_date
from sayso.cli.keeping import keep, ledger_files
from sayso.errors import SaysoError, UsageError
from sayso.exports.writers import WRITERS

if TYPE_CHECKING:
    from sayso.ledger import OnlyIncidents

EXAMPLES = (
    Example("sayso export", "which formats there are, and what each holds"),
    Example("sayso export csv -o claims.csv", "every claim as a row"),
    Example("sayso export figures-csv -o figures.csv", "every figure of every incident, and who gave it"),
    Example(
        "sayso export figures-csv --type assault --party hospital --since 2031-03 --until 2031-03 --excel",
        "for a spreadsheet: who says how many of March's attacks on hospitals",
    ),
    Example("sayso export jsonl > readings.jsonl", "every reading as a line"),
    Example("sayso export geojson -l war.sqlite -o events.geojson", "events on a map"),
)


@wanted.choosing
def export(
    format: Annotated[
        str | None,
        typer.Argument(
            metavar="FORMAT",
            help=f"{', '.join(WRITERS)}. None lists what each holds.",
            autocompletion=lambda: list(WRITERS),
        ),
    ] = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write; standard output if not given."),
    ] = None,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="Begin a CSV file with the mark by which Excel knows that it is UTF-8."),
    ] = False,
    *,
    only: "OnlyIncidents",
) -> None:
    """Write a ledger out in a format that other programs read.

    The options that say which incidents go with the formats that hold incidents or their figures.
    """
    from sayso.ledger import Ledger

    if format is None:
        _list_formats()
        return
    if format not in WRITERS:
        raise UsageError(f"no format {format!r}; there are {', '.join(WRITERS)}")
    _make_sense(format, chosen=bool(only), excel=excel)
    if output:
        keep(ledger_files(ledger), from_being=output, option="-o")
    with Ledger.open(ledger, create=False) as opened, _target(output, format) as target:
        if WRITERS[format].grouped:
            bring_up_to_date(opened)
        if excel:
            target.write(codecs.BOM_UTF8)
        written = WRITERS[format].write(opened, target, **only)
    screen.message(f"{written:,} records of {format} written")


def _make_sense(format: str, *, chosen: bool, excel: bool) -> None:
    """Refuse options that the format would pass over without a word."""
    if excel and WRITERS[format].suffix != ".csv":
        raise UsageError(f"--excel: {format} is no CSV file")
    if chosen and not WRITERS[format].grouped:
        grouped = ", ".join(name for name, writer in WRITERS.items() if writer.grouped)
        raise UsageError(f"{format} holds all of a ledger; incidents are chosen for {grouped}")


def _list_formats() -> None:
    width = max(map(len, WRITERS))
    for name, writer in WRITERS.items():
        screen.line(f"{name:{width}}  {writer.holds}")


@contextmanager
def _target(path: Path | None, format: str) -> Iterator[BinaryIO]:
    if path is None:
        if sys.stdout.isatty() and format.endswith("parquet"):
            raise UsageError("parquet is not text; name a file with -o")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _whole_or_not_at_all(path) as file:
            yield file
    except OSError as error:
        # A full disk is no slip of whoever typed the command.
        kind = SaysoError if error.errno in _OUT_OF_ROOM else UsageError
        raise kind(f"-o {path}: cannot be written: {error.strerror}") from None


_OUT_OF_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only when it is complete."""
    if path.exists() and not path.is_file():  # such as /dev/stdout
        with path.open("wb") as file:
            yield file
        return
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield cast(BinaryIO, file)
        Path(unfinished).chmod(0o666 & ~_umask())
        Path(unfinished).replace(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
