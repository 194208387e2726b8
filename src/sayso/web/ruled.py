"""Decisions as pages and programs see them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from sayso.ledger import Ledger
from sayso.ledger.listing import ClaimRow
from sayso.ledger.reviewed import reviewed
from sayso.model import Decision, Ruling, Subject, review_of

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A decision as it was taken. `undoes` names the one that it takes back."""

    id: str
    kind: str
    subject: str
    field: str | None
    verdict: str
    value: str | None
    start: int | None
    """Where the words of `value` stand in the report, in code points, if that was said."""
    end: int | None
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
    value = decision.value if isinstance(decision.value, Mapping) else {"words": decision.value}
    return Ruled(
        id=decision.id,
        kind=(of or decision).kind.value,
        subject=(of or decision).subject,
        field=(of or decision).field,
        verdict=decision.verdict.value,
        value=_as(str, value.get("words")),
        start=_as(int, value.get("start")),
        end=_as(int, value.get("end")),
        why=decision.why,
        by=decision.by,
        at=decision.at,
        undoes=decision.undoes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedRow(ClaimRow):
    """A claim as a line of a spreadsheet, with its values as people corrected them."""

    review: str | None
    """Whether it was accepted, corrected or rejected."""
    as_read: tuple[str, ...]
    """What corrected values were before."""


def with_rulings(
    claims: Iterable[ClaimRow], decisions: Mapping[str, Sequence[Ruled]]
) -> Iterator[ReviewedRow]:
    """Claims with the decisions about them laid over what was read, as `sayso export csv` has them."""
    for claim in claims:
        review = review_of(map(_decision, decisions.get(claim.claim, ())))
        row = {field.name: getattr(claim, field.name) for field in fields(claim)}
        yield ReviewedRow(**reviewed(row, review))


def _decision(ruled: Ruled) -> Decision:
    return Decision(
        kind=Subject.CLAIM,
        subject=ruled.subject,
        verdict=Ruling(ruled.verdict),
        field=ruled.field,
        value=ruled.value,
        by=ruled.by,
        at=ruled.at,
    )


def _as(kind: type[_Kind], value: object) -> _Kind | None:
    return value if isinstance(value, kind) else None
