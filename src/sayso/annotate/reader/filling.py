"""Filling: who did it to whom and where, weighed over all the words that tell of a happening."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np

from sayso.annotate.reader.edges import joined, without_edges
from sayso.annotate.reader.occurrences import Candidate, sentence_of
from sayso.annotate.reader.scores import Floats, Scores, WordRange, stretches
from sayso.annotate.reader.thresholds import Thresholds
from sayso.annotate.reader.words import bare
from sayso.model import EventType, Span

PARTIES = ("actor", "recipient")
# Words beside the likeliest of a stretch belong to its span when they are at least this share as likely: one
# name would else be read as two (on held-out reports F1 of actors was .674 with .5, and .686 with .25).
_BESIDE = 0.25
# Words less likely than this to fill a role are looked at no further. Of the parties that the held-out
# reports name, nine in ten are likelier; `WHERE` lets no place pass that is less likely than .15.
_UNLIKELY = {"actor": 0.02, "recipient": 0.02, "place": 0.1}
_SUREST = 1e-4
_FAINTEST = math.log(_SUREST / (1 - _SUREST))
# A place further than so many sentences from every mention is no less likely for being further still.
_FAR = 5
_TO_NOBODY = frozenset({EventType.AGREE, EventType.CONSULT, EventType.PROTEST, EventType.RETREAT})
"""What is done together, or by one party alone: it seldom has anybody to whom it is done."""
# Of what the plain threshold lets pass for those, three recipients in ten are right, of other types six. With
# this F1 of recipients was best on hand-read reports beside the held-out ones (of .2, .3 and .4).
_SURELY_TO = 0.4
Clues: TypeAlias = tuple[float, float, float, float, float, float]
_Likely: TypeAlias = dict[WordRange, float]


class Filling(NamedTuple):
    """What speaks for words being a party to a happening, as weights of a logistic line.

    The plain line takes the model's word for it.
    """

    base: float = 0.0
    main: float = 0.0
    """The log odds that the model gives with the most telling mention of the happening."""
    mean: float = 1.0
    """The mean of those with each mention."""
    lead: float = 0.0
    """How far the words lead all others, or lag behind them, with the most telling mention."""
    here: float = 0.0
    """They stand in a sentence that mentions the happening."""
    away: float = 0.0
    """For each sentence, up to so many, that they stand from the nearest one that does."""

    def __call__(self, clues: Clues) -> float:
        """How likely the words are a party, for what speaks for them in the order of the weights."""
        told = sum(weight * clue for weight, clue in zip(self, clues, strict=True))
        return 1 / (1 + math.exp(-told))


# For folders calibrated without places, fitted on those of the hand-read reports kept back. With each eighth
# of the reports read by weights fitted on the others, F1 of places was .544, and .528 with the surest words
# of the first mention that had any.
WHERE = Filling(base=-0.42, main=0.25, mean=0.16, away=-0.58)


def filled(
    scores: Scores,
    group: Sequence[Candidate],
    *,
    type_: EventType,
    fillings: Mapping[str, Filling],
    thresholds: Thresholds,
) -> dict[str, tuple[Span, ...]]:
    """Who did it to whom and where, for the mentions of one happening, the most telling first.

    The likeliest party is asked for less than any further one: a happening seldom has nobody.
    """
    likely = {role: _likely(scores, group, role, fillings.get(role, Filling())) for role in PARTIES}
    arguments: dict[str, tuple[Span, ...]] = {}
    for role, other in zip(PARTIES, reversed(PARTIES), strict=True):
        own = _apart(likely[role], likely[other])
        first = getattr(thresholds, role)
        if role == "recipient" and type_ in _TO_NOBODY:
            first = max(first, _SURELY_TO)
        arguments[role] = _parties(scores, own, first=first, further=max(first, thresholds.further))
    there = _likely(scores, group, "place", fillings.get("place", WHERE))
    further = max(thresholds.place, thresholds.further)
    return arguments | {"place": _parties(scores, there, first=thresholds.place, further=further)}


def _likely(scores: Scores, group: Sequence[Candidate], role: str, filling: Filling) -> _Likely:
    return {span: filling(told) for span, told in clues(scores, group, role).items()}


def clues(scores: Scores, group: Sequence[Candidate], role: str) -> dict[WordRange, Clues]:
    """The words that may be a party, and what speaks for each, in the order of `Filling`."""
    there = [trigger.filling[role] for trigger in group]
    telling = [np.where(scores.names_nobody, np.float32(0), row) for row in there]
    most, peaks = there[0], telling[0]
    if len(group) > 1:  # Most happenings are mentioned once.
        most, peaks = np.max(there, axis=0), np.max(telling, axis=0)
    spans = list(dict.fromkeys(_named(scores, most, peaks.tolist(), least=_UNLIKELY[role])))
    odds = _odds(telling, spans) if spans else []
    second, first = sorted([_FAINTEST, _FAINTEST, *(own[0] for own in odds)])[-2:]
    return {
        span: (
            1.0,
            own[0],
            sum(own) / len(own),
            own[0] - (second if own[0] == first else first),
            float(away == 0),
            float(min(away, _FAR)),
        )
        for span, own, away in zip(spans, odds, _away(scores, group, spans), strict=True)
    }


def _away(scores: Scores, group: Sequence[Candidate], spans: Sequence[WordRange]) -> list[int]:
    """By stretch: how many sentences it stands from the nearest that mentions the happening."""
    mentioning = {trigger.sentence for trigger in group}
    homes = (sentence_of(scores, span) for span in spans)
    return [min(abs(home - sentence) for sentence in mentioning) for home in homes]


def _odds(telling: Sequence[Floats], spans: Sequence[WordRange]) -> list[list[float]]:
    """By stretch, by mention: the log odds of the likeliest of its words."""
    open_ended = np.zeros((len(telling), len(telling[0]) + 1))  # a stretch may end with the last word
    open_ended[:, :-1] = telling
    likely = np.maximum.reduceat(open_ended, np.array(spans).ravel(), axis=1)[:, ::2]
    bounded = np.clip(likely, _SUREST, 1 - _SUREST)
    odds: list[list[float]] = np.log(bounded / (1 - bounded)).T.tolist()
    return odds


def _named(scores: Scores, likely: Floats, telling: Sequence[float], *, least: float) -> Iterator[WordRange]:
    """The stretches that may be a party, each about the likeliest of its words."""
    for low, high in joined(scores, stretches(likely, least=least)):
        peak = max(telling[low:high])
        if peak < least:
            continue
        # Most are one word, which is all of itself.
        parts = _beside_peak(scores, likely, (low, high), peak) if high - low > 1 else [(low, high)]
        for first, end in joined(scores, parts):
            at = without_edges(scores, first, end)
            if at is not None and max(telling[at[0] : at[1]]) >= least:
                yield at


def _beside_peak(scores: Scores, likely: Floats, stretch: WordRange, peak: float) -> list[WordRange]:
    """The parts of a stretch whose words are nearly as likely as its likeliest; a comma lies between two."""
    parts: list[WordRange] = []
    for at, own in enumerate(likely[stretch[0] : stretch[1]].tolist(), start=stretch[0]):
        if own >= peak * _BESIDE and scores.lower[at] != ",":
            if parts and parts[-1][1] == at:
                parts[-1] = (parts[-1][0], at + 1)
            else:
                parts.append((at, at + 1))
    return parts


def _apart(likely: _Likely, other: _Likely) -> _Likely:
    """Those that are not likelier to be the other party: nobody does it to themselves."""
    twins: dict[int, float] = {}
    for span, twin in other.items():
        for word in range(*span):
            twins[word] = max(twin, twins.get(word, 0.0))
    return {
        span: own
        for span, own in likely.items()
        if not any(twins.get(word, 0.0) > own for word in range(*span))
    }


def _parties(scores: Scores, likely: _Likely, *, first: float, further: float) -> tuple[Span, ...]:
    """Each party once: where it is named again, the likeliest naming."""
    found: dict[str, tuple[float, WordRange]] = {}
    for span, own in likely.items():
        party = _party(scores.text[scores.words.starts[span[0]] : scores.words.ends[span[1] - 1]])
        found[party] = max(found.get(party, (0.0, span)), (own, span))
    ranked = sorted(found.values(), reverse=True)
    kept = [span for rank, (own, span) in enumerate(ranked) if own >= (further if rank else first)]
    return tuple(bare(scores.text, scores.words.span(*span)) for span in sorted(kept))


def _party(words: str) -> str:
    folded = " ".join(words.lower().split())
    return folded.removeprefix("the ").removeprefix("a ").removeprefix("an ")
