"""The clock, as the ledger keeps times: UTC, to the second."""

from datetime import UTC, datetime


def now() -> str:
    """The time of an act, such as a run or a decision; nothing that is read in a text depends on it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
