"""Copies: which documents reprint, shorten or retell another, so that they count as one voice."""

from collections.abc import Iterable

from sayso.incidents.copies.index import CopyIndex
from sayso.incidents.copies.owners import Owners
from sayso.incidents.copies.syndication import (
    COPY_KINDS,
    Copy,
    CopyKind,
    OriginBy,
    Passage,
    SyndicationGroup,
    copy_groups,
)
from sayso.model import Document

__all__ = [
    "COPY_KINDS",
    "Copy",
    "CopyIndex",
    "CopyKind",
    "OriginBy",
    "Passage",
    "SyndicationGroup",
    "copies_in",
    "copy_groups",
]


def copies_in(documents: Iterable[Document], *, owners: Owners | None = None) -> list[SyndicationGroup]:
    """The syndication groups among some documents, by their origins' ids; whatever order they come in."""
    index = CopyIndex(owners=owners)
    index.add(documents)
    return index.groups()
