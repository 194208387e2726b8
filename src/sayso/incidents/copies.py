"""Copies: which documents reprint, shorten or lightly rewrite another, so that they count as one voice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Document

_WORD = re.compile(r"\w+")
_SHINGLE_WORDS = 5
# A shingle in more documents than this is boilerplate of an outlet, not news.
_BOILERPLATE = 50
# Two reports of one event written apart share under a tenth of their shingles; reprints share most of them.
_MIN_CONTAINMENT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class SyndicationGroup:
    """Documents that carry one text: its origin, and those that took it over."""

    origin: str
    """Document id of the earliest; of the longest among equally early ones."""
    members: Mapping[str, float]
    """Document id of each copy, with the share of the shorter text that it has in common with the origin."""


def copies_in(documents: Iterable[Document]) -> list[SyndicationGroup]:
    """The syndication groups among some documents, by their origins' ids; whatever order they come in.

    The share is the containment of word 5-shingles, so that a brief cut from a long story is a copy too
    (Broder 1997). Compares only documents that share a shingle.
    """
    known = {document.id: document for document in documents}
    shingles = {id: _shingles(document.text) for id, document in known.items()}
    shared = _shared_shingles(shingles)
    linked: dict[str, set[str]] = defaultdict(set)
    for (one, other), count in shared.items():
        if count >= _MIN_CONTAINMENT * min(len(shingles[one]), len(shingles[other])):
            linked[one].add(other)
            linked[other].add(one)
    groups = [_group(members, known, shingles) for members in _components(linked)]
    return sorted(groups, key=lambda group: group.origin)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return frozenset(
        tuple(words[at : at + _SHINGLE_WORDS]) for at in range(max(1, len(words) - _SHINGLE_WORDS + 1))
    )


def _shared_shingles(shingles: Mapping[str, frozenset[tuple[str, ...]]]) -> Counter[tuple[str, str]]:
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id in sorted(shingles):
        for shingle in shingles[id]:
            holders[shingle].append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _BOILERPLATE:
            shared.update((one, other) for at, one in enumerate(ids) for other in ids[at + 1 :])
    return shared


def _components(linked: Mapping[str, set[str]]) -> list[list[str]]:
    seen: set[str] = set()
    components = []
    for start in sorted(linked):
        if start in seen:
            continue
        component, waiting = [], [start]
        seen.add(start)
        while waiting:
            id = waiting.pop()
            component.append(id)
            fresh = linked[id] - seen
            seen |= fresh
            waiting.extend(fresh)
        components.append(sorted(component))
    return components


def _group(
    members: Sequence[str], known: Mapping[str, Document], shingles: Mapping[str, frozenset[tuple[str, ...]]]
) -> SyndicationGroup:
    origin = min(members, key=lambda id: (known[id].published or "9999", -len(known[id].text), id))
    return SyndicationGroup(
        origin=origin,
        members={
            id: len(shingles[id] & shingles[origin]) / min(len(shingles[id]), len(shingles[origin]))
            for id in members
            if id != origin
        },
    )
