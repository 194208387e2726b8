"""A document into a reading: annotators, each a function over a batch of readings."""

from pathlib import Path

from sayso.annotate import (
    entities,
    mentions,
    offices,
    reader,
    sentences,
    times,
    tolls,
)
from sayso.annotate.annotator import Annotator, Layer
from sayso.annotate.events import disclaimed, modes, placing, spanish, timing
from sayso.annotate.places import GazetteerOptions

__all__ = ["ANNOTATORS", "Annotator", "Layer", "annotators"]


def annotators(
    gazetteer: GazetteerOptions | None = None, *, parties: tuple[Path, ...] = ()
) -> tuple[Annotator, ...]:
    """The steps of a whole reading, with the user's own places and parties where there are any.

    `parties` are CSV files (see `sayso.annotate.parties.read_parties`).
    """
    return (
        sentences.ANNOTATOR,
        times.ANNOTATOR,
        mentions.annotator(gazetteer, parties=parties),
        reader.NAMES,
        offices.ANNOTATOR,
        reader.ATTRIBUTIONS,
        tolls.ANNOTATOR,
        reader.EVENTS,
        reader.PARTS,
        spanish.ANNOTATOR,
        disclaimed.ANNOTATOR,
        placing.ANNOTATOR,
        timing.ANNOTATOR,
        modes.ANNOTATOR,
        entities.annotator(gazetteer, parties=parties),
    )


ANNOTATORS: tuple[Annotator, ...] = annotators()
"""The steps of a whole reading, in order; each reads only layers that one before it writes."""
