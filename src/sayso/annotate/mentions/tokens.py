"""Words of a sentence and how they are written: what the rules for names look at."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.annotate import tables

# Initials and dotted acronyms keep their stops ("U.S.", "J."); an apostrophe stays inside a word ("Qa'ida").
_TOKEN = re.compile(r"(?:[A-Z]\.)+(?:[A-Z](?!\w))?|[^\W_]+(?:['’ʼ`][^\W_]+)*|[^\w\s]|_")
# A few thousand words make up most of what is read.
_REMEMBERED, _LONGEST_REMEMBERED = 8192, 40
_POSSESSIVES = ("'s", "’s", "'S", "’S")


class Token(NamedTuple):
    """One word or mark of a text."""

    start: int
    end: int
    text: str
    key: str
    """The word in lower case, without its final stop where it is an initial."""
    shape: str
    """`A` all capitals, `C` capitalised, `l` lower case, `d` a number, `.` anything else."""


class Case(StrEnum):
    """What capitals mean in a sentence."""

    NORMAL = "normal"
    TITLE = "title"
    """Most words are capitalised, as in a headline."""
    CAPITALS = "capitals"
    """All is in capitals, as in wire copy: they say nothing."""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, offsets counted in the whole text; a possessive 's is left out."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        written = match.group()
        at = match.start()
        word, key, shape = _looks(written) if len(written) > _LONGEST_REMEMBERED else _remembered(written)
        # As `Token(…)` does it, without the Python function that a named tuple is made by.
        found.append(tuple.__new__(Token, (at, at + len(word), word, key, shape)))
    return found


def _looks(written: str) -> tuple[str, str, str]:
    """A word without a possessive 's, with its key and its shape."""
    word = written[:-2] if len(written) > 2 and written[-2:] in _POSSESSIVES else written
    return word, word.lower().replace("’", "'"), _shape(word)


_remembered = lru_cache(maxsize=_REMEMBERED)(_looks)


def _shape(word: str) -> str:
    first = word[0]
    if first.islower():
        return "l"
    if first.isupper():
        return "A" if len(word) > 1 and word.isupper() else "C"
    if first.isdigit():
        return "d"
    return "l" if first.isalpha() else "."


def case_of(words: list[Token]) -> Case:
    """Which of the three a sentence is; short ones are taken to be normal."""
    long = [word for word in words if len(word.text) > 2 and word.shape in "ACl"]
    if len(long) >= 2 and all(word.shape == "A" for word in words if word.shape in "ACl" and word.key != "i"):
        return Case.CAPITALS
    if len(long) < 3:
        return Case.NORMAL
    if sum(word.shape == "A" for word in long) >= 0.7 * len(long):
        return Case.CAPITALS
    small = tables.cue_words()["small"]
    telling = [word for word in long if word.key not in small]
    if len(telling) >= 4 and sum(word.shape != "l" for word in telling) >= 0.8 * len(telling):
        common = tables.words("common_words.txt")
        # A list of names is capitalised too, but holds few ordinary words.
        if sum(word.key in common for word in telling[1:]) >= 0.25 * len(telling):
            return Case.TITLE
    return Case.NORMAL
