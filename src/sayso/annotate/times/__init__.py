"""Time expressions: what the report says about when, as TIMEX3 values and calendar days.

The grammar (`grammar.py`) is a table of patterns over labelled tokens; each row names the function that works
out what a phrase means in its `Scene`: the report's date, and the day that the report has just spoken of.
"""

from dataclasses import replace
from datetime import date

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.times.intervals import calendar_interval
from sayso.annotate.times.resolve import times_in
from sayso.annotate.times.why import reasons_in
from sayso.model import Reading

__all__ = ["ANNOTATOR", "calendar_interval", "day_of_report", "reasons_in", "times_in"]


def day_of_report(reading: Reading) -> date | None:
    """The day a report was published; None where nobody says, or says it in no ISO date."""
    published = reading.document.published
    try:
        return date.fromisoformat(published[:10]) if published else None
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
