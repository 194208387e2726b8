"""Lots: documents that share a text, directly or through others, and the groups that each lot makes."""

from collections.abc import Callable, Collection, Iterable, Mapping, Set

from sayso.incidents.copies.keeping import Kept
from sayso.incidents.copies.stars import Links, components
from sayso.incidents.copies.syndication import SyndicationGroup

Make = Callable[[frozenset[str], Links], Iterable[SyndicationGroup]]
"""How the documents of one lot are made into groups."""


class Lots:
    """The links between documents; only lots in which links came or went are made into groups again."""

    def __init__(self, kept: Kept, *, make: Make) -> None:
        self.links: dict[str, set[str]] = kept.links()
        self.stars: dict[str, tuple[str, ...]] = kept.stars()
        """The members of each group, by its origin."""
        self.origin_of = {id: origin for origin, ids in self.stars.items() for id in (origin, *ids)}
        """The origin of each document in a group; an origin is its own."""
        self._groups, self._make = kept.groups, make
        self._touched: set[str] = set()
        self._before: dict[str, SyndicationGroup | None] = {}

    @property
    def waiting(self) -> int:
        """How many documents had links come or go since groups were last made."""
        return len(self._touched)

    @property
    def before(self) -> Mapping[str, SyndicationGroup | None]:
        """Groups made again or unmade, by origin, as they were at first; None where there was none."""
        return self._before

    def link(self, one: str, other: str) -> None:
        """Note that two documents share a text."""
        self.links.setdefault(one, set()).add(other)
        self.links.setdefault(other, set()).add(one)
        self._touched |= {one, other}

    def unlink(self, id: str) -> None:
        """Take away all links of a document."""
        self._touched.add(id)
        for other in self.links.pop(id, set()):
            self._cut(other, id)

    def part(self, one: str, other: str) -> None:
        """Take away the link between two documents."""
        self._cut(one, other)
        self._cut(other, one)

    def near(self, id: str) -> Collection[str]:
        """Whom a document is linked to, in order."""
        return sorted(self.links.get(id, ()))

    def groups(self, origins: Iterable[str]) -> dict[str, SyndicationGroup]:
        """The groups of those of some documents that are origins."""
        return self._groups.of([origin for origin in origins if origin in self.stars])

    def gather(self) -> None:
        """Bring the groups up to date.

        In every part of a lot that has changed there is somebody whose links have.
        """
        touched, self._touched = self._touched, set()
        lots = list(components(self.links, starts=touched))
        self._unmake({self.origin_of[id] for id in touched.union(*lots) if id in self.origin_of})
        for lot in lots:
            for group in self._make(lot, self.links):
                self._before.setdefault(group.origin, None)
                self._groups.put(group)
                self.stars[group.origin] = tuple(group.members)
                self.origin_of |= dict.fromkeys((group.origin, *group.members), group.origin)

    def _unmake(self, origins: Set[str]) -> None:
        self._before |= self._groups.of(origins - self._before.keys())
        for origin in origins:
            self._groups.forget(origin)
            for id in (origin, *self.stars.pop(origin)):
                del self.origin_of[id]

    def _cut(self, id: str, other: str) -> None:
        self._touched |= {id, other}
        self.links[id].discard(other)
        if not self.links[id]:
            del self.links[id]
