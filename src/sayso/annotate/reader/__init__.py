"""The trained reader: one encoder pass, and thin decoders that turn its scores into layers of a reading."""

from collections.abc import Mapping
from pathlib import Path

from sayso.annotate.reader import attributing, naming, parts, telling
from sayso.annotate.reader.model import Model, opened
from sayso.annotate.reader.parts import LEAST, Part, Played, parts_in
from sayso.model import Reading

__all__ = ["ATTRIBUTIONS", "EVENTS", "NAMES", "PARTS", "TRAINED", "parts_of", "shared"]

TRAINED = Path(__file__).parent / "trained"
"""The folder of the model that ships with the package."""


def shared() -> Model:
    """The shipped model, opened once in each process."""
    return opened(TRAINED)


NAMES = naming.annotator(shared)
ATTRIBUTIONS = attributing.annotator(shared)
EVENTS = telling.annotator(shared)
PARTS = parts.annotator(shared)


def parts_of(reading: Reading, *, least: Mapping[Part, float] = LEAST) -> tuple[Played, ...]:
    """Who and what plays a part in any attack that a report tells of, where it is at least so likely."""
    return parts_in(shared().scores(reading), least=least)
