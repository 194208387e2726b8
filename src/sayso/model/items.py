"""Items: the entries of a list or a running log, each of which tells what it tells by itself.

A situation report, a digest or live coverage is about no one happening. What one of its items says of a
place, a day, a doer or the dead is not said of what another item tells.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from sayso.model.reading import Argument, Event, Toll
from sayso.model.span import Span

_MARK = re.compile(
    r"^[ \t]*(?:(?:(?P<bullet>[•*▪●◦‣])|(?P<chapter>[-–—]|\(?\d{1,2}[.)]))(?=[ \t])|\[?\d{1,2}[.:h]\d{2}\b)",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")
_NAME = re.compile(r"\b[^\W\d_a-z]")
_LEAST = 3
"""So many items make a list; two dashes may be a manner of printing quotations."""
_LONGEST = {"bullet": 400, "chapter": 160}
"""Characters, on average, of an item: a paragraph behind a bullet, a sentence or two behind a number."""
_REMEMBERED = 16
"""Texts whose items are remembered: several steps of a reading ask for them."""
Placed = TypeVar("Placed", Argument, Toll)


@lru_cache(maxsize=_REMEMBERED)
def items_in(text: str) -> tuple[Span, ...]:
    """The items of a report that lists what happened, in their order; none where it tells a story.

    A bullet's item ends with its paragraph; an entry of a log, which begins with the time of day, where the
    next one begins. Where dashes or numbers stand before whole paragraphs, they part the chapters of one
    story.
    """
    marks = list(_MARK.finditer(text))
    if len(marks) < _LEAST:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = tuple(_item(mark, end, text) for mark, end in zip(marks, ends, strict=True))
    for kind, longest in _LONGEST.items():
        sizes = [len(item) for item, mark in zip(items, marks, strict=True) if mark[kind]]
        if sum(sizes) > longest * len(sizes):
            return ()
    return items


def within_item(event: Event, items: Sequence[Span], text: str) -> Event:
    """The event without what other items than its own say; what a heading says holds for all.

    An item that names no place of its own may mean the one named above it.
    """
    own = item_at(event.trigger, items)
    if own is None:
        return event

    def kept(things: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple(each for each in things if item_at(each.span, items) in (None, own))

    places = kept(event.places)
    named = any(_NAME.search(place.span.of(text)) for place in places)
    event = replace(
        event,
        actors=kept(event.actors),
        recipients=kept(event.recipients),
        places=places if named else event.places,
        tolls=kept(event.tolls),
    )
    elsewhere = event.date_span is not None and item_at(event.date_span, items) not in (None, own)
    return replace(event, date=None, date_span=None) if elsewhere else event


def item_at(span: Span, items: Sequence[Span]) -> Span | None:
    """The item that holds some words; None above the first, and between one's paragraph and the next."""
    at = bisect_right(items, span.start, key=lambda item: item.start)
    return items[at - 1] if at and items[at - 1].holds(span) else None


def _item(mark: re.Match[str], end: int, text: str) -> Span:
    blank = _BLANK.search(text, mark.end(), end) if mark["bullet"] or mark["chapter"] else None
    return Span(mark.start(), blank.start() if blank else end)
