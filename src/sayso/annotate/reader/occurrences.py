"""Occurrences: which triggers of a text name one and the same happening."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.annotate.events.modes import deeds_in
from sayso.annotate.reader.scores import Floats, Scores, WordRange, sigmoid, softmax
from sayso.model import EventType

_WORD = re.compile(r"[^\W\d_]+")
_POINTING = frozenset("the this that these those such both his her its their".split())
_SMALL = frozenset("a an and at be been by for from had has have in is of on the to was were with".split())
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "e")
_SHORTEST_STEM = 3
_SUREST = 1e-4
_DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|(?:19|20)\d\d|yesterday|today)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"""[^\w\n]*                                   # a bullet
    (?:\d{1,2}[:.]\d\d(?!\d)                     # 14:35
      |[A-Z][^\n.]{1,30},\ [^\n.]{3,12}\ [-–—]+\ )   # KESH, May 6 -
    """,
    re.VERBOSE,
)
_STOP = re.compile(r"[.;\n]")
_CLAUSE_END = re.compile(r"[.,;:\n]|\b(?:after|and|before|but|when|which|while|who)\b")
_ANOTHER = frozenset(
    "also another earlier fourth further later other previous second separate similar third".split()
)
# In reports read by hand whatever is said so is nearly always what was told of before.
_SAID_OF_IT = re.compile(
    r"\b(?:it|this|that|incident)(?:\s(?:is|was|marks|marked)|['’]s)"
    r"(?:\s(?:at|just|least|one|only|of|yet))*\s(?:the|a|an|another|his|their|its)\s"
    r"(?:(?!of\b)[\w'’-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_SAID_BEFORE = 60
_HARMING = frozenset("hurting injuring killing maiming wounding".split())
_HARMFUL = frozenset(list(EventType).index(type) for type in (EventType.ASSAULT, EventType.OTHER))
# Words name whom it was done to, and where, when they are so likely to, and this share as likely as the
# likeliest.
_FILLS, _BESIDE_FILLS = 0.3, 0.5
_SHORTEST_NAME = 3
# How many characters before and after a trigger, in its clause, a day is its own; and before it "another".
_DAY_BEFORE, _DAY_AFTER, _ANOTHER_BEFORE = 14, 60, 22


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
    days: frozenset[str]
    """The words of the days, months and years beside it: "Friday's strike"."""
    entry: str
    """A time of day or a dateline that its line opens with, as in a live report; else nothing."""
    hit: frozenset[str]
    """The words for whom or what it was done to."""
    there: frozenset[str]
    """The words for where it was."""
    deed: frozenset[str]
    """With what its own words say it was done: with a bomb, with guns, by taking people away."""
    is_another: bool
    """What stands beside it tells it from what was told: "another attack", "was also hit", "met again"."""
    ensues: bool
    """It tells what came of the deed before it in its sentence: ", killing nine"."""


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
    day: float = 0.0
    """They name the same day; taken off where they name different ones, or stand in different entries."""
    another: float = 0.0
    """The second is said to be another."""
    # Folders calibrated before it was looked at leave it out. Of 0, .5 and .8 this merged and parted best on
    # hand-read reports beside the held-out ones.
    hit: float = 0.5
    """They were done to the same; taken off where they were done to others."""
    # Of 124 pairs of hand-read triggers whose words tell of different ways of attacking (bombs, shells and
    # rockets are one), 23 were one happening; of pairs that tell of none four in ten.
    deed: float = 1.0
    """Taken off where they were done in different ways."""
    # Of 1,395 pairs of hand-read triggers in different places 31 were one happening, where the line without
    # this made 74 of them likely. Who did it told nothing that the model had not.
    place: float = 0.7
    """Taken off where they were in different places, and the second does not point back."""

    def __call__(self, clues: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """How likely each is one happening, for clues in the order of the weights along the last axis."""
        words = (self.type, self.stem, self.pointing, self.pointing_stem)
        where = (self.sentence, self.distance, self.day)
        weights = (self.base, self.model, *words, *where, self.another, self.hit, self.deed, self.place)
        likely: npt.NDArray[np.float64] = 1 / (1 + np.exp(-clues @ weights))
        return likely


def candidates_at(scores: Scores, runs: Sequence[WordRange]) -> list[Candidate]:
    """The triggers at some ranges of words, which no lexicon has been asked about."""
    types, assertions = (softmax(scores.of_spans(head, runs)) for head in ("type", "assertion"))
    mains = sigmoid(scores.of_spans("main", runs))[:, 0].tolist()
    return [
        Candidate(
            at=at,
            likely=float(scores.trigger[at[0], 1]),
            hint=None,
            types=types[number],
            assertions=assertions[number],
            main=mains[number],
            filling=filling,
            sentence=sentence_of(scores, at),
            stems=frozenset(_stem(word) for word in _words(scores, at) if word not in _SMALL),
            points_back=_is_said_of_it(scores, at) or _points_back(scores, at),
            days=_days(scores, at),
            entry=_entry(scores, at),
            hit=_filled(scores, filling["recipient"]),
            there=_filled(scores, filling["place"]),
            deed=deeds_in(scores.words.span(*at).of(scores.text)),
            is_another=_is_another(scores, at),
            ensues=_ensues(scores, at),
        )
        for number, (at, filling) in enumerate(zip(runs, scores.fillings(runs), strict=True))
    ]


def sentence_of(scores: Scores, at: WordRange) -> int:
    """The number of the sentence in which some words begin."""
    return int(scores.sentence[at[0]])


def grouped(found: Sequence[Candidate], *, likeness: Likeness, least: float) -> list[list[Candidate]]:
    """Mentions of one occurrence together: each, in the order given, joins the group it is most like.

    What came of a deed is one with it, whatever else it is like.
    """
    groups: list[list[Candidate]] = []
    joined = np.empty(len(found), dtype=np.int64)
    likely = likeness(clues(found))
    for at, trigger in enumerate(found):
        # The mean over each group; most triggers are in one of their own.
        alike = np.bincount(joined[:at], likely[:at, at]) / np.bincount(joined[:at])
        deed = _deed_before(found, at) if trigger.ensues else None
        best = int(joined[deed]) if deed is not None else int(alike.argmax()) if at else -1
        if deed is not None or (at and alike[best] >= least):
            groups[best].append(trigger)
        else:
            best = len(groups)
            groups.append([trigger])
        joined[at] = best
    return groups


def clues(found: Sequence[Candidate]) -> npt.NDArray[np.float64]:
    """What speaks for and against each trigger and each later one being one happening.

    By the first, the second and the clue, in the order of `Likeness`.
    """
    if not found:
        return np.empty((0, 0, 13))
    starts = [one.at[0] for one in found]
    there = np.array([one.filling["same"][starts] for one in found])
    same = np.clip((there + there.T).astype(np.float64) / 2, _SUREST, 1 - _SUREST)
    types = np.array([one.types for one in found])
    shared = np.array([[not one.stems.isdisjoint(other.stems) for other in found] for one in found])
    pointing = np.array([other.points_back for other in found])
    sentences = np.array([one.sentence for one in found])
    apart = np.abs(sentences[:, None] - sentences)
    another = np.array([other.is_another for other in found])
    told = (
        np.ones(shared.shape),
        np.log(same / (1 - same)),
        types @ types.T,
        shared,
        np.broadcast_to(pointing, shared.shape),
        pointing & shared,
        apart == 0,
        np.log1p(apart),
        [[_days_agree(one, other) for other in found] for one in found],
        np.broadcast_to(another, shared.shape),
        [[_agree(one.hit, other.hit) for other in found] for one in found],
        [[min(0, _agree(one.deed, other.deed)) for other in found] for one in found],
        [
            [0 if other.points_back else min(0, _agree(one.there, other.there)) for other in found]
            for one in found
        ],
    )
    return np.stack(told, axis=-1, dtype=np.float64)


def _points_back(scores: Scores, at: WordRange) -> bool:
    first = max(at[0] - 1, 0)
    return not _POINTING.isdisjoint(_words(scores, (first, at[0] + 1)))


def _days_agree(one: Candidate, other: Candidate) -> int:
    if one.entry and other.entry and one.entry != other.entry:
        return -1
    return _agree(one.days, other.days)


def _agree(one: frozenset[str], other: frozenset[str]) -> int:
    """1 where both name one thing, -1 where they name different ones, 0 where either names none."""
    if not (one and other):
        return 0
    return -1 if one.isdisjoint(other) else 1


def _filled(scores: Scores, filling: Floats) -> frozenset[str]:
    """The words that most likely fill a role."""
    likely = np.where(scores.names_nobody, np.float32(0), filling)
    least = max(_FILLS, float(likely.max(initial=0)) * _BESIDE_FILLS)
    words = (scores.lower[at] for at in np.flatnonzero(likely >= least))
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def _days(scores: Scores, at: WordRange) -> frozenset[str]:
    span = scores.words.span(*at)
    before = _STOP.split(scores.text[max(0, span.start - _DAY_BEFORE) : span.end])[-1]
    after = _CLAUSE_END.split(scores.text[span.end : span.end + _DAY_AFTER])[0]
    return frozenset(day.lower() for part in (before, after) for day in _DAYS.findall(part))


def _entry(scores: Scores, at: WordRange) -> str:
    line = scores.text.rfind("\n", 0, scores.words.span(*at).start) + 1
    opening = _ENTRY.match(scores.text, line)
    return opening.group() if opening else ""


def _is_said_of_it(scores: Scores, at: WordRange) -> bool:
    """Whether it says what one told of before was: "it was the second such strike"."""
    span = scores.words.span(*at)
    return _SAID_OF_IT.search(scores.text, max(0, span.start - _SAID_BEFORE), span.start) is not None


def _is_another(scores: Scores, at: WordRange) -> bool:
    if _is_said_of_it(scores, at):
        return False
    span = scores.words.span(*at)
    before = scores.text[max(0, span.start - _ANOTHER_BEFORE) : span.end].lower()
    is_again = "again" in scores.lower[at[0] : at[1] + 1]
    return is_again or not _ANOTHER.isdisjoint(_WORD.findall(before))


def _ensues(scores: Scores, at: WordRange) -> bool:
    before = scores.lower[max(0, at[0] - 2) : at[0]]
    return scores.lower[at[0]] in _HARMING and not {",", "and"}.isdisjoint(before)


def _deed_before(found: Sequence[Candidate], at: int) -> int | None:
    """The number of the trigger of an attack or accident that stands last before one in its sentence."""
    earlier = range(at - 1, -1, -1)
    here = itertools.takewhile(lambda other: found[other].sentence == found[at].sentence, earlier)
    return next((other for other in here if int(found[other].types.argmax()) in _HARMFUL), None)


def _words(scores: Scores, at: WordRange) -> Iterator[str]:
    span = scores.words.span(*at)
    return (match.group().lower() for match in _WORD.finditer(scores.text, span.start, span.end))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
