"""Figures: every value that an incident's tellings give, each with its source, and how two compare."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import TypeAlias

from sayso.incidents.agreement.names import is_superseded
from sayso.incidents.agreement.since import Said, left_since
from sayso.incidents.agreement.sources import Newsroom, Speaker, folded
from sayso.incidents.agreement.totals import (
    Bounds,
    Told,
    are_other_people,
    are_told_apart,
    interval,
    is_one_more,
    meet,
    rest_of,
    total_of,
)
from sayso.model import Count, Effect, Figure, Qualifier, Scope, Source, Telling, said_as

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
_Counted: TypeAlias = tuple[Speaker, Telling, Count]


def figures_in(tellings: Sequence[Telling], newsroom: Newsroom) -> tuple[list[Figure], list[Source]]:
    """Every figure of some tellings in order of publication, and the sources that give them."""
    said = [item for telling in tellings for item in _said(telling, newsroom)]
    counted = _owned(
        [(newsroom.speaker(toll.chain, one.document), one, toll) for one in tellings for toll in one.tolls],
        newsroom,
    )
    sources = folded([*(speaker for speaker, _ in said), *(speaker for speaker, _, _ in counted)])
    figures = {replace(figure, source=sources[speaker].id) for speaker, figure in said}
    given: defaultdict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for speaker, telling, toll in counted:
        given[sources[speaker].id, telling.document, toll.effect.value].append((telling.id, _as_said(toll)))
    published = {id: each.published for id, each in newsroom.reports.items() if each.published}
    worked_out = [*_survivors(given), *left_since(given, published)]
    for (source, document, field), counts in [*given.items(), *worked_out]:
        blank = replace(_figure(document, newsroom), field=field, source=source)
        figures.update(_counts(counts, blank))
    return sorted(_by_kinds(figures), key=_in_time), sorted(
        {source.id: source for source in sources.values()}.values(), key=lambda source: source.id
    )


def bounds(figure: Figure) -> Bounds | None:
    """The numbers a figure can mean, "about" taken as a tenth either way; None where it names none."""
    numbers = interval(figure.low, figure.high)
    if numbers is None or not figure.about:
        return numbers
    return math.floor(numbers[0] * (1 - _ABOUT)), numbers[1] * (1 + _ABOUT)


def fit(one: Figure, other: Figure) -> bool:
    """Whether two figures can both be right: their numbers meet, one gives none, or they are of others."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return one.value == other.value
    return meet(a, b) or are_other_people(one.kinds, other.kinds)


def _owned(counted: Sequence[_Counted], newsroom: Newsroom) -> list[_Counted]:
    """The counts, those that outlets give in their own words as said by whom the report quotes for them.

    "Eleven dead in market strike … 11 people were killed, the ministry said": the headline is the ministry's,
    and so it is in a copy that leaves the ministry out.
    """
    quoted: defaultdict[tuple[str, Effect, int | None, int | None], set[Speaker]] = defaultdict(set)
    for speaker, telling, toll in counted:
        if not speaker.outlet and (toll.low, toll.high) != (None, None):
            quoted[_same(telling, toll, newsroom)].add(speaker)
    return [
        (_owner(speaker, quoted[_same(telling, toll, newsroom)]), telling, toll)
        for speaker, telling, toll in counted
    ]


def _owner(speaker: Speaker, quoted: Set[Speaker]) -> Speaker:
    return next(iter(quoted)) if speaker.outlet and len(quoted) == 1 else speaker


def _same(telling: Telling, toll: Count, newsroom: Newsroom) -> tuple[str, Effect, int | None, int | None]:
    """A number of hurt or dead, and the report that it comes from."""
    return newsroom.origin(telling.document), toll.effect, toll.low, toll.high


def _said(telling: Telling, newsroom: Newsroom) -> Iterator[tuple[Speaker, Figure]]:
    voice = newsroom.speaker(telling.chain, telling.document)
    blank = replace(_figure(telling.document, newsroom), claim=telling.id)
    before = dict(_values(telling.as_read)) if telling.as_read else {}
    for field, value in _values(telling):
        if value:
            was = None if telling.as_read is None else _was(before[field] or "nothing", telling, value)
            yield voice, replace(blank, field=field, words=value, value=value, as_read=was)


