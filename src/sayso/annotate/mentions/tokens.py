"""Words of a sentence and how they are written: what the rules for names look at."""

import re
from enum import StrEnum
from typing import NamedTuple

from sayso.annotate import tables

# Initials and dotted acronyms keep their stops ("U.S.", "J."); an apostrophe stays inside a word ("Qa'ida").
_TOKEN = re.compile(r"(?:[A-Z]\.)+(?:[A-Z](?!\w))?|[^\W_]+(?:['’ʼ`][^\W_]+)*|[^\w\s]|_")
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
        word = match.group()
        at = match.start()
        if len(word) > 2 and word[-2:] in _POSSESSIVES:
            word = word[:-2]
        found.append(Token(at, at + len(word), word, word.lower().replace("’", "'"), _shape(word)))
    return found


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
