"""Time expressions: what the report says about when, as TIMEX3 values and calendar days.

The grammar (`grammar.py`) is a table of patterns over labelled tokens; each row names the function that works
out what a phrase means in its `Scene`: the report's date, and the day that the report has just spoken of.
"""

from dataclasses import replace
from datetime import date, timedelta

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.times.intervals import calendar_interval, day_moved
from sayso.annotate.times.resolve import times_in
from sayso.annotate.times.why import reasons_in
from sayso.model import Reading

__all__ = ["ANNOTATOR", "calendar_interval", "day_moved", "day_of_report", "reasons_in", "times_in"]


_SENT_BEFORE = timedelta(days=7)


def day_of_report(reading: Reading) -> date | None:
    """The day from which a report counts: that of its publishing, or of its dateline in the week before.

    Wire copy of Monday that is printed on Tuesday says "yesterday" for Sunday. None where nobody says when,
    or says it in no ISO date.
    """
    dateline = reading.document.dateline
    published, sent = _day(reading.document.published), _day(dateline.date if dateline else None)
    if published is not None and sent is not None and sent <= published <= sent + _SENT_BEFORE:
        return sent
    return published


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given[:10]) if given else None
    except ValueError:
        return None


def _annotate(reading: Reading) -> Reading:
    return replace(reading, times=tuple(times_in(reading.text, published=day_of_report(reading))))


ANNOTATOR = Annotator(
    name="times",
    reads=frozenset(),
    writes=frozenset({Layer.TIMES}),
    annotate=each(_annotate),
)
"""Writes the times layer: dates, times of day, lengths and repeated times."""
