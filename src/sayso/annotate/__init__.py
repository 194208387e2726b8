"""A document into a reading: annotators, each a function over a batch of readings."""

from sayso.annotate import attributions, entities, events, mentions, offices, sentences, times, tolls
from sayso.annotate.annotator import Annotator, Layer

__all__ = ["ANNOTATORS", "Annotator", "Layer"]

ANNOTATORS: tuple[Annotator, ...] = (
    sentences.ANNOTATOR,
    times.ANNOTATOR,
    mentions.ANNOTATOR,
    offices.ANNOTATOR,
    attributions.ANNOTATOR,
    tolls.ANNOTATOR,
    events.ANNOTATOR,
    entities.ANNOTATOR,
)
"""The steps of a whole reading, in order; each reads only layers that one before it writes."""
