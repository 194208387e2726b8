"""Every error that Sayso raises on purpose.

    SaysoError
    ├── UsageError            what was asked for makes no sense
    ├── Refused               a single text that cannot be read
    ├── PipelineError         annotators in an order that cannot work
    ├── LedgerError           the ledger file cannot be used
    │   ├── NotInLedger       no such document, claim, incident, decision or run
    │   └── Overtaken         another process has begun to group the same ledger
    ├── WorkerError           the processes that parse input cannot be kept running
    ├── MissingExtra          an optional dependency is not installed
    └── ForeignShard          a Parquet file that holds no outcomes of a run

An item that cannot be read is no error but a recorded `Refusal`.
"""


class SaysoError(Exception):
    """Something went wrong that the user can be told about in one sentence."""


class UsageError(SaysoError):
    """What was asked for makes no sense."""


class Refused(SaysoError):
    """A single text that cannot be read; among many items it would be a recorded refusal."""

    def __init__(self, *, origin: str, reason: str, detail: str) -> None:
        self.origin, self.reason, self.detail = origin, reason, detail
        super().__init__(f"{origin} was refused ({reason}){': ' + detail if detail else ''}")


class PipelineError(SaysoError):
    """An annotator needs a layer that none before it writes."""

    def __init__(self, *, annotator: str, missing: str) -> None:
        self.annotator, self.missing = annotator, missing
        super().__init__(f"annotator {annotator!r} reads {missing!r}, which no annotator before it writes")


class LedgerError(SaysoError):
    """The ledger file cannot be used."""


_FOUND_BY = {
    "decision": "`sayso incidents rulings --all` lists all",
    "incident": "`sayso incidents --all` lists all",
    "run": "the ledger's table `runs` lists all",
}


class NotInLedger(LedgerError):
    """No such thing in the ledger."""

    def __init__(self, *, kind: str, id: str) -> None:
        self.kind, self.id = kind, id
        found_by = _FOUND_BY.get(kind, "`sayso search` finds documents and claims by words")
        super().__init__(f"no {kind} {id!r} in this ledger; {found_by}")


class Overtaken(LedgerError):
    """Another process has begun to group the same ledger; what it finds is newer."""

    def __init__(self) -> None:
        super().__init__(
            "another process is grouping this ledger, and sees all that this one saw: wait for it"
        )


class WorkerError(SaysoError):
    """The processes that parse input cannot be kept running."""

    def __init__(self, *, why: str) -> None:
        self.why = why
        super().__init__(f"the reading workers stopped: {why}; `sayso doctor` says what is missing")


class MissingExtra(SaysoError):
    """An optional dependency is not installed."""

    def __init__(self, *, extra: str, what: str) -> None:
        self.extra, self.what = extra, what
        super().__init__(f"{what} needs an optional extra: pip install 'sayso[{extra}]'")


class ForeignShard(SaysoError):
    """A Parquet file that holds something else than the outcomes of a run."""
