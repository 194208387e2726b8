"""Sources to ledger over batches, in workers that can be killed."""

from sayso.run.flow import Skipped, Works, outcomes
from sayso.run.ingest import STATUSES, Account, Status, ingest
from sayso.run.limits import Limits
from sayso.run.manifest import manifest
from sayso.run.report import write_accounts
from sayso.run.shipped import shipped

__all__ = [
    "STATUSES",
    "Account",
    "Limits",
    "Skipped",
    "Status",
    "Works",
    "ingest",
    "manifest",
    "outcomes",
    "shipped",
    "write_accounts",
]
