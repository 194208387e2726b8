"""Time expressions: what the report says about when, as TIMEX3 values and calendar days.

The grammar (`grammar.py`) is a table of patterns over labelled tokens; each row names the function that works
out what a phrase means in its `Scene`: the report's date, and the day that the report has just spoken of.
"""

from dataclasses import replace
from datetime import date
from functools import partial

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.times.grammar import GRAMMAR, Means
from sayso.annotate.times.intervals import calendar_interval
from sayso.annotate.times.joins import Placed, joined
from sayso.annotate.times.narrowing import BOUNDS, MODIFIERS, bounded, narrowed
from sayso.annotate.times.patterns import Match
from sayso.annotate.times.scene import IMPOSSIBLE, Scene
from sayso.annotate.times.tokens import Tokens, tokens_in
from sayso.model import Reading, Span, Time, TimeType

__all__ = ["ANNOTATOR", "calendar_interval", "times_in"]


def times_in(text: str, *, published: date | None = None) -> list[Time]:
    """Every time expression of the text, in order, resolved from the day the text was published.

    Without that day, "Tuesday" keeps its underspecified value (`XXXX-WXX-2`) and has no calendar days.
    """
    tokens = tokens_in(text, GRAMMAR.labels)
    scene = Scene(published)
    placed: list[Placed] = []

    def accept(match: Match[Means]) -> bool:
        found = match.rule.means(match.phrase, scene)
        if found is None:
            return False
        if found is not IMPOSSIBLE:
            placed.append(Placed(match.phrase.first, match.phrase.last, found))
            scene.speak_of(found, match.phrase.last)
        return True

    GRAMMAR.matches(tokens, accept)
    whole = joined(placed, partial(GRAMMAR.fits, "glue", tokens))
    return [_time(_extended(each, tokens, published), tokens) for each in whole if not each.found.weak]


def _extended(placed: Placed, tokens: Tokens, published: date | None) -> Placed:
    """With the words before it that narrow or hedge it: "early", "the end of", "more than"."""
    placed = _narrowed(placed, tokens, published)
    if published is not None and placed.found.type is TimeType.DATE:
        for bound in BOUNDS:
            if GRAMMAR.beside(bound, tokens, placed.first) is not None:
                return replace(placed, found=bounded(placed.found, bound, published))
    return placed


def _narrowed(placed: Placed, tokens: Tokens, published: date | None) -> Placed:
    found = placed.found
    if found.type is TimeType.DATE or (found.type is TimeType.TIME and not found.clock):
        for part in MODIFIERS:
            first = GRAMMAR.beside(part, tokens, placed.first)
            if first is not None:
                return Placed(first, placed.last, narrowed(found, part, published))
    if found.type is not TimeType.SET:
        first = GRAMMAR.beside("hedge", tokens, placed.first)
        if first is not None:
            return replace(placed, first=first)
    return placed


def _time(placed: Placed, tokens: Tokens) -> Time:
    found = placed.found
    return Time(
        span=Span(tokens.starts[placed.first], tokens.ends[placed.last - 1]),
        type=found.type,
        value=found.value,
        earliest=found.first.isoformat() if found.first else None,
        latest=found.last.isoformat() if found.last else None,
    )


def _annotate(reading: Reading) -> Reading:
    published = reading.document.published
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        day = None
    return replace(reading, times=tuple(times_in(reading.text, published=day)))


ANNOTATOR = Annotator(
    name="times",
    reads=frozenset(),
    writes=frozenset({Layer.TIMES}),
    annotate=each(_annotate),
)
"""Writes the times layer: dates, times of day, lengths and repeated times."""
