"""The lexicon: curated phrases that are names by themselves, found by their first word."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sayso.annotate import tables
from sayso.annotate.mentions.tokens import Case, Token, tokens
from sayso.annotate.parties import read_parties
from sayso.annotate.places import countries, nationalities
from sayso.model import MentionKind


class Phrase(NamedTuple):
    """A phrase of the lexicon, word by word."""

    keys: tuple[str, ...]
    kind: MentionKind
    exact: str | None
    """How it must be written, for acronyms: "WHO" is no "who"."""
    any_case: bool
    """Whether it may stand in lower case, as weapons do."""
    ordinary: bool
    """Whether it is also an ordinary word or two, so that capitals in a headline prove nothing."""


class Hit(NamedTuple):
    """A phrase found: it ends before token `end`."""

    end: int
    kind: MentionKind


_NAME_TABLES = (
    ("bodies.tsv", "aliases", MentionKind.ORGANISATION),
    ("armed_groups.tsv", "aliases", MentionKind.ARMED_ACTOR),
    ("forces.tsv", "aliases", MentionKind.ARMED_ACTOR),
    ("regions.tsv", "aliases", MentionKind.PLACE),
)


class Lexicon:
    """All phrases, ready to be looked up at any token."""

    def __init__(
        self, demonyms: Mapping[str, str | None] | None = None, parties: tuple[Path, ...] = ()
    ) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        seen: set[tuple[tuple[str, ...], str | None]] = set()
        own = ((word, MentionKind.NATIONALITY) for word in demonyms or ())
        for written, kind in (*own, *_own_parties(parties), *_names()):
            phrase = _phrase(written, kind)
            if phrase.keys and (phrase.keys, phrase.exact) not in seen:
                seen.add((phrase.keys, phrase.exact))
                self._by_first.setdefault(phrase.keys[0], []).append(phrase)
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: -len(phrase.keys))

    def opens(self, key: str) -> bool:
        """Whether any phrase begins with a word."""
        return key in self._by_first

    def longest(self, words: list[Token], at: int, case: Case) -> Hit | None:
        """The longest phrase that begins at token `at` and is written as a name must be."""
        phrases = self._by_first.get(words[at].key)
        if phrases is None:
            return None
        follows = words[at + 1].key if at + 1 < len(words) else None
        for phrase in phrases:
            # Hundreds of phrases begin with "the" or "new": most end here.
            if len(phrase.keys) > 1 and phrase.keys[1] != follows:
                continue
            end = at + len(phrase.keys)
            found = tuple(word.key for word in words[at:end])
            if found == phrase.keys and _written_as_a_name(phrase, words[at:end], case, at == 0):
                return Hit(end, phrase.kind)
        return None


@lru_cache(maxsize=4)
def lexicon(demonyms: tuple[str, ...] = (), parties: tuple[Path, ...] = ()) -> Lexicon:
    """The lexicon with a user's own words for peoples and files of parties."""
    return Lexicon(dict.fromkeys(demonyms), parties)


def _own_parties(files: tuple[Path, ...]) -> Iterator[tuple[str, MentionKind]]:
    for party in (party for file in files for party in read_parties(file)):
        for name in (party.name, *party.aliases):
            yield name, MentionKind.ARMED_ACTOR if party.is_armed else MentionKind.ORGANISATION


def _names() -> Iterator[tuple[str, MentionKind]]:
    for country in countries().values():
        for name in (country.name, *country.aliases):
            yield name, MentionKind.PLACE
    for word in nationalities():
        yield word, MentionKind.NATIONALITY
    for file, aliases, kind in _NAME_TABLES:
        for row in tables.rows(file):
            for name in (row["name"], *tables.listed(row[aliases])):
                yield name, kind
    for row in tables.rows("weapons.tsv"):
        yield row["name"], MentionKind.WEAPON
        yield f"{row['name']}s", MentionKind.WEAPON


def _phrase(written: str, kind: MentionKind) -> Phrase:
    words = tokens(written, 0, len(written))
    acronym = len(words) == 1 and written.isupper() and len(written) <= 7
    common = tables.words("common_words.txt")
    return Phrase(
        keys=tuple(word.key for word in words),
        kind=kind,
        exact=written if acronym else None,
        any_case=kind is MentionKind.WEAPON or written.islower(),
        ordinary=all(word.key in common or word.shape == "." for word in words),
    )


def _written_as_a_name(phrase: Phrase, words: list[Token], case: Case, opens: bool) -> bool:
    if phrase.any_case:
        # "Shell" in the middle of a sentence is a company.
        return not (phrase.ordinary and len(words) == 1 and words[0].shape == "C" and not opens)
    if phrase.exact is not None:
        return words[0].text == phrase.exact and not (case is Case.CAPITALS and phrase.ordinary)
    if phrase.ordinary and (case is not Case.NORMAL or (opens and len(phrase.keys) == 1)):
        return False
    return words[0].shape != "l" or (words[0].key != "the" and any(word.shape in "AC" for word in words[1:]))
