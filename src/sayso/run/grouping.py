"""The incidents of a ledger, worked out afresh from its current readings."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.incidents import account_of, copies_in, incidents_in, report_of
from sayso.incidents.copies import copy_groups
from sayso.ledger import Ledger
from sayso.model import Account, Incident, Report, Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Which reports of a ledger tell of one happening, and what their sources say of it."""

    incidents: tuple[Incident, ...]
    """By id, which begins with the day."""
    accounts: Mapping[str, Account]
    """By incident id."""
    reports: Mapping[str, Report]
    """By document id."""
    tellings: Mapping[str, Telling]
    """By event claim id."""
    copies: Mapping[str, str]
    """From the id of each document in a syndication group to that of the group's origin."""

    def documents_of(self, incident: Incident) -> tuple[str, ...]:
        """The ids of the documents that tell of an incident, in order of publication."""
        return tuple(dict.fromkeys(self.tellings[id].document for id in incident.tellings))


def grouping_of(ledger: Ledger) -> Grouping:
    """Group everything that a ledger holds; nothing is written, and the same ledger gives the same groups."""
    documents, reports = [], {}
    for reading in ledger.readings():
        documents.append(reading.document)
        reports[reading.document.id] = report_of(reading)
    copies = copy_groups(copies_in(documents))
    incidents = tuple(incidents_in(reports.values(), copies=copies))
    tellings = {telling.id: telling for report in reports.values() for telling in report.tellings}
    accounts = {}
    for incident in incidents:
        told_by = {tellings[id].document for id in incident.tellings}
        near = told_by | {copies[id] for id in told_by if id in copies}
        accounts[incident.id] = account_of(incident, [reports[id] for id in sorted(near)], copies=copies)
    return Grouping(incidents=incidents, accounts=accounts, reports=reports, tellings=tellings, copies=copies)
