"""Swaps: a report with other names, so that the construction is learnt and not the names."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.annotate import ANNOTATORS
from sayso.documents import to_document
from sayso.model import Document, Media, MentionKind, RawItem
from sayso.pipeline import read
from training.records import Happening, Pair, Record, Said

# How many of a report's names are changed.
_SHARE = 0.6
_NAMES_LAYER = 3
Pools = Mapping[MentionKind, Sequence[str]]
"""Names to put in, by kind: single words for people, whole names for places."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where offsets went."""

    starts: Sequence[int]
    ends: Sequence[int]
    new_starts: Sequence[int]
    new_ends: Sequence[int]

    def start(self, at: int) -> int:
        """Where a span that began here begins; one that began inside a name begins with the name."""
        n = bisect_right(self.starts, at) - 1
        if n < 0:
            return at
        return self.new_starts[n] if at < self.ends[n] else at + self.new_ends[n] - self.ends[n]

    def end(self, at: int) -> int:
        """Where a span that ended here ends; one that ended inside a name ends with the name."""
        n = bisect_right(self.starts, at - 1) - 1
        if n < 0:
            return at
        return self.new_ends[n] if at <= self.ends[n] else at + self.new_ends[n] - self.ends[n]

    def pair(self, span: Pair) -> Pair:
        """The span where it is now."""
        return self.start(span[0]), self.end(span[1])


def pools_of(records: Sequence[Record]) -> Pools:
    """The names of records with labelled names."""
    people: set[str] = set()
    places: set[str] = set()
    for record in records:
        for start, end, kind in record.names or ():
            words = record.text[start:end]
            if kind == "person":
                people |= {word for word in words.split() if len(word) > 2 and word.isalpha()}
            elif kind == "place" and words[:1].isupper():
                places.add(words)
    return {MentionKind.PERSON: sorted(people), MentionKind.PLACE: sorted(places)}


def names_in(records: Sequence[Record]) -> list[Mapping[str, MentionKind]]:
    """Each record's names of people, word by word, and of places, as the product's rules find them."""
    found: list[Mapping[str, MentionKind]] = []
    for record in records:
        document = to_document(RawItem(origin=record.id, media=Media.TEXT, content=record.text))
        if not isinstance(document, Document) or document.text != record.text:
            found.append({})
            continue
        names: dict[str, MentionKind] = {}
        for mention in read([document], annotators=ANNOTATORS[:_NAMES_LAYER])[0].mentions:
            words = mention.span.of(record.text)
            if mention.kind is MentionKind.PERSON:
                names |= {w: mention.kind for w in words.split() if len(w) > 2 and w.isalpha()}
            elif mention.kind is MentionKind.PLACE:
                names[words] = mention.kind
        found.append(names)
    return found


def swapped(
    record: Record, names: Mapping[str, MentionKind], *, pools: Pools, chance: np.random.Generator
) -> Record:
    """The record with some of its names changed, each the same way wherever it stands."""
    new: dict[str, str] = {}
    for name, kind in names.items():
        if name[:1].isupper() and chance.random() < _SHARE:
            drawn = str(pools[kind][int(chance.integers(len(pools[kind])))])
            new[name] = drawn.upper() if name.isupper() and len(name) > 1 else drawn
    if not new:
        return record
    longest_first = sorted(new, key=lambda name: -len(name))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    text, moved = _rewritten(record.text, pattern, new)
    return _remapped(record, text, moved)


def _rewritten(text: str, pattern: re.Pattern[str], new: Mapping[str, str]) -> tuple[str, _Moved]:
    parts: list[str] = []
    rows: list[tuple[int, int, int, int]] = []
    at = length = 0
    for match in pattern.finditer(text):
        kept = text[at : match.start()]
        put = new[match.group()]
        parts += [kept, put]
        length += len(kept)
        rows.append((match.start(), match.end(), length, length + len(put)))
        length += len(put)
        at = match.end()
    parts.append(text[at:])
    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    return "".join(parts), _Moved(*columns)


def _remapped(record: Record, text: str, moved: _Moved) -> Record:
    def pair(span: Pair | None) -> Pair | None:
        return None if span is None else moved.pair(span)

    return replace(
        record,
        text=text,
        said=[
            Said(source=pair(one.source), cue=pair(one.cue), content=moved.pair(one.content))
            for one in record.said or ()
        ],
        happenings=[
            Happening(
                triggers=[moved.pair(span) for span in one.triggers],
                type=one.type,
                assertion=one.assertion,
                roles={role: [moved.pair(span) for span in spans] for role, spans in one.roles.items()},
            )
            for one in record.happenings or ()
        ],
        counts=record.counts and [replace(one, span=moved.pair(one.span)) for one in record.counts],
    )
