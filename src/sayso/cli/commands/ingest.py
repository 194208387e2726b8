"""`sayso ingest`: read reports into a ledger."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from sayso.cli import choices, options, screen
from sayso.cli.examples import Example
from sayso.cli.exit_codes import ExitCode
from sayso.cli.grouped import bring_up_to_date
from sayso.cli.keeping import keep, ledger_files
from sayso.cli.printable import printable
from sayso.errors import UsageError
from sayso.model import Reason
from sayso.model.clock import now
from sayso.run import Limits, Status, Zygote, ready

if TYPE_CHECKING:
    from sayso.cli.progress import Tally
    from sayso.ledger import Ledger
    from sayso.run import Account

EXAMPLES = (
    Example("sayso ingest reports/", "every report of a folder, into sayso.sqlite"),
    Example("sayso ingest archive.warc.gz -l war.sqlite -j 4", "a web archive, with four workers"),
    Example("sayso ingest --resume reports/", "go on where an earlier run stopped"),
    Example("sayso ingest --dry-run --report plan.jsonl reports/", "try it, write no ledger"),
)


def ingest(
    inputs: options.Inputs = None,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    resume: Annotated[
        bool, typer.Option("--resume", help="Skip items that an earlier run read, or refused for good.")
    ] = False,
    group: Annotated[
        bool,
        typer.Option(
            "--group/--no-group",
            help="Group what was read into incidents afterwards, or leave it to the next command that shows"
            " them. (default: group)",
            show_default=False,
        ),
    ] = True,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read everything, write no ledger.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write one line of JSON for each input item: its status, reason, document."
        ),
    ] = None,
    published: options.Published = None,
    title: options.Title = None,
    outlet: options.Outlet = None,
    follow: options.Follow = False,
    allow_host: options.AllowHost = None,
    fields: options.Fields = None,
    any_language: options.AnyLanguage = False,
    relevant_only: options.RelevantOnly = None,
    gazetteer: options.Gazetteer = None,
    parties: options.Parties = None,
    max_bytes: options.MaxBytes = None,
    max_seconds: options.MaxSeconds = options.DEFAULT_SECONDS,
    workers: options.Workers = None,
) -> None:
    """Read reports into a ledger. Ingesting the same report twice changes nothing.

    Reports are committed in batches: whatever stops the run, what was committed is kept, and --resume goes
    on from there. The exit code is 3 if an item was refused for anything but what it tells of.
    """
    with ExitStack() as stack:
        # First of all: the workers load what reads while this process loads what writes.
        zygote = stack.enter_context(ready(limits=Limits(seconds=max_seconds)))
        asked = choices.asked(
            inputs=inputs,
            published=published,
            title=title,
            outlet=outlet,
            follow=follow,
            allow_host=allow_host,
            fields=fields,
            any_language=any_language,
            relevant_only=relevant_only is not False,
            all_of_first=options.ALL_OF_FIRST if relevant_only is None else 0,
            gazetteer=gazetteer,
            parties=parties,
            max_bytes=max_bytes,
            max_seconds=max_seconds,
            workers=workers,
        )
        if report:
            _refuse_within(asked.inputs, report)
            keep(chain(ledger_files(ledger), _read_from(asked.inputs)), from_being=report, option="--report")
        opened = _opened(ledger, stack, dry_run=dry_run)
        file = _report_file(report, stack)
        tally = ingest_into(opened, asked, zygote, resume=resume, dry_run=dry_run, report=file)
        if opened and group and not dry_run:
            bring_up_to_date(opened)
    summarise(tally, f"in {ledger}; none written" if dry_run else f"in {ledger}")
    if tally.counts["refused"] > tally.counts[Reason.IRRELEVANT.value]:
        raise typer.Exit(ExitCode.REFUSED)


def ingest_into(
    ledger: "Ledger | None",
    asked: choices.Asked,
    zygote: Zygote,
    *,
    resume: bool = False,
    dry_run: bool = False,
    report: TextIO | None = None,
) -> "Tally":
    """Read what was asked for into an open ledger, showing progress; what became of it all."""
    from sayso.run import ingest as ingested
    from sayso.run import manifest

    writing, run = None if dry_run else ledger, ""
    if writing:
        made_with = manifest(
            inputs=asked.inputs, opening=asked.opening, reading=asked.reading, limits=zygote.limits
        )
        run = writing.start_run(made_with, started=now())
    settled = ledger.settled() if ledger and resume else None
    found = choices.outcomes_of(asked, zygote=zygote, done=settled)
    tally = _followed(ingested(found, ledger=writing, run=run), asked, report=report)
    if writing:
        writing.finish_run(run, counts=dict(tally.counts), finished=now())
    return tally


def _opened(where: PathLike[str], stack: ExitStack, *, dry_run: bool) -> "Ledger | None":
    from sayso.ledger import Ledger

    if dry_run and isinstance(where, Path) and not where.exists():
        return None
    return stack.enter_context(Ledger.open(where, create=not dry_run))


def _read_from(inputs: Sequence[str]) -> Iterator[Path]:
    """The files that will be opened."""
    from sayso.sources import Locator, locate

    for located in locate(inputs):
        if isinstance(located, Locator) and located.kind == "file":
            yield Path(located.target or located.origin)


def _refuse_within(inputs: Sequence[str], report: Path) -> None:
    """A report that is written into a folder while that is read would be read, too."""
    for folder in map(Path, inputs):
        if folder.is_dir() and report.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"--report {report}: lies in {folder}, which is read; put it elsewhere")


def _report_file(path: Path | None, stack: ExitStack) -> TextIO | None:
    try:
        return stack.enter_context(path.open("w", encoding="utf-8")) if path else None
    except OSError as error:
        raise UsageError(f"--report {path}: cannot be written: {error.strerror}") from None


def _followed(
    batches: "Iterable[Sequence[Account]]", asked: choices.Asked, *, report: TextIO | None
) -> "Tally":
    """Go through the accounts of a run: report them, name refusals, show progress."""
    from sayso.cli.progress import Tally, progress
    from sayso.run import write_accounts
    from sayso.sources import locate

    tally = Tally()
    inputs = sum(1 for _ in locate(asked.inputs)) if sys.stderr.isatty() else None
    with progress(tally, inputs=inputs) as advance:
        for accounts in batches:
            if report:
                write_accounts(accounts, report)
            tally.add(accounts)
            advance()
    return tally


def summarise(tally: "Tally", where: str) -> None:
    """Say on standard error what became of all items, naming the first that each reason refused."""
    from sayso.model import REASONS

    counts = ", ".join(f"{tally.counts[status]:,} {status}" for status in Status if tally.counts[status])
    items = f"{tally.reports:,} {'item' if tally.reports == 1 else 'items'}"
    screen.message(f"{items} {where}: {counts or 'nothing came in'}")
    for reason, meaning in REASONS.items():
        refused = tally.named.get(reason.value, [])
        if refused:
            screen.message(f"  {tally.counts[reason.value]:,} {reason.value}: {meaning}")
        for account in refused:
            place = " ".join(filter(None, [account.origin, account.part]))
            screen.message("    " + printable(place + (f" ({account.detail})" if account.detail else "")))
    if any(tally.counts[reason] > len(refused) for reason, refused in tally.named.items()):
        screen.message("  and more; --report FILE names every one")
