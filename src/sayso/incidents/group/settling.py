"""Settling: which tellings stand in one group, worked out anew around those for which something changed.

First the main news of all reports is joined among itself, then every aside asks to join the main news that
it fits best, and those that fit none are joined among themselves. Each step looks at what linked tellings
say and no further, so that doing it around the changes gives what doing it for all would give.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain, islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.group.asides import DRAW, Around, Fit, admitted, best_fit, fits_of
from sayso.incidents.group.cluster import Rules, clusters_of
from sayso.incidents.group.links import Links, pairs_in
from sayso.incidents.group.lots import LARGEST, Ties, lots_of
from sayso.incidents.group.roll import NOBODY, UNASKED, Numbers, Roll
from sayso.incidents.spread import Made, Work, spread

Near = Mapping[int, float]
Thing = TypeVar("Thing")
_AT_ONCE = 4000
_MANY = 4000
"""Lots, groups or asides for which another process is worth while."""
_BLUR = 0.001
"""What a mean may lose in being kept on the roll."""


class Members:
    """Which tellings stand under each first member, as of now."""

    def __init__(self, column: NDArray[np.int32], kept: NDArray[np.bool_]) -> None:
        numbers = np.flatnonzero(kept)
        self._numbers = numbers[np.argsort(column[numbers], kind="stable")]
        self._firsts = column[self._numbers]

    def of(self, first: int) -> list[int]:
        """The members under one."""
        low, high = np.searchsorted(self._firsts, [first, first + 1])
        return [int(each) for each in self._numbers[low:high]]


class Settling:
    """One settling of a roll after some of its tellings have changed."""

    def __init__(
        self,
        roll: Roll,
        links: Links,
        *,
        rules: Rules,
        together: Iterable[tuple[int, int]] = (),
        largest: int = LARGEST,
        processes: int = 1,
    ) -> None:
        """`together` were ruled to be one; more than `largest` tellings are not looked at as one.

        With more than one of `processes`, `rules` must hold in forked ones, too.
        """
        self._roll, self._links, self._rules = roll, links, rules
        self._largest, self._processes = largest, processes
        self._ruled: dict[int, set[int]] = defaultdict(set)
        for one, other in together:
            self._ruled[one].add(other)
            self._ruled[other].add(one)

    def settle(self, changed: Collection[int], *, gone: Collection[int] = ()) -> set[int]:
        """Bring the groups up to date; returns every telling whose group was looked at.

        `changed` are tellings that are new, or whose links or rulings are; `gone` those just struck off.
        """
        core, alive = self._roll.core, self._roll.alive
        living = {number for number in changed if alive[number]}
        moved, seen = self._join_main_news({number for number in living if core[number]}, gone)
        asides = {number for number in living if not core[number]}
        homes = {int(self._roll.home[number]) for number in moved.union(gone)}
        homes |= self._ask(asides | self._asides_near(moved, at_least=self._rules.linked))
        inside, left, out = self._admit(homes, asides)
        return seen | asides | inside | out | self._join_loose(out, left)

    def _join_main_news(self, changed: set[int], gone: Collection[int]) -> tuple[set[int], set[int]]:
        """Group main news anew around changes: those whose group is another now, and all looked at."""
        roll = self._roll
        before = roll.alive.copy()
        before[list(gone)] = True
        old = Members(roll.home.copy(), before & roll.core)
        moved: set[int] = set()
        seen: set[int] = set()
        for group in self._grouped(self._lots(changed, roll.alive & roll.core)):
            seen.update(group)
            first = group[0]
            if not changed.isdisjoint(group) or old.of(first) != sorted(group):
                moved.update(group)
            roll.home[group] = roll.group[group] = first
        return moved, seen

    def _asides_near(self, numbers: Collection[int], *, at_least: float) -> set[int]:
        """Asides linked so well to some main news that these can decide which they ask to join."""
        asides = self._roll.alive & ~self._roll.core
        found: set[int] = set()
        for some in _batches(numbers):
            _, other, score = self._links.edges(some)
            found.update(other[(score >= at_least) & asides[other]].tolist())
        return found

    def _ask(self, asides: Collection[int]) -> set[int]:
        """Find the group that each aside fits best; returns those that some ask to join, now or before."""
        roll = self._roll
        homes = Members(roll.home, roll.alive & roll.core)
        before = roll.leaning.copy()
        fits = dict(self._spread(partial(self._fits, homes=homes), asides))
        for aside, found in fits.items():
            roll.leaning[aside] = found[0].home if found else NOBODY
        turned = [aside for aside in fits if roll.leaning[aside] != before[aside]]
        asked = fits.keys() | self._drawn_by(turned, new=before == UNASKED)
        wanted = {int(roll.home[aside]) for aside in asked}
        for aside, fit in self._spread(partial(self._best_fits, fits=fits, homes=homes), asked):
            roll.home[aside], roll.fit[aside] = (fit.home, fit.mean) if fit else (NOBODY, 0.0)
        return wanted | {int(roll.home[aside]) for aside in asked}

    def _fits(self, asides: Sequence[int], *, homes: Members) -> list[tuple[int, list[Fit]]]:
        found = []
        for some in _batches(asides):
            around = self._around(some, homes)
            found += [(aside, fits_of(aside, around, self._rules)) for aside in some]
        return found

    def _best_fits(
        self, asides: Sequence[int], *, fits: Mapping[int, Sequence[Fit]], homes: Members
    ) -> list[tuple[int, Fit | None]]:
        leaning, best = self._roll.leaning.__getitem__, []
        for some in _batches(asides):
            around = self._around(some, homes)
            rules = self._rules.knowing(around.links)
            for aside in some:
                found = fits[aside] if aside in fits else fits_of(aside, around, rules)
                best.append((aside, best_fit(aside, found, around, rules, leaning=leaning)))
        return best

    def _spread(self, work: Work[int, Made], asides: Collection[int]) -> Sequence[Made]:
        # Those told at about the same time go by the same reports.
        return spread(work, sorted(asides), processes=self._processes, at_least=_MANY)

    def _drawn_by(self, turned: Iterable[int], *, new: NDArray[np.bool_]) -> set[int]:
        """Asides that others, which now lean to another group, may draw away from theirs or let go.

        Those that are new let nobody go.
        """
        roll, found = self._roll, set()
        for some in _batches(turned):
            one, other, score = self._links.edges(some)
            stands = roll.home[other] != NOBODY
            at_least = np.where(stands, roll.fit[other], self._rules.threshold) + DRAW - _BLUR
            drawn = (score > at_least) & (stands | ~new[one]) & roll.alive[other] & ~roll.core[other]
            found.update(other[drawn].tolist())
        return found

    def _around(self, asides: Sequence[int], homes: Members) -> Around:
        roll = self._roll
        links = self._links.of(asides)
        news = {other for near in links.values() for other in near if roll.core[other]}
        return Around(
            links=links,
            home_of={other: int(roll.home[other]) for other in news},
            members=lru_cache(maxsize=None)(homes.of),
            order=lambda home: (int(roll.day[home]), int(roll.tie[home])),
        )

    def _admit(self, homes: set[int], changed: Collection[int]) -> tuple[set[int], set[int], set[int]]:
        """Let asides into the groups they ask to join.

        Returns all in these, those in that were loose, and those out that are `changed` or were in.
        """
        roll = self._roll
        asking = Members(roll.home, roll.alive & ~roll.core)
        news = Members(roll.home, roll.alive & roll.core)
        was_loose = roll.loose.copy()
        let_in: set[int] = set()
        out = asking.of(NOBODY)
        work = partial(self._admitted, asking=asking)
        for home, inside, outside in self._spread(work, homes - {NOBODY}):
            roll.group[inside] = home
            let_in.update(news.of(home))
            roll.loose[inside] = False
            let_in.update(inside)
            out += outside
        roll.loose[out] = True
        known = set(changed)
        left = {each for each in let_in if was_loose[each]}
        return let_in, left, {each for each in out if each in known or not was_loose[each]}

    def _admitted(self, homes: Sequence[int], *, asking: Members) -> list[tuple[int, list[int], list[int]]]:
        roll, found = self._roll, []
        for home in homes:
            applicants = roll.in_order(asking.of(home))
            inside, outside = admitted(((each, float(roll.fit[each])) for each in applicants), self._rules)
            found.append((home, inside, outside))
        return found

    def _join_loose(self, out: Collection[int], left: Collection[int]) -> set[int]:
        """Group asides that no main news took in, around those that are so now or are so no more."""
        roll = self._roll
        loose = roll.alive & roll.loose
        around = set(out)
        for some in _batches(left):
            _, other, score = self._links.edges(some)
            around.update(other[loose[other] & (score >= self._rules.linked)].tolist())
        seen: set[int] = set()
        for group in self._grouped(self._lots(around, loose)):
            seen.update(group)
            roll.group[group] = group[0]
        return seen

    def _grouped(self, lots: Sequence[Numbers]) -> Iterator[list[int]]:
        """The groups that some lots come to, each in order of publication."""
        sizes = [len(lot) for lot in lots]
        found = spread(self._groups_in, lots, processes=self._processes, at_least=_MANY, costs=sizes)
        return chain.from_iterable(found)

    def _groups_in(self, lots: Sequence[Numbers]) -> list[list[list[int]]]:
        found: list[list[list[int]]] = []
        # Some lots at a time: all links of all tellings would not fit into memory.
        ends = np.cumsum([len(lot) for lot in lots])
        for start in range(0, int(ends[-1]) if len(lots) else 0, _AT_ONCE):
            low, high = np.searchsorted(ends, (start, start + _AT_ONCE), "right")
            some = lots[low:high]
            links = self._links.of(number for lot in some if len(lot) > 1 for number in lot.tolist())
            found += [list(self._clusters(lot, links)) for lot in some]
        return found

    def _clusters(self, numbers: Numbers, links: Mapping[int, Near]) -> Iterator[list[int]]:
        """A lot's tellings in groups, each in order of publication."""
        if len(numbers) == 1:
            yield numbers.tolist()
            return
        lot = self._roll.in_order(numbers.tolist())
        scores = pairs_in(links, lot)
        place = {number: at for at, number in enumerate(lot)}
        together = [
            (place[one], place[other])
            for one in lot
            for other in self._ruled.get(one, ())
            if other in place and place[one] < place[other]
        ]
        rules = self._rules.knowing(links).among(lot)
        for group in clusters_of(scores, size=len(lot), rules=rules, together=together):
            yield [lot[at] for at in group]

    def _lots(self, seeds: Collection[int], kept: NDArray[np.bool_]) -> list[Numbers]:
        """Lots of tellings to be grouped anew.

        Those are the lots that seeds are in, and those that were larger or smaller when they were grouped
        last: seeds may have tied two together, or have made one so large that it is cut.
        """
        roll = self._roll
        numbers, ties = self._tied(np.fromiter(seeds, dtype=np.int64), kept)
        before = np.bincount(roll.lot[kept & (roll.lot != NOBODY)], minlength=len(roll))
        is_seed = np.zeros(len(roll), dtype=np.bool_)
        is_seed[list(seeds)] = True
        anew = []
        for lot in lots_of(numbers, ties, at_least=self._rules.linked, largest=self._largest):
            label = roll.lot[lot[0]]
            if is_seed[lot].any() or (roll.lot[lot] != label).any() or before[label] != len(lot):
                anew.append(lot)
            roll.lot[lot] = lot[0]
        return anew

    def _tied(self, seeds: Numbers, kept: NDArray[np.bool_]) -> tuple[Numbers, Ties]:
        """All that strong links, or rulings that they are one, lead to from some tellings, and these ties."""
        seen = np.zeros(len(kept), dtype=np.bool_)
        found = [self._strong_ties([], kept)]
        waiting = np.unique(seeds)
        while len(waiting):
            seen[waiting] = True
            fresh = [self._strong_ties(some, kept) for some in _batches(waiting.tolist())]
            found += fresh
            near = np.unique(np.concatenate([ties.other for ties in fresh]))
            waiting = near[~seen[near]]
        return np.flatnonzero(seen), Ties.of(found)

    def _strong_ties(self, numbers: Sequence[int], kept: NDArray[np.bool_]) -> Ties:
        one, other, score = self._links.edges(numbers)
        strong = (score >= self._rules.linked) & kept[other]
        pairs = [(one, other) for one in numbers for other in self._ruled.get(one, ()) if kept[other]]
        ruled = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return Ties(
            np.concatenate((one[strong].astype(np.int64), ruled[:, 0])),
            np.concatenate((other[strong].astype(np.int64), ruled[:, 1])),
            np.concatenate((score[strong], np.full(len(ruled), np.inf, dtype=np.float32))),
        )


def _batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    waiting = iter(things)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
