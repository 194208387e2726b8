"""Which part of a period words such as "early", "the end of" and "the week of" leave of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.times import calendar
from sayso.annotate.times.scene import Found, dated

__all__ = ["BOUNDS", "MODIFIERS", "bounded", "narrowed"]

_BETWEEN = "(the | at | least | about | around | late | early | mid | HYPHEN)*"
BOUNDS: Mapping[str, str] = {
    "since": f"(ever | open)? since {_BETWEEN}",
    "until": f"(until | till | through | by) {_BETWEEN}",
}
"""Words before a date that make it the beginning or the end of a stretch that reaches to the report."""

MODIFIERS: Mapping[str, str] = {
    "early": "the? very? early (on | in | part of)? the? "
    "| the? very? (beginning | start | early part) of the? "
    "| the first (weeks | months) of the?",
    "mid": "(mid | the middle of) HYPHEN? the?",
    "week of": "the? week of",
    "day before": "the? day before",
    "day after": "the? day after",
    "late": "the? very? late in? the? HYPHEN? | the? very? (end | close | last part) of the? "
    "| the last (weeks | months) of the?",
    "so far": "earlier on? in? the?",
    "still to come": "later on?",
    "early days": "the? (early | first | opening) days of the?",
    "last days": "the? (last | final | closing) days of the?",
}
"""Which part of a period an expression narrows it to, by the words before it."""

_PARTS: Mapping[str, tuple[int, int, int]] = {
    "early": (0, 1, 2),
    "mid": (1, 2, 3),
    "late": (1, 2, 2),
    "early days": (0, 1, 2),
    "last days": (1, 2, 2),
}
"""From and to which share of the period, of how many: reports say "early" for anything in its first half."""


def _beside(step: int) -> Callable[[date], Found | None]:
    def shift(of: date) -> Found | None:
        there = calendar.shifted(of, "D", step)
        return dated(calendar.day(there)) if there else None

    return shift


_WHOLE: Mapping[str, Callable[[date], Found | None]] = {
    "week of": lambda of: dated(calendar.week(of)),
    "day before": _beside(-1),
    "day after": _beside(1),
}


def narrowed(found: Found, part: str, published: date | None) -> Found:
    """The part of a period that "early", "late" and the like leave of it, cut where the report ends it.

    Its TIMEX3 value stays that of the whole, as in TimeBank; "the early days of October" has days for its
    unit and so becomes an unnamed day of the month, `2020-10-XX`.
    """
    if found.first is None or found.last is None:
        return found
    first, last = found.first, found.last
    if part in _WHOLE:
        return _WHOLE[part](first) or found
    whole = (last - first).days + 1
    if whole < 5:
        return found
    if part in _PARTS:
        since, until, of = _PARTS[part]
        first, last = first + timedelta(whole * since // of), first + timedelta(-(-whole * until // of) - 1)
    within = published is not None and found.first <= published <= found.last
    if within and published is not None:
        if part in ("early days", "early") and first <= published:
            last = min(last, published)
        # What happened "earlier this week" did not happen today, or the report would say so.
        if part == "so far" and first < published:
            last = published - timedelta(1)
        if part == "still to come" and published < last:
            first = published + timedelta(1)
    if part.endswith("days") and len(found.value) == 7:
        return replace(found, value=f"{found.value}-XX", first=first, last=last)
    return replace(found, first=first, last=last)


def bounded(found: Found, bound: str, published: date) -> Found:
    """The days from a date to the report for "since May", from the report to it for "until Friday".

    Its TIMEX3 value stays that of the date. A date on the wrong side of the report keeps its own days: he was
    "minister until May".
    """
    if found.first is None or found.last is None:
        return found
    if bound == "since" and found.first <= published:
        return replace(found, last=max(found.last, published))
    if bound == "until" and found.last >= published:
        return replace(found, first=min(found.first, published))
    return found
