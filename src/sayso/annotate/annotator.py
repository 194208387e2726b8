"""An annotator: a function over a batch of readings that declares which layers it reads and writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model import Reading


class Layer(StrEnum):
    """A layer of a reading, named as its field in `Reading`."""

    SENTENCES = "sentences"
    TIMES = "times"
    MENTIONS = "mentions"
    OFFICES = "offices"
    ATTRIBUTIONS = "attributions"
    TOLLS = "tolls"
    EVENTS = "events"
    ENTITIES = "entities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """One step of reading.

    `annotate` takes a batch and returns, in the same order, one fuller reading for each; it changes only the
    layers in `writes` and looks only at the document and the layers in `reads`.
    """

    name: str
    reads: frozenset[Layer]
    writes: frozenset[Layer]
    annotate: Callable[[Sequence[Reading]], list[Reading]]


def each(annotate_one: Callable[[Reading], Reading]) -> Callable[[Sequence[Reading]], list[Reading]]:
    """A batch function from one that looks at a single reading at a time, as every rule does."""

    def annotate(readings: Sequence[Reading]) -> list[Reading]:
        return [annotate_one(reading) for reading in readings]

    return annotate
