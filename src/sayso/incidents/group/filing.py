"""Filing: tellings put on the roll and compared with those near them, and no others."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, islice, product
from operator import or_

import numpy as np

from sayso.incidents.compare.features import is_denied
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights
from sayso.incidents.families import Family
from sayso.incidents.group.blocks import Keys, is_exact, keys_of
from sayso.incidents.group.files import Files
from sayso.incidents.group.links import Links
from sayso.incidents.group.neighbours import Neighbours, Pair
from sayso.incidents.group.roll import Line, Numbers, Roll
from sayso.incidents.group.scoring import Scores, scores_of
from sayso.incidents.group.screen import are_days_apart
from sayso.incidents.ties import tie_of

_BATCH = 2000
_FAMILIES = tuple(Family)
_NOWHERE = (math.nan, math.nan, math.nan)


@dataclass(slots=True)
class Unsettled:
    """What has changed since groups were last settled, by numbers on the roll."""

    tellings: set[int] = field(default_factory=set)
    """Those that are new, or whose links or rulings are."""
    gone: set[int] = field(default_factory=set)
    told_anew: set[int] = field(default_factory=set)
    """Those that are new, or whose reports are copies now or are so no more."""


class Filing:
    """What is known of all tellings: their lines on the roll, their blocks and their links."""

    def __init__(
        self,
        files: Files,
        *,
        roll: Roll,
        neighbours: Neighbours,
        links: Links,
        weights: Weights,
        processes: int,
    ) -> None:
        self.files, self.roll, self.neighbours, self.links = files, roll, neighbours, links
        self._weights, self._processes = weights, processes
        self.unsettled = Unsettled()
        self._leaving: list[tuple[int, Keys]] = []

    def trace(self, number: int) -> Trace:
        """The telling of a number."""
        return trace_of(self.files, self.roll, number)

    def file(self, fresh: Sequence[int], again: Sequence[int]) -> None:
        """Put reports on the roll and compare their tellings, and those to be compared again."""
        waiting = iter([*fresh, *again])
        known = set(again)
        while some := list(islice(waiting, _BATCH)):
            new = [number for number in some if number not in known]
            self._file_some(new, [number for number in some if number in known])
        if self._leaving:
            self._file_some([], [])

    def strike(self, document: int) -> list[str]:
        """Take the tellings of a report off the roll; returns their ids."""
        traces, first = self.files.traces(document), self.files.first(document)
        gone = range(first, first + len(traces))
        self._leaving += [(number, keys_of(trace)) for number, trace in zip(gone, traces, strict=True)]
        for number, near in self.links.of(gone).items():
            self.links.put(columns_of([(number, other) for other in near]), np.full(len(near), np.nan))
            self.unsettled.tellings.update(near)
        self.roll.alive[first : first + len(traces)] = False
        self.unsettled.gone.update(gone)
        return [trace.id for trace in traces]

    def _file_some(self, fresh: Sequence[int], again: Sequence[int]) -> None:
        self.files.weigh(fresh, processes=self._processes)
        self.files.open([*fresh, *again])
        new = self._enrol(fresh)
        self.neighbours.add(list(new), list(new.values()))
        old = {
            number: keys_of(self.trace(number))
            for document in again
            for number in tellings_of(self.files, document)
        }
        for number in old:
            self.roll.text[number] = tie_of(self.trace(number).story.text)
        both = new | old
        leaving, self._leaving = dict(self._leaving), []
        moved = self.neighbours.shifted(list(new), list(leaving), [*new.values(), *leaving.values()])
        near = [pair for document in (*fresh, *again) for pair in copied(self.files, document)]
        near += self._still(moved)
        pairs = np.concatenate((self.neighbours.of(list(both), list(both.values())), columns_of(near)))
        lapsed = [(one, other) for one, near in self.links.of(old).items() for other in near]
        self._compare(pairs, lapsed=columns_of([*lapsed, *moved]), fresh=list(new))
        self.unsettled.told_anew.update(both)
        self.unsettled.tellings.update(both)

    def _enrol(self, documents: Sequence[int]) -> dict[int, Keys]:
        """Put the tellings of some reports on the roll; their numbers there, and their keys."""
        told = [(document, trace) for document in documents for trace in self.files.traces(document)]
        numbers = self.roll.add([line_of(trace, document) for document, trace in told])
        first = numbers.start
        for document in documents:
            self.files.enrol(document, first)
            first += len(self.files.traces(document))
        return {number: keys_of(trace) for number, (_, trace) in zip(numbers, told, strict=True)}

    def _still(self, moved: Sequence[Pair]) -> list[Pair]:
        numbers = sorted({number for pair in moved for number in pair})
        keys = {number: keys_of(self.trace(number)) for number in numbers}
        near = set(self.neighbours.still(moved, keys))
        return [pair for pair in moved if pair in near or self._is_copied(*pair)]

    def _is_copied(self, one: int, other: int) -> bool:
        a, b = self.trace(one), self.trace(other)
        return (
            a.story.text == b.story.text
            and a.story.text in (a.story.document, b.story.document)
            and are_main(a, b)
        )

    def _compare(self, pairs: Numbers, *, lapsed: Numbers, fresh: Sequence[int]) -> None:
        """Score pairs and link those that have something for them; take away links that lapse."""
        pairs, scores = linked(pairs, self.files, self.roll, weights=self._weights, processes=self._processes)
        lapsed = _different(lapsed)
        lapsed = lapsed[~np.isin(_codes(lapsed), _codes(pairs))]
        changed = np.concatenate((pairs, lapsed))
        self.links.put(changed, np.append(scores, np.full(len(lapsed), np.nan)))
        # Whom a newcomer is linked to is looked at when the newcomer is.
        old = changed[~np.isin(changed, fresh).any(axis=1)]
        self.unsettled.tellings.update(old.reshape(-1).tolist())


def linked(
    pairs: Numbers, files: Files, roll: Roll, *, weights: Weights, processes: int
) -> tuple[Numbers, Scores]:
    """Those of some pairs that have something for them, each once, with their scores."""
    pairs = _different(pairs)
    pairs = pairs[~are_days_apart(roll, pairs[:, 0], pairs[:, 1])]
    numbers, places = np.unique(pairs, return_inverse=True)
    traces = files.tellings(numbers.tolist(), roll.document[numbers].tolist())
    scores = scores_of(traces, places.reshape(-1, 2), weights=weights, processes=processes)
    # What has no more for it than a pair never compared is no link, and neither is what is barred.
    kept = scores > weights.unseen
    return pairs[kept], scores[kept]


def copied(files: Files, document: int) -> Iterator[Pair]:
    """The main news of a copy beside that of its origin; both ways round."""
    for other in files.beside(files.id(document)):
        number = files.number(other)
        if number is not None and number != document and files.first(number) >= 0:
            both = (
                zip(tellings_of(files, each), files.traces(each), strict=True) for each in (document, number)
            )
            yield from ((one, two) for (one, a), (two, b) in product(*both) if are_main(a, b))


def are_main(one: Trace, other: Trace) -> bool:
    """Whether two tellings are main news of one family."""
    return one.foremost and other.foremost and one.family is other.family


def tellings_of(files: Files, document: int) -> range:
    """The numbers on the roll of a report's tellings."""
    first = files.first(document)
    return range(first, first + len(files.traces(document)))


