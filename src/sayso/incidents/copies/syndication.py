"""The nouns of copying: a syndication group, its members, and the passages that a report took over."""

from dataclasses import dataclass

from sayso.model import COPY_KINDS, Copy, CopyKind, OriginBy, Span, SyndicationGroup

__all__ = ["COPY_KINDS", "Copy", "CopyKind", "OriginBy", "Passage", "SyndicationGroup", "copy_groups"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of one document that stands in an earlier one."""

    span: Span
    source: str
    """Document id of where it was found; the earliest of equally good ones."""
    source_span: Span
    share: float
    """How much of the paragraph stands there."""


def copy_groups(groups: "list[SyndicationGroup]") -> dict[str, str]:
    """Each document that is in a group, by id, with the id of its group's origin."""
    return {id: group.origin for group in groups for id in (group.origin, *group.members)}
