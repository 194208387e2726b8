"""One incident with everything that its page needs: its account, its claims, its reports, its copies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.ledger.filing import IncidentRow
from sayso.ledger.listing import ClaimRow, DocumentRow
from sayso.model import Account, Incident
from sayso.web.ruled import ReviewedRow, Ruled, standing_of, with_rulings


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident as the ledger has it, with the claims and reports that it rests on."""

    row: IncidentRow
    incident: Incident
    account: Account
    changed: str
    events: Mapping[str, ReviewedRow]
    """Its tellings, by claim."""
    tolls: Mapping[str, list[ReviewedRow]]
    """The tolls of each telling."""
    rejected: tuple[ReviewedRow, ...]
    """What were its tellings until somebody rejected them."""
    decisions: Mapping[str, tuple[Ruled, ...]]
    """The decisions that hold about its claims, by claim."""
    documents: Mapping[str, DocumentRow]
    origins: Mapping[str, str]
    """From each document that is a copy to the one it copies."""
    kinds: Mapping[str, str]
    """How each copy carries its origin's text."""


def case_of(ledger: Ledger, id: str) -> Case:
    """The incident with this id, or the only one whose id begins so."""
    filed = ledger.incident(id)
    left = ledger.tellings_ever(filed.incident.id) - set(filed.incident.tellings)
    with ledger.listing() as listing:
        events = listing.claims_called(filed.incident.tellings)
        tolls = listing.tolls_of(events)
        gone = listing.claims_called(sorted(left))
        told = {claim.document for claim in events.values()}
        told |= {figure.document for standing in filed.account.standings for figure in standing.figures}
        groups = ledger.copies(sorted(told))
        origins = {member: group.origin for group in groups for member in group.members}
        kinds = {member: copy.kind.value for group in groups for member, copy in group.members.items()}
        named = sorted(told | {origins[document] for document in told if document in origins})
        documents = {row.document: row for row in listing.documents_called(named)}
    counts = [toll.claim for some in tolls.values() for toll in some]
    decisions = standing_of(ledger, [*events, *counts, *gone])
    return Case(
        row=filed.row,
        incident=filed.incident,
        account=filed.account,
        changed=filed.changed,
        events={claim.claim: claim for claim in with_rulings(events.values(), decisions)},
        tolls={event: list(with_rulings(some, decisions)) for event, some in tolls.items()},
        rejected=tuple(
            claim for claim in with_rulings(gone.values(), decisions) if claim.review == "rejected"
        ),
        decisions=decisions,
        documents=documents,
        origins=origins,
        kinds=kinds,
    )


def incidents_of(ledger: Ledger, claims: Iterable[ClaimRow]) -> dict[str, str]:
    """The incident that each of some claims belongs to: a toll to that of its event."""
    events = {claim.claim: claim.event or claim.claim for claim in claims}
    found = ledger.incident_of(set(events.values())) if events else {}
    return {claim: found[event] for claim, event in events.items() if event in found}
