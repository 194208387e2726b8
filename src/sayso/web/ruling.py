"""Decisions over the desk: accept, reject, correct and skip claims, split and merge incidents, undo."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from sayso.model import Decision, Ruling, Subject
from sayso.model.clock import now
from sayso.model.decision import JSON
from sayso.pipeline.grouping import brought_up_to_date
from sayso.web.asked import Several, Words
from sayso.web.candidates import objection
from sayso.web.holdings import Desk
from sayso.web.people import Person, Role, deciding
from sayso.web.routes import API
from sayso.web.ruled import Ruled, as_ruled

_FIELDS = Literal[
    "type", "assertion", "actors", "recipients", "places", "date", "who", "effect", "of", "low", "high",
    "qualifier", "person", "office", "body",
]  # fmt: skip
_Id = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[A-Za-z0-9_-]+$")]
_PAGE = 200


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Judged(_Body):
    """What somebody decides about a claim, or about one value of it."""

    claim: _Id
    verdict: Literal["accept", "reject", "skip", "note"]
    field: _FIELDS | None = None
    why: Words = ""


class Correction(_Body):
    """What the report says instead of a value that was read."""

    claim: _Id
    verdict: Literal["correct"]
    field: _FIELDS
    value: Words
    why: Words = ""


class Respanned(_Body):
    """Which words of the report give a value, where other words were read for it."""

    claim: _Id
    verdict: Literal["respan"]
    field: Literal["actors", "recipients", "places", "date", "who", "person", "office", "body"]
    start: Annotated[int, Field(ge=0, le=2**40)]
    """In code points of the stored text, as `end`."""
    end: Annotated[int, Field(ge=1, le=2**40)]
    why: Words = ""


class Split(_Body):
    """Which tellings of an incident are another happening."""

    incident: _Id
    claims: Annotated[list[_Id], Field(min_length=1, max_length=200)]
    why: Words = ""


class Merge(_Body):
    """Which incidents are one happening."""

    incidents: Annotated[list[_Id], Field(min_length=2, max_length=50)]
    why: Words = ""


_OfClaim = Annotated[Judged | Correction | Respanned, Field(discriminator="verdict")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Decisions, the latest first."""

    decisions: tuple[Ruled, ...]
    after: str | None


def add_rulings(app: FastAPI, desk: Desk) -> None:
    """Add to the API what changes the ledger; every change is one more row, and can be undone."""
    ledger = desk.ledger
    adds = partial(app.post, status_code=201, tags=["decisions"])

    @app.get(f"{API}/decisions", tags=["decisions"], operation_id="decisions")
    def decisions(
        claim: Annotated[Several, Query(description="Ids of claims.")] = [],  # noqa: B006
        standing: bool = False,
        after: Annotated[Words, Query()] = "",
    ) -> Decisions:
        """Decisions, the latest first; `standing`: only those that hold."""
        found = ledger.decisions(
            subjects=claim or None, standing=standing, newest_first=True, before=after or None, limit=_PAGE
        )
        return Decisions(
            decisions=tuple(map(as_ruled, found)), after=found[-1].id if len(found) == _PAGE else None
        )

    @adds(f"{API}/decisions", operation_id="decide")
    def decide(request: Request, ruling: _OfClaim) -> Ruled:
        """Accept, reject, correct or skip a claim, or one value of it.

        A value is corrected to other words, or with `respan` to those that stand at a place of the report.
        Incidents follow within seconds.
        """
        person = deciding(request)
        claim = ledger.claim(ruling.claim)
        corrected = ruling.value if isinstance(ruling, Correction) else None
        if ruling.field and (why_not := objection(claim.kind, ruling.field, corrected)):
            raise HTTPException(422, why_not)
        value: JSON = corrected
        if isinstance(ruling, Respanned):
            value = _spanned(ledger.document(claim.document).text, ruling)
        decision = ledger.decide(
            Decision(
                kind=Subject.CLAIM,
                subject=claim.id,
                verdict=Ruling.CORRECT if value is not None else Ruling(ruling.verdict),
                field=ruling.field,
                value=value,
                why=ruling.why,
                by=person.name,
                at=now(),
            )
        )
        desk.upkeep.soon()
        return as_ruled(decision)

    @adds(f"{API}/decisions/undo", operation_id="undo_last")
    def undo_last(request: Request) -> Ruled:
        """Undo one's own latest decision that still holds; again and again, back to the first."""
        person = deciding(request)
        undone: set[str] = set()
        before: str | None = None
        while found := ledger.decisions(by=person.name, newest_first=True, before=before, limit=_PAGE):
            for one in found:
                if one.undoes is not None:
                    if one.id not in undone:
                        undone.add(one.undoes)
                elif one.id not in undone:
                    return _undone(one, person)
            before = found[-1].id
        raise HTTPException(404, "there is nothing left to undo")

    @adds(f"{API}/decisions/{{id}}/undo", operation_id="undo")
    def undo(request: Request, id: _Id) -> Ruled:
        """Undo one decision: one's own, or anybody's for an admin."""
        person = deciding(request)
        found = ledger.decision(id)
        if found.by != person.name and person.role is not Role.ADMIN:
            raise HTTPException(403, "only an admin undoes what somebody else decided")
        return _undone(found, person)

    @adds(f"{API}/incidents/split", operation_id="split")
    def split(request: Request, asked: Split) -> Ruled:
        """Take tellings out of an incident; incidents are grouped again at once."""
        person = deciding(request)
        decision = ledger.split(asked.incident, asked.claims, by=person.name, at=now(), why=asked.why)
        return _grouped_again(decision)

    @adds(f"{API}/incidents/merge", operation_id="merge")
    def merge(request: Request, asked: Merge) -> Ruled:
        """Make several incidents one; incidents are grouped again at once."""
        person = deciding(request)
        return _grouped_again(ledger.merge(asked.incidents, by=person.name, at=now(), why=asked.why))

    def _undone(decision: Decision, person: Person) -> Ruled:
        ruled = ledger.undo(decision.id, by=person.name, at=now())
        if decision.kind is Subject.INCIDENT:
            return _grouped_again(ruled)
        desk.upkeep.soon()
        return as_ruled(ruled, of=decision)

    def _grouped_again(decision: Decision) -> Ruled:
        brought_up_to_date(ledger, at=now())
        return as_ruled(decision)


def _spanned(text: str, asked: Respanned) -> JSON:
    """Words of the report with where they stand; 422 where nothing stands there."""
    words = text[asked.start : asked.end]
    if asked.end > len(text) or not words.strip():
        raise HTTPException(422, "no words stand there in the report")
    return {"words": words, "start": asked.start, "end": asked.end}
