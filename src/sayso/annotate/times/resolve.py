"""From a text to its time expressions: found by the grammar, joined to their dates, narrowed and bounded."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from sayso.annotate.times.grammar import GRAMMAR, Means
from sayso.annotate.times.joins import Placed, joined
from sayso.annotate.times.named import is_in_a_name
from sayso.annotate.times.narrowing import BOUNDS, MODIFIERS, bounded, narrowed
from sayso.annotate.times.patterns import Match
from sayso.annotate.times.scene import Found, Scene
from sayso.annotate.times.tokens import Tokens, tokens_in
from sayso.model import Span, Time, TimeType

__all__ = ["Witness", "beside", "placed_in", "time_of", "times_in"]

Witness = Callable[[Match[Means], Scene, Found], None]
"""Is shown each match that was taken, the scene it was read in and what it was found to mean."""


def times_in(text: str, *, published: date | None = None) -> list[Time]:
    """Every time expression of the text, in order, resolved from the day the text was published.

    Without that day, "Tuesday" keeps its underspecified value (`XXXX-WXX-2`) and has no calendar days. A
    date that no calendar has ("30 February") is kept with the value `XXXX-XX-XX` and no days either.
    """
    tokens = tokens_in(text, GRAMMAR.labels)
    return [time_of(placed, tokens) for placed in placed_in(tokens, published=published)]


def placed_in(tokens: Tokens, *, published: date | None, witness: Witness | None = None) -> Iterator[Placed]:
    """What is found at which tokens, in order.

    A report without a date is read twice where the days that it names in full are all of one year: "on 6 May"
    is then of that year, too.
    """
    found = _placed(tokens, Scene(published), witness)
    only = _only_year(found) if published is None else None
    if only is not None:
        found = _placed(tokens, Scene(published, only_year=only), witness)
    whole = joined(found, partial(GRAMMAR.fits, "glue", tokens))
    return (_extended(each, tokens, published) for each in whole if not each.found.weak)


def _only_year(placed: Sequence[Placed]) -> int | None:
    named = [each.found for each in placed if len(each.found.value) >= len("2031-05-03")]
    years = {day.year for found in named for day in (found.first, found.last) if day is not None}
    return years.pop() if len(years) == 1 else None


def _placed(tokens: Tokens, scene: Scene, witness: Witness | None) -> list[Placed]:
    placed: list[Placed] = []

    def accept(match: Match[Means]) -> bool:
        found = None if is_in_a_name(match.phrase) else match.rule.means(match.phrase, scene)
        if found is None:
            return False
        if witness is not None:
            witness(match, replace(scene), found)
        placed.append(Placed(match.phrase.first, match.phrase.last, found))
        scene.speak_of(found, match.phrase.last, opens_line=tokens.opens_line(match.phrase.first))
        return True

    GRAMMAR.matches(tokens, accept)
    return placed


def beside(placed: Placed, tokens: Tokens) -> Iterator[tuple[str, int]]:
    """The parts and bounds that the words before a date narrow it to, each with the token it begins at."""
    found = placed.found
    if found.type is TimeType.DATE or (found.type is TimeType.TIME and not found.clock):
        for part in MODIFIERS:
            first = GRAMMAR.beside(part, tokens, placed.first)
            if first is not None:
                yield part, first
                break
    if found.type is TimeType.DATE:
        for bound in BOUNDS:
            first = GRAMMAR.beside(bound, tokens, placed.first)
            if first is not None:
                yield bound, first
                break


def _extended(placed: Placed, tokens: Tokens, published: date | None) -> Placed:
    """With the words before it that narrow or hedge it: "early", "the end of", "more than"."""
    first, found = placed.first, placed.found
    for part, at in beside(placed, tokens):
        if part in BOUNDS:
            found = bounded(found, part, published) if published is not None else found
        else:
            found, first = narrowed(found, part, published), at
    hedge = GRAMMAR.beside("hedge", tokens, first)
    if first == placed.first and hedge is not None and found.type is not TimeType.SET:
        first = hedge
    return Placed(first, placed.last, found)


def time_of(placed: Placed, tokens: Tokens) -> Time:
    """The time expression as a layer of the reading."""
    found = placed.found
    return Time(
        span=Span(tokens.starts[placed.first], tokens.ends[placed.last - 1]),
        type=found.type,
        value=found.value,
        earliest=found.first.isoformat() if found.first else None,
        latest=found.last.isoformat() if found.last else None,
    )
