"""Settling: which tellings stand in one group, worked out anew around those for which something changed.

First the main news of all reports is joined among itself, then every aside asks to join the main news that
it fits best, and those that fit none are joined among themselves. Each step looks at what linked tellings
say and no further, so that doing it around the changes gives what doing it for all would give.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.asides import DRAW, Around, admitted, best_fit
from sayso.incidents.cluster import Rules, clusters_of
from sayso.incidents.links import Links, pairs_in
from sayso.incidents.roll import NOBODY, Roll

Near = Mapping[int, float]
_AT_ONCE = 4000
_LARGEST = 2000
"""Tellings that are looked at as one; joining them takes some seconds."""
_STEP = 0.5


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
    ) -> None:
        self._roll, self._links, self._rules = roll, links, rules
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
        asides |= self._asides_near(moved, at_least=self._rules.linked)
        asides |= self._asides_near(asides, at_least=self._rules.threshold + DRAW)
        homes = {int(self._roll.home[number]) for number in moved.union(gone)} | self._ask(asides)
        inside, entered, left = self._admit(homes, asides)
        return seen | asides | inside | entered | self._join_loose(entered, left)

    def _join_main_news(self, changed: set[int], gone: Collection[int]) -> tuple[set[int], set[int]]:
        """Group main news anew around changes: those whose group is another now, and all looked at."""
        roll = self._roll
        before = roll.alive.copy()
        before[list(gone)] = True
        old = Members(roll.home.copy(), before & roll.core)
        moved: set[int] = set()
        seen: set[int] = set()
        for component, links in self._components(changed, roll.alive & roll.core):
            seen.update(component)
            for group in self._clusters(component, links):
                first = group[0]
                if not changed.isdisjoint(group) or old.of(first) != sorted(group):
                    moved.update(group)
                roll.home[group] = roll.group[group] = first
        return moved, seen

    def _asides_near(self, numbers: Collection[int], *, at_least: float) -> set[int]:
        """Asides linked so well to some tellings that these can decide which news they ask to join."""
        asides = self._roll.alive & ~self._roll.core
        found: set[int] = set()
        for some in _lots(numbers):
            for near in self._links.of(some).values():
                found.update(other for other, score in near.items() if score >= at_least and asides[other])
        return found

    def _ask(self, asides: Collection[int]) -> set[int]:
        """Find the group that each aside fits best; returns those that it asks to join, now or before."""
        roll = self._roll
        homes = Members(roll.home, roll.alive & roll.core)
        asked = {int(roll.home[aside]) for aside in asides} - {NOBODY}
        for some in _lots(roll.in_order(asides)):
            around = self._around(some, homes)
            rules = self._rules.knowing(around.links)
            for aside in some:
                fit = best_fit(aside, around, rules)
                roll.home[aside], roll.fit[aside] = (fit.home, fit.mean) if fit else (NOBODY, 0.0)
        return asked | {int(roll.home[aside]) for aside in asides} - {NOBODY}

    def _around(self, asides: Sequence[int], homes: Members) -> Around:
        roll = self._roll
        links = self._links.of(asides)
        beside = {other for near in links.values() for other in near if not roll.core[other]} - links.keys()
        links |= self._links.of(beside)
        news = {other for near in links.values() for other in near if roll.core[other]}
        return Around(
            links=links,
            home_of={other: int(roll.home[other]) for other in news},
            members=lru_cache(maxsize=None)(homes.of),
            order=lambda home: (int(roll.day[home]), int(roll.tie[home])),
        )

    def _admit(self, homes: set[int], asides: Collection[int]) -> tuple[set[int], set[int], set[int]]:
        """Let asides into the groups they ask to join: all in these, those left loose, and loose no more."""
        roll = self._roll
        asking = Members(roll.home, roll.alive & ~roll.core)
        news = Members(roll.home, roll.alive & roll.core)
        was_loose = roll.loose.copy()
        let_in: set[int] = set()
        out = [aside for aside in asides if roll.home[aside] == NOBODY]
        for home in sorted(homes - {NOBODY}):
            applicants = roll.in_order(asking.of(home))
            inside, outside = admitted(((each, float(roll.fit[each])) for each in applicants), self._rules)
            roll.group[inside] = home
            let_in.update(news.of(home))
            roll.loose[inside] = False
            let_in.update(inside)
            out += outside
        roll.loose[out] = True
        known = set(asides)
        left = {each for each in let_in if was_loose[each]}
        return let_in, {each for each in out if each in known or not was_loose[each]}, left

    def _join_loose(self, entered: Collection[int], left: Collection[int]) -> set[int]:
        """Group asides that no main news took in, around those that are so now or are so no more."""
        roll = self._roll
        loose = roll.alive & roll.loose
        around = set(entered)
        for some in _lots(left):
            for near in self._links.of(some).values():
                around.update(
                    other for other, score in near.items() if loose[other] and score >= self._rules.linked
                )
        seen: set[int] = set()
        for component, links in self._components(around, loose):
            seen.update(component)
            for group in self._clusters(component, links):
                roll.group[group] = group[0]
        return seen

    def _clusters(self, component: Sequence[int], links: Mapping[int, Near]) -> Iterator[list[int]]:
        """A component's tellings, which come in order of publication, in groups of the same order."""
        scores = pairs_in(links, component)
        place = {number: at for at, number in enumerate(component)}
        together = [
            (place[one], place[other])
            for one in component
            for other in self._ruled.get(one, ())
            if other in place and place[one] < place[other]
        ]
        rules = self._rules.knowing(links).among(component)
        for group in clusters_of(scores, size=len(component), rules=rules, together=together):
            yield [component[at] for at in group]

    def _components(
        self, seeds: Collection[int], kept: NDArray[np.bool_]
    ) -> Iterator[tuple[list[int], Mapping[int, Near]]]:
        """Tellings that strong links connect, in order of publication, with their links; each lot once."""
        seen: set[int] = set()
        for some in _lots(self._roll.in_order(seeds)):
            links = self._reached([number for number in some if number not in seen], kept)
            for start in some:
                if start not in seen:
                    lot = _connected(start, partial(self._strong, links, kept))
                    seen |= lot
                    yield from self._pieces(lot, links, self._rules.linked)

    def _reached(self, seeds: Sequence[int], kept: NDArray[np.bool_]) -> dict[int, dict[int, float]]:
        links: dict[int, dict[int, float]] = {}
        frontier = set(seeds)
        while frontier:
            links |= self._links.of(frontier)
            found = (self._strong(links, kept, number) for number in frontier)
            frontier = {other for near in found for other in near} - links.keys()
        return links

    def _strong(self, links: Mapping[int, Near], kept: NDArray[np.bool_], number: int) -> list[int]:
        """Whom a telling is linked to so well, or ruled the same as, that they may come into one group."""
        strong = [
            other for other, score in links[number].items() if score >= self._rules.linked and kept[other]
        ]
        return strong + [other for other in self._ruled.get(number, ()) if kept[other]]

    def _pieces(
        self, lot: Collection[int], links: Mapping[int, Near], linked: float
    ) -> Iterator[tuple[list[int], Mapping[int, Near]]]:
        """A lot too large to be looked at as one is cut where its links are weakest."""
        if len(lot) <= _LARGEST:
            yield self._roll.in_order(lot), links
            return
        rest = set(lot)

        def strong(number: int) -> list[int]:
            near = [
                other for other, score in links[number].items() if score >= linked + _STEP and other in rest
            ]
            return near + [other for other in self._ruled.get(number, ()) if other in rest]

        while rest:
            piece = _connected(min(rest), strong)
            rest -= piece
            yield from self._pieces(piece, links, linked + _STEP)


def _connected(start: int, near: Callable[[int], Iterable[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        fresh = set(near(waiting.pop())) - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _lots(numbers: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(numbers)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some
