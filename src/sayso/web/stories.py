"""One incident with everything that its page needs: its account, its claims, its reports, its copies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.ledger.filing import IncidentRow
from sayso.ledger.listing import ClaimRow, DocumentRow
from sayso.model import Account, Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident as the ledger has it, with the claims and reports that it rests on."""

    row: IncidentRow
    incident: Incident
    account: Account
    changed: str
    events: Mapping[str, ClaimRow]
    """Its tellings, by claim."""
    tolls: Mapping[str, list[ClaimRow]]
    """The tolls of each telling."""
    documents: Mapping[str, DocumentRow]
    origins: Mapping[str, str]
    """From each document that is a copy to the one it copies."""
    kinds: Mapping[str, str]
    """How each copy carries its origin's text."""


def case_of(ledger: Ledger, id: str) -> Case:
    """The incident with this id, or the only one whose id begins so."""
    filed = ledger.incident(id)
    with ledger.listing() as listing:
        events = listing.claims_called(filed.incident.tellings)
        tolls = listing.tolls_of(events)
        told = {claim.document for claim in events.values()}
        told |= {figure.document for standing in filed.account.standings for figure in standing.figures}
        groups = ledger.copies(sorted(told))
        origins = {member: group.origin for group in groups for member in group.members}
        kinds = {member: copy.kind.value for group in groups for member, copy in group.members.items()}
        named = sorted(told | {origins[document] for document in told if document in origins})
        documents = {row.document: row for row in listing.documents_called(named)}
    return Case(
        row=filed.row,
        incident=filed.incident,
        account=filed.account,
        changed=filed.changed,
        events=events,
        tolls=tolls,
        documents=documents,
        origins=origins,
        kinds=kinds,
    )


def incidents_of(ledger: Ledger, claims: Iterable[ClaimRow]) -> dict[str, str]:
    """The incident that each of some claims belongs to: a toll to that of its event."""
    events = {claim.claim: claim.event or claim.claim for claim in claims}
    found = ledger.incident_of(set(events.values())) if events else {}
    return {claim: found[event] for claim, event in events.items() if event in found}
