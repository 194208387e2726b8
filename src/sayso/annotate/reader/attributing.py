"""Attributing: what the reader finds said, as attributions of the reading."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions import _attribution, _nested
from sayso.annotate.attributions.draft import Draft
from sayso.annotate.attributions.speakers import named
from sayso.annotate.quotations import quotations_in
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.said import Said, said_in
from sayso.model import Reading


def attributed(reading: Reading, *, model: Model) -> Reading:
    """The reading with its attributions."""
    quotations = list(quotations_in(reading.text))
    said = _apart(list(said_in(model.scores(reading), thresholds=model.thresholds)))
    said.sort(key=lambda one: (one.content.start, -one.content.end))
    drafts = [Draft(source=one.source, cue=one.cue, content=one.content) for one in said]
    attributions = _nested([_attribution(reading.text, draft, quotations) for draft in drafts])
    names = named(reading.text, attributions, mentions=reading.mentions, offices=reading.offices)
    return replace(
        reading,
        attributions=tuple(
            replace(attribution, who=who, confidence=model.calibrations["attributions"](one.confidence))
            for attribution, who, one in zip(attributions, names, said, strict=True)
        ),
    )


def _apart(said: Sequence[Said]) -> list[Said]:
    """Each content once: of two findings with the same words and source, the surer."""
    kept: list[Said] = []
    for one in sorted(said, key=lambda one: -one.confidence):
        if not any(one.content == other.content and one.source == other.source for other in kept):
            kept.append(one)
    return kept


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator of attributions with a model that is opened when the first text comes."""
    return Annotator(
        name="attributions",
        reads=frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.OFFICES}),
        writes=frozenset({Layer.ATTRIBUTIONS}),
        annotate=each(lambda reading: attributed(reading, model=model())),
    )
