"""Tolls as casualty coders add them up: those of the incident reported, each person once."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.model import Assertion, Event, MentionKind, Reading, Toll

_PART = re.compile(r"\b(?:including|among them|among whom|of them|of whom|one of)\s*$", re.IGNORECASE)
_BEFORE = 24
# Coders of incidents take a report's own news, and what it recalls of the last weeks.
_RECENT_DAYS = 75


def number(toll: Toll) -> int:
    """One number for a toll: its middle, its only bound, or 0 where it has none."""
    if toll.low is not None and toll.high is not None:
        return (toll.low + toll.high) // 2
    return toll.low or toll.high or 0


def tolls_of_now(reading: Reading) -> Iterator[Toll]:
    """The tolls of what the report is about: not those of old incidents, denied ones, or parts of a total."""
    newest = max((event.date for event in reading.events if event.date), default=None)
    for event in reading.events:
        if event.assertion is Assertion.HAPPENED and not _is_old(event, newest):
            yield from counted(reading, event.tolls)
    yield from counted(reading, reading.tolls)


def counted(reading: Reading, tolls: Sequence[Toll]) -> Iterator[Toll]:
    """The tolls that add up: neither parts of a total, nor the names of people who are counted as well."""
    names = [mention.span for mention in reading.mentions if mention.kind is MentionKind.PERSON]
    is_named = {toll: any(toll.span.overlaps(name) for name in names) for toll in tolls}
    for toll in tolls:
        others = any(other.effect is toll.effect and not is_named[other] for other in tolls)
        if not is_part(reading, toll) and not (is_named[toll] and toll.high == 1 and others):
            yield toll


def _is_old(event: Event, newest: str | None) -> bool:
    """Whether an event's year is before that of the newest."""
    return bool(event.date and newest and event.date[:4] < newest[:4])


def is_part(reading: Reading, toll: Toll) -> bool:
    """Whether the words before a toll make it a part of a total that stands there as well."""
    return bool(_PART.search(reading.text[max(0, toll.span.start - _BEFORE) : toll.span.start]))


def is_recent(event: Event, reading: Reading) -> bool:
    """Whether an event is not plainly older than the news of its report; so is one without a date."""
    published = reading.document.published
    if not event.date or not published:
        return True
    last_day = event.date.rpartition("/")[2]
    latest = f"{last_day}{'-12-28'[len(last_day) - 4 :]}" if len(last_day) < len("2000-01-01") else last_day
    return (date.fromisoformat(published) - date.fromisoformat(latest)).days <= _RECENT_DAYS
