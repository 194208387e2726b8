"""Attributing: what the rules and the reader find said, each made surer by the other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions import to_attribution
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.attributions.nesting import nested
from sayso.annotate.attributions.speakers import named
from sayso.annotate.quotations import quotations_in
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.said import Said, said_in
from sayso.annotate.reader.scores import Scores
from sayso.model import Attribution, Reading


def attributed(reading: Reading, *, model: Model) -> Reading:
    """The reading with the rules' attributions that the reader can believe, and those that only it finds.

    Where both find one, the rules' spans stand: on held-out reports they alone score .717, the reader alone
    .764, both together so .780.
    """
    scores = model.scores(reading)
    seconded = [
        replace(attribution, confidence=likely)
        for attribution in reading.attributions
        if (likely := _likely(scores, attribution)) >= model.thresholds.seconded
    ]
    found = seconded + _added(reading, _apart(said_in(scores, thresholds=model.thresholds)), seconded)
    found.sort(key=lambda one: (one.content.start, -one.content.end))
    found = nested(found)
    names = named(reading.text, found, mentions=reading.mentions, offices=reading.offices)
    surely = model.calibrations["attributions"]
    return replace(
        reading,
        attributions=tuple(
            replace(attribution, who=who, confidence=surely(attribution.confidence))
            for attribution, who in zip(found, names, strict=True)
        ),
    )


def _likely(scores: Scores, attribution: Attribution) -> float:
    """How likely the reader thinks that the words of an attribution's cue, or its first word, mark one."""
    marks = attribution.cue or attribution.content
    first, end = scores.words.within(marks.start, marks.end)
    if first >= end:
        return 0.0
    cued = float(scores.anchor[first:end, 1:3].max())
    return cued if attribution.cue else max(float(scores.anchor[first, 3]), cued)


def _added(reading: Reading, said: Iterable[Said], known: Sequence[Attribution]) -> list[Attribution]:
    quotations = list(quotations_in(reading.text))
    added: list[Attribution] = []
    for one in said:
        draft = Draft(source=one.source, cue=one.cue, content=one.content)
        attribution = to_attribution(reading.text, draft, quotations)
        if not any(_is_same(attribution, other) for other in known):
            added.append(replace(attribution, confidence=one.confidence))
    return added


def _is_same(one: Attribution, other: Attribution) -> bool:
    """Whether two share their cue, or where one has none, most of their content."""
    if one.cue and other.cue:
        return one.cue.overlaps(other.cue)
    shared = min(one.content.end, other.content.end) - max(one.content.start, other.content.start)
    return shared * 2 > max(len(one.content), len(other.content))


def _apart(said: Iterable[Said]) -> list[Said]:
    """Each content once: of two findings with the same words and source, the surer."""
    kept: list[Said] = []
    for one in sorted(said, key=lambda one: -one.confidence):
        if not any(one.content == other.content and one.source == other.source for other in kept):
            kept.append(one)
    return kept


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator that comes after the rules for attributions; its model is opened with the first text."""
    return Annotator(
        name="said",
        reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.OFFICES, Layer.ATTRIBUTIONS}),
        writes=frozenset({Layer.ATTRIBUTIONS}),
        annotate=each(lambda reading: attributed(reading, model=model())),
    )
