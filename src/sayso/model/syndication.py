"""A syndication group: documents that carry one text, which document it came from, and what each changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.span import Span


class CopyKind(StrEnum):
    """How a document carries another's text."""

    VERBATIM = "verbatim"
    BRIEF = "brief"
    REWRITE = "rewrite"
    EXCERPT = "excerpt"


COPY_KINDS: Mapping[CopyKind, str] = {
    CopyKind.VERBATIM: "most of the origin's words, in its order or another",
    CopyKind.BRIEF: "words of the origin, and less than most of them",
    CopyKind.REWRITE: "the origin's report in other words, credited to it",
    CopyKind.EXCERPT: "mostly words of its own around the origin's",
}
"""Every kind of copy with its definition."""


class OriginBy(StrEnum):
    """Why a document is taken for the origin of its group."""

    CREDITED = "credited"
    EARLIEST = "earliest"
    MOST_COMPLETE = "most complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One document beside the origin that it was taken from; boilerplate counts on neither side."""

    kind: CopyKind
    share: float
    """How much of the copy is the origin's: shingles of five words; content words for a rewrite."""
    covers: float
    """How much of the origin it carries."""
    added: tuple[Span, ...] = ()
    """Words of the copy that the origin lacks; empty for a rewrite, which has none in common."""
    dropped: tuple[Span, ...] = ()
    """Words of the origin, as spans of the origin's text, that the copy lacks."""

    def adds(self, span: Span) -> bool:
        """Whether some of these words are the copy's own.

        What is claimed there is no mere repetition: an agency's later version brings a new toll in two words.
        """
        return any(own.overlaps(span) for own in self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class SyndicationGroup:
    """Documents that carry one text: its origin, and those that took it over."""

    origin: str
    """Document id of the origin."""
    origin_by: OriginBy
    credit: str | None
    """The outlet or agency that the copies name as their source, whether or not the origin is its own."""
    owner: str | None
    """Whose one voice the group is: the owner of who is credited, else of the origin's outlet."""
    members: Mapping[str, Copy]
    """Each copy by its document id."""
