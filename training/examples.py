"""Examples: records as windows of word pieces with the answer for every head, the unlabelled masked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from tokenizers import Tokenizer

from sayso.annotate.reader.words import Case, Ints, Window, Words, framed, windows_over, words_of
from sayso.annotate.sentences import sentences_in
from training.labels import ROLES, TAGS
from training.records import Happening, Pair, Record, Said
from training.syntax import Arc

MASKED = -100
LONGEST, OVERLAP = 320, 64
_ALSO_WEIGHT = 0.4
# Three events in four happened and one in fifty is denied: a denial missed weighs more.
_RARE = {"denied": 4.0, "possible": 1.5, "called_for": 1.5, "planned": 1.5}
# Sets that mark one event of many, so that an unmarked word may still be a trigger.
_PARTLY_MARKED = frozenset({"rams", "plover"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A trigger in a window, and the words that fill each labelled role."""

    words: tuple[int, int]
    weight: float
    event: int
    roles: dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Cued:
    """An anchor in a window, and what it points at; `source` is None where nobody is named."""

    words: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[int, int] | None
    source_known: bool


@dataclass(slots=True, eq=False)
class Example:
    """One window with its answers."""

    set: str
    pieces: Ints
    cases: Ints
    first: Ints
    """Each word's first piece, counted with the opening mark."""
    tags: dict[str, Ints]
    spans: dict[str, list[tuple[tuple[int, int], int, float]]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    cued: list[Cued] = field(default_factory=list)
    facts: list[tuple[tuple[int, int], float]] = field(default_factory=list)
    heads: Ints | None = None
    """Each word's head in the sentence, counted like words; masked where it has none here."""


def examples_of(
    record: Record, *, tokenizer: Tokenizer, arcs: Sequence[Arc] | None = None, by_sentence: bool = False
) -> Iterator[Example]:
    """The windows of one record, or its sentences one by one, with its grammar where it was parsed."""
    words = words_of(record.text, list(sentences_in(record.text)), tokenizer=tokenizer)
    cut = _sentences(words) if by_sentence else windows_over(words, longest=LONGEST, overlap=OVERLAP)
    for window in cut:
        low, high = (int(np.searchsorted(words.first, at)) for at in (window.start, window.end))
        if high > low:
            shown = _Shown(record, words, window, low, high)
            example = shown.example()
            if arcs:
                shown.add_syntax(example, arcs)
            yield example


def _sentences(words: Words) -> Iterator[Window]:
    for start, end in pairwise([*(int(at) for at in words.breaks), len(words.pieces)]):
        if start < end <= start + LONGEST:
            yield Window(start, end)


@dataclass(frozen=True, slots=True)
class _Shown:
    record: Record
    words: Words
    window: Window
    low: int
    high: int

    def example(self) -> Example:
        cases = self.words.cases[self.window.start : self.window.end]
        example = Example(
            set=self.record.set,
            pieces=framed(self.words.pieces[self.window.start : self.window.end]),
            cases=np.concatenate(([Case.OTHER], cases, [Case.OTHER])),
            first=self.words.first[self.low : self.high] - self.window.start + 1,
            tags={},
        )
        if self.record.names is not None:
            example.tags["name"] = self._bio("name", ((s, e, k) for s, e, k in self.record.names))
        if self.record.parts is not None:
            example.tags["part"] = self._bio("part", iter(self.record.parts))
        if self.record.said is not None:
            self._add_said(example, self.record.said)
        if self.record.happenings is not None:
            self._add_happenings(example, self.record.happenings)
        if self.record.counts is not None:
            example.tags["toll"] = self._bio("toll", ((*c.span, "") for c in self.record.counts))
            for count in self.record.counts:
                if (at := self._at(count.span)) is not None:
                    for head, value in (("effect", count.effect), ("group", count.of)):
                        example.spans.setdefault(head, []).append((at, TAGS[head].index(value), 1.0))
        if self.record.facts is not None:
            for start, end, likely in self.record.facts:
                if (at := self._at((start, end))) is not None:
                    example.facts.append((at, likely))
        return example

    def add_syntax(self, example: Example, arcs: Sequence[Arc]) -> None:
        """Heads and relations, where our words begin as the parser's do."""
        at = {int(start): n for n, start in enumerate(self.words.starts[self.low : self.high])}
        heads = np.full(self.high - self.low, MASKED, dtype=np.int64)
        relations = heads.copy()
        labels: Mapping[str, int] = {label: n for n, label in enumerate(TAGS["relation"])}
        for start, head, relation in arcs:
            if start in at:
                relations[at[start]] = labels.get(relation, MASKED)
                heads[at[start]] = at.get(head, MASKED)
        example.heads = heads
        example.tags["relation"] = relations

    def _at(self, span: Pair | None) -> tuple[int, int] | None:
        """The words of a span, counted from the window's first; None where it is not wholly shown."""
        if span is None:
            return None
        first, end = self.words.within(*span)
        return (first - self.low, end - self.low) if self.low <= first < end <= self.high else None

    def _bio(self, head: str, spans: Iterator[tuple[int, int, str]]) -> Ints:
        tags = np.zeros(self.high - self.low, dtype=np.int64)
        labels = TAGS[head]
        for start, end, kind in spans:
            at = self._at((start, end))
            if at is not None:
                tail = f"-{kind}" if kind else ""
                tags[at[0] + 1 : at[1]] = labels.index("I" + tail)
                tags[at[0]] = labels.index("B" + tail)
        return tags

    def _add_said(self, example: Example, said: Sequence[Said]) -> None:
        head = "anchor_polnear" if self.record.set == "polnear" else "anchor"
        tags = np.zeros(self.high - self.low, dtype=np.int64)
        for one in said:
            content = self._at(one.content)
            if one.cue is None:
                if content is None:
                    continue
                anchor = (content[0], content[0] + 1)
                if tags[anchor[0]] == 0:
                    tags[anchor[0]] = TAGS[head].index("BARE")
            else:
                found = self._at(one.cue)
                if found is None:
                    continue
                anchor = found
                tags[anchor[0] + 1 : anchor[1]] = TAGS[head].index("I")
                tags[anchor[0]] = TAGS[head].index("B")
            source = self._at(one.source)
            known = one.source is None or source is not None
            example.cued.append(Cued(anchor, source, content, known))
            example.spans.setdefault("unsaid", []).append((anchor, int(one.source is None), 1.0))
        example.tags[head] = tags

    def _add_happenings(self, example: Example, happenings: Sequence[Happening]) -> None:
        head = "trigger" if self.record.set in {"claims", "plover"} else "trigger_ace"
        spans = [(*trigger, "") for one in happenings for trigger in one.triggers]
        tags = self._bio(head, iter(spans))
        if self.record.set in _PARTLY_MARKED:
            tags[tags == 0] = MASKED
        example.tags[head] = tags
        for number, one in enumerate(happenings):
            for rank, trigger in enumerate(one.triggers):
                at = self._at(trigger)
                if at is None:
                    continue
                weight = 1.0 if rank == 0 else _ALSO_WEIGHT
                if one.type is not None:
                    example.spans.setdefault("type", []).append((at, TAGS["type"].index(one.type), 1.0))
                if one.assertion is not None:
                    value = TAGS["assertion"].index(one.assertion)
                    told = _RARE.get(one.assertion, 1.0)
                    example.spans.setdefault("assertion", []).append((at, value, told))
                    example.spans.setdefault("main", []).append((at, int(rank == 0), 1.0))
                roles = {
                    role: [at_ for span in filled if (at_ := self._at(span)) is not None]
                    for role, filled in one.roles.items()
                    if role in ROLES
                }
                example.asked.append(Asked(at, weight, number, roles))
