"""Words and the closed classes of English: what a word can be told to be without knowing its neighbours."""

import re
from collections.abc import Iterator, Sequence, Set
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.model import Span


class Class(StrEnum):
    """The coarse class of a word; `OPEN` is every noun, name, adjective and full verb."""

    OPEN = "open"
    NUMBER = "number"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    RELATIVE = "relative"
    MARK = "mark"


class Word(NamedTuple):
    """One word or punctuation mark."""

    start: int
    end: int
    text: str
    lower: str
    cls: Class

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital, as names are."""
        return self.text[0].isupper()


_WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+\.?"  # U.S., a.m.
    r"|[A-Z]{2,}(?:\.[A-Z]{2,})+"  # CC.OO
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?:-\w+)*"
    r"|['’](?:s|S)\b"
    r"|[^\W_]+(?:[-/][^\W_]+)*(?:['’](?!s\b|S\b)[^\W_]+)?"
    r"|\S"
)

_CLASSES: dict[Class, str] = {
    Class.DETERMINER: (
        "the a an this that these those its their his her our your my some any each every no another"
        " all both several many few more most such"
    ),
    Class.PRONOUN: (
        "he she it they we i you him them us me who himself herself itself themselves one others"
        " everyone nobody somebody someone anyone none"
    ),
    Class.PREPOSITION: (
        "of for in at from with by on to into near against between among over under after before"
        " during since until towards toward about around across through within without outside inside"
        " behind beside besides despite amid amidst along upon above below beyond per via following"
        " including concerning regarding like unlike as than off out up down"
    ),
    Class.CONJUNCTION: (
        "and or but nor yet so while whereas although though because if unless when whenever that whether"
    ),
    Class.AUXILIARY: (
        "is are was were be been being am has have had having do does did will would shall should can"
        " could may might must cannot not n't ought didn't doesn't don't isn't aren't wasn't weren't"
        " hasn't haven't hadn't won't wouldn't couldn't can't"
    ),
    Class.ADVERB: (
        "also later then now today yesterday tonight earlier however meanwhile already still again"
        " only just even once here there ago too very almost often never always soon thus therefore"
        " instead further furthermore moreover repeatedly officially recently reportedly immediately"
        " previously subsequently separately originally initially simply clearly personally publicly"
        " privately"
    ),
    Class.RELATIVE: "which who whom whose where what how why",
}
# Nouns, adjectives and verbs that end as adverbs do.
_NO_ADVERBS = frozenset(
    "ally anomaly apply assembly belly bully comply daily deadly elderly family friendly imply italy july"
    " likely lonely monopoly multiply rally rely reply supply unlikely weekly".split()
)
_CLASS_OF = {word: cls for cls, words in _CLASSES.items() for word in words.split()} | {
    "who": Class.RELATIVE,
    "that": Class.CONJUNCTION,
}


# Five annotators look at the words of each sentence, a batch of reports one after the other.
_REMEMBERED = 4096
_LONGEST_REMEMBERED = 4000
_LONGEST_WORD = 40
"""The longest word that is remembered, in characters."""
_OPEN, _NUMBER, _MARK, _ADVERB = Class.OPEN, Class.NUMBER, Class.MARK, Class.ADVERB


def words_of(text: str, sentence: Span) -> Sequence[Word]:
    """The words of a sentence; those of the sentences last seen are remembered."""
    if len(sentence) > _LONGEST_REMEMBERED:
        return tuple(words_in(text, sentence.start, sentence.end))
    return _remembered(text, sentence.start, sentence.end)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str, start: int, end: int) -> Sequence[Word]:
    return tuple(words_in(text, start, end))


def tells_any(text: str, sentence: Span, wanted: Set[str]) -> bool:
    """Whether a sentence has one of some words in lower case: most have none of those that are seldom met."""
    return not wanted.isdisjoint(_lowered(text, sentence.start, sentence.end))


@lru_cache(maxsize=_REMEMBERED)
def _lowered(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(word.lower for word in words_of(text, Span(start, end)))


def words_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words and marks of `text[start:end]`, in order; offsets are those of `text`."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        written = match.group()
        lower, cls = _told(written) if len(written) <= _LONGEST_WORD else _tell(written)
        # As `Word(…)` does it, without the Python function that a named tuple is made by.
        yield tuple.__new__(Word, (match.start(), match.end(), written, lower, cls))


def class_of(written: str) -> Class:
    """The coarse class of a word by itself."""
    return _tell(written)[1]


def _tell(written: str) -> tuple[str, Class]:
    """A word in lower case, and its class."""
    lower = written.lower().replace("’", "'")
    return lower, _class_of(written, lower)


_told = lru_cache(maxsize=_REMEMBERED)(_tell)


def _class_of(written: str, lower: str) -> Class:
    cls = _CLASS_OF.get(lower)
    if cls is not None:
        return cls
    if written[0].isdigit():
        return _NUMBER
    if not written[0].isalnum() and lower != "'s":
        return _MARK
    is_adverb = lower.endswith("ly") and len(lower) > 4 and not written[0].isupper()
    return _ADVERB if is_adverb and lower not in _NO_ADVERBS else _OPEN


def span_of(words: Sequence[Word]) -> Span:
    """The span from the first of some words to the last."""
    return Span(words[0].start, words[-1].end)
