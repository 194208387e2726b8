"""Scores: what the encoder says of every word of a text, and how strongly words are linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from sayso.annotate.reader.words import Ints, Words
from sayso.model import items_in

Floats: TypeAlias = npt.NDArray[np.float32]
WordRange: TypeAlias = tuple[int, int]
Pointing: TypeAlias = Mapping[str, Floats]

OUTPUTS = ("tags", "asks", "answers", "points", "pointed")
"""What the model gives for each word, by the names of its outputs."""
_SMALL = frozenset("a an and at by for from in of on or that the this to with".split())
_PRONOUNS = frozenset(
    "he her him himself i it itself me she them themselves they we which who whom you".split()
)
LONGEST_SECTION = 3_000
"""How many words decoders are shown at once. A long magazine article has as many."""

# Cues or triggers that are linked to all words of a section at once: a few megabytes in the longest.
_TOGETHER = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Distances:
    """What a link's score gains or loses by how far apart, in words, its two ends stand."""

    names: tuple[str, ...]
    table: Floats

    def between(self, spans: Sequence[WordRange], count: int) -> Floats:
        """By name, by span: the gain at each of `count` words, counted from the span."""
        half = (self.table.shape[1] - 1) // 2
        reach = 1 << count.bit_length()
        words, edges = np.arange(count), np.array(spans)
        before = np.minimum(words - edges[:, :1], 0)
        behind = np.maximum(words - edges[:, 1:] + 1, 0)
        gains: Floats = self.table[:, _curve(reach, half)[reach + before + behind]]
        return gains


@lru_cache(maxsize=32)
def _curve(reach: int, half: int) -> Ints:
    """The columns of a table of distances for every distance from `-reach` to `reach` words."""
    return half + steps(np.arange(-reach, reach + 1), half)


def steps(apart: Ints, most: int) -> Ints:
    """Distances as signed steps: exact up to four words, then two steps for each doubling."""
    size = np.maximum(np.abs(apart), 4)
    bits = np.frexp(size)[1].astype(np.int64)
    far = 4 + 2 * (bits - 3) + (size >> (bits - 2) & 1)
    signed: Ints = np.sign(apart) * np.minimum(np.where(np.abs(apart) <= 4, np.abs(apart), far), most)
    return signed


