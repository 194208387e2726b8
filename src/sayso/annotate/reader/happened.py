"""Happened: triggers from the scores, put together into events, each with type, assertion and arguments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from sayso.annotate.inside import Near
from sayso.annotate.reader.occurrences import Candidate, Likeness, candidates_at, grouped, sentence_of
from sayso.annotate.reader.scores import Floats, Scores, WordRange, runs_in, sigmoid, stretches
from sayso.annotate.reader.thresholds import Thresholds
from sayso.annotate.reader.words import bare
from sayso.model import Assertion, EventType, Span

_TYPES, _ASSERTIONS = tuple(EventType), tuple(Assertion)
_PARTIES = ("actor", "recipient", "place")
# Words beside the likeliest one belong to its span when they are at least this share as likely.
_BESIDE_PEAK = 0.5
# What a place's log odds lose with each sentence, up to so many, that it stands from the trigger.
_PLACE_AWAY, _FAR = 0.4, 5
_UNLIKELIEST = np.float32(1e-6)
_BEFORE_NOUNS = frozenset("a an any no the".split())
_OF, _OF_THE = "of", frozenset("of a an the".split())
# What stands at the edge of an argument without being part of it.
_EDGES = frozenset(",.;:()[]\"'“”‘’-–—")
_APOSTROPHES = frozenset("'’")
_BEFORE_PARTIES = _EDGES | {"and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Happened:
    """One event in spans alone."""

    triggers: tuple[Span, ...]
    """The most informative first."""
    type: EventType
    assertion: Assertion
    arguments: Mapping[str, tuple[Span, ...]]
    confidence: float


def happened_in(
    scores: Scores,
    *,
    thresholds: Thresholds,
    likeness: Likeness | None = None,
    hints: Sequence[tuple[Span, EventType]] = (),
    is_denied: Callable[[Span], bool] = lambda _: False,
) -> Iterator[Happened]:
    """The events of a text, in the order in which each is first told.

    `hints` are the triggers that a lexicon finds, with their types: where one stands, less is asked for.
    The mentions of one occurrence for which `is_denied` holds are an event of their own, with their own
    parties: what is denied is not what is told.
    """
    near = Near(hints)
    for section in scores.sections():
        yield from _in_section(section, thresholds, likeness or Likeness(), near, is_denied)


def _in_section(
    scores: Scores,
    thresholds: Thresholds,
    likeness: Likeness,
    hints: Near[EventType],
    is_denied: Callable[[Span], bool],
) -> Iterator[Happened]:
    least = min(thresholds.trigger, thresholds.hinted)
    runs = runs_in(scores.trigger, start=least, on=thresholds.trigger_inside)
    hinted = ((at, float(scores.trigger[at[0], 1]), _hinted(scores, at, hints)) for at in runs)
    kept = [one for one in hinted if one[1] >= (thresholds.hinted if one[2] else thresholds.trigger)]
    candidates = candidates_at(scores, [_telling_words(scores, at) for at, _, _ in kept])
    found = [
        replace(one, likely=likely, hint=hint, types=_types(one.types, hint, thresholds))
        for one, (_, likely, hint) in zip(candidates, kept, strict=True)
    ]
    groups = grouped(found, likeness=likeness, least=thresholds.same)
    for group in chain.from_iterable(_parted(scores, group, is_denied) for group in groups):
        happened = _happened(scores, group, thresholds)
        is_hinted = any(trigger.hint is happened.type for trigger in group)
        if happened.confidence >= (thresholds.event_hinted if is_hinted else thresholds.event):
            yield happened


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


def _hinted(scores: Scores, at: WordRange, hints: Near[EventType]) -> EventType | None:
    return next(iter(hints.touching(scores.words.span(*at))), None)


def _types(likely: Floats, hint: EventType | None, thresholds: Thresholds) -> Floats:
    """How likely each type is, with the weight of the lexicon's word for it."""
    if hint is None:
        return likely
    types: Floats = likely * np.float32(1 - thresholds.hint)
    types[_TYPES.index(hint)] += thresholds.hint
    return types


def _happened(scores: Scores, group: Sequence[Candidate], thresholds: Thresholds) -> Happened:
    main = max(group, key=lambda trigger: trigger.main * trigger.likely)
    rest = sorted((t for t in group if t is not main), key=lambda t: t.at)
    types = np.mean([trigger.types for trigger in group], axis=0)
    type_ = _TYPES[int(types.argmax())]
    arguments: dict[str, tuple[Span, ...]] = {}
    for role in _PARTIES:
        spans = _filled(scores, main, role, getattr(thresholds, role))
        for other in rest:
            spans = spans or _filled(scores, other, role, getattr(thresholds, role))
        arguments[role] = spans
    _tell_apart(arguments, main, scores)
    return Happened(
        triggers=tuple(scores.words.span(*trigger.at) for trigger in (main, *rest)),
        type=type_,
        assertion=_assertion(main.assertions, thresholds.happened),
        arguments=arguments,
        confidence=max(trigger.likely for trigger in group) * float(types.max()),
    )


def _tell_apart(arguments: dict[str, tuple[Span, ...]], main: Candidate, scores: Scores) -> None:
    """Nobody does it to themselves: who fills both roles keeps the likelier one."""
    for one, other in (("actor", "recipient"), ("recipient", "actor")):
        arguments[one] = tuple(
            span
            for span in arguments[one]
            if not any(span.overlaps(twin) for twin in arguments[other])
            or _how_likely(scores, main, one, span) >= _how_likely(scores, main, other, span)
        )


