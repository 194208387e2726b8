"""`sayso doctor`: whether everything Sayso needs is there."""

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import typer

from sayso.cli import screen
from sayso.cli.examples import Example
from sayso.cli.exit_codes import ExitCode
from sayso.cli.place import to_place
from sayso.cli.printable import printable
from sayso.errors import SaysoError

EXAMPLES = (Example("sayso doctor", "check the installation before a long run"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    what: str
    remedy: str | None = None
    """What to do about it; None where all is well."""


def doctor() -> None:
    """Check the installation, and say of each thing that is missing what to do about it."""
    problems = 0
    for check in CHECKS:
        for finding in check():
            problems += finding.remedy is not None
            screen.line(f"{'problem' if finding.remedy else 'ok':8} {printable(finding.what)}")
            if finding.remedy:
                screen.line(f"{'':8} {finding.remedy}")
    if problems:
        raise typer.Exit(ExitCode.ERROR)


def _libraries() -> Iterator[Finding]:
    """What the package says that it needs, and the extras it can do without."""
    for wanted in metadata.requires("sayso") or ():
        name = re.split(r"[^A-Za-z0-9._-]", wanted, maxsplit=1)[0]
        extra = re.search(r"extra == ['\"](\w+)['\"]", wanted)
        if extra and extra[1] == "dev":
            continue
        try:
            yield Finding(what=f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            if extra:
                yield Finding(what=f"{name} not installed (optional: pip install 'sayso[{extra[1]}]')")
            else:
                yield Finding(what=f"{name} is not installed", remedy="install Sayso again")


def _sqlite() -> Iterator[Finding]:
    import sqlite3

    found = f"SQLite {sqlite3.sqlite_version}"
    try:
        with sqlite3.connect(":memory:") as database:
            database.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        database.close()
    except sqlite3.OperationalError:
        yield Finding(what=f"{found} without FTS5", remedy="use a Python whose SQLite has full-text search")
    else:
        yield Finding(what=f"{found} with full-text search")


def _ledger() -> Iterator[Finding]:
    """The ledger that every command uses unless it is told another."""
    from sayso.ledger import Ledger

    where = os.environ.get("SAYSO_LEDGER")
    if not where:
        return
    place = to_place(where)
    if isinstance(place, Path) and not place.exists():
        yield Finding(what=f"SAYSO_LEDGER names {place}, which `sayso ingest` will make")
        return
    try:
        with Ledger.open(place, create=False) as ledger:
            yield Finding(what=f"SAYSO_LEDGER names {ledger}, with {ledger.document_count():,} documents")
    except SaysoError as error:
        yield Finding(what=f"SAYSO_LEDGER: {error}", remedy="name a ledger that can be used")


def _folders() -> Iterator[Finding]:
    for folder, use in ((Path.cwd(), "a ledger"), (Path(tempfile.gettempdir()), "temporary files")):
        try:
            with tempfile.TemporaryFile(dir=folder):
                yield Finding(what=f"{folder} can hold {use}")
        except OSError as error:
            yield Finding(
                what=f"{folder} cannot hold {use}: {error.strerror}", remedy="change to a folder of your own"
            )


def _gazetteer() -> Iterator[Finding]:
    from sayso.annotate.places.gazetteer import Gazetteer

    try:
        gazetteer = Gazetteer.open()
    except OSError as error:
        yield Finding(what=f"the gazetteer cannot be built: {error}", remedy="free 200 MB of disk space")
        return
    known = len(gazetteer.lookup("Paris"))
    gazetteer.close()
    if known:
        yield Finding(what=f"gazetteer {gazetteer.path}")
    else:
        yield Finding(what=f"{gazetteer.path} knows no place", remedy="delete it; it is built again")


def _reading() -> Iterator[Finding]:
    """Read a short report the way that `read` and `ingest` do, through worker processes."""
    from sayso.cli import choices
    from sayso.model import Outcome, Reading
    from sayso.run import Limits, ready

    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.txt")
        report.write_text(_REPORT, encoding="utf-8")
        try:
            with ready(limits=Limits()) as zygote:
                asked = choices.asked(inputs=[str(report)], workers=1)
                results = list(choices.outcomes_of(asked, zygote=zygote))
        except SaysoError as error:
            yield Finding(what=str(error), remedy="install Sayso again")
            return
    if [
        outcome for outcome in results if isinstance(outcome, Outcome) and isinstance(outcome.result, Reading)
    ]:
        yield Finding(what=f"a report is read in {time.monotonic() - started:.1f} s, start-up included")
    else:
        yield Finding(what=f"a plain report was not read: {results}", remedy="install Sayso again")


_REPORT = "Police in Orlo said on Monday that two people were injured when a bus overturned near the port.\n"

CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _libraries,
    _sqlite,
    _ledger,
    _folders,
    _gazetteer,
    _reading,
)
"""Everything the doctor looks at, in order."""
