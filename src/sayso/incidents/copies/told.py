"""A document as the index of copies keeps it: its words, and what is left of them without boilerplate."""

from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

import numpy as np

from sayso.incidents.boilerplate import Page
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
from sayso.incidents.owners import folded
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

    @property
    def page(self) -> Page:
        """The document as a page on which its lines stand."""
        document = self.document
        headline = folded(document.title or "")
        if not headline:
            longest = int(np.diff(self.wording.bounds).argmax()) if len(self.lines) else None
            headline = "" if longest is None else str(self.lines[longest])
        return Page(headline, document.published)

    def without(self, boilerplate: Hashes) -> "Told":
        """The same document, given which lines are boilerplate."""
        gone = struck(self.wording.units, self.lines, boilerplate=boilerplate)
        if np.array_equal(gone, self.boilerplate):
            return self
        shingles = shingles_of(self.wording, without=gone)
        return Told(self.document, self.wording, self.prints, self.lines, gone, shingles)


def told(document: Document) -> Told:
    """A document, nothing in it known for boilerplate yet."""
    wording = worded(document.text)
    lines = np.where(wording.units == 0, wording.units, wording.units ^ _salt(outlet_of(document)))
    nothing = np.zeros(len(lines), dtype=np.bool_)
    return Told(document, wording, fingerprints(wording), lines, nothing, shingles_of(wording))


def outlet_of(document: Document) -> str:
    """Whose page a document is: its outlet, else the site it was found on; empty where neither is known."""
    if document.outlet and (outlet := folded(document.outlet)):
        return outlet
    try:
        return (urlsplit(document.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _salt(outlet: str) -> np.uint64:
    digest = blake2b(outlet.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "little"))
