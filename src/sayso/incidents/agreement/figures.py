"""Figures: every value that an incident's tellings give, each with its source, and how two compare."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.incidents.agreement.sources import Newsroom, Speaker, folded
from sayso.model import THINGS, Count, Effect, Figure, Group, Qualifier, Scope, Source, Telling

HAPPENED = "happened"
"""The field that says whether it happened; its values are assertions."""
PEOPLE_FIELDS = frozenset(
    effect.value
    for effect in (
        Effect.KILLED,
        Effect.INJURED,
        Effect.CASUALTIES,
        Effect.MISSING,
        Effect.DISPLACED,
        Effect.DETAINED,
        Effect.ABDUCTED,
    )
)
"""Counts of people, which can contradict each other.

Counts of things are laid side by side but not judged: two reports seldom count the same wagons.
"""
_ABOUT = 0.1


def figures_in(tellings: Sequence[Telling], newsroom: Newsroom) -> tuple[list[Figure], list[Source]]:
    """Every figure of some tellings in order of publication, and the sources that give them."""
    said = [item for telling in tellings for item in _said(telling, newsroom)]
    sources = folded(speaker for speaker, _ in said)
    figures = {_with_source(figure, sources[speaker].id) for speaker, figure in said}
    return sorted(figures, key=_in_time), sorted(
        {source.id: source for source in sources.values()}.values(), key=lambda source: source.id
    )


def bounds(figure: Figure) -> tuple[float, float] | None:
    """The numbers a figure can mean, "about" taken as a tenth either way; None where it names none."""
    if figure.low is None and figure.high is None:
        return None
    low = float(figure.low or 0)
    high = math.inf if figure.high is None else float(figure.high)
    if figure.about:
        low, high = math.floor(low * (1 - _ABOUT)), high * (1 + _ABOUT)
    return low, high


def fit(one: Figure, other: Figure) -> bool:
    """Whether two figures can both be right: their numbers meet, or one gives none."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return one.value == other.value
    return a[0] <= b[1] and b[0] <= a[1]


def _said(telling: Telling, newsroom: Newsroom) -> Iterator[tuple[Speaker, Figure]]:
    voice = newsroom.speaker(telling.chain, telling.document)
    yield voice, _figure(telling, newsroom, HAPPENED, telling.assertion.value)
    for field, values in (
        ("place", [site.words for site in telling.places][:1]),
        ("date", [telling.date] if telling.date else []),
        ("actor", [party.words for party in telling.actors if party.words]),
    ):
        if values:
            yield voice, _figure(telling, newsroom, field, ", ".join(filter(None, values)))
    tolls: dict[tuple[Speaker, str], list[Count]] = {}
    for toll in telling.tolls:
        speaker = newsroom.speaker(toll.chain, telling.document)
        tolls.setdefault((speaker, toll.effect.value), []).append(toll)
    for (speaker, field), counts in tolls.items():
        for figure in _counted(telling, newsroom, field, counts):
            yield speaker, figure


def _figure(telling: Telling, newsroom: Newsroom, field: str, value: str) -> Figure:
    report = newsroom.reports.get(telling.document)
    return Figure(
        field=field,
        source="",
        document=telling.document,
        published=report.published if report else None,
        claim=telling.id,
        words=value,
        value=value,
        copy=newsroom.is_copy(telling.document),
    )


def _counted(telling: Telling, newsroom: Newsroom, field: str, counts: Sequence[Count]) -> Iterator[Figure]:
    """One source's counts in one telling: the whole one, or the sum of several kinds of people, and parts."""
    report = newsroom.reports.get(telling.document)
    whole = [count for count in counts if count.scope is Scope.WHOLE]
    total = _total(whole)
    for count in counts:
        yield Figure(
            field=field,
            source="",
            document=telling.document,
            published=report.published if report else None,
            claim=count.id,
            words=count.words,
            low=total.get(count.id, (count.low, count.high))[0],
            high=total.get(count.id, (count.low, count.high))[1],
            about=count.qualifier is Qualifier.ABOUT and count.low == count.high,
            whole=count.id in total,
            copy=newsroom.is_copy(telling.document),
        )


def _total(counts: Sequence[Count]) -> Mapping[str, tuple[int | None, int | None]]:
    """The count that is the whole of some, with its bounds.

    "A boy and three women" are four hurt, "two soldiers ... a rebel" three dead. Where people in general are
    counted beside kinds of people, they are the whole; and so is a single count that is as large as a sum.
    """
    if not counts:
        return {}
    first = max(counts, key=_size)
    sums = [each for each in (_kinds(counts), *_lists(counts)) if len(each) > 1]
    summed = max(sums, key=_least, default=[first])
    if _least(summed) <= _least([first]):
        return {first.id: (first.low, first.high)}
    highs = [count.high for count in summed]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return {max(summed, key=_size).id: (_least(summed), high)}


def _kinds(counts: Sequence[Count]) -> list[Count]:
    """The largest count of each kind of people; none where people in general or things are counted, too."""
    largest: dict[Group, Count] = {}
    for count in sorted(counts, key=_size, reverse=True):
        largest.setdefault(count.of, count)
    kinds = [count for count in largest.values() if count.low is not None]
    return [] if Group.PEOPLE in largest or any(count.of in THINGS for count in kinds) else kinds


def _lists(counts: Sequence[Count]) -> Iterator[list[Count]]:
    """The counts of people that stand in one list, each of others; a list that holds its own sum is none."""
    lists: defaultdict[int, list[Count]] = defaultdict(list)
    for count in counts:
        if count.beside is not None and count.low is not None and count.of not in THINGS:
            lists[count.beside].append(count)
    for each in lists.values():
        if len(each) == 2 or 2 * max(count.low or 0 for count in each) != _least(each):
            yield each


def _least(counts: Sequence[Count]) -> int:
    return sum(count.low or 0 for count in counts)


def _size(count: Count) -> tuple[bool, int, int, str]:
    numeric = count.low is not None or count.high is not None
    return (numeric, count.low or count.high or 0, count.high or 0, count.id)


def _with_source(figure: Figure, source: str) -> Figure:
    return replace(figure, source=source)


def _in_time(figure: Figure) -> tuple[str, float, str, str, str]:
    numbers = bounds(figure)
    return (
        figure.published or "",
        numbers[0] if numbers else 0.0,
        figure.document,
        figure.claim,
        figure.field,
    )


def last_whole(figures: Sequence[Figure]) -> Figure | None:
    """The last figure that can be compared: whole, in numbers or a value, and no copy if it can be had."""
    usable = [figure for figure in figures if figure.whole and (figure.value or bounds(figure) is not None)]
    own = [figure for figure in usable if not figure.copy]
    return (own or usable)[-1] if usable else None
