"""The review queue: claims that nobody has decided about yet, each with its sentence and its values."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from sayso.ledger.listing import ClaimRow
from sayso.model import Subject
from sayso.web.asked import AskedReview
from sayso.web.candidates import Field, fields_of
from sayso.web.columns import both
from sayso.web.holdings import Desk
from sayso.web.ruled import ReviewedRow, Ruled, standing_of, with_rulings


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Some claims to decide about."""

    open: int
    """How many that fit are undecided."""
    decided: int
    """How many claims somebody has decided about."""
    claims: tuple[ClaimRow, ...]
    fields: dict[str, tuple[Field, ...]]
    """The values of each claim that can be corrected."""
    decisions: dict[str, tuple[Ruled, ...]]
    after: str | None
    before: str | None


def review(desk: Desk, asked: AskedReview) -> Review:
    """The claims of the latest reports that wait for a decision, or those that have one."""
    columns = desk.shelf.claims
    subjects = {one.subject for one in desk.ledger.decisions(kind=Subject.CLAIM, standing=True)}
    with desk.ledger.listing() as listing:
        done = columns.among(sorted(listing.numbers_of(subjects).values()))
        wanted = done if asked.state == "decided" else np.logical_not(done)
        mask = both(columns.mask({"kind": asked.kind, "type": asked.type}), wanted)
        page = columns.page(mask, after=asked.after, before=asked.before, limit=asked.limit)
        claims = listing.claims(page.numbers)
    readings = {document: desk.ledger.reading(document) for document in {claim.document for claim in claims}}
    ids = [claim.claim for claim in claims]
    return Review(
        open=page.total if asked.state == "open" else int(np.count_nonzero(np.logical_not(done))),
        decided=int(done.sum()),
        claims=tuple(claims),
        fields={claim.claim: fields_of(claim, readings[claim.document]) for claim in claims},
        decisions=standing_of(desk.ledger, ids),
        after=page.after,
        before=page.before,
    )


def rows(view: Review) -> Iterable[ReviewedRow]:
    """What the spreadsheet of the page holds."""
    return with_rulings(view.claims, view.decisions)
