"""The grouper: it compares each report with its neighbours only, and keeps the groups up to date."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

import numpy as np

from sayso.incidents.compare.bars import bar
from sayso.incidents.compare.features import answers, is_denied
from sayso.incidents.compare.rarity import Rarity, rarity_among, rarity_in, rarity_to_bytes
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights
from sayso.incidents.group.blocks import Keys, is_exact, keys_of
from sayso.incidents.group.cluster import Rules
from sayso.incidents.group.files import Files
from sayso.incidents.group.judging import Ruled, Rulings
from sayso.incidents.group.links import Links
from sayso.incidents.group.lots import LARGEST
from sayso.incidents.group.neighbours import Neighbours, Pair
from sayso.incidents.group.roll import NOBODY, Line, Numbers, Roll
from sayso.incidents.group.scoring import scores_of
from sayso.incidents.group.screen import are_days_apart, are_two_days
from sayso.incidents.group.settling import Members, Settling
from sayso.incidents.kept.draft import Draft, KeptRuns, packed
from sayso.incidents.kept.written import Written, written
from sayso.incidents.ties import tie_of
from sayso.model import Report

_BATCH = 2000
_IN_REPORT = 6
"""How often a pair within one report counts: nothing tells better what an aside is about."""


@dataclass(slots=True)
class _Unsettled:
    """What has changed since groups were last settled, by numbers on the roll."""

    tellings: set[int] = field(default_factory=set)
    """Those that are new, or whose links or rulings are."""
    gone: set[int] = field(default_factory=set)
    told_anew: set[int] = field(default_factory=set)
    """Those that are new, or whose reports are copies now or are so no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a settling has changed."""

    groups: Sequence[Sequence[int]]
    """The groups that are new or have changed, each in order of publication."""
    touched: Sequence[int]
    """Every telling whose group may be another than before."""


class Grouper:
    """Tellings of reports in groups, kept from one run to the next."""

    def __init__(
        self,
        draft: Draft,
        *,
        weights: Weights,
        rulings: Rulings,
        rarity: Rarity | None = None,
        processes: int = 1,
        largest: int = LARGEST,
    ) -> None:
        """Go on with what `draft` holds; `rarity`, where it is given, holds for good.

        More than `largest` tellings are not looked at as one.
        """
        self._draft, self._weights, self._rulings = draft, weights, rulings
        self._processes, self._largest = processes, largest
        kept = draft.one("grouping", "rarity")
        known = rarity or (rarity_in(kept) if kept else Rarity(reports=0, holding={}))
        self._reckons, self._counted = rarity is None, False
        self.files = Files(draft, rarity=known)
        self.roll = Roll(*draft.arrays("grouping", "roll"))
        self._blocks_kept, self._links_kept = KeptRuns(draft, "blocks"), KeptRuns(draft, "links")
        self._neighbours = Neighbours(self.roll, self._blocks_kept.load())
        self._links = Links(self._links_kept.load())
        self._unsettled = _Unsettled()
        self._fresh: list[int] = []
        self._leaving: list[tuple[int, Keys]] = []
        self.struck: set[str] = set()
        """Ids of tellings that were taken in once and are no more."""

    def receive(self, report: Report) -> None:
        """Take in a report; one of a document that is in already replaces it."""
        self.receive_written(written(report))

    def receive_written(self, report: Written) -> None:
        """Take in a report that is ready to be put by."""
        self._strike(report.document)
        self._fresh.append(self.files.put(report))

    def file(self, origins: Mapping[str, str]) -> bool:
        """Compare what was received; `origins` gives, for each copy, the document it was copied from.

        Returns whether everything was compared anew, because there are twice as many reports as when the
        rarity of words was last counted.
        """
        fresh, self._fresh = self._fresh, []
        changed = self.files.copy(origins)
        if self._reckons and len(self.files) >= 2 * self.files.rarity.reports:
            self._reckon()
            return True
        again = [number for id in changed if (number := self.files.number(id)) is not None]
        self._file(fresh, [number for number in again if self.files.first(number) >= 0])
        return False

    def drop(self, documents: Iterable[str]) -> None:
        """Take out reports."""
        for document in documents:
            self._strike(document)
            self.files.strike(document)

    def trace(self, number: int) -> Trace:
        """The telling of a number."""
        document = int(self.roll.document[number])
        return self.files.traces(document)[number - self.files.first(document)]

    def settle(self) -> Settled:
        """Bring the groups up to date."""
        self._obey()
        unsettled, self._unsettled = self._unsettled, _Unsettled()
        roll = self.roll
        groups_before = roll.group.copy()
        before = Members(groups_before, roll.alive)
        same = self._numbered(self._rulings.same)
        settling = Settling(roll, self._links, rules=self._rules(), together=same, largest=self._largest)
        touched = settling.settle(unsettled.tellings, gone=unsettled.gone)
        after = Members(roll.group, roll.alive)
        # Who was struck is no member of what it was in; but that has changed.
        lessened = {int(groups_before[number]) for number in unsettled.gone}
        groups = []
        for first in sorted({int(roll.group[number]) for number in touched}):
            members = after.of(first)
            is_lessened = not lessened.isdisjoint(int(groups_before[number]) for number in members)
            if is_lessened or before.of(first) != members or not unsettled.told_anew.isdisjoint(members):
                groups.append(roll.in_order(members))
        return Settled(groups=groups, touched=roll.in_order(touched))

    def keep(self) -> None:
        """Write down in the draft all that is needed to go on another time."""
        self.files.keep()
        self._draft.put("grouping", "roll", packed(self.roll.columns()))
        if self._counted:
            self._draft.put("grouping", "rarity", rarity_to_bytes(self.files.rarity))
        self._draft.put(
            "grouping",
            "rulings",
            json.dumps([sorted(self._rulings.same), sorted(self._rulings.apart)]).encode(),
        )
        self._blocks_kept.keep(self._neighbours.runs)
        self._links_kept.keep(self._links.runs)

    def _strike(self, document: str) -> None:
        number = self.files.number(document)
        if number is None or self.files.first(number) < 0:
            return
        traces, first = self.files.traces(number), self.files.first(number)
        gone = range(first, first + len(traces))
        self.struck.update(trace.id for trace in traces)
        self._leaving += [(number, keys_of(trace)) for number, trace in zip(gone, traces, strict=True)]
        self._unlink(gone)
        self.roll.alive[first : first + len(traces)] = False
        self._unsettled.gone.update(gone)

    def _unlink(self, numbers: Iterable[int]) -> None:
        for number, near in self._links.of(numbers).items():
            self._links.put(_columns([(number, other) for other in near]), np.full(len(near), np.nan))
            self._unsettled.tellings.update(near)

    def _reckon(self) -> None:
        """Count words anew and take in every report anew."""
        numbers = list(self.files)
        lots = (numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH))
        self.files.rarity = rarity_among(counts for some in lots for counts in self.files.counts(some))
        self._counted = True
        self.files.close()
        self.roll = Roll()
        self._neighbours, self._links = Neighbours(self.roll), Links()
        self._unsettled, self._leaving = _Unsettled(), []
        self._file(sorted(numbers, key=lambda number: (self.files.day(number), self.files.id(number))), [])

    def _file(self, fresh: Sequence[int], again: Sequence[int]) -> None:
        """Put reports on the roll and compare their tellings, and those to be compared again."""
        waiting = iter([*fresh, *again])
        known = set(again)
        while some := list(islice(waiting, _BATCH)):
            new = [number for number in some if number not in known]
            self._file_some(new, [number for number in some if number in known])
        if self._leaving:
            self._file_some([], [])

    def _file_some(self, fresh: Sequence[int], again: Sequence[int]) -> None:
        self.files.weigh(fresh, processes=self._processes)
        self.files.open([*fresh, *again])
        new = self._enrol(fresh)
        self._neighbours.add(list(new), list(new.values()))
        old = {
            number: keys_of(self.trace(number)) for document in again for number in self._tellings(document)
        }
        for number in old:
            self.roll.text[number] = tie_of(self.trace(number).story.text)
        both = new | old
        leaving, self._leaving = dict(self._leaving), []
        moved = self._neighbours.shifted(list(new), list(leaving), [*new.values(), *leaving.values()])
        near = [pair for document in (*fresh, *again) for pair in self._copied(document)]
        near += self._still(moved)
        pairs = np.concatenate((self._neighbours.of(list(both), list(both.values())), _columns(near)))
        lapsed = [(one, other) for one, near in self._links.of(old).items() for other in near]
        self._compare(pairs, lapsed=_columns([*lapsed, *moved]), fresh=list(new))
        self._unsettled.told_anew.update(both)
        self._unsettled.tellings.update(both)

    def _enrol(self, documents: Sequence[int]) -> dict[int, Keys]:
        """Put the tellings of some reports on the roll; their numbers there, and their keys."""
        told = [(document, trace) for document in documents for trace in self.files.traces(document)]
        numbers = self.roll.add([line_of(trace, document) for document, trace in told])
        first = numbers.start
        for document in documents:
            self.files.enrol(document, first)
            first += len(self.files.traces(document))
        return {number: keys_of(trace) for number, (_, trace) in zip(numbers, told, strict=True)}

    def _tellings(self, document: int) -> range:
        first = self.files.first(document)
        return range(first, first + len(self.files.traces(document)))

    def _copied(self, document: int) -> Iterator[Pair]:
        """The main news of a copy beside that of its origin; both ways round."""
        for other in self.files.beside(self.files.id(document)):
            number = self.files.number(other)
            if number is not None and number != document and self.files.first(number) >= 0:
                pairs = product(self._tellings(document), self._tellings(number))
                yield from ((one, two) for one, two in pairs if self._are_main(one, two))

    def _are_main(self, one: int, other: int) -> bool:
        a, b = self.trace(one), self.trace(other)
        return a.foremost and b.foremost and a.family is b.family

    def _still(self, moved: Sequence[Pair]) -> list[Pair]:
        numbers = sorted({number for pair in moved for number in pair})
        keys = {number: keys_of(self.trace(number)) for number in numbers}
        near = set(self._neighbours.still(moved, keys))
        return [pair for pair in moved if pair in near or self._is_copied(*pair)]

    def _is_copied(self, one: int, other: int) -> bool:
        a, b = self.trace(one).story, self.trace(other).story
        return a.text == b.text and a.text in (a.document, b.document) and self._are_main(one, other)

    def _compare(self, pairs: Numbers, *, lapsed: Numbers, fresh: Sequence[int]) -> None:
        """Score pairs and link those that have something for them; take away links that lapse."""
        pairs = _different(pairs)
        pairs = pairs[~are_days_apart(self.roll, pairs[:, 0], pairs[:, 1])]
        numbers, places = np.unique(pairs, return_inverse=True)
        self.files.open(np.unique(self.roll.document[numbers]).tolist())
        traces = [self.trace(number) for number in numbers.tolist()]
        scores = scores_of(traces, places.reshape(-1, 2), weights=self._weights, processes=self._processes)
        # What has no more for it than a pair never compared is no link, and neither is what is barred.
        linked = scores > self._weights.unseen
        pairs, scores = pairs[linked], scores[linked]
        lapsed = _different(lapsed)
        lapsed = lapsed[~np.isin(_codes(lapsed), _codes(pairs))]
        changed = np.concatenate((pairs, lapsed))
        self._links.put(changed, np.append(scores, np.full(len(lapsed), np.nan)))
        # Whom a newcomer is linked to is looked at when the newcomer is.
        old = changed[~np.isin(changed, fresh).any(axis=1)]
        self._unsettled.tellings.update(old.reshape(-1).tolist())

    def _obey(self) -> None:
        """See to it that the rulings that hold are the ones that groups were made by."""
        kept = self._draft.one("grouping", "rulings")
        before = [frozenset(map(tuple, pairs)) for pairs in json.loads(kept)] if kept else [frozenset()] * 2
        for was, now in zip(before, (self._rulings.same, self._rulings.apart), strict=True):
            self._unsettled.tellings.update(number for pair in self._numbered(was ^ now) for number in pair)
        joined = {number for pair in self._numbered(self._rulings.same) for number in pair}
        parted = {number for pair in self._numbered(before[0]) for number in pair}
        for number in sorted(joined | parted):
            core = self.trace(number).foremost or number in joined
            if core != self.roll.core[number]:
                self._promote(number, core=core)

    def _promote(self, number: int, *, core: bool) -> None:
        """Make a telling main news, or an aside again, and its neighbours look again."""
        home = int(self.roll.home[number])
        near = self._links.of([number])[number]
        self._unsettled.tellings.update(near, {number}, {home} - {NOBODY})
        self.roll.core[number] = core
        self.roll.loose[number] = False
        self.roll.home[number] = self.roll.group[number] = number

    def _numbered(self, pairs: Iterable[Ruled]) -> list[Pair]:
        pairs = list(pairs)
        numbers = self.roll.numbers_of(id for pair in pairs for id in pair)
        return [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]

    def _rules(self) -> Rules:
        apart = {
            pair
            for one, other in self._numbered(self._rulings.apart)
            for pair in ((one, other), (other, one))
        }
        roll = self.roll
        return Rules(
            threshold=self._weights.threshold,
            linked=self._weights.linked,
            unseen=self._weights.unseen,
            ruled=lambda a, b: (a, b) in apart,
            barred=lambda a, b: (a, b) in apart or self._are_barred(a, b),
            vague=lambda number: bool(roll.vague[number]),
            weight=lambda a, b: _IN_REPORT if roll.document[a] == roll.document[b] else 1,
            answers=self._answers,
            denies=lambda number: bool(roll.denied[number]),
            text=lambda number: int(roll.text[number]),
        )

    def _are_barred(self, one: int, other: int) -> bool:
        # Reports need not be opened to see that days lie between.
        return are_two_days(self.roll, one, other) or bar(self.trace(one), self.trace(other)) is not None

    def _answers(self, one: int, other: int) -> bool:
        denied = self.roll.denied
        return bool(denied[one] and not denied[other]) and answers(self.trace(one), self.trace(other))


def _columns(pairs: Sequence[Pair]) -> Numbers:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _codes(pairs: Numbers) -> Numbers:
    """Pairs as single numbers."""
    codes: Numbers = (pairs[:, 0] << 32) | pairs[:, 1]
    return codes


def _different(pairs: Numbers) -> Numbers:
    """Pairs in order, each once, the smaller number first."""
    codes = np.unique(_codes(np.sort(pairs, axis=1)))
    return np.column_stack((codes >> 32, codes & 0xFFFFFFFF))


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
    )
