"""How many claims there are, on how many people's say-so, and on which days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sayso.ledger.listing import Listing
from sayso.web.columns import Columns, ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of all current claims."""

    claims: int
    speakers: int
    """Names of those on whose say-so claims stand, whatever their case."""
    days: tuple[tuple[str, int], ...]
    """How many claims the reports of each day make, in order of days."""


def of_columns(claims: Columns) -> Tally:
    """The tally of claims that are in memory."""
    return Tally(
        claims=len(claims.numbers), speakers=claims.codes["who"].used, days=tuple(claims.by_day(None))
    )


def of_ledger(listing: Listing) -> Tally:
    """The tally of a ledger's claims, counted by its database in a tenth of the time that reading takes."""
    counted = listing.claims_by_day()
    return Tally(
        claims=sum(counted.values()),
        speakers=len({who.casefold() for who in listing.speakers()}),
        days=tuple(_in_order(counted)),
    )


def _in_order(counted: Mapping[str | None, int]) -> list[tuple[str, int]]:
    days: dict[int, int] = {}
    for written, many in counted.items():
        if (day := ordinal((written or "")[:10])) > 0:
            days[day] = days.get(day, 0) + many
    return [(date.fromordinal(day).isoformat(), many) for day, many in sorted(days.items())]
