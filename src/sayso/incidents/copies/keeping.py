"""Keeping the index of copies: its arrays and tables as bytes in a draft."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.copies.syndication import Copy, CopyKind, OriginBy, SyndicationGroup
from sayso.incidents.copies.tolds import Columns, columns_in
from sayso.incidents.copies.words import Hashes
from sayso.incidents.kept.draft import Draft, KeptRuns, packed
from sayso.incidents.kept.postings import Run
from sayso.model import Span

_PART = "copies"
_GROUPS = "copies groups"


class Kept:
    """What an index of copies has in a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._runs: dict[str, KeptRuns] = {}
        self.groups = KeptGroups(draft)

    def columns(self) -> Columns:
        """What is known of every document."""
        content = self._draft.one(_PART, "columns")
        return columns_in(content) if content else Columns()

    def runs(self, name: str) -> list[Run]:
        """The sorted runs of some postings."""
        self._runs[name] = KeptRuns(self._draft, f"copies {name}")
        return [(keys, numbers) for keys, numbers in self._runs[name].load()]

    def sizes(self) -> NDArray[np.int64] | None:
        """How many fingerprints each document has."""
        found = self._draft.arrays(_PART, "sizes")
        return found[0] if found else None

    def boilerplate(self) -> Hashes:
        """The lines that are known for boilerplate."""
        found = self._draft.arrays(_PART, "boilerplate")
        return found[0] if found else np.empty(0, dtype=np.uint64)

    def hubs(self) -> dict[int, list[int]]:
        """The hubs of each common fingerprint."""
        return {int(key): hubs for key, hubs in self._table("hubs").items()}

    def links(self) -> dict[str, set[str]]:
        """Which documents share a text."""
        return {id: set(others) for id, others in self._table("links").items()}

    def retold(self) -> dict[str, dict[str, float]]:
        """Whom each retelling retells, and how closely."""
        return dict(self._table("retold"))

    def stars(self) -> dict[str, tuple[str, ...]]:
        """The members of each group, by its origin."""
        return {origin: tuple(ids) for origin, ids in self._table("stars").items()}

    def keep(
        self,
        *,
        columns: Columns,
        sizes: NDArray[np.int64],
        boilerplate: Hashes,
        hubs: Mapping[int, Sequence[int]],
        links: Mapping[str, set[str]],
        retold: Mapping[str, Mapping[str, float]],
        stars: Mapping[str, Sequence[str]],
        runs: Mapping[str, Sequence[Run]],
    ) -> None:
        """Write down everything but the groups."""
        self._draft.put(_PART, "columns", columns.to_bytes())
        self._draft.put(_PART, "sizes", packed([sizes]))
        self._draft.put(_PART, "boilerplate", packed([boilerplate]))
        self._put("hubs", {str(key): list(found) for key, found in hubs.items()})
        self._put("links", {id: sorted(others) for id, others in links.items()})
        self._put("retold", retold)
        self._put("stars", stars)
        for name, found in runs.items():
            self._runs[name].keep(found)

    def _table(self, name: str) -> dict[str, Any]:
        content = self._draft.one(_PART, name)
        return dict(json.loads(zlib.decompress(content))) if content else {}

    def _put(self, name: str, table: Mapping[str, Any]) -> None:
        self._draft.put(_PART, name, zlib.compress(json.dumps(table).encode(), 1))


class KeptGroups:
    """Syndication groups in a draft, each by itself: a ledger has many, and one run changes few."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def of(self, origins: Iterable[str]) -> dict[str, SyndicationGroup]:
        """The groups of some origins."""
        return {origin: _group(content) for origin, content in self._draft.get(_GROUPS, origins).items()}

    def put(self, group: SyndicationGroup) -> None:
        """Write down a group."""
        self._draft.put(_GROUPS, group.origin, _row(group))

    def forget(self, origin: str) -> None:
        """Forget a group."""
        self._draft.put(_GROUPS, origin, None)


def _row(group: SyndicationGroup) -> bytes:
    members = {
        id: [copy.kind, copy.share, copy.covers, _bounds(copy.added), _bounds(copy.dropped)]
        for id, copy in group.members.items()
    }
    return json.dumps([group.origin, group.origin_by, group.credit, group.owner, members]).encode()


def _bounds(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _group(content: bytes) -> SyndicationGroup:
    origin, by, credit, owner, members = json.loads(content)
    return SyndicationGroup(
        origin=origin,
        origin_by=OriginBy(by),
        credit=credit,
        owner=owner,
        members={id: _copy(*row) for id, row in members.items()},
    )


def _copy(
    kind: str, share: float, covers: float, added: Sequence[Sequence[int]], dropped: Sequence[Sequence[int]]
) -> Copy:
    return Copy(
        kind=CopyKind(kind),
        share=share,
        covers=covers,
        added=tuple(Span(*bounds) for bounds in added),
        dropped=tuple(Span(*bounds) for bounds in dropped),
    )
