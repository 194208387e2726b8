"""Regrouping: what new readings change among incidents and copies, given what the last time kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import islice

from sayso.incidents.agreement.account import account_of
from sayso.incidents.compare.weights import Weights, shipped_weights
from sayso.incidents.copies import CopyIndex
from sayso.incidents.copies.owners import Owners
from sayso.incidents.copies.tolds import Fetch
from sayso.incidents.group.grouper import Grouper
from sayso.incidents.group.incidents import incident_of
from sayso.incidents.group.judging import rulings_of
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.shelf import Row, Shelf
from sayso.incidents.kept.written import Written, written
from sayso.incidents.spread import spread
from sayso.incidents.telling.reports import report_of
from sayso.incidents.telling.reviewed import reviewed
from sayso.model import Account, Incident, Judgement, Outlet, Reading, Report, Reviews, Telling

Ids = Callable[[Collection[str]], Mapping[str, str]]
_TAKEN_IN = 2000
"""Readings taken in at once: forking a process for them takes a tenth of a second once there are many."""
_AT_ONCE = 500
_MANY = 200
"""Readings for which another process is worth while."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """An incident, what its sources say, and its tellings in order of publication."""

    incident: Incident
    account: Account
    tellings: tuple[Telling, ...]


class Regrouping:
    """What some readings change. Go through `grouped` first; then ask what is gone and what to keep."""

    def __init__(
        self,
        shelf: Shelf,
        fresh: Iterable[Reading],
        *,
        documents: Fetch,
        given: Ids,
        standing: Ids,
        judgements: Iterable[Judgement] = (),
        reviews: Reviews | None = None,
        owners: Owners | None = None,
        outlets: Sequence[Outlet] = (),
        weights: Weights | None = None,
        processes: int = 1,
    ) -> None:
        """Take in new and re-read documents, and see who copied whom.

        `shelf` holds what was kept; where it is empty, `fresh` must be all there is. `documents` gives
        earlier documents by id; `given` the ids that incidents were ever given, by founding telling;
        `standing` the incidents that tellings stand in now, by telling. `reviews` are what people decided
        about claims; where that has changed, the reading that makes the claim must be among the fresh ones.
        More than one of `processes` may be used where many reports are compared.
        """
        self._draft = Draft(shelf)
        self._given, self._standing = given, standing
        self._outlets, self._weights = outlets, weights or shipped_weights()
        self._processes = processes
        self._copies = CopyIndex(owners=owners, draft=self._draft, fetch=documents)
        self._grouper = Grouper(
            self._draft, weights=self._weights, rulings=rulings_of(judgements), processes=processes
        )
        waiting, to_bytes = iter(fresh), partial(_written, reviews=reviews or {})
        while some := list(islice(waiting, _TAKEN_IN)):
            take_in = partial(self._copies.add, [reading.document for reading in some])
            for report in spread(to_bytes, some, processes=processes, at_least=_MANY, meanwhile=take_in):
                self._grouper.receive_written(report)
        copied = self._copies.changes()
        self.copies = copied.made
        """The syndication groups that are new or have changed."""
        self.copies_gone = copied.gone
        """The origins of syndication groups that are no more."""
        self.afresh = self._grouper.file(self._copies.origins())
        """Whether all reports were compared anew."""
        self._before: set[str] = set()
        self._now: set[str] = set()

    def grouped(self) -> Iterator[Grouped]:
        """The incidents that are new or have changed, each made when it is asked for."""
        settled = self._grouper.settle()
        self._before.update(self._standing(sorted(self._grouper.struck)).values())
        groups = iter(settled.groups)
        while some := list(islice(groups, _AT_ONCE)):
            traces = self._grouper.traces(some)
            ids = [id for group in traces for trace in group for id in trace.ids]
            self._before.update(self._standing(ids).values())
            given = self._given(ids)
            self._reports({trace.story.document for group in traces for trace in group})
            # Not shared out among processes: what they make takes longer to send than to make.
            for group in traces:
                incident = incident_of(group, weights=self._weights, given=given)
                self._now.add(incident.id)
                tellings = tuple(told for trace in group for told in (trace.telling, *trace.beside))
                account = self._account(incident, {trace.story.document for trace in group})
                yield Grouped(incident=incident, account=account, tellings=tellings)

    @property
    def gone(self) -> frozenset[str]:
        """The ids of incidents that stand no more."""
        return frozenset(self._before - self._now)

    def keep(self) -> Iterator[Row]:
        """What is to be kept for the next time, by part and key; with None, what is to be forgotten."""
        self._copies.keep()
        self._grouper.keep()
        yield from self._draft.rows()

    def _account(self, incident: Incident, documents: Set[str]) -> Account:
        origins = self._grouper.files.origins_of(documents)
        return account_of(incident, self._reports(documents), copies=origins, outlets=self._outlets)

    def _reports(self, documents: Set[str]) -> list[Report]:
        """The reports of some documents, and of those that these were copied from."""
        files = self._grouper.files
        wanted = sorted(documents | set(files.origins_of(documents).values()))
        return files.bare(number for id in wanted if (number := files.number(id)) is not None)


def _written(readings: Sequence[Reading], *, reviews: Reviews) -> list[Written]:
    return [written(reviewed(report_of(reading), reading, reviews)) for reading in readings]