def trace_of(files: Files, roll: Roll, number: int) -> Trace:
    """The telling of a number on the roll."""
    document = int(roll.document[number])
    return files.traces(document)[number - files.first(document)]


def line_of(trace: Trace, document: int) -> Line:
    """What the roll holds of a telling of a document's number."""
    return Line(
        day=trace.story.published or 0,
        tie=tie_of(trace.id),
        document=document,
        core=trace.foremost,
        exact=is_exact(trace),
        days=trace.days,
        firm=trace.firm,
        vague=trace.days is None or trace.borrowed,
        denied=is_denied(trace),
        text=tie_of(trace.story.text),
        family=_FAMILIES.index(trace.family),
        side=tie_of(" ".join(sorted(trace.actor_lands))),
        doers=_bits(trace.actor_lands, trace.actor_arms),
        hit=_bits(trace.target_lands, trace.target_arms),
        point=next((spot.point for spot in trace.spots if spot.point is not None), _NOWHERE),
    )


def _bits(lands: Iterable[str], arms: Iterable[str]) -> int:
    marks = chain((tie_of(land) & 31 for land in lands), (32 | tie_of(each) & 31 for each in arms))
    return reduce(or_, (1 << mark for mark in marks), 0)


def columns_of(pairs: Sequence[Pair]) -> Numbers:
    """Pairs in two columns."""
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _codes(pairs: Numbers) -> Numbers:
    """Pairs as single numbers."""
    codes: Numbers = (pairs[:, 0] << 32) | pairs[:, 1]
    return codes


def _different(pairs: Numbers) -> Numbers:
    """Pairs in order, each once, the smaller number first."""
    codes = np.unique(_codes(np.sort(pairs, axis=1)))
    return np.column_stack((codes >> 32, codes & 0xFFFFFFFF))
