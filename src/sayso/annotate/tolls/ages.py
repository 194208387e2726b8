"""Ages: how old one is whom a phrase counts, where it says so: "a 5-year-old boy", "Ana Oro, 43,"."""

import re

from sayso.annotate.numerals import CARDINAL_WORDS, VAGUE, value_of
from sayso.annotate.tolls.phrases import Phrase
from sayso.annotate.tolls.scene import Scene

_AGE = re.compile(r"(\w+)-(year|month|week|day)s?-old")
_COUNTABLE = frozenset(CARDINAL_WORDS) - frozenset(VAGUE)
_BEHIND_AGE = frozenset(["", ".", ",", ";", ")", "and", "of", "from", "with", "who", "was", "in"])
_OLDEST = 110
_GROWN = frozenset("man woman".split())
_OLDEST_CHILD = 13


def age_of(phrase: Phrase, scene: Scene) -> int | None:
    """The age in whole years that is told of the one a phrase counts; 0 of who is younger than one."""
    if phrase.bounds.is_plural:
        return None
    said = next(filter(None, map(_AGE.fullmatch, phrase.nouns)), None)
    if said is None:
        return _age_behind(phrase, scene)
    number, unit = said.groups()
    if unit != "year":
        return 0
    return int(number) if number.isdecimal() else value_of(number) if number in _COUNTABLE else None


def are_of_other_age(one: Phrase, age: int | None, other: Phrase, other_age: int | None) -> bool:
    """Whether two phrases count people whose ages differ, and who so are not the same."""
    if age is not None and other_age is not None:
        return age != other_age
    return _is_child_beside(age, other) or _is_child_beside(other_age, one)


def _age_behind(phrase: Phrase, scene: Scene) -> int | None:
    """The age of "a woman, 45," or "a woman aged 45"."""
    at = phrase.last + (scene.word(phrase.last) == ",")
    if scene.word(phrase.last - 2) == "aged":
        at = phrase.last - 1
    elif scene.word(at + 1) not in _BEHIND_AGE:
        return None
    age = scene.word(at)
    return int(age) if age.isdecimal() and int(age) <= _OLDEST else None


def _is_child_beside(age: int | None, other: Phrase) -> bool:
    """Whether some age is a child's, and the other is told of as grown up."""
    return age is not None and age <= _OLDEST_CHILD and not _GROWN.isdisjoint(other.nouns)
