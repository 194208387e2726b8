"""Runs: what was read when and with what, and every item that was refused."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.listing import Refused, RunRow
from sayso.web.asked import AskedRefusals
from sayso.web.holdings import Desk
from sayso.web.retrying import Retry


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The latest runs, and one page of refused items."""

    runs: tuple[RunRow, ...]
    retry: Retry | None
    """The newest attempt to read refused items again."""
    reasons: dict[str, int]
    refusals: tuple[Refused, ...]
    after: str | None
    before: str | None = None


def runs(desk: Desk, asked: AskedRefusals) -> Runs:
    """The latest first; refused items can be narrowed to one run or one reason."""
    with desk.ledger.listing() as listing:
        found = listing.refusals(
            run=asked.run or None,
            reason=asked.reason or None,
            before=asked.offset or None,
            limit=asked.limit + 1,
        )
        return Runs(
            runs=tuple(listing.runs(limit=asked.limit)),
            retry=desk.retries.last,
            reasons=listing.refusal_reasons(),
            refusals=tuple(found[: asked.limit]),
            after=str(found[asked.limit - 1].number) if len(found) > asked.limit else None,
        )


def rows(view: Runs) -> Iterable[Refused | RunRow]:
    """What the spreadsheet of the page holds: refused items, or the runs where there are none."""
    return view.refusals or view.runs
