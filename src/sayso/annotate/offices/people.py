"""People: who is named in a sentence, by a mention or by nothing but the title in front of the name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate import tables
from sayso.annotate.inside import words_inside
from sayso.annotate.offices.titles import BEFORE_TITLE, DOMAINS, POLICE_RANKS, RANKS, STAND_ALONE, is_title
from sayso.annotate.words import Class, Word
from sayso.model import Mention, MentionKind

_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's words, which of them name people, and which name anything else."""

    words: Sequence[Word]
    people: tuple[tuple[int, int], ...]
    named: frozenset[int]
    """The words inside names that are no person's."""
    told: frozenset[int]
    """The words inside names of people, over which no title reaches."""
    is_shouted: bool
    """Whether it is printed in capitals."""
    is_small: bool
    """Whether it is printed without any."""

    @classmethod
    def of(cls, words: Sequence[Word], mentions: Iterable[Mention]) -> "Scene":
        """The scene of a sentence, with the people that a title in front tells and no mention does."""
        is_shouted = sum(word.text.isupper() for word in words) * 2 > len(words)
        people: list[tuple[int, int]] = []
        named: set[int] = set()
        for mention in mentions:
            inside = words_inside(words, mention.span)
            if mention.kind is not MentionKind.PERSON:
                named.update(inside)
            elif inside:
                first, last = _without_title(words, inside[0], inside[-1] + 1)
                if words[first].cls is not Class.PREPOSITION:  # A "Minister for the North" is but a title.
                    people.append((first, last))
        told = {at for first, last in people for at in range(first, last)}
        people.extend(
            guess
            for guess in _guessed(words, is_shouted=is_shouted)
            if told.isdisjoint(range(*guess)) and not named.issuperset(range(*guess))
        )
        told.update(at for first, last in people for at in range(first, last))
        is_small = not any(word.is_name for word in words)
        return cls(words, tuple(sorted(people)), frozenset(named), frozenset(told), is_shouted, is_small)


def _without_title(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """A name without the title that a mention took in: "Foreign Undersecretary Ana Oro"."""
    for at in range(last - 2, first - 1, -1):
        is_domain = lower(words, at) in DOMAINS and lower(words, at - 1) == "of"
        if ends_title(words, at) or is_domain:
            return at + 1, last
    return first, last


def _guessed(words: Sequence[Word], *, is_shouted: bool) -> Iterator[tuple[int, int]]:
    """The names that only the title in front of them tells, whatever letters the copy is printed in."""
    may_be_small = is_shouted or not any(word.is_name for word in words)
    for title, word in enumerate(words[:-1]):
        # A bare rank is too often part of a name: "General Mills", "General Oro Street".
        if not is_title(word.lower) or (word.lower in RANKS - {"general"} and not is_shouted):
            continue
        first = last = title + 1
        while last < min(len(words), first + _LONGEST_NAME) and (words[last].is_name or may_be_small):
            if not _is_name_word(words[last], is_shouted=is_shouted):
                break
            last += 1
        if last - first > 1 or (last > first and words[first].text.islower() and word.lower in STAND_ALONE):
            yield first, last


def _is_name_word(word: Word, *, is_shouted: bool) -> bool:
    is_of_title = is_title(word.lower) or word.lower in BEFORE_TITLE
    if word.cls is not Class.OPEN or is_of_title or word.lower == "'s":
        return False
    if word.is_name and not is_shouted:
        return True
    is_common = word.lower in tables.words("common_words.txt")
    if word.lower in tables.words("given_names.txt") or word.lower in tables.words("surnames.txt"):
        return not (is_shouted and is_common)
    return word.text[0].isalpha() and (not is_common or len(word.lower) == 1)


def lower(words: Sequence[Word], at: int) -> str:
    """Word `at` in lower case, empty outside the sentence."""
    return words[at].lower if 0 <= at < len(words) else ""


def ends_title(words: Sequence[Word], at: int) -> bool:
    """Whether word `at` is the last one of a title: "minister", "Sub-Inspector", "DIG"."""
    if not 0 <= at < len(words):
        return False
    word = words[at]
    return is_title(word.lower) or (word.text.isupper() and word.lower in POLICE_RANKS)
