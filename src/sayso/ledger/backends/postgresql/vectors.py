"""Words as PostgreSQL searches them: the same words that SQLite's FTS5 finds, each with the field it is of.

PostgreSQL's own parser takes `2031-05-03` for a year and two negative numbers, keeps accents, and refuses a
text of more than a megabyte of words. So words are found here, by the rule of FTS5's `unicode61`: letters and
digits of any script, without case, and without the accents of Latin letters. A long text makes several
vectors.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from sayso.ledger.query import Term
from sayso.ledger.rows import Row
from sayso.model import Span

Fields = Mapping[str, tuple[str, str]]
"""By field, the letter that its words begin with, and how much they weigh (`A` most, `D` least)."""

OF_DOCUMENTS: Fields = {"title": ("t", "A"), "outlet": ("o", "B"), "text": ("x", "D")}
OF_CLAIMS: Fields = {
    "who": ("w", "D"),
    "actor": ("a", "D"),
    "recipient": ("r", "D"),
    "place": ("p", "D"),
    "person": ("n", "D"),
    "quote": ("q", "D"),
}
TITLE_AND_TEXT = ("title", "text")
"""Where words are looked for that name no field of a document."""

# Letters and digits, private characters, and the marks that lie on the letter before.
_WORD = re.compile("(?:[^\\W_]|[\ue000-\uf8ff])(?:[^\\W_]|[\ue000-\uf8ff\u0300-\u036f])*")
_LATIN = "\u024f"
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")

# PostgreSQL numbers 256 places of one word at most, and "the" is one word in sixteen.
_PART = 4_000
# A vector holds a megabyte; what comes with each word is a few bytes.
_PART_BYTES = 500_000
_LONGEST = 250
# So many words of a part stand at the end of the part before, too, or a phrase between them would be lost.
_OVERLAP = 40
# Words of a phrase past this many are passed over.
_MOST = 40


def vectors(row: Row, fields: Fields) -> Iterator[str]:
    """The words of a row, as PostgreSQL writes a `tsvector`; at least one, which may be empty."""
    parts: list[list[str]] = [[]]
    size = place = 0
    for field, (letter, weight) in fields.items():
        # A place is left out between two fields.
        place += 1
        for word in _words(row[field] or ""):
            if place >= _PART or size >= _PART_BYTES:
                parts.append(_carried(parts[-1]))
                place, size = len(parts[-1]), sum(map(len, parts[-1]))
            place += 1
            size += 4 * len(word)
            parts[-1].append(f"'{letter}{word}':{place}{weight}")
    return (" ".join(part) for part in parts)


def _carried(part: Sequence[str]) -> list[str]:
    """The last words of a part, as the first of the next."""
    last = part[-_OVERLAP:]
    return [re.sub(r":\d+([A-D])$", rf":{place}\1", word) for place, word in enumerate(last, start=1)]


def asked(term: Term, fields: Sequence[str], of: Fields) -> str:
    """A term as PostgreSQL writes a `tsquery`: its words one after another, in any of some fields."""
    *first, last = _words_of(term)
    end = ":*" if term.prefix else ""
    letters = [of[field][0] for field in ([term.field] if term.field else fields)]
    either = (
        " <-> ".join([*(f"'{letter}{word}'" for word in first), f"'{letter}{last}'{end}"])
        for letter in letters
    )
    return " | ".join(f"({one})" for one in either)


def places(text: str, terms: Sequence[Term]) -> Iterator[Span]:
    """Where some terms stand in a text, the first first; what overlaps is one place."""
    found = list(_WORD.finditer(text))
    words = [_folded(match[0]) for match in found]
    spans = sorted(
        (found[at].start(), found[at + length - 1].end())
        for term in terms
        for at, length in _runs(words, term)
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return (Span(start, end) for start, end in merged)


def _runs(words: Sequence[str], term: Term) -> Iterator[tuple[int, int]]:
    """Where the words of a term begin among others, and how many they are."""
    *first, last = wanted = _words_of(term)
    before = len(first)
    for at, word in enumerate(words[before:]):
        fits = word.startswith(last) if term.prefix else word == last
        if fits and words[at : at + before] == first:
            yield at, len(wanted)


def _words_of(term: Term) -> list[str]:
    return _words(term.words)[:_MOST]


def _words(text: str) -> list[str]:
    return [_folded(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    lower = word.lower()[:_LONGEST]
    if not _ACCENTED.search(lower):
        return lower
    kept: list[str] = []
    for each in unicodedata.normalize("NFD", lower):
        if not (unicodedata.combining(each) and kept and kept[-1] <= _LATIN):
            kept.append(each)
    return "".join(kept)
