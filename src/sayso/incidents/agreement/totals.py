"""Totals: what one source's counts in one report come to, and of which kinds of people."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import THINGS, Count, Effect, Group, Kind, Scope

Bounds = tuple[float, float]
Told = tuple[str, Count]
"""A count, and the id of the telling that gives it."""
_SIDES: Mapping[Group, str] = {
    Group.CIVILIANS: "civilians",
    Group.INSURGENTS: "rebels",
    Group.MILITARY: "the state",
    Group.POLICE: "the state",
}
"""Whose dead they are: what one side of a clash lost is not to be held against what the other lost."""
_FOES = frozenset({"rebels", "the state"})

_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SECOND = 2
_NTH = re.compile(rf"^(?:a|the)\s(?:({'|'.join(_ORDINALS)})|(\d+)(?:st|nd|rd|th))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What some counts come to."""

    low: int | None
    high: int | None
    kinds: tuple[Kind, ...]
    claim: str
    """The count that stands for it: the largest that it is made of."""
    repeats: frozenset[str]
    """Other counts that say as much."""


def total_of(counts: Sequence[Told]) -> Total | None:
    """The whole of one source's counts in one report; None where it gives only parts.

    "A boy and three women" are four hurt, "two soldiers ... a rebel" three dead. Where people in general are
    counted beside kinds of people, they are the whole; and so is a single count that is as large as a sum.
    """
    whole = [told for told in counts if told[1].scope is Scope.WHOLE]
    if not whole:
        return None
    made_of = _made_of(whole)
    claim = max(made_of, key=_size).id
    low, high = _sum(made_of)
    members = {count.id for count in made_of}
    next_ones = [count for _, count in counts if count.beside is None and _nth(count) == (low or 0) + 1]
    if low == high and 0 < len(next_ones) < len(counts):
        low = high = (low or 0) + 1  # "four were hurt ... a fifth was found later"
    repeats = frozenset(
        count.id
        for _, count in whole
        if count.id not in members
        and (numbers := interval(count.low, count.high)) is not None
        and meet(numbers, interval(low, high))
    )
    return Total(low=low, high=high, kinds=tuple(_by_kind(made_of)), claim=claim, repeats=repeats)


def rest_of(together: Sequence[Told], some: Sequence[Told]) -> Told | None:
    """The hurt: those counted dead and hurt together, less the dead; None where either is not exact."""
    whole, dead = total_of(together), total_of(some)
    if whole is None or dead is None or whole.low != whole.high or dead.low != dead.high:
        return None
    left = (whole.low or 0) - (dead.low or 0)
    if not dead.low or left < 1:
        return None
    said = next(told for told in together if told[1].id == whole.claim)
    hurt = replace(said[1], effect=Effect.INJURED, of=Group.PEOPLE, low=left, high=left, as_read=None)
    return said[0], hurt


def is_one_more(count: Count) -> bool:
    """Whether a count adds one to those given before: "a fourth person".

    A second one may be all that a voice counts: "a man was killed, a second man was hurt".
    """
    return count.beside is None and (_nth(count) or 0) > _SECOND


def _nth(count: Count) -> int | None:
    """The number by which a count calls its one: 4 for "a fourth person"."""
    said = _NTH.match(count.words)
    if said is None:
        return None
    return int(said[2]) if said[2] else _ORDINALS.index(said[1].lower()) + 2


def interval(low: int | None, high: int | None) -> Bounds | None:
    """The numbers that a count can mean; None where it names none."""
    if low is None and high is None:
        return None
    return float(low or 0), math.inf if high is None else float(high)


def meet(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether two counts can be of one number; one that names none says nothing against it."""
    if one is None or other is None:
        return True
    return one[0] <= other[1] and other[0] <= one[1]


def are_other_people(ones: Sequence[Kind], others: Sequence[Kind]) -> bool:
    """Whether two counts by kinds do not contradict each other: of the kinds that both name, as many."""
    mine, theirs = _by_side(ones), _by_side(others)
    return bool(mine and theirs) and all(
        meet(mine[side], theirs[side]) for side in mine.keys() & theirs.keys()
    )


def are_told_apart(counts: Iterable[Sequence[Kind]]) -> bool:
    """Whether the counts of one happening tell several kinds of people apart, and are compared by kinds.

    In a clash the losses of one side say nothing of the other's. Where nobody counts two kinds, whether the
    dead were soldiers or civilians is just what the two sides of a strike differ about.
    """
    sides = [frozenset(_SIDES[kind.of] for kind in kinds) for kinds in counts]
    return any(len(each) > 1 for each in sides) or frozenset().union(*sides) >= _FOES


def _by_side(kinds: Sequence[Kind]) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    for kind in kinds:
        low, high = interval(kind.low, kind.high) or (0.0, math.inf)
        before = found.get(_SIDES[kind.of], (0.0, 0.0))
        found[_SIDES[kind.of]] = before[0] + low, before[1] + high
    return found


def _made_of(whole: Sequence[Told]) -> list[Count]:
    """The counts that make up the whole: one of them, or several of different people."""
    counts = [count for _, count in whole]
    first = max(counts, key=_size)
    sums = [each for each in (_kinds(counts), *_lists(whole)) if len(each) > 1]
    summed = max(sums, key=_least, default=[first])
    return summed if _least(summed) > _least([first]) else [first]


def _kinds(counts: Sequence[Count]) -> list[Count]:
    """The largest count of each kind of people; none where people in general or things are counted, too."""
    largest: dict[Group, Count] = {}
    for count in sorted(counts, key=_size, reverse=True):
        largest.setdefault(count.of, count)
    kinds = [count for count in largest.values() if count.low is not None]
    return [] if Group.PEOPLE in largest or any(count.of in THINGS for count in kinds) else kinds


def _lists(whole: Sequence[Told]) -> Iterator[list[Count]]:
    """The counts of people that stand in one list, each of others; a list that holds its own sum is none."""
    lists: defaultdict[tuple[str, int], list[Count]] = defaultdict(list)
    for telling, count in whole:
        if count.beside is not None and count.low is not None and count.of not in THINGS:
            lists[telling, count.beside].append(count)
    for each in lists.values():
        if len(each) == 2 or 2 * max(count.low or 0 for count in each) != _least(each):
            yield each


def _by_kind(made_of: Sequence[Count]) -> Iterator[Kind]:
    """The kinds of people in a whole, each once; none where some are people in general, or things."""
    if any(count.of not in _SIDES for count in made_of):
        return
    for group in sorted({count.of for count in made_of}):
        low, high = _sum([count for count in made_of if count.of is group])
        yield Kind(of=group, low=low, high=high)


def _sum(counts: Sequence[Count]) -> tuple[int | None, int | None]:
    if len(counts) == 1:
        return counts[0].low, counts[0].high
    highs = [count.high for count in counts]
    return _least(counts), None if None in highs else sum(high for high in highs if high is not None)


def _least(counts: Sequence[Count]) -> int:
    return sum(count.low or 0 for count in counts)


def _size(count: Count) -> tuple[bool, int, int, str]:
    numeric = count.low is not None or count.high is not None
    return (numeric, count.low or count.high or 0, count.high or 0, count.id)
