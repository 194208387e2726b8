"""Happened: triggers from the scores, put together into events, each with type, assertion and arguments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import NamedTuple

import numpy as np

from sayso.annotate.events.calling_off import tells_of_calling_off
from sayso.annotate.events.implied import is_implied
from sayso.annotate.events.lexicon import LIGHT_VERBS
from sayso.annotate.events.negations import is_negation
from sayso.annotate.events.occasions import is_occasion
from sayso.annotate.events.triggers import only_describes
from sayso.annotate.reader.filling import Filling, filled
from sayso.annotate.reader.occurrences import Candidate, Likeness, candidates_at, grouped
from sayso.annotate.reader.scores import Floats, Scores, WordRange, runs_in
from sayso.annotate.reader.thresholds import Thresholds
from sayso.model import Assertion, EventType, Near, Span

_TYPES, _ASSERTIONS = tuple(EventType), tuple(Assertion)
_ORDINALS = frozenset("first second third fourth fifth sixth".split())
_BEFORE_NOUNS = frozenset("a an any no the".split())
_HELPS = frozenset("are be been being had has have is was were will".split())
_CARRY_OUT = LIGHT_VERBS.union("announce announced announces".split()) - _HELPS
_LEADS = _CARRY_OUT.union(_HELPS, "in into not on under".split())
"""Words that name nothing without those behind them: "imposed" of "imposed a curfew"."""
_ONE = (["a"], ["an"])
_PARTS = frozenset("after and as at but by for from in of on or that to when which who with".split())
_MEANT = 0.9
"""How much what a word means by what it is done to weighs against the model's type."""
_OTHER, _NOBODYS_WAR = _TYPES.index(EventType.OTHER), 0.5
_LED, _CARRIED, _LEAD = 3, 6, 12
"""How many words at most stand between the two, up to the end of what only the lexicon knows, and before."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Happened:
    """One event in spans alone."""

    triggers: tuple[Span, ...]
    """The most informative first."""
    type: EventType
    assertion: Assertion
    arguments: Mapping[str, tuple[Span, ...]]
    confidence: float


class _Hint(NamedTuple):
    """The type that its words give a trigger, and how much they weigh against the model's."""

    type: EventType
    weight: float

    def weighed(self, likely: Floats) -> Floats:
        """How likely each type is; what is most likely nobody's war stays so, whatever was done."""
        if self.weight == _MEANT and float(likely[_OTHER]) >= _NOBODYS_WAR:
            return likely
        types: Floats = likely * np.float32(1 - self.weight)
        types[_TYPES.index(self.type)] += self.weight
        return types


@dataclass(frozen=True, slots=True)
class _Known:
    """What words tell of their types: surely by what is done to whom, else by a lexicon."""

    near: Near[EventType]
    meant: Callable[[Span], EventType | None]
    weight: float
    """Of the lexicon."""

    def of(self, trigger: Span) -> _Hint | None:
        """The hint for a trigger."""
        if (meant := self.meant(trigger)) is not None:
            return _Hint(meant, _MEANT)
        found = next(iter(self.near.touching(trigger)), None)
        return None if found is None else _Hint(found, self.weight)


def happened_in(
    scores: Scores,
    *,
    thresholds: Thresholds,
    likeness: Likeness | None = None,
    fillings: Mapping[str, Filling] | None = None,
    hints: Sequence[tuple[Span, EventType]] = (),
    meant: Callable[[Span], EventType | None] = lambda _: None,
    is_denied: Callable[[Span], bool] = lambda _: False,
) -> Iterator[Happened]:
    """The events of a text, in the order in which each is first told.

    `fillings` weigh who its parties are, by role. `hints` are the triggers that a lexicon finds, with their
    types: where one stands, less is asked for, and where `meant` knows the type of its words, they are
    of it. The mentions of one occurrence for which `is_denied` holds are an event of their own, with their
    own parties: what is denied is not what is told.
    """
    known = _Known(near=Near(hints), meant=meant, weight=thresholds.hint)
    for section in scores.sections():
        yield from _in_section(section, thresholds, likeness or Likeness(), fillings or {}, known, is_denied)


def _in_section(
    scores: Scores,
    thresholds: Thresholds,
    likeness: Likeness,
    fillings: Mapping[str, Filling],
    known: _Known,
    is_denied: Callable[[Span], bool],
) -> Iterator[Happened]:
    least = min(thresholds.trigger, thresholds.hinted)
    runs = _whole(scores, runs_in(scores.trigger, start=least, on=thresholds.trigger_inside), known)
    hinted = (
        (at, float(scores.trigger[at[0] : at[1], 1].max()), known.of(scores.words.span(*at))) for at in runs
    )
    kept = [one for one in hinted if one[1] >= (thresholds.hinted if one[2] else thresholds.trigger)]
    candidates = candidates_at(scores, [_telling_words(scores, at) for at, _, _ in kept])
    found = [
        replace(one, likely=likely, hint=hint.type, types=hint.weighed(one.types))
        if hint
        else replace(one, likely=likely)
        for one, (_, likely, hint) in zip(candidates, kept, strict=True)
    ]
    groups = grouped(found, likeness=likeness, least=thresholds.same)
    for group in chain.from_iterable(_parted(scores, group, is_denied) for group in groups):
        main = max(group, key=lambda trigger: trigger.main * trigger.likely)
        mentions = [main, *sorted((one for one in group if one is not main), key=lambda one: one.at)]
        deeds = [trigger for trigger in group if not trigger.ensues] or group
        types = np.mean([trigger.types for trigger in deeds], axis=0)
        type_ = _TYPES[int(types.argmax())]
        confidence = max(trigger.likely for trigger in group) * float(types.max())
        is_hinted = any(trigger.hint is type_ for trigger in group)
        if confidence >= (thresholds.event_hinted if is_hinted else thresholds.event):
            yield Happened(
                triggers=tuple(scores.words.span(*trigger.at) for trigger in mentions),
                type=type_,
                assertion=_assertion(scores, main, type_, thresholds.happened),
                arguments=filled(scores, mentions, type_=type_, fillings=fillings, thresholds=thresholds),
                confidence=confidence,
            )


