"""Scores: what the encoder says of every word of a text, and how strongly words are linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from sayso.annotate.reader.words import Ints, Words

Floats: TypeAlias = npt.NDArray[np.float32]
WordRange: TypeAlias = tuple[int, int]

OUTPUTS = ("tags", "asks", "answers", "points", "pointed")
"""What the model gives for each word, by the names of its outputs."""
_SMALL = frozenset("a an and at by for from in of on or that the this to with".split())
_PRONOUNS = frozenset(
    "he her him himself i it itself me she them themselves they we which who whom you".split()
)
LONGEST_SECTION = 3_000
"""How many words decoders are shown at once. A long magazine article has as many."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Distances:
    """What a link's score gains or loses by how far apart, in words, its two ends stand."""

    names: tuple[str, ...]
    table: Floats

    def rows(self, span: WordRange, count: int) -> Floats:
        """For each name, the gain at each of `count` words, counted from `span`."""
        half = (self.table.shape[1] - 1) // 2
        reach = 1 << count.bit_length()
        curve = _curve(reach, half)
        inside = curve[reach : reach + 1].repeat(span[1] - span[0])
        behind = curve[reach + 1 : reach + 1 + count - span[1]]
        rows: Floats = self.table[:, np.concatenate((curve[reach - span[0] : reach], inside, behind))]
        return rows


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
        return _mean(self.head(name), span)

    def of_spans(self, name: str, spans: Sequence[WordRange]) -> Floats:
        """The same for some spans, a row for each."""
        head = self.head(name)
        return np.array([_mean(head, span) for span in spans], dtype=np.float32).reshape(-1, head.shape[1])

    def filling(self, trigger: WordRange) -> Mapping[str, Floats]:
        """For each role, how likely each word belongs to what fills it for this trigger."""
        scores = sigmoid(_linked(self.asks, self.answers, trigger, self.roles))
        return dict(zip(self.roles.names, scores, strict=True))

    def pointing(self, cue: WordRange) -> Mapping[str, Floats]:
        """For each pointer of a cue, the score of each word."""
        scores = _linked(self.points, self.pointed, cue, self.pointers)
        return dict(zip(self.pointers.names, scores, strict=True))

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
        return np.array([word in _SMALL for word in self.lower], dtype=np.bool_)

    @cached_property
    def is_pronoun(self) -> npt.NDArray[np.bool_]:
        """Which words stand for somebody whom other words name."""
        return np.array([word in _PRONOUNS for word in self.lower], dtype=np.bool_)

    @cached_property
    def names_nobody(self) -> npt.NDArray[np.bool_]:
        """Which words name nobody by themselves: small ones and pronouns."""
        return self.is_small | self.is_pronoun

    @cached_property
    def sentence(self) -> Ints:
        """The number of the sentence in which each word begins."""
        return np.searchsorted(self.words.breaks, self.words.first, "right")

    @cached_property
    def anchor(self) -> Floats:
        """How likely each word is outside, begins or goes on a cue, or begins a quotation without one."""
        return softmax(self.head("anchor"))

    @cached_property
    def trigger(self) -> Floats:
        """How likely each word is outside, begins or goes on a trigger."""
        return softmax(self.head("trigger"))


def _linked(asking: Floats, answering: Floats, span: WordRange, distances: Distances) -> Floats:
    asked = _mean(asking, span).reshape(len(distances.names), -1)
    linked: Floats = asked @ answering.T / np.float32(asked.shape[1] ** 0.5)
    linked += distances.rows(span, len(answering))
    return linked


def _mean(rows: Floats, span: WordRange) -> Floats:
    """The mean over the words of a span, of which most have one."""
    mean: Floats = rows[span[0]] if span[1] - span[0] == 1 else rows[span[0] : span[1]].mean(axis=0)
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


def best_span(
    starts: Floats, ends: Floats, *, allowed: Sequence[WordRange] | Ints, longest: int
) -> WordRange | None:
    """The span with the highest sum of start and end scores inside one of the `allowed` ranges.

    Linear in the words: a table of all pairs takes gigabytes over a text of fifty pages.
    """
    ranges = np.asarray(allowed).reshape(-1, 2)
    ranges = ranges[ranges[:, 0] < ranges[:, 1]]
    if not len(ranges):
        return None
    # Of many ranges few can hold the best span: no sum exceeds that of the range's highest start and end.
    edges = ranges.ravel()
    both = np.full((2, len(starts) + 1), -np.inf)
    both[:, :-1] = starts, ends
    most = np.maximum.reduceat(both, edges, axis=1)[:, ::2].sum(axis=0)
    best: tuple[float, WordRange] | None = None
    for at in np.argsort(-most, kind="stable").tolist():
        if best is not None and most[at] <= best[0]:
            break
        low, high = ranges[at].tolist()
        sums = starts[low:high] + _highest_ahead(ends[low:high], longest)
        first = low + int(sums.argmax())
        last = first + int((starts[first] + ends[first : min(high, first + longest)]).argmax())
        found = (float(sums[first - low]), (first, last + 1))
        best = found if best is None or found[0] > best[0] else best
    return best[1] if best else None


def _highest_ahead(values: Floats, width: int) -> Floats:
    """For each place the highest of the `width` values from it on (van Herk's running maximum)."""
    count = len(values)
    if count <= width:
        whole: Floats = np.maximum.accumulate(values[::-1])[::-1]
        return whole
    blocks = -(-(count + width) // width)
    padded = np.full((blocks, width), -np.inf, dtype=values.dtype)
    padded.flat[:count] = values
    to_here = np.maximum.accumulate(padded, axis=1).ravel()
    from_here = np.maximum.accumulate(padded[:, ::-1], axis=1)[:, ::-1].ravel()
    highest: Floats = np.maximum(from_here[:count], to_here[width - 1 : width - 1 + count])
    return highest
