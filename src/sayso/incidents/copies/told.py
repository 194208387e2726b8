"""A document as the index of copies keeps it: its words, and what is left of them without boilerplate."""

from dataclasses import dataclass, replace
from hashlib import blake2b
from urllib.parse import urlsplit

import numpy as np

from sayso.incidents.copies.boilerplate import Page
from sayso.incidents.copies.owners import folded
from sayso.incidents.copies.words import (
    Flags,
    Hashes,
    Shingles,
    Wording,
    fingerprints,
    shingles_of,
    struck,
    worded,
)
from sayso.model import Document


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One document, ready to be compared."""

    document: Document
    wording: Wording
    prints: Hashes
    lines: Hashes
    """A key for each unit of the wording, different for each outlet; 0 for fragments."""
    boilerplate: Flags
    """Which units are boilerplate."""
    shingles: Shingles
    """Of what is left."""
    page: Page
    """The document as a page on which its lines stand."""

    def without(self, boilerplate: Hashes) -> "Told":
        """The same document, given which lines are boilerplate."""
        gone = struck(self.wording.units, self.lines, boilerplate=boilerplate)
        if np.array_equal(gone, self.boilerplate):
            return self
        shingles = shingles_of(self.wording, without=gone)
        return replace(self, boilerplate=gone, shingles=shingles)


def told(document: Document) -> Told:
    """A document, nothing in it known for boilerplate yet."""
    wording = worded(document.text)
    lines = np.where(wording.units == 0, wording.units, wording.units ^ _salt(outlet_of(document)))
    nothing = np.zeros(len(lines), dtype=np.bool_)
    return Told(
        document=document,
        wording=wording,
        prints=fingerprints(wording),
        lines=lines,
        boilerplate=nothing,
        shingles=shingles_of(wording),
        page=Page(_headline(document, wording), document.published),
    )


def outlet_of(document: Document) -> str:
    """Whose page a document is: its outlet, else the site it was found on; empty where neither is known."""
    if document.outlet and (outlet := folded(document.outlet)):
        return outlet
    try:
        return (urlsplit(document.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _headline(document: Document, wording: Wording) -> str:
    """What tells one story from another: the title, else the longest line."""
    if title := folded(document.title or ""):
        return title
    return str(wording.units[np.diff(wording.bounds).argmax()]) if len(wording.units) else ""


def _salt(outlet: str) -> np.uint64:
    digest = blake2b(outlet.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "little"))
