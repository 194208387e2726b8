"""The works of the shipped pipeline."""

from typing import TYPE_CHECKING

from sayso.run.flow import Works
from sayso.run.named import Named

if TYPE_CHECKING:  # See `Named`.
    from sayso.documents import DocumentOptions
    from sayso.sources import SourceOptions


def shipped(*, sources: "SourceOptions", documents: "DocumentOptions") -> Works:
    """What the workers of the shipped pipeline do, with the user's options."""
    return Works(
        opening=Named("sayso.run.work", "items_of", sources),
        reading=Named("sayso.run.work", "readings_of", documents),
    )
