"""The ledger: documents, readings and claims in one place that is only ever added to."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.errors import LedgerError
from sayso.ledger import adding, deciding, finding, grouping, rulings, runs, schema, verifying
from sayso.ledger.adding import Status
from sayso.ledger.answering import Answering
from sayso.ledger.grouping import Grouping
from sayso.ledger.store import Store
from sayso.ledger.verifying import Problem
from sayso.model import Decision, Outcome, Ruling, Subject


class Ledger(Answering):
    """An open ledger. `with Ledger.open(path) as ledger:` closes it at the end.

    What it can be asked is in `Answering`; here it is opened, added to, decided about and checked.
    """

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, create: bool = True) -> Self:
        """Open the ledger at a path, or at a URL such as `postgresql://ana@host/reports`.

        It is brought to the newest schema. Raises `LedgerError` where there is none and `create` is false,
        where it is something else or damaged, where a newer Sayso wrote it, or where it holds half of a copy;
        `MissingExtra` where a URL needs what is not installed.
        """
        return cls(Store.open(where, create=create))

    @property
    def path(self) -> Path | None:
        """The ledger's file; None for one on a server."""
        return self._store.place if isinstance(self._store.place, Path) else None

    def __str__(self) -> str:
        return str(self._store)

    def __repr__(self) -> str:
        return f"Ledger.open({str(self)!r})"

    def close(self) -> None:
        """Let go of the file, or hang up."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start_run(self, manifest: Mapping[str, object], *, started: str) -> str:
        """Record that a run begins, and with what; its id.

        `manifest` must be JSON; its `maker` says which reader makes the readings (versions and model hashes,
        as one string). `started` is the caller's clock, in ISO form.
        """
        with self._store.writing() as connection:
            return runs.start_run(connection, manifest, started=started)

    def add(self, outcomes: Sequence[Outcome], *, run: str) -> list[Status]:
        """Write a batch in one transaction; what became of each outcome, in order.

        When this returns, the batch survives a crash; when it raises, none of it was written. A document
        that is there already is `known` and nothing of it changes, except where another maker read it with
        another result: then the new reading and its claims supersede the old, which stay in the file.
        Raises `LedgerError` where a span lies outside its text, or the run is not open.
        """
        adding.check(outcomes)
        try:
            with self._store.writing() as connection:
                return adding.add(connection, outcomes, run=run)
        except (UnicodeEncodeError, OverflowError) as error:
            raise LedgerError(f"a value that no ledger can hold: {error}") from error

    def finish_run(self, run: str, *, counts: Mapping[str, int], finished: str) -> None:
        """Record that a run has come to its end, and its counts."""
        with self._store.writing() as connection:
            runs.finish_run(connection, run, counts=counts, finished=finished)

    def start_grouping(self, *, at: str, maker: str, anew: bool = False) -> Grouping:
        """Begin to group what the last grouping has not seen, or all of it `anew`.

        `maker` says by which rules; what another maker grouped is grouped anew.
        """
        with self._store.writing() as connection:
            number, since, until = grouping.begin(connection, at=at, maker=maker, anew=anew)
        ways = {"reading": self._store.rebuilding, "writing": self._store.writing}
        return Grouping(number, since=since, until=until, **ways)

    def decide(self, decision: Decision) -> Decision:
        """Add a decision, for good; it with its id. Another decision can undo it.

        Raises `UsageError` where nobody is named, `NotInLedger` where it undoes what is not there.
        """
        with self._store.writing() as connection:
            return deciding.decide(connection, decision)

    def undo(self, id: str, *, by: str, at: str, why: str = "") -> Decision:
        """Decide that an earlier decision holds no longer; this one can be undone, too.

        `id` may be the beginning of one.
        """
        with self._store.reading() as connection:
            id = finding.whole_id(connection, schema.decisions.c.id, id, kind="decision")
        return self.decide(
            Decision(kind=Subject.DECISION, subject=id, undoes=id, verdict=Ruling.UNDO, by=by, at=at, why=why)
        )

    def merge(self, ids: Collection[str], *, by: str, at: str, why: str) -> Decision:
        """Decide that incidents are one happening. It takes effect when incidents are next grouped."""
        incidents = [self.incident(id).incident for id in ids]
        found = {incident.id: incident.tellings for incident in incidents}
        return self.decide(rulings.merge_of(found, by=by, at=at, why=why))

    def split(self, id: str, claims: Collection[str], *, by: str, at: str, why: str) -> Decision:
        """Decide that the tellings with these event claims are not of this incident, but of another.

        Other voices of a report that tell of the same event go with them.
        """
        incident = self.incident(id).incident
        out = {self.claim(claim).id for claim in claims}
        out = rulings.whole_events(out, map(self.claim, incident.tellings))
        known, homes = incident.tellings, self.incident_of(out)
        return self.decide(rulings.split_of(incident.id, known, out, by=by, at=at, why=why, homes=homes))

    def verify(self) -> Iterator[Problem]:
        """Everything in the ledger that is not as it was written, a document in memory at a time.

        Hashes every text again, derives the ids of documents and claims, finds the words of every span, goes
        over sightings, incidents and the chain of decisions, and has the database check itself. A sound
        ledger yields nothing.
        """
        with self._store.reading() as connection:
            yield from verifying.problems(connection)
        with self._store.checking() as connection:
            yield from verifying.index_problems(connection)
