"""The index of copies: it compares each document with its neighbours only, and tells who copied whom."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from sayso.incidents.copies.boilerplate import (
    ALL_PAGES,
    OWN_PAGES,
    UNSIGNED_PAGES,
    is_boilerplate,
    ordinal_day,
)
from sayso.incidents.copies.candidates import Candidates, Lapsed
from sayso.incidents.copies.grouping import gathered, owner_of
from sayso.incidents.copies.keeping import Kept
from sayso.incidents.copies.lots import Lots
from sayso.incidents.copies.overlap import is_copy
from sayso.incidents.copies.owners import Owners, shipped_owners
from sayso.incidents.copies.passages import passages_in
from sayso.incidents.copies.rewrites import Retellings
from sayso.incidents.copies.stars import Links
from sayso.incidents.copies.syndication import Copy, CopyKind, OriginBy, Passage, SyndicationGroup
from sayso.incidents.copies.told import Told
from sayso.incidents.copies.tolds import Fetch, Tolds
from sayso.incidents.copies.words import Hashes, held, spans_of_units
from sayso.incidents.kept.draft import Draft
from sayso.incidents.kept.postings import Postings
from sayso.incidents.kept.shelf import MemoryShelf
from sayso.model import Document, Span

_BATCH = 2000
_WAITING = 2000
"""Documents of lots to be made into groups again: no more, lest they are at hand no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What has become of syndication groups in one run."""

    made: tuple[SyndicationGroup, ...]
    """Those that are new or have changed."""
    gone: frozenset[str]
    """The origins of those that are no more."""


class CopyIndex:
    """Who copied whom among the documents added so far.

    Adding compares a new document with those that share its words, however many there are, and the groups
    depend only on which documents there are, never on the order they came in. A document that is in it
    already, by id, is passed over.
    """

    def __init__(
        self,
        *,
        owners: Owners | None = None,
        common: int = 64,
        hubs: int = 8,
        draft: Draft | None = None,
        fetch: Fetch | None = None,
    ) -> None:
        """Go on with what `draft` holds; `fetch` then gives the documents taken in before, by id."""
        self._owners = owners or shipped_owners()
        self._kept = kept = Kept(draft or Draft(MemoryShelf()))
        self._told = Tolds(columns=kept.columns(), fetch=fetch)
        self._candidates = Candidates(
            ids=self._told.columns.ids,
            prints_of=self._told.prints,
            common=common,
            hubs=hubs,
            runs=kept.runs("prints"),
            sizes=kept.sizes(),
            hubs_of=kept.hubs(),
        )
        self._retellings = Retellings(self._told, owners=self._owners, runs=kept.runs("namings"))
        self._lines, self._units = Postings(kept.runs("lines")), Postings(kept.runs("units"))
        self._told.boilerplate = kept.boilerplate()
        self._lots = Lots(kept, make=self._gathered)
        self._retold: dict[str, dict[str, float]] = kept.retold()
        self._apart_before = self._apart()

    def __len__(self) -> int:
        return len(self._told)

    def __contains__(self, id: object) -> bool:
        return id in self._told.numbers

    def keep(self) -> None:
        """Write down in the draft all that is needed to go on another time."""
        self._lots.gather()
        self._kept.keep(
            columns=self._told.columns,
            sizes=self._candidates.sizes,
            boilerplate=self._told.boilerplate,
            hubs=self._candidates.hubs_of,
            links=self._lots.links,
            stars=self._lots.stars,
            retold=self._retold,
            runs={
                "prints": self._candidates.runs,
                "namings": self._retellings.runs,
                "lines": self._lines.runs,
                "units": self._units.runs,
            },
        )

    def add(self, documents: Iterable[Document]) -> None:
        """Take in documents."""
        waiting = iter(documents)
        while batch := list(islice(waiting, _BATCH)):
            fresh = {document.id: document for document in batch if document.id not in self}
            if fresh:
                self._take_in(list(fresh.values()))

    def groups(self) -> list[SyndicationGroup]:
        """The syndication groups, by their origins' ids."""
        self._lots.gather()
        apart = self._apart()
        origins = sorted(self._lots.stars.keys() | apart.keys())
        return list(self._with(self._lots.groups(origins), apart, origins).values())

    def changes(self) -> Changes:
        """What has become of syndication groups since the index was opened."""
        self._lots.gather()
        apart, before = self._apart(), self._apart_before
        moved = {id for id in apart.keys() | before.keys() if apart.get(id) != before.get(id)}
        origins = sorted(moved | self._lots.before.keys())
        now = self._lots.groups(origins)
        was = {id: group for id in origins if (group := self._lots.before.get(id, now.get(id))) is not None}
        old, new = self._with(was, before, origins), self._with(now, apart, origins)
        return Changes(
            made=tuple(group for id, group in new.items() if old.get(id) != group),
            gone=frozenset(old.keys() - new.keys()),
        )

    def origins(self) -> dict[str, str]:
        """The origin of each copy."""
        self._lots.gather()
        found = {id: origin for id, origin in self._lots.origin_of.items() if id != origin}
        return found | {id: origin for origin, copies in self._apart().items() for id in copies}

    def mixtures(self) -> dict[str, tuple[Passage, ...]]:
        """Documents in no group though they have words of others, such as round-ups, and whose words."""
        self._lots.gather()
        return {id: self.passages(id) for id in sorted(self._lots.links.keys() - self._lots.origin_of.keys())}

    def passages(self, id: str) -> tuple[Passage, ...]:
        """The paragraphs of a document that stand in others which are not later than it."""
        number = self._told.numbers[id]
        one = self._told[number]
        day = ordinal_day(one.document.published)
        others = [self._told[other] for _, other in self._candidates.partners((number,), share=0)]
        return tuple(passages_in(one, among=[other for other in others if not _is_later(other, day)]))

    def boilerplate(self, id: str) -> tuple[Span, ...]:
        """The lines of a document that count for nothing when it is compared."""
        one = self._find(id)
        return spans_of_units(one.document.text, one.wording, one.boilerplate)

    def _find(self, id: str) -> Told:
        return self._told.find(id)

    def _take_in(self, documents: Sequence[Document]) -> None:
        fresh = self._told.add(documents)
        changed = self._learn_boilerplate(fresh) | set(fresh)
        lapsed = self._candidates.add(fresh, [self._told[number].prints for number in fresh])
        self._told.strike(changed)
        self._told.print_all(changed)
        ids = self._told.columns.ids
        for number in changed:
            self._lots.unlink(ids[number])
        pairs = list(self._candidates.partners(changed))
        self._told.open(number for pair in pairs for number in pair)
        for one, other in pairs:
            if is_copy(self._told[one].shingles, self._told[other].shingles):
                self._lots.link(ids[one], ids[other])
        self._drop_lapsed(lapsed)
        for source, retelling, share in self._retellings.add(fresh):
            self._retold.setdefault(ids[retelling], {})[ids[source]] = share
        if self._lots.waiting >= _WAITING:
            self._lots.gather()

    def _learn_boilerplate(self, fresh: range) -> set[int]:
        """Take in the lines of new documents; returns who holds lines only now known as boilerplate."""
        newcomers = [self._told[number] for number in fresh]
        learnt, holders = [], set()
        for postings, keys, evidence in (
            (self._lines, [one.lines for one in newcomers], OWN_PAGES),
            (self._units, [one.wording.units for one in newcomers], ALL_PAGES),
        ):
            for key, numbers in self._repeated(postings, keys, fresh, at_least=evidence.some):
                unsigned = evidence is OWN_PAGES and not self._told.columns.sites[numbers[0]]
                pages = map(self._told.page, numbers)
                if is_boilerplate(pages, evidence=UNSIGNED_PAGES if unsigned else evidence):
                    learnt.append(key)
                    holders.update(numbers)
        self._told.boilerplate = np.union1d(self._told.boilerplate, np.array(learnt, dtype=np.uint64))
        return holders

    def _repeated(
        self, postings: Postings, keys: Sequence[Hashes], fresh: range, *, at_least: int
    ) -> Iterator[tuple[int, list[int]]]:
        """Lines of new documents that enough documents hold, and who does; not those known as boilerplate."""
        keys = [np.unique(each[each != 0]) for each in keys]
        postings.add(keys, fresh)
        new = np.unique(np.concatenate(keys))
        new = new[~held(new, self._told.boilerplate)]
        yield from postings.by_key(new[postings.counts(new) >= at_least])

    def _drop_lapsed(self, lapsed: Lapsed) -> None:
        ids, numbers = self._told.columns.ids, self._told.numbers
        pairs = {(one, numbers[other]) for one in lapsed.displaced for other in self._lots.near(ids[one])}
        for crowd in lapsed.crowds:
            near = ((one, numbers[other]) for one in crowd for other in self._lots.near(ids[one]))
            pairs.update((one, other) for one, other in near if other in crowd)
        for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
            if not self._candidates.still_paired(one, other):
                self._lots.part(ids[one], ids[other])

    def _gathered(self, lot: frozenset[str], links: Links) -> Iterator[SyndicationGroup]:
        numbers = {id: self._told.numbers[id] for id in lot}
        self._told.open(numbers.values())
        credits = {id: self._told.credits(number) for id, number in numbers.items()}
        return gathered(credits, links, find=self._find, owners=self._owners)

    def _with(
        self,
        groups: Mapping[str, SyndicationGroup],
        apart: Mapping[str, Mapping[str, float]],
        origins: Iterable[str],
    ) -> dict[str, SyndicationGroup]:
        """The groups of some origins with those that retell them in their own words."""
        found = {}
        for origin in origins:
            if origin in groups or origin in apart:
                group = groups.get(origin) or self._alone(origin)
                copies = {
                    id: Copy(kind=CopyKind.REWRITE, share=share, covers=0.0)
                    for id, share in apart.get(origin, {}).items()
                }
                found[origin] = replace(group, members={**group.members, **copies}) if copies else group
        return found

    def _apart(self) -> dict[str, dict[str, float]]:
        """By origin, the documents in no group that retell it in their own words, and how closely."""
        best = {
            id: min(sources.items(), key=lambda found: (-found[1], found[0]))
            for id, sources in self._retold.items()
            if id not in self._lots.links
        }
        apart: dict[str, dict[str, float]] = {}
        for id, (source, share) in sorted(best.items()):
            trail = [id]
            while source in best and source not in trail:
                trail.append(source)
                source = best[source][0]
            # Two that name each other: the one with the first id counts as the source.
            if source in trail:
                source = min(trail[trail.index(source) :])
            if source != id:
                apart.setdefault(self._lots.origin_of.get(source, source), {})[id] = share
        return apart

    def _alone(self, origin: str) -> SyndicationGroup:
        outlet = self._find(origin).document.outlet
        return SyndicationGroup(
            origin=origin,
            origin_by=OriginBy.CREDITED,
            credit=outlet,
            owner=owner_of(outlet, self._find(origin), self._owners),
            members={},
        )


def _is_later(one: Told, day: int | None) -> bool:
    published = ordinal_day(one.document.published)
    return day is not None and published is not None and published > day