@dataclass(frozen=True, kw_only=True, eq=False)
class Scores:
    """The outputs of the model for each word of one text."""

    text: str
    words: Words
    heads: Mapping[str, tuple[int, int]]
    """The columns of `tags` that each head fills."""
    tags: Floats
    asks: Floats
    answers: Floats
    points: Floats
    pointed: Floats
    roles: Distances
    pointers: Distances

    def head(self, name: str) -> Floats:
        """One head's scores for each word."""
        first, end = self.heads[name]
        return self.tags[:, first:end]

    def of_span(self, name: str, span: WordRange) -> Floats:
        """One head's scores for a span: the mean over its words."""
        return mean_over(self.head(name), span)

    def of_spans(self, name: str, spans: Sequence[WordRange]) -> Floats:
        """The same for some spans, a row for each."""
        head = self.head(name)
        return np.array([mean_over(head, span) for span in spans], dtype=np.float32).reshape(
            -1, head.shape[1]
        )

    def fillings(self, triggers: Sequence[WordRange]) -> Iterator[Mapping[str, Floats]]:
        """For each trigger, by role, how likely each word belongs to what fills it.

        What one item of a list tells is told by none of its other items.
        """
        for some in _some_of(triggers):
            likely = sigmoid(_linked(self.asks, self.answers, some, self.roles))
            if self.item.any():
                likely *= ~self._elsewhere(some)[:, None]
            yield from (dict(zip(self.roles.names, rows, strict=True)) for rows in likely)

    def pointings(self, cues: Sequence[WordRange]) -> Iterator[tuple[Sequence[WordRange], Pointing]]:
        """For some cues at a time, by pointer, the score of each word: a row for each cue."""
        for some in _some_of(cues):
            scores = _linked(self.points, self.pointed, some, self.pointers)
            yield some, dict(zip(self.pointers.names, scores.swapaxes(0, 1), strict=True))

    def sections(self) -> "Iterator[Scores]":
        """These scores in stretches that start with a sentence: a cue of page 90 has no source on page 1.

        Decoders link every cue and trigger to every word, so that what they cost grows with the square of
        what they are shown. Nearly every report is one section.
        """
        words, count = self.words, len(self.words)
        begins = np.searchsorted(words.first, words.breaks)
        low = 0
        while count - low > LONGEST_SECTION:
            ahead = begins[(begins > low + LONGEST_SECTION // 2) & (begins <= low + LONGEST_SECTION)]
            high = int(ahead[-1]) if len(ahead) else low + LONGEST_SECTION
            yield self._section(low, high)
            low = high
        yield self._section(low, count) if low else self

    def _section(self, low: int, high: int) -> "Scores":
        words = self.words
        part = replace(
            words, first=words.first[low:high], starts=words.starts[low:high], ends=words.ends[low:high]
        )
        outputs = {name: getattr(self, name)[low:high].astype(np.float32) for name in OUTPUTS}
        return replace(self, words=part, **outputs)

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case."""
        own = zip(self.words.starts.tolist(), self.words.ends.tolist(), strict=True)
        return [self.text[start:end].lower() for start, end in own]

    @cached_property
    def is_small(self) -> npt.NDArray[np.bool_]:
        """Which words are too small to name anybody: articles, prepositions, "and"."""
        return _among(_SMALL, self.lower)

    @cached_property
    def is_pronoun(self) -> npt.NDArray[np.bool_]:
        """Which words stand for somebody whom other words name."""
        return _among(_PRONOUNS, self.lower)

    @cached_property
    def names_nobody(self) -> npt.NDArray[np.bool_]:
        """Which words name nobody by themselves: small ones and pronouns."""
        return self.is_small | self.is_pronoun

    @cached_property
    def sentence(self) -> Ints:
        """The number of the sentence in which each word begins."""
        return np.searchsorted(self.words.breaks, self.words.first, "right")

    @cached_property
    def item(self) -> Ints:
        """The number of the item of a list in which each word stands, from 1; 0 above the list and between.

        What follows the list tells of itself, too.
        """
        items = items_in(self.text)
        starts = [*(item.start for item in items), *(item.end for item in items[-1:])]
        ends = [0, *(item.end for item in items), len(self.text)]
        numbers: Ints = np.searchsorted(np.array(starts, dtype=np.int64), self.words.starts, "right")
        return np.where(self.words.starts < np.array(ends)[numbers], numbers, 0)

    def _elsewhere(self, spans: Sequence[WordRange]) -> npt.NDArray[np.bool_]:
        """By span, by word: whether the two stand in different items of a list."""
        own = self.item[[first for first, _ in spans]][:, None]
        found: npt.NDArray[np.bool_] = (own != self.item) & (own > 0) & (self.item > 0)
        return found

    @cached_property
    def anchor(self) -> Floats:
        """How likely each word is outside, begins or goes on a cue, or begins a quotation without one."""
        return softmax(self.head("anchor"))

    @cached_property
    def trigger(self) -> Floats:
        """How likely each word is outside, begins or goes on a trigger."""
        return softmax(self.head("trigger"))


def _among(known: frozenset[str], words: Sequence[str]) -> npt.NDArray[np.bool_]:
    return np.fromiter(map(known.__contains__, words), dtype=np.bool_, count=len(words))


def _some_of(spans: Sequence[WordRange]) -> Iterator[Sequence[WordRange]]:
    return (spans[at : at + _TOGETHER] for at in range(0, len(spans), _TOGETHER))


def _linked(asking: Floats, answering: Floats, spans: Sequence[WordRange], distances: Distances) -> Floats:
    """By span, by name, by word: how strongly they are linked.

    A product for each span, for of larger ones numpy's library makes threads, which cost more than they save.
    """
    names = len(distances.names)
    answers = np.ascontiguousarray(answering.T)  # six times faster to multiply with
    linked: Floats = np.empty((len(spans), names, len(answering)), dtype=np.float32)
    for span, rows in zip(spans, linked, strict=True):
        np.matmul(mean_over(asking, span).reshape(names, -1), answers, out=rows)
    linked /= np.float32(len(answers) ** 0.5)
    linked += distances.between(spans, len(answering)).swapaxes(0, 1)
    return linked


def mean_over(rows: Floats, span: WordRange) -> Floats:
    """The mean of some rows of words over those of a span, of which most have one."""
    first, end = span
    mean: Floats = rows[first]
    if end - first > 1:  # What `mean` does, in half of its time.
        mean = np.add.reduce(rows[first:end], axis=0) / np.float32(end - first)
    return mean


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    likely: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return likely


def sigmoid(scores: Floats) -> Floats:
    """A probability for each score."""
    likely: Floats = np.reciprocal(1 + np.exp(-np.clip(scores, -30, 30)), dtype=np.float32)
    return likely


def runs_in(likely: Floats, *, start: float, on: float) -> list[WordRange]:
    """Spans by begin and inside probabilities: columns are outside, begin, inside.

    A span begins where `begin` reaches `start` and goes on while `inside` reaches `on`.
    """
    runs: list[WordRange] = []
    end, count = 0, len(likely)
    for at in np.flatnonzero(likely[:, 1] >= start).tolist():
        if at >= end:
            end = at + 1
            while end < count and likely[end, 2] >= on and likely[end, 2] > likely[end, 1]:
                end += 1
            runs.append((at, end))
    return runs


def stretches(likely: Floats, *, least: float) -> list[WordRange]:
    """The longest stretches of words that each reach `least`."""
    marked = np.concatenate(([False], likely >= least, [False]))
    edges = np.flatnonzero(marked[1:] != marked[:-1]).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def best_spans(starts: Floats, ends: Floats, *, until: Ints, longest: int) -> list[WordRange | None]:
    """For each row of scores, the span with the highest sum of start and end scores; None where none may be.

    A span that begins at a word ends by `until` of that word, and none begins where that is the word itself
    or one before it. Tables of all pairs would take gigabytes over a text of fifty pages.
    """
    lengths = np.broadcast_to(np.minimum(until - np.arange(ends.shape[1]), longest), ends.shape)
    sums = starts + _highest_ahead(ends, lengths)
    found: list[WordRange | None] = []
    for row, first in enumerate(sums.argmax(axis=1).tolist()):
        reach = ends[row, first : first + max(0, lengths[row, first])]
        found.append((first, first + int(reach.argmax()) + 1) if len(reach) else None)
    return found


def _highest_ahead(values: Floats, lengths: Ints) -> Floats:
    """In each row, for each place the highest of the `lengths` values from it on.

    The highest of any number of values is the higher of two overlapping runs, each as long as a power of two.
    """
    levels = max(1, int(lengths.max(initial=0)).bit_length())
    runs: Floats = np.full((levels, *values.shape), -np.inf, dtype=values.dtype)
    runs[0] = values
    for level in range(1, levels):
        half, shorter = 1 << (level - 1), runs[level - 1]
        count = values.shape[1] - 2 * half + 1
        np.maximum(shorter[:, :count], shorter[:, half : half + count], out=runs[level, :, :count])
    reach = np.maximum(lengths, 1)
    level_of = np.frexp(reach)[1] - 1
    first = level_of * values.size + np.arange(values.size).reshape(values.shape)
    flat = runs.reshape(-1)
    highest: Floats = np.maximum(flat[first], flat[first + reach - (1 << level_of)])
    highest[lengths < 1] = -np.inf
    return highest
