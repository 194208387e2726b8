"""Annotators in an order that has been checked, run over batches of documents."""

from collections.abc import Sequence

from sayso.annotate.annotator import Annotator, Layer
from sayso.errors import PipelineError
from sayso.model import Document, Reading

__all__ = ["TOGETHER", "checked", "read"]

TOGETHER = 8
"""How many documents go through the annotators together.

What one annotator works out about a text is there for the next only as long as it is remembered: the scores
of eight articles take 18 MB, which a processor's own memory holds."""


def checked(annotators: Sequence[Annotator]) -> tuple[Annotator, ...]:
    """The annotators, once it is sure that each finds written what it reads.

    Raises `PipelineError` naming the first that does not.
    """
    written: set[Layer] = set()
    for annotator in annotators:
        for layer in sorted(annotator.reads - written):
            raise PipelineError(annotator=annotator.name, missing=layer.value)
        written |= annotator.writes
    return tuple(annotators)


def read(documents: Sequence[Document], *, annotators: Sequence[Annotator]) -> list[Reading]:
    """Read documents to the end, in the order given, `TOGETHER` at a time."""
    return [
        reading
        for start in range(0, len(documents), TOGETHER)
        for reading in _read(documents[start : start + TOGETHER], annotators)
    ]


def _read(documents: Sequence[Document], annotators: Sequence[Annotator]) -> list[Reading]:
    readings = [Reading(document=document) for document in documents]
    for annotator in annotators:
        readings = annotator.annotate(readings)
    return readings
