"""Boilerplate: lines that an outlet prints around whatever it reports, learned from its own pages.

There is no list of phrases. A line is boilerplate when it comes back under many headlines, or under a
few over more days than one story lives: an agency repeats whole paragraphs of a running story for days,
but "Subscribe to our newsletter" outlasts every story.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_FEW_HEADLINES = 3
_STORY_DAYS = 6
_MANY_HEADLINES = 8
# Pages of unknown outlets are many outlets' pages, which may all carry one wire story under their own
# headlines; in the development set one story has at most four.
_MANY_HEADLINES_OF_ANYBODY = 12


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of one page on which a line stands."""

    headline: str
    published: str | None


def is_boilerplate(pages: Iterable[Page], *, outlet_known: bool) -> bool:
    """Whether a line that stands on all of these pages of one outlet belongs to no story.

    More pages never turn a yes into a no.
    """
    pages = list(pages)
    headlines = {page.headline for page in pages}
    if not outlet_known:
        return len(headlines) >= _MANY_HEADLINES_OF_ANYBODY
    if len(headlines) >= _MANY_HEADLINES:
        return True
    if len(headlines) < _FEW_HEADLINES:
        return False
    days = [day for page in pages if (day := ordinal_day(page.published)) is not None]
    return bool(days) and max(days) - min(days) >= _STORY_DAYS


def ordinal_day(published: str | None) -> int | None:
    """A day's number, for counting days between; None for no day or what is no ISO date."""
    try:
        return date.fromisoformat(published).toordinal() if published else None
    except ValueError:
        return None
