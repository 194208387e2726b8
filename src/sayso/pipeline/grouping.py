"""The incidents of a ledger, brought up to date with its readings and with what people decided."""

import hashlib
import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.errors import Overtaken
from sayso.version import __version__

if TYPE_CHECKING:  # The database's libraries are slow to import, and the reading workers import this package.
    from sayso.ledger import Ledger

_PATIENCE_S = 600.0
_PAUSE_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What a grouping came to."""

    incidents: int
    """How many incidents are new or changed."""
    groups: int
    """How many syndication groups are."""


@cache
def grouper() -> str:
    """By which rules incidents are grouped: the version, and a hash of the weights."""
    from sayso.incidents.weights import TABLE

    return f"sayso {__version__}, weights {hashlib.sha256(TABLE.read_bytes()).hexdigest()[:12]}"


def brought_up_to_date(ledger: "Ledger", *, at: str) -> Regrouped | None:
    """Group a ledger again where it holds readings, splits or merges that no grouping has seen.

    `at` is the caller's clock, in ISO form. None where nothing was to do. Where another process groups at
    the same time, it is waited for. Raises `Overtaken` where that takes more than ten minutes.
    """
    until = time.monotonic() + _PATIENCE_S
    while not ledger.is_grouped(maker=grouper()):
        try:
            return regrouped(ledger, at=at)
        except Overtaken:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)
    return None


def regrouped(ledger: "Ledger", *, at: str) -> Regrouped:
    """Group everything that a ledger holds; what is as it was is not written again."""
    from sayso.incidents import account_of, copies_in, incidents_in, report_of
    from sayso.incidents.copies import copy_groups
    from sayso.ledger import Case

    grouping = ledger.start_grouping(at=at, maker=grouper(), anew=True)
    documents, reports = [], {}
    for reading in grouping.fresh():
        documents.append(reading.document)
        reports[reading.document.id] = report_of(reading)
    groups = copies_in(documents)
    copies = copy_groups(groups)
    incidents = incidents_in(
        reports.values(), copies=copies, judgements=ledger.judgements(), given=grouping.given()
    )
    tellings = {telling.id: telling for report in reports.values() for telling in report.tellings}
    cases = []
    for incident in incidents:
        told = tuple(tellings[id] for id in incident.tellings)
        near = {telling.document for telling in told}
        near |= {copies[id] for id in near if id in copies}
        account = account_of(incident, [reports[id] for id in sorted(near)], copies=copies)
        cases.append(Case(incident=incident, account=account, tellings=told))
    regrouped = Regrouped(groups=grouping.put_copies(groups), incidents=grouping.put(cases))
    grouping.finish(at=at)
    return regrouped
