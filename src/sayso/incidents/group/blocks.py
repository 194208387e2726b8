"""Blocks: the keys under which a telling is filed, so that work grows with reports and not with their square.

Two tellings are compared when, within days, they share a named place, a deed or party on one part of the
map, or two of deed, party and country; or else three rare words of two reports' main news, names only where
months lie between, or a report in which they stand near each other.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.compare.traces import Spot, Trace
from sayso.incidents.days import Days, length
from sayso.incidents.families import Family
from sayso.incidents.ties import tie_of
from sayso.incidents.words import skeleton

Keys = NDArray[np.uint64]

_LONGEST = 8
_WINDOW = 4
_SHORTEST_NAME = 4
_NEARBY = 12
_TOLD_WITHIN = 3
_MIX = 0x9E3779B97F4A7C15
_STORY = 0x5707
_ALL = 0xFFFFFFFFFFFFFFFC

WEAK, WORD, STRONG, NAME = 0, 1, 2, 3
"""What a key stands for, in its last two bits: a deed, party or country; a word of the story; a place; one of
the story's rarest words, which are names as a rule."""
WORTH = np.array([3, 2, 6, 2], dtype=np.int64)
"""What sharing a key is worth, by what it stands for."""
NAMES = 24
"""Of a story's rare words, how many bring it together with what is told of it long after."""
ENOUGH = 6
"""How much two tellings must share to be compared."""


def keys_of(trace: Trace) -> Keys:
    """The keys of the blocks that a telling belongs to, sorted."""
    return np.unique(np.fromiter(_keys(trace), dtype=np.uint64))


def is_exact(trace: Trace) -> bool:
    """Whether its own place is known on the map: such two meet in blocks of places, not of words."""
    return not trace.borrowed and any(spot.point is not None for spot in trace.spots)


def _keys(trace: Trace) -> Iterator[int]:
    deeds = [f"deed {word}" for word in trace.deed]
    parties = [f"party {word}" for word in trace.targets | trace.actors]
    towns = {key for spot in trace.spots if not spot.broad for key in _name_keys(spot)}
    lands = {key for spot in trace.spots if spot.broad for key in _name_keys(spot)}
    cells = {cell for spot in trace.spots for cell in _cells(spot)}
    strong = [*towns, *(f"{cell} {each}" for cell in cells for each in (*deeds, *parties))]
    for span in _spans(trace):
        within = _mixed(tie_of(trace.family), tie_of(span))
        yield from (_key(within, key, STRONG) for key in strong)
        yield from (_key(within, key, WEAK) for key in (*deeds, *parties, *lands))
    part = f"report {trace.story.document} {trace.telling.position // _NEARBY}"
    yield _key(tie_of(trace.family), part, STRONG)
    if trace.foremost:
        yield from _story_keys(trace, trace.family)


def _story_keys(trace: Trace, family: Family) -> Iterator[int]:
    within = _mixed(tie_of(family), _STORY)
    words = trace.story.words.rarest.tolist()
    yield from ((_mixed(within, word) & _ALL) | WORD for word in words)
    yield from ((_mixed(within, word) & _ALL) | NAME for word in words[:NAMES])


def _spans(trace: Trace) -> Iterator[str]:
    """Windows of days that a happening can lie in; two that lie within two days share at least one."""
    days = trace.days
    if days is None:
        if trace.story.published is None:
            return
        days = (trace.story.published - _TOLD_WITHIN, trace.story.published)
    if length(days) > _LONGEST:
        yield from (f"year {year}" for year in _years(days))
        return
    found = {(shift, (day + shift) // _WINDOW) for day in range(days[0], days[1] + 1) for shift in (0, 2)}
    yield from (f"{shift} {window}" for shift, window in sorted(found))


def _years(days: Days) -> range:
    return range(days[0] // 366, days[1] // 365 + 1)


def _name_keys(spot: Spot) -> Iterator[str]:
    yield from (f"place {skeleton(word)}" for word in spot.name.split() if len(word) >= _SHORTEST_NAME)


def _cells(spot: Spot) -> Iterator[str]:
    """The squares of the map, one degree wide, that it lies in; two near each other share one, as a rule."""
    site = spot.site
    if site.latitude is not None and site.longitude is not None and not spot.broad:
        yield f"cell {site.latitude // 1} {site.longitude // 1}"
        yield f"shifted cell {(site.latitude + 0.5) // 1} {(site.longitude + 0.5) // 1}"


def _mixed(one: int, other: int) -> int:
    return ((one ^ other) * _MIX) & 0xFFFFFFFFFFFFFFFF


def _key(within: int, name: str, stands_for: int) -> int:
    return (_mixed(within, tie_of(name)) & _ALL) | stands_for
