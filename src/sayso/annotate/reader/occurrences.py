"""Occurrences: which triggers of a text name one and the same happening."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.annotate.reader.scores import Floats, Scores, WordRange, sigmoid, softmax
from sayso.model import EventType

_WORD = re.compile(r"[^\W\d_]+")
_POINTING = frozenset("the this that these those such both his her its their".split())
_SMALL = frozenset("a an and at be been by for from had has have in is of on the to was were with".split())
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "e")
_SHORTEST_STEM = 3
_SUREST = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A trigger with what the model says of it."""

    at: WordRange
    likely: float
    hint: EventType | None
    """The type that a lexicon gives its words."""
    types: Floats
    assertions: Floats
    main: float
    """How likely it is the most informative mention of its happening."""
    filling: Mapping[str, Floats]
    sentence: int
    stems: frozenset[str]
    points_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What speaks for two triggers being one happening, as weights of a logistic line.

    The plain line takes the model's word for it.
    """

    base: float = 0.0
    model: float = 1.0
    """The log odds that the model gives."""
    type: float = 0.0
    """How likely both are of one type."""
    stem: float = 0.0
    """They share the stem of a word: "attacked", "the attack"."""
    pointing: float = 0.0
    """The second points back: "the attack", "this raid"."""
    pointing_stem: float = 0.0
    sentence: float = 0.0
    """They stand in one sentence."""
    distance: float = 0.0
    """The logarithm of the number of sentences from one to the other, and one."""

    def __call__(self, clues: Sequence[float]) -> float:
        """How likely it is one happening, for clues in the order of the weights."""
        weights = (self.base, self.model, self.type, self.stem, self.pointing, self.pointing_stem)
        odds = sum(w * c for w, c in zip((*weights, self.sentence, self.distance), clues, strict=True))
        return 1 / (1 + math.exp(-odds))


def candidate_at(scores: Scores, at: WordRange, hint: EventType | None = None) -> Candidate:
    """The trigger at a range of words."""
    return Candidate(
        at=at,
        likely=float(scores.trigger[at[0], 1]),
        hint=hint,
        types=softmax(scores.of_span("type", at)),
        assertions=softmax(scores.of_span("assertion", at)),
        main=float(sigmoid(scores.of_span("main", at))[0]),
        filling=scores.filling(at),
        sentence=int(np.searchsorted(scores.words.breaks, scores.words.first[at[0]], "right")),
        stems=frozenset(_stem(word) for word in _words(scores, at) if word not in _SMALL),
        points_back=_points_back(scores, at),
    )


def grouped(found: Sequence[Candidate], *, likeness: Likeness, least: float) -> list[list[Candidate]]:
    """Mentions of one occurrence together: each, in the order given, joins the group it is most like."""
    groups: list[list[Candidate]] = []
    for trigger in found:
        alike = [sum(likeness(clues(other, trigger)) for other in group) / len(group) for group in groups]
        best = int(np.argmax(alike)) if alike else -1
        if alike and alike[best] >= least:
            groups[best].append(trigger)
        else:
            groups.append([trigger])
    return groups


def clues(one: Candidate, other: Candidate) -> tuple[float, ...]:
    """What speaks for and against two triggers being one happening, in the order of `Likeness`."""
    there, back = one.filling["same"][other.at[0]], other.filling["same"][one.at[0]]
    same = min(max(float(there + back) / 2, _SUREST), 1 - _SUREST)
    shared = float(not one.stems.isdisjoint(other.stems))
    pointing = float(other.points_back)
    apart = abs(other.sentence - one.sentence)
    return (
        1.0,
        math.log(same / (1 - same)),
        float(one.types @ other.types),
        shared,
        pointing,
        pointing * shared,
        float(apart == 0),
        math.log1p(apart),
    )


def _points_back(scores: Scores, at: WordRange) -> bool:
    first = max(at[0] - 1, 0)
    return not _POINTING.isdisjoint(_words(scores, (first, at[0] + 1)))


def _words(scores: Scores, at: WordRange) -> Iterator[str]:
    span = scores.words.span(*at)
    return (match.group().lower() for match in _WORD.finditer(scores.text, span.start, span.end))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