def _values(telling: Telling) -> Iterator[tuple[str, str | None]]:
    """What a telling says that is no count, by field."""
    yield HAPPENED, telling.assertion.value
    yield "place", next((site.words for site in telling.places), None)
    yield "date", telling.date
    yield "actor", ", ".join(party.words for party in telling.actors if party.words)


def _was(said: str, told: Telling | Count, now: str) -> str | None:
    """What was read in place of what is said now, and by whom where that was another; None if neither was."""
    before = told.as_read
    if before is None or before.chain == told.chain:
        return None if said == now else said
    speaker = before.chain[-1].words if before.chain else "the outlet itself"
    return f"{said}, by {speaker or 'somebody unnamed'}"


def _count_was(count: Count) -> str | None:
    """What was read in place of a count; of whom and what became of them only where that was another."""
    before = count.as_read
    if before is None:
        return None
    pairs = ((before.of.value, count.of.value), (before.effect.value, count.effect.value))
    others = [was for was, now in pairs if was != now]
    said, now = (said_as(each.low, each.high, about=_is_about(each)) for each in (before, count))
    return _was(" ".join([said, *others]), count, now)


def _is_about(count: Count) -> bool:
    return count.qualifier is Qualifier.ABOUT and count.low == count.high


def _figure(document: str, newsroom: Newsroom) -> Figure:
    """A figure in some document that says nothing yet."""
    report = newsroom.reports.get(document)
    return Figure(
        field="",
        source="",
        document=document,
        published=report.published if report else None,
        claim="",
        words="",
        copy=newsroom.is_copy(document),
    )


def _as_said(toll: Count) -> Count:
    """The count, as a superseded one where it is quoted from "an earlier version of this article"."""
    if toll.chain and is_superseded(toll.chain[-1].words or ""):
        return replace(toll, scope=Scope.EARLIER)
    return replace(toll, scope=Scope.PART) if is_one_more(toll) and toll.scope is Scope.WHOLE else toll


def _counts(counts: Sequence[Told], blank: Figure) -> Iterator[Figure]:
    """One source's counts in one report: the whole one, or the sum of several kinds of people, and parts."""
    total = total_of(counts)
    for _, count in counts:
        is_total = total is not None and count.id == total.claim
        figure = replace(
            blank,
            claim=count.id,
            words=count.words,
            low=count.low,
            high=count.high,
            about=_is_about(count),
            whole=total is not None and (is_total or count.id in total.repeats),
            scope=count.scope,
            as_read=_count_was(count),
        )
        if not figure.whole and figure.scope is Scope.WHOLE:
            figure = replace(figure, scope=Scope.PART)
        if total is not None and is_total:
            figure = replace(figure, low=total.low, high=total.high)
        yield replace(figure, kinds=total.kinds) if total is not None and figure.whole else figure


def _survivors(given: Mapping[Said, Sequence[Told]]) -> Iterator[tuple[Said, Sequence[Told]]]:
    """The hurt, where a report counts dead and hurt together and the dead: "five were shot, two fatally"."""
    for (source, document, field), counts in given.items():
        killed = given.get((source, document, Effect.KILLED.value), ())
        hurt = given.get((source, document, Effect.INJURED.value), ())
        left = rest_of(counts, killed) if field == Effect.CASUALTIES.value else None
        if left is not None and all(count.scope is not Scope.WHOLE for _, count in hurt):
            yield (source, document, Effect.INJURED.value), [*hurt, left]


def _by_kinds(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures with the kinds of people they count, but only where these are told apart."""
    fields: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        fields[figure.field].append(figure)
    for counts in fields.values():
        apart = are_told_apart(figure.kinds for figure in counts)
        yield from counts if apart else (replace(figure, kinds=()) for figure in counts)


def _in_time(figure: Figure) -> tuple[str, float, float, str, str, str]:
    low, high = bounds(figure) or (0.0, 0.0)
    return (figure.published or "", low, -high, figure.document, figure.claim, figure.field)


def last_whole(figures: Sequence[Figure]) -> Figure | None:
    """The last figure that can be compared: whole, in numbers or a value, and no copy if it can be had."""
    usable = [figure for figure in figures if figure.whole and (figure.value or bounds(figure) is not None)]
    own = [figure for figure in usable if not figure.copy]
    return (own or usable)[-1] if usable else None
