"""What somebody typed into a search box, understood as far as it can be and never refused.

Words must all be there. `"a phrase"` holds its words together, `-word` excludes, `OR` between two words asks
for either, `word*` stands for every word that begins so, and `field:word` looks into one field. Everything
else is plain words.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a search term is looked for."""

    DOCUMENT = "words of a document"
    CLAIM = "words of a claim"
    CODE = "a code of a claim"
    FACT = "a fact about a document, from its beginning"


FIELDS: Mapping[str, Place] = {
    "actor": Place.CLAIM,
    "assertion": Place.CODE,
    "effect": Place.CODE,
    "kind": Place.CODE,
    "language": Place.FACT,
    "mode": Place.CODE,
    "of": Place.CODE,
    "outlet": Place.DOCUMENT,
    "person": Place.CLAIM,
    "place": Place.CLAIM,
    "published": Place.FACT,
    "quote": Place.CLAIM,
    "recipient": Place.CLAIM,
    "title": Place.DOCUMENT,
    "type": Place.CODE,
    "who": Place.CLAIM,
}
"""Every field that a query can name."""

MOST_TERMS = 64
"""Terms past this many are passed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing to look for."""

    words: str
    field: str | None = None
    prefix: bool = False

    @property
    def place(self) -> Place:
        """Where to look for it."""
        return Place.DOCUMENT if self.field is None else FIELDS[self.field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for: one term of each group, and none of `without`."""

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()


# Not, field, then a phrase (which may lack its closing mark) or a run of anything but white space.
_TERM = re.compile(r'(-)?(?:([A-Za-z]+):(?=\S))?(?:"([^"]*)"?|(\S+))')
# SQLite ends a query at NUL and cannot be given half a surrogate pair.
_UNSAYABLE = re.compile("[\0\ud800-\udfff]")


def parsed(typed: str) -> Query:
    """The query that somebody typed."""
    groups: list[list[Term]] = []
    without: list[Term] = []
    either = False
    for index, (excluded, term) in enumerate(_terms(_UNSAYABLE.sub(" ", typed))):
        if index == MOST_TERMS:
            break
        if term is None:
            either = bool(groups)
            continue
        if excluded:
            without.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = False
    return Query(groups=tuple(map(tuple, groups)), without=tuple(without))


def _terms(typed: str) -> Iterator[tuple[bool, Term | None]]:
    """Each term with whether it is excluded; None for an `OR`."""
    for match in _TERM.finditer(typed):
        excluded, field, phrase, word = match.groups()
        if match[0] == "OR":
            yield False, None
            continue
        if field is not None and field.lower() not in FIELDS:
            # Such as the scheme of a URL: no field, but words.
            field, word, phrase = None, f"{field}:{phrase or word}", None
        words = (phrase if phrase is not None else word).strip()
        prefix = phrase is None and words.endswith("*")
        if any(character.isalnum() for character in words):
            yield bool(excluded), Term(words=words.rstrip("*"), field=field and field.lower(), prefix=prefix)
