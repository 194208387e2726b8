"""Sources to ledger over batches, in workers that can be killed."""

from sayso.run.flow import Skipped, Works, outcomes
from sayso.run.ingest import STATUSES, Account, Status, ingest
from sayso.run.limits import Limits
from sayso.run.manifest import manifest
from sayso.run.report import write_accounts
from sayso.run.shipped import OpeningOptions, ReadingOptions, ready, shipped
from sayso.run.workers import Zygote

__all__ = [
    "STATUSES",
    "Account",
    "Limits",
    "OpeningOptions",
    "ReadingOptions",
    "Skipped",
    "Status",
    "Works",
    "Zygote",
    "ingest",
    "manifest",
    "outcomes",
    "ready",
    "shipped",
    "write_accounts",
]
