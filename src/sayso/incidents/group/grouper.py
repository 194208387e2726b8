"""The grouper: it compares each report with its neighbours only, and keeps the groups up to date."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.incidents.compare.rarity import Rarity, rarity_among, rarity_in, rarity_to_bytes
from sayso.incidents.compare.traces import Trace
from sayso.incidents.compare.weights import Weights
from sayso.incidents.group.afresh import filed_afresh
from sayso.incidents.group.files import Files
from sayso.incidents.group.filing import Filing, Unsettled
from sayso.incidents.group.judging import Ruled, Rulings
from sayso.incidents.group.links import Links
from sayso.incidents.group.lots import LARGEST
from sayso.incidents.group.neighbours import Neighbours, Pair
from sayso.incidents.group.roll import NOBODY, Roll
from sayso.incidents.group.rules import rules_of
from sayso.incidents.group.settling import Members, Settling
from sayso.incidents.kept.draft import Draft, KeptRuns, packed
from sayso.incidents.kept.written import Written, written
from sayso.model import Report

_BATCH = 2000


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
        roll = Roll(*(column.copy() for column in draft.arrays("grouping", "roll")))
        self._blocks_kept, self._links_kept = KeptRuns(draft, "blocks"), KeptRuns(draft, "links")
        self._filing = Filing(
            self.files,
            roll=roll,
            neighbours=Neighbours(roll, self._blocks_kept.load()),
            links=Links(self._links_kept.load()),
            weights=weights,
            processes=processes,
        )
        self._fresh: list[int] = []
        self.struck: set[str] = set()
        """Ids of tellings that were taken in once and are no more."""

    @property
    def roll(self) -> Roll:
        """Every telling taken in so far."""
        return self._filing.roll

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
        self._filing.file(fresh, [number for number in again if self.files.first(number) >= 0])
        return False

    def drop(self, documents: Iterable[str]) -> None:
        """Take out reports."""
        for document in documents:
            self._strike(document)
            self.files.strike(document)

    def trace(self, number: int) -> Trace:
        """The telling of a number."""
        return self._filing.trace(number)

    def traces(self, groups: Sequence[Sequence[int]]) -> list[list[Trace]]:
        """The tellings of some groups, for which their reports are opened at once."""
        self.files.open(sorted({int(self.roll.document[number]) for group in groups for number in group}))
        return [[self.trace(number) for number in group] for group in groups]

    def settle(self) -> Settled:
        """Bring the groups up to date."""
        roll = self.roll
        groups_before = roll.group.copy()
        self._obey()
        unsettled, self._filing.unsettled = self._filing.unsettled, Unsettled()
        before = Members(groups_before, roll.alive)
        settling = Settling(
            roll,
            self._filing.links,
            rules=rules_of(self._filing, weights=self._weights, apart=self._numbered(self._rulings.apart)),
            together=self._numbered(self._rulings.same),
            largest=self._largest,
            processes=self._processes if self.files.within_reach else 1,
        )
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
        self._blocks_kept.keep(self._filing.neighbours.runs)
        self._links_kept.keep(self._filing.links.runs)

    def _strike(self, document: str) -> None:
        number = self.files.number(document)
        if number is None or self.files.first(number) < 0:
            return
        self.struck.update(self._filing.strike(number))

    def _reckon(self) -> None:
        """Count words anew and take in every report anew."""
        numbers = list(self.files)
        lots = (numbers[at : at + _BATCH] for at in range(0, len(numbers), _BATCH))
        self.files.rarity = rarity_among(counts for some in lots for counts in self.files.counts(some))
        self._counted = True
        self.files.close()
        self._filing = filed_afresh(self.files, weights=self._weights, processes=self._processes)

    def _obey(self) -> None:
        """See to it that the rulings that hold are the ones that groups were made by."""
        kept = self._draft.one("grouping", "rulings")
        before = [frozenset(map(tuple, pairs)) for pairs in json.loads(kept)] if kept else [frozenset()] * 2
        for was, now in zip(before, (self._rulings.same, self._rulings.apart), strict=True):
            self._filing.unsettled.tellings.update(
                number for pair in self._numbered(was ^ now) for number in pair
            )
        joined = {number for pair in self._numbered(self._rulings.same) for number in pair}
        parted = {number for pair in self._numbered(before[0]) for number in pair}
        for number in sorted(joined | parted):
            core = self.trace(number).foremost or number in joined
            if core != self.roll.core[number]:
                self._promote(number, core=core)

    def _promote(self, number: int, *, core: bool) -> None:
        """Make a telling main news, or an aside again, and its neighbours look again."""
        home = int(self.roll.home[number])
        near = self._filing.links.of([number])[number]
        self._filing.unsettled.tellings.update(near, {number}, {home} - {NOBODY})
        self.roll.core[number] = core
        self.roll.loose[number] = False
        self.roll.home[number] = self.roll.group[number] = number

    def _numbered(self, pairs: Iterable[Ruled]) -> list[Pair]:
        pairs = list(pairs)
        numbers = self.roll.numbers_of(id for pair in pairs for id in pair)
        return [(numbers[a], numbers[b]) for a, b in pairs if a in numbers and b in numbers]
