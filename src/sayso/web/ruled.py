"""Decisions as pages and programs see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger import Ledger
from sayso.model import Decision, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A decision as it was taken. `undoes` names the one that it takes back."""

    id: str
    kind: str
    subject: str
    field: str | None
    verdict: str
    value: str | None
    why: str
    by: str
    at: str
    undoes: str | None


def standing_of(ledger: Ledger, claims: Sequence[str]) -> dict[str, tuple[Ruled, ...]]:
    """The decisions that hold about some claims, by claim."""
    found: dict[str, list[Ruled]] = {}
    if claims:
        for decision in ledger.decisions(kind=Subject.CLAIM, subjects=claims, standing=True):
            found.setdefault(decision.subject, []).append(as_ruled(decision))
    return {claim: tuple(decisions) for claim, decisions in found.items()}


def as_ruled(decision: Decision, *, of: Decision | None = None) -> Ruled:
    """A decision as the API gives it; `of` is the one that it undoes, whose subject it then names."""
    value = decision.value
    return Ruled(
        id=decision.id,
        kind=(of or decision).kind.value,
        subject=(of or decision).subject,
        field=(of or decision).field,
        verdict=decision.verdict.value,
        value=value if isinstance(value, str) else None,
        why=decision.why,
        by=decision.by,
        at=decision.at,
        undoes=decision.undoes,
    )