def _how_likely(scores: Scores, main: Candidate, role: str, span: Span) -> float:
    first, end = scores.words.within(span.start, span.end)
    return float(main.filling[role][first:end].max(initial=0.0))


def _assertion(likely: Floats, least: float) -> Assertion:
    others = {one: float(likely[at]) for at, one in enumerate(_ASSERTIONS) if one is not Assertion.HAPPENED}
    happened = float(likely[_ASSERTIONS.index(Assertion.HAPPENED)])
    return Assertion.HAPPENED if happened >= least else max(others, key=others.__getitem__)


def _filled(scores: Scores, trigger: Candidate, role: str, least: float) -> tuple[Span, ...]:
    """The spans that fill a role, each party once: where it is named again, the likeliest naming."""
    likely = trigger.filling[role]
    if likely.max(initial=0.0) < least:
        return ()
    if role == "place":
        likely = _there(scores, trigger)
    telling = np.where(scores.names_nobody, np.float32(0), likely)
    peak = float(telling.max(initial=0.0))
    if peak < least:
        return ()
    told = []
    for first, end in _joined(scores, stretches(likely, least=peak * _BESIDE_PEAK)):
        at = _without_edges(scores, first, end)
        top = float(telling[first:end].max())
        if at is not None and top >= least:
            told.append((top, at))
    found: dict[str, tuple[float, WordRange]] = {}
    for top, at in told if role == "place" else _nearest(scores, trigger, told):
        party = _party(scores.words.span(*at).of(scores.text))
        if party not in found or top > found[party][0]:
            found[party] = (top, at)
    spans = (scores.words.span(*at) for _, at in sorted(found.values(), key=lambda one: one[1]))
    return tuple(bare(scores.text, span) for span in spans)


def _there(scores: Scores, trigger: Candidate) -> Floats:
    """How likely each word belongs to the place, less where it is named sentences away."""
    likely = np.clip(trigger.filling["place"], _UNLIKELIEST, 1 - _UNLIKELIEST)
    away = np.minimum(np.abs(scores.sentence - trigger.sentence), _FAR)
    return sigmoid(np.log(likely / (1 - likely)) - np.float32(_PLACE_AWAY) * away.astype(np.float32))


def _nearest(
    scores: Scores, trigger: Candidate, told: Sequence[tuple[float, WordRange]]
) -> Sequence[tuple[float, WordRange]]:
    """Those of the trigger's own sentence; where there are none, all.

    Where a sentence tells who did it, of the parties found elsewhere fewer than one in four are right on the
    held-out reports; of places more are, for those that hold the others.
    """
    beside = [one for one in told if sentence_of(scores, one[1]) == trigger.sentence]
    return beside or told


def _joined(scores: Scores, pieces: Sequence[WordRange]) -> list[WordRange]:
    """Stretches made one where only a mark that touches both parts them ("Orlo-Kesh"), or an "of the"."""
    joined: list[WordRange] = []
    for first, end in pieces:
        if joined and _is_link(scores, joined[-1][1], first):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((first, end))
    return joined


def _is_link(scores: Scores, first: int, end: int) -> bool:
    """Whether what stands between two stretches keeps them one name."""
    starts, ends = scores.words.starts, scores.words.ends
    if end - first == 1 and starts[first] == ends[first - 1] and starts[end] == ends[first]:
        return True
    between = scores.lower[first:end]
    return _OF_THE.issuperset(between) and (_OF in between or scores.lower[first - 1] == _OF)


def _party(words: str) -> str:
    folded = " ".join(words.lower().split())
    return folded.removeprefix("the ").removeprefix("a ").removeprefix("an ")


def _without_edges(scores: Scores, first: int, end: int) -> WordRange | None:
    while first < end and (scores.lower[first] in _BEFORE_PARTIES or _is_possessive(scores, first)):
        first += 1
    end = _trimmed(scores, first, _before_open_bracket(scores, first, _trimmed(scores, first, end)))
    return (first, _with_thousands(scores, end)) if first < end else None


def _trimmed(scores: Scores, first: int, end: int) -> int:
    while end > first and (scores.lower[end - 1] in _EDGES or scores.is_small[end - 1]):
        end -= 1
    return end


def _is_possessive(scores: Scores, at: int) -> bool:
    return at > 0 and scores.lower[at] == "s" and scores.lower[at - 1] in _APOSTROPHES


def _before_open_bracket(scores: Scores, first: int, end: int) -> int:
    """Where a span ends that would break off within brackets: "the Orlo Guard (OG"."""
    opened = [at for at in range(first + 1, end) if scores.lower[at] == "("]
    return opened[-1] if opened and ")" not in scores.lower[opened[-1] : end] else end


def _with_thousands(scores: Scores, end: int) -> int:
    """Where a span ends that would break off within a number: "some 4" of "some 4,000"."""
    starts, ends = scores.words.starts, scores.words.ends
    while (
        end + 1 < len(scores.words)
        and scores.lower[end] == ","
        and scores.lower[end - 1].isdigit()
        and scores.lower[end + 1].isdigit()
        and ends[end - 1] == starts[end]
        and ends[end] == starts[end + 1]
    ):
        end += 2
    return end
