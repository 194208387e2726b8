"""The trained reader: one encoder pass, and thin decoders that turn its scores into layers of a reading."""

from pathlib import Path

from sayso.annotate.reader import attributing, telling
from sayso.annotate.reader.model import Model, opened

__all__ = ["ATTRIBUTIONS", "EVENTS", "TRAINED", "shared"]

TRAINED = Path(__file__).parent / "trained"
"""The folder of the model that ships with the package."""


def shared() -> Model:
    """The shipped model, opened once in each process."""
    return opened(TRAINED)


ATTRIBUTIONS = attributing.annotator(shared)
EVENTS = telling.annotator(shared)
