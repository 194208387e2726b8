"""Blocks: which tellings are worth comparing, so that work grows with reports and not with their square."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from sayso.incidents.days import Days, length
from sayso.incidents.families import Family
from sayso.incidents.traces import Spot, Trace
from sayso.incidents.words import skeleton

_ENOUGH = 2
_MEMBERS = 40
"""How many later tellings of a block one is compared with (sorted neighbourhood, Hernández & Stolfo 1995)."""
_LONGEST = 8
_WINDOW = 4
_RAREST = 24
_SHORTEST_NAME = 4
_NEARBY = 12
_TOLD_WITHIN = 3

_WEAK = frozenset({"deed", "party"})

Key = tuple[Hashable, ...]


def candidates(traces: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    """The pairs of tellings to compare, as indices into `traces`, the smaller first.

    `traces` must be sorted by publication. A pair is compared when it shares a place within days, a deed or
    target on one day, or two rare words of two reports' main news; and within one report when near by.
    """
    keys = [list(_keys(trace)) for trace in traces]
    exact = [not trace.borrowed and any(spot.point for spot in trace.spots) for trace in traces]
    blocks: dict[Key, list[int]] = defaultdict(list)
    places: list[list[int]] = []
    for index, of_trace in enumerate(keys):
        at = []
        for key, _ in of_trace:
            at.append(len(blocks[key]))
            blocks[key].append(index)
        places.append(at)
    for index, of_trace in enumerate(keys):
        shared: Counter[int] = Counter()
        for (key, worth), place in zip(of_trace, places[index], strict=True):
            # Where both places are known, the place has its own blocks.
            weak = exact[index] and key[-2] in _WEAK
            for other in blocks[key][place + 1 : place + 1 + _MEMBERS]:
                if not (weak and exact[other]):
                    shared[other] += worth
        for other in sorted(shared):
            if shared[other] >= _ENOUGH:
                yield index, other


def _keys(trace: Trace) -> Iterator[tuple[Key, int]]:
    """The blocks of a telling, each once, with what sharing it is worth."""
    family = trace.family
    spans = list(_spans(trace))
    named = {key for spot in trace.spots for key in _spot_keys(spot)}
    for span in spans:
        yield from (((family, span, key), _ENOUGH) for key in sorted(named))
        yield from (((family, span, "deed", word), 1) for word in sorted(trace.deed))
        yield from (((family, span, "party", word), 1) for word in sorted(trace.targets | trace.actors))
    yield ((family, "report", trace.story.document, trace.telling.position // _NEARBY), _ENOUGH)
    if trace.foremost:
        yield from _story_keys(trace, family)


def _story_keys(trace: Trace, family: Family) -> Iterator[tuple[Key, int]]:
    yield (("text", family, trace.story.text), _ENOUGH)
    rarest = sorted(trace.story.words.items(), key=lambda item: (-item[1], item[0]))[:_RAREST]
    yield from ((("word", family, word), 1) for word, _ in rarest)


def _spans(trace: Trace) -> Iterator[Hashable]:
    """Windows of days that a happening can lie in; two that lie within two days share at least one."""
    days = trace.days
    if days is None:
        if trace.story.published is None:
            return
        days = (trace.story.published - _TOLD_WITHIN, trace.story.published)
    if length(days) > _LONGEST:
        yield from (("year", year) for year in _years(days))
        return
    found = {(shift, (day + shift) // _WINDOW) for day in range(days[0], days[1] + 1) for shift in (0, 2)}
    yield from sorted(found)


def _years(days: Days) -> range:
    return range(days[0] // 366, days[1] // 365 + 1)


def _spot_keys(spot: Spot) -> Iterator[str]:
    yield from (skeleton(word) for word in spot.name.split() if len(word) >= _SHORTEST_NAME)
    site = spot.site
    if site.latitude is not None and site.longitude is not None and not spot.broad:
        yield f"cell {site.latitude // 1} {site.longitude // 1}"
        yield f"shifted cell {(site.latitude + 0.5) // 1} {(site.longitude + 0.5) // 1}"
