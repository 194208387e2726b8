"""Why a time expression has its value: what it was counted from, and which word said in which direction."""

from collections.abc import Iterator, Mapping
from datetime import date

from sayso.annotate.times import days, feasts, months, relative
from sayso.annotate.times.grammar import GRAMMAR, Means
from sayso.annotate.times.joins import Placed
from sayso.annotate.times.narrowing import BOUNDS
from sayso.annotate.times.patterns import Match, Phrase
from sayso.annotate.times.resolve import beside, placed_in, time_of
from sayso.annotate.times.scene import IMPOSSIBLE, Found, Scene
from sayso.annotate.times.tense import direction, turning_word
from sayso.annotate.times.tokens import Tokens, tokens_in
from sayso.model import Span, TimeType

_BY_TENSE: tuple[Means, ...] = (
    days.calendar_day,
    feasts.moving_feast,
    feasts.named_day,
    days.sided_weekday,
    days.weekday,
    months.month_alone,
    months.quarter,
    months.season,
    relative.sided_weekend,
)
"""Meanings that the tense of the clause has a say in."""

_Seen = tuple[Match[Means], Scene, Found]


def reasons_in(text: str, *, published: date | None = None) -> dict[Span, tuple[str, ...]]:
    """For each time expression that `times_in` finds, why it has its value, or has no calendar days."""
    tokens = tokens_in(text, GRAMMAR.labels)
    seen: dict[int, _Seen] = {}

    def witness(match: Match[Means], scene: Scene, found: Found) -> None:
        seen[match.phrase.first] = match, scene, found

    return {
        time_of(placed, tokens).span: tuple(dict.fromkeys(_reasons(placed, tokens, seen, published)))
        for placed in list(placed_in(tokens, published=published, witness=witness))
    }


def _reasons(
    placed: Placed, tokens: Tokens, seen: Mapping[int, _Seen], published: date | None
) -> Iterator[str]:
    inside = [seen[at] for at in range(placed.first, placed.last) if at in seen]
    for match, scene, found in inside:
        if found.clock and len(inside) > 1:
            continue  # A time of day has the day that stands beside it.
        if found is IMPOSSIBLE:
            yield "no calendar has such a day"
        elif found.first is None:
            yield _without_days(found, published)
        else:
            yield from _counted(match, scene, found)
    for match, _, found in inside[:1]:
        bare = Placed(match.phrase.first, placed.last, found)
        for part, at in beside(bare, tokens):
            words = " ".join(tokens.written(each) for each in range(at, match.phrase.first))
            if part not in BOUNDS and found.first != found.last:
                yield f"“{words}” leaves a part of it"
            elif part in BOUNDS and found.first is not None and published is not None:
                side = "to" if part == "since" else "from"
                yield f"“{words}” makes it reach {side} the report, {published}"


def _without_days(found: Found, published: date | None) -> str:
    if found.value.endswith("_REF"):
        return "says past, present or future, and no more"
    if found.type in (TimeType.DURATION, TimeType.SET):
        return "says how long or how often, not when"
    if published is None:
        return "the report has no date that it could be counted from"
    return "nothing tells which one is meant"


def _counted(match: Match[Means], scene: Scene, found: Found) -> Iterator[str]:
    """From which day it was counted: found by asking what it would mean if less were known."""
    mean, phrase = match.rule.means, match.phrase
    if _same(mean(phrase, Scene(None)), found):
        yield "its own words name it in full"
        return
    if scene.only_year is not None:
        yield f"of {scene.only_year}, the year of every day that the report names in full"
        return
    if _same(mean(phrase, Scene(scene.published)), found):
        yield f"counted from the report's date, {scene.published}"
        if mean in _BY_TENSE:
            yield _tense(phrase)
        return
    anchors = (("day", scene.day), ("month", scene.month), ("year", scene.year))
    for what, day in anchors:
        if day is not None and _same(mean(phrase, _with(scene, what, day)), found):
            named = day.isoformat()[: {"day": 10, "month": 7, "year": 4}[what]]
            yield f"counted from {named}, the {what} that the report has just spoken of"
            return
    yield "counted from what the report has just spoken of"


def _with(scene: Scene, what: str, day: date) -> Scene:
    """The scene of a reader who has heard of one thing only."""
    if what == "day":
        return Scene(scene.published, day=day, day_at=scene.day_at)
    return Scene(scene.published, month=day) if what == "month" else Scene(scene.published, year=day)


def _same(other: Found | None, found: Found) -> bool:
    return other is not None and (other.value, other.first, other.last) == (
        found.value,
        found.first,
        found.last,
    )


def _tense(phrase: Phrase) -> str:
    turn, word = direction(phrase), turning_word(phrase)
    if not turn:
        return "nothing in its clause looks back or ahead"
    told = f"“{word}” in its clause" if word else "its clause"
    return f"{told} looks {'ahead' if turn > 0 else 'back'}"