def _whole(scores: Scores, runs: Sequence[WordRange], known: _Known) -> list[WordRange]:
    """The runs, none broken off between a number and its noun, or a light verb and what it carries out.

    Nor is any of them but what befell another, "was called off", or where something was said.
    """
    joined = _joined(scores, runs)
    whole = [
        run
        for before, run in zip([None, *joined], joined, strict=False)
        if not (_names_none(scores, run) or (before and _is_of_another(scores, before, run)))
    ]
    ends = [first for first, _ in whole[1:]] + [len(scores.words)]
    return [_carried(scores, run, known, end) for run, end in zip(whole, ends, strict=False)]


def _carried(scores: Scores, run: WordRange, known: _Known, before: int) -> WordRange:
    """The run, and where it is but a light verb, what it carries out by the lexicon: "announced a strike"."""
    first, end = run
    if not (_calls_one(scores, run) or _CARRY_OUT.issuperset(scores.lower[first:end])):
        return run
    phrase = takewhile(lambda at: _goes_on(scores.lower[at]), range(end, min(end + _CARRIED, before)))
    named = [at for at in phrase if known.near.touching(scores.words.span(at, at + 1))]
    return (first, named[-1] + 1) if named else run


def _is_of_another(scores: Scores, before: WordRange, run: WordRange) -> bool:
    """Whether a run only says that what another one names was called off: "the talks were postponed"."""
    if not tells_of_calling_off(scores.lower[run[0] : run[1]]):
        return False
    is_passive = scores.lower[run[0] - 1] in _HELPS or before[1] == run[0]
    return is_passive and scores.sentence[before[0]] == scores.sentence[run[0]]


def _names_none(scores: Scores, run: WordRange) -> bool:
    """Whether a run names no happening: where something was said, or what a "battle group" is for."""
    words, behind = scores.lower[run[0] : run[1]], scores.lower[run[1] : run[1] + _LED + 2]
    return is_occasion(words, behind) or only_describes(words, behind)


def _goes_on(word: str) -> bool:
    return word == "-" or (word.isalpha() and word not in _PARTS)


def _joined(scores: Scores, runs: Sequence[WordRange]) -> list[WordRange]:
    whole: list[WordRange] = []
    for first, end in runs:
        if whole and (first < whole[-1][1] or _is_led(scores, whole[-1], first)):
            lead = whole.pop()
            if not _HELPS.issuperset(scores.lower[lead[0] : lead[1]]):
                first, end = lead[0], max(end, lead[1])
        elif scores.lower[end - 1] in _ORDINALS and end < len(scores.words) and scores.lower[end].isalpha():
            end += 1
        whole.append((first, end))
    return whole


def _is_led(scores: Scores, lead: WordRange, first: int) -> bool:
    """Whether a run of light words leads up to the word `first`, which says what they carry out."""
    between = scores.lower[lead[1] : first]
    is_light = _calls_one(scores, lead) or _LEADS.issuperset(scores.lower[lead[0] : lead[1]])
    return is_light and len(between) <= _LED and all(w.isalpha() and w not in _PARTS for w in between)


def _calls_one(scores: Scores, run: WordRange) -> bool:
    """Whether a run is the verb of "called a strike", and not of "called it a crime"."""
    first, end = run
    return scores.lower[first:end] in (["called"], ["calls"]) and scores.lower[end : end + 1] in _ONE


def _parted(
    scores: Scores, group: Sequence[Candidate], is_denied: Callable[[Span], bool]
) -> Iterator[list[Candidate]]:
    """What is told of one occurrence and what is denied of it, apart."""
    parts: dict[bool, list[Candidate]] = {}
    for trigger in group:
        parts.setdefault(is_denied(scores.words.span(*trigger.at)), []).append(trigger)
    yield from parts.values()


def _telling_words(scores: Scores, at: WordRange) -> WordRange:
    """The run without an article or a "no" at its edges: what is denied is named by what follows."""
    first, end = at
    while end - first > 1 and scores.lower[first] in _BEFORE_NOUNS:
        first += 1
    while end - first > 1 and scores.lower[end - 1] in _BEFORE_NOUNS:
        end -= 1
    return first, end


def _assertion(scores: Scores, main: Candidate, type_: EventType, least: float) -> Assertion:
    """How the model puts it; a refusal that is named by a "not" is no denial: "has not implemented".

    Nor does what is implied to have happened lie ahead: "were forced to flee".
    """
    if is_implied(scores.lower[max(0, main.at[0] - _LEAD) : main.at[0]]):
        return Assertion.HAPPENED
    likely = dict(zip(_ASSERTIONS, main.assertions.tolist(), strict=True))
    if type_ is EventType.REJECT and any(map(is_negation, scores.lower[main.at[0] : main.at[1]])):
        likely[Assertion.HAPPENED] += likely.pop(Assertion.DENIED)
    happened = likely.pop(Assertion.HAPPENED)
    return Assertion.HAPPENED if happened >= least else max(likely, key=likely.__getitem__)
