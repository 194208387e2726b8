"""Outcomes into the ledger, a batch at a time, each item reported only once it is safely there."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.model import Outcome, Refusal
from sayso.run.flow import Skipped

if TYPE_CHECKING:  # SQLAlchemy is slow to import, and the workers import this package too.
    from sayso.ledger import Ledger

# One commit waits for the disk, 5 to 30 ms; at 64 documents that is a hundredth of what reading them takes.
_BATCH_ITEMS = 64
_BATCH_SECONDS = 1.0


class Status(StrEnum):
    """What became of an input item."""

    READ = "read"
    KNOWN = "known"
    REFUSED = "refused"
    SKIPPED = "skipped"


STATUSES: dict[Status, str] = {
    Status.READ: "read, and stored in the ledger",
    Status.KNOWN: "read; the ledger had the same document already",
    Status.REFUSED: "not read; `reason` says why",
    Status.SKIPPED: "not read, because an earlier run had settled it (--resume)",
}
"""Every status with its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One input item, accounted for: a line of the report."""

    item: str
    """The item's key: a hash of its origin, its part and its bytes."""
    origin: str
    part: str | None
    external_id: str | None
    status: Status
    reason: str | None = None
    detail: str | None = None
    document: str | None = None
    claims: int = 0


def ingest(
    found: Iterable[Outcome | Skipped], *, ledger: "Ledger | None", run: str
) -> Iterator[list[Account]]:
    """Write outcomes to the ledger; the accounts of each batch, once it is committed.

    With no ledger nothing is written, and every item that could be read counts as read. A batch that was
    yielded survives whatever happens next.
    """
    for batch in _batches(found):
        outcomes = [outcome for outcome in batch if isinstance(outcome, Outcome)]
        statuses = iter(ledger.add(outcomes, run=run) if ledger and outcomes else map(_unwritten, outcomes))
        yield [
            _skipped(each) if isinstance(each, Skipped) else _account(each, Status(next(statuses)))
            for each in batch
        ]


def _batches(found: Iterable[Outcome | Skipped]) -> Iterator[Sequence[Outcome | Skipped]]:
    batch: list[Outcome | Skipped] = []
    since = time.monotonic()
    for each in found:
        batch.append(each)
        if len(batch) >= _BATCH_ITEMS or time.monotonic() - since >= _BATCH_SECONDS:
            yield batch
            batch, since = [], time.monotonic()
    if batch:
        yield batch


def _unwritten(outcome: Outcome) -> str:
    return Status.REFUSED if isinstance(outcome.result, Refusal) else Status.READ


def _skipped(item: Skipped) -> Account:
    return Account(
        item=item.key,
        origin=item.origin,
        part=item.part,
        external_id=item.external_id,
        status=Status.SKIPPED,
    )


def _account(outcome: Outcome, status: Status) -> Account:
    result = outcome.result
    return Account(
        item=outcome.key,
        origin=outcome.origin,
        part=outcome.part,
        external_id=outcome.external_id,
        status=status,
        reason=result.reason.value if isinstance(result, Refusal) else None,
        detail=result.detail or None if isinstance(result, Refusal) else None,
        document=None if isinstance(result, Refusal) else result.document.id,
        claims=len(outcome.claims),
    )
