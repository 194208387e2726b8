"""Keeping the index of copies: its arrays and tables as bytes on a desk."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.incidents.copies.syndication import Copy, CopyKind, OriginBy, SyndicationGroup
from sayso.incidents.copies.tolds import Columns, columns_in
from sayso.incidents.copies.words import Hashes
from sayso.incidents.postings import Run
from sayso.incidents.shelf import Desk, KeptRuns, packed
from sayso.model import Span

_PART = "copies"
Gathered = Mapping[frozenset[str], tuple[SyndicationGroup, ...]]


class Kept:
    """What an index of copies has on a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._runs: dict[str, KeptRuns] = {}

    def columns(self) -> Columns:
        """What is known of every document."""
        content = self._desk.one(_PART, "columns")
        return columns_in(content) if content else Columns()

    def runs(self, name: str) -> list[Run]:
        """The sorted runs of some postings."""
        self._runs[name] = KeptRuns(self._desk, f"copies {name}")
        return [(keys, numbers) for keys, numbers in self._runs[name].load()]

    def sizes(self) -> NDArray[np.int64] | None:
        """How many fingerprints each document has."""
        found = self._desk.arrays(_PART, "sizes")
        return found[0] if found else None

    def boilerplate(self) -> Hashes:
        """The lines that are known for boilerplate."""
        found = self._desk.arrays(_PART, "boilerplate")
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

    def gathered(self) -> dict[frozenset[str], tuple[SyndicationGroup, ...]]:
        """The groups of each lot of linked documents."""
        return {
            frozenset(row["lot"]): tuple(map(_group, row["groups"])) for row in self._table("groups").values()
        }

    def keep(
        self,
        *,
        columns: Columns,
        sizes: NDArray[np.int64],
        boilerplate: Hashes,
        hubs: Mapping[int, Sequence[int]],
        links: Mapping[str, set[str]],
        retold: Mapping[str, Mapping[str, float]],
        gathered: Gathered,
        runs: Mapping[str, Sequence[Run]],
    ) -> None:
        """Write everything down."""
        self._desk.put(_PART, "columns", columns.to_bytes())
        self._desk.put(_PART, "sizes", packed([sizes]))
        self._desk.put(_PART, "boilerplate", packed([boilerplate]))
        self._put("hubs", {str(key): list(found) for key, found in hubs.items()})
        self._put("links", {id: sorted(others) for id, others in links.items()})
        self._put("retold", retold)
        self._put("groups", {min(lot): _row(lot, groups) for lot, groups in gathered.items()})
        for name, found in runs.items():
            self._runs[name].keep(found)

    def _table(self, name: str) -> dict[str, Any]:
        content = self._desk.one(_PART, name)
        return dict(json.loads(zlib.decompress(content))) if content else {}

    def _put(self, name: str, table: Mapping[str, Any]) -> None:
        self._desk.put(_PART, name, zlib.compress(json.dumps(table).encode(), 1))


def _row(lot: frozenset[str], groups: Sequence[SyndicationGroup]) -> dict[str, Any]:
    return {"lot": sorted(lot), "groups": [asdict(group) for group in groups]}


def _group(row: Mapping[str, Any]) -> SyndicationGroup:
    members = {id: _copy(copy) for id, copy in row["members"].items()}
    return SyndicationGroup(**{**row, "origin_by": OriginBy(row["origin_by"]), "members": members})


def _copy(row: Mapping[str, Any]) -> Copy:
    spans = {name: tuple(Span(**span) for span in row[name]) for name in ("added", "dropped")}
    return Copy(kind=CopyKind(row["kind"]), share=row["share"], covers=row["covers"], **spans)
