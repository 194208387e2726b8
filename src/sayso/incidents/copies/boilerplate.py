"""Boilerplate: lines that an outlet prints around whatever it reports, learned from its own pages.

There is no list of phrases. A line is boilerplate when it comes back under many headlines, or under a
few over more days than one story lives: an agency repeats whole paragraphs of a running story for days,
but "Subscribe to our newsletter" outlasts every story.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of one page on which a line stands."""

    headline: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How many headlines a line must have stood under: some over so many days, or many at any time."""

    some: int
    days: int
    many: int | None = None


# A running story lives for days under a few headlines of one outlet.
OWN_PAGES = Evidence(some=3, days=6, many=8)
"""For lines on pages of one outlet."""
# One wire story stands under everybody's own headline; in the development set under four at most.
UNSIGNED_PAGES = Evidence(some=12, days=0, many=12)
"""For lines on pages whose outlet is not known."""
# Sister papers share their frames, all papers share wire stories: only what lives on for weeks is a frame.
ALL_PAGES = Evidence(some=20, days=45)
"""For lines on any pages."""


def is_boilerplate(pages: Iterable[Page], *, evidence: Evidence) -> bool:
    """Whether a line that stands on all of these pages belongs to no story.

    More pages never turn a yes into a no.
    """
    pages = list(pages)
    headlines = len({page.headline for page in pages})
    if evidence.many is not None and headlines >= evidence.many:
        return True
    days = [day for page in pages if (day := ordinal_day(page.published)) is not None]
    return headlines >= evidence.some and bool(days) and max(days) - min(days) >= evidence.days


def ordinal_day(published: str | None) -> int | None:
    """A day's number, for counting days between; None for no day or what is no ISO date."""
    try:
        return date.fromisoformat(published).toordinal() if published else None
    except ValueError:
        return None
