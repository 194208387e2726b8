"""The works of the shipped pipeline, and the process that is ready to do them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.run.flow import Works
from sayso.run.limits import Limits
from sayso.run.named import Named
from sayso.run.workers import Zygote

if TYPE_CHECKING:  # See `Named`.
    from sayso.annotate.places import GazetteerOptions
    from sayso.documents import DocumentOptions
    from sayso.sources import SourceOptions

_WORK = "sayso.run.work"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningOptions:
    """How sources are opened, and what is known of reports whose own record does not say it."""

    sources: "SourceOptions"
    title: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """How items become documents, and with which places and parties of the user's own they are read."""

    documents: "DocumentOptions"
    all_of_first: int = 0
    """How many items at the beginning of a run are read whatever they are about; see `relevant_only`."""
    gazetteer: "GazetteerOptions"
    parties: tuple[Path, ...] = ()
    """CSV files of parties."""


def ready(*, limits: Limits, quiet: bool = True) -> Zygote:
    """The parent of the workers, which begins at once to load the shipped pipeline."""
    return Zygote(limits=limits, prepare=(_WORK, "prepare"), quiet=quiet)


def shipped(*, opening: OpeningOptions, reading: ReadingOptions) -> Works:
    """What the workers of the shipped pipeline do, with the user's options."""
    return Works(
        opening=Named(_WORK, "items_of", opening),
        reading=Named(_WORK, "readings_of", reading),
        fetches=opening.sources.follow,
    )
