"""Whole readings against whole gold readings: attributions, events, tolls, offices, and claims as a whole.

A claim is right when its event is found with the right type, assertion and say-so, and at least one actor
and one recipient overlap the gold's wherever the gold names any.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from sayso.evaluation.counts import Counts
from sayso.model import Argument, Attribution, Event, EventType, Reading, Span, Toll

Score = Mapping[str, Counts]
"""Counts by layer."""

_LAYERS = (
    "attribution content",
    "attribution with source",
    "event found",
    "event typed",
    "actor",
    "recipient",
    "place",
    "event date",
    "assertion",
    "say-so",
    "toll",
    "office",
    "claim",
)
# Half of the words in common: looser joins neighbours, stricter punishes a trailing clause.
_SAME_CONTENT = 0.5
A = TypeVar("A")
B = TypeVar("B")
_ARTICLES = frozenset({"the", "a", "an", "of"})


def score(gold: Reading, given: Reading) -> Score:
    """The counts of one document, by layer; both readings must be of the same text."""
    counts: Counter[tuple[str, str]] = Counter()
    _score_attributions(gold, given, counts)
    _score_events(gold, given, counts)
    _score_tolls(gold, given, counts)
    _score_offices(gold, given, counts)
    return {
        layer: Counts(counts[layer, "right"], counts[layer, "given"], counts[layer, "gold"])
        for layer in _LAYERS
    }


def added(scores: Iterable[Score]) -> Score:
    """The counts of many documents together."""
    total = dict.fromkeys(_LAYERS, Counts())
    for one in scores:
        total = {layer: total[layer] + one[layer] for layer in _LAYERS}
    return total


def _score_attributions(gold: Reading, given: Reading, counts: Counter[tuple[str, str]]) -> None:
    def likeness(wanted: Attribution, found: Attribution) -> float:
        ratio = _overlap_ratio(gold.text, wanted.content, found.content)
        return ratio if ratio >= _SAME_CONTENT else 0

    pairs = _paired(gold.attributions, given.attributions, likeness)
    for layer in ("attribution content", "attribution with source"):
        counts[layer, "gold"] += len(gold.attributions)
        counts[layer, "given"] += len(given.attributions)
    counts["attribution content", "right"] += len(pairs)
    counts["attribution with source", "right"] += sum(_same_source(a, b) for a, b in pairs)


def _score_events(gold: Reading, given: Reading, counts: Counter[tuple[str, str]]) -> None:
    def likeness(wanted: Event, found: Event) -> float:
        shared = max(_shared(a, b) for a in _triggers(wanted) for b in _triggers(found))
        return 0 if not shared else 100 + 50 * (wanted.type is found.type) + min(shared, 40)

    pairs = _paired(gold.events, given.events, likeness)
    # OTHER is a bin for what the sixteen types leave out: neither missed nor invented there.
    neutral = [found for wanted, found in pairs if wanted.type is EventType.OTHER]
    wanted_events = [event for event in gold.events if event.type is not EventType.OTHER]
    given_events = [
        event for event in given.events if event.type is not EventType.OTHER and event not in neutral
    ]
    for layer in ("event found", "event typed", "claim"):
        counts[layer, "gold"] += len(wanted_events)
        counts[layer, "given"] += len(given_events)
    for wanted, found in pairs:
        if wanted.type is not EventType.OTHER and found.type is not EventType.OTHER:
            _score_event(gold, given, wanted, found, counts)


def _score_event(
    gold: Reading, given: Reading, wanted: Event, found: Event, counts: Counter[tuple[str, str]]
) -> None:
    counts["event found", "right"] += 1
    typed = wanted.type is found.type
    counts["event typed", "right"] += typed
    hits = [
        _score_arguments(name, getattr(wanted, field), getattr(found, field), counts)
        for name, field in (("actor", "actors"), ("recipient", "recipients"), ("place", "places"))
    ]
    if wanted.date is not None:
        _tally(counts, "event date", wanted.date == found.date)
    asserted = wanted.assertion is found.assertion
    _tally(counts, "assertion", asserted)
    said = _same_say_so(gold, given, wanted.attribution, found.attribution)
    _tally(counts, "say-so", said)
    counts["claim", "right"] += typed and asserted and said and hits[0] and hits[1]


def _score_arguments(
    layer: str, wanted: Sequence[Argument], found: Sequence[Argument], counts: Counter[tuple[str, str]]
) -> bool:
    pairs = _paired(wanted, found, lambda a, b: _shared(a.span, b.span))
    counts[layer, "gold"] += len(wanted)
    counts[layer, "given"] += len(found)
    counts[layer, "right"] += len(pairs)
    return bool(pairs) or not wanted


def _score_tolls(gold: Reading, given: Reading, counts: Counter[tuple[str, str]]) -> None:
    wanted, found = _all_tolls(gold), _all_tolls(given)
    pairs = _paired(wanted, found, lambda a, b: _shared(a.span, b.span))
    counts["toll", "gold"] += len(wanted)
    counts["toll", "given"] += len(found)
    counts["toll", "right"] += sum((a.effect, a.low, a.high) == (b.effect, b.low, b.high) for a, b in pairs)


def _score_offices(gold: Reading, given: Reading, counts: Counter[tuple[str, str]]) -> None:
    pairs = _paired(
        gold.offices,
        given.offices,
        lambda a, b: _shared(a.person, b.person) if a.title.overlaps(b.title) else 0,
    )
    counts["office", "gold"] += len(gold.offices)
    counts["office", "given"] += len(given.offices)
    counts["office", "right"] += len(pairs)


def _paired(wanted: Sequence[A], found: Sequence[B], likeness: Callable[[A, B], float]) -> list[tuple[A, B]]:
    """The best one-to-one pairs, likest first; a likeness of 0 is no pair."""
    scored = [
        (value, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (value := likeness(one, other)) > 0
    ]
    scored.sort(key=lambda row: (-row[0], row[1], row[2]))
    used_wanted: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_wanted and j not in used_found:
            used_wanted.add(i)
            used_found.add(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def _tally(counts: Counter[tuple[str, str]], layer: str, right: bool) -> None:
    counts[layer, "gold"] += 1
    counts[layer, "given"] += 1
    counts[layer, "right"] += right


def _all_tolls(reading: Reading) -> list[Toll]:
    return [*reading.tolls, *(toll for event in reading.events for toll in event.tolls)]


def _triggers(event: Event) -> tuple[Span, ...]:
    return (event.trigger, *event.also)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _overlap_ratio(text: str, one: Span, other: Span) -> float:
    letters = [{at for at in range(span.start, span.end) if text[at].isalnum()} for span in (one, other)]
    return len(letters[0] & letters[1]) / max(1, len(letters[0] | letters[1]))


def _same_source(wanted: Attribution, found: Attribution) -> bool:
    if wanted.source is None or found.source is None:
        return wanted.source is found.source
    return wanted.source.overlaps(found.source) or bool(_words(wanted.who) & _words(found.who))


def _same_say_so(gold: Reading, given: Reading, wanted: int | None, found: int | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return _same_source(gold.attributions[wanted], given.attributions[found])


def _words(name: str | None) -> set[str]:
    return {word.strip(".,'’\"").lower() for word in (name or "").split()} - _ARTICLES
