"""Phrases: the words that may count somebody or something, from the amount to the end of the noun phrase."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.annotate.tolls.bounds import NONE, Bounds, Numbers
from sayso.annotate.tolls.groups import group_of_noun, is_plural
from sayso.annotate.tolls.heads import complement_end, goes_on, is_open, noun_end
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Predicate, predicate_at
from sayso.annotate.words import Class, Word


class Kind(StrEnum):
    """What makes a phrase count."""

    NUMBER = "number"
    ARTICLE = "article"
    OWNER = "owner"
    DEFINITE = "definite"
    NAME = "name"
    ANY = "any"
    BOTH = "both"
    DEED = "deed"


ARTICLES = frozenset("a an another".split())
PARTITIVE = frozenset("the his her its their our my your these those them whom which us this that".split())
"""What may stand between "of" and a known whole: "two of the men"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A stretch of a sentence's words, `[first, last)`, that counts."""

    first: int
    last: int
    bounds: Bounds
    kind: Kind
    name: int | None = None
    """Where the name itself begins, after the titles in front of it."""
    nouns: tuple[str, ...] = ()
    """Its words in lower case, from after the amount up to the head noun."""
    complement: tuple[str, ...] = ()
    """The words after "of"."""
    also: tuple[str, ...] = ()
    """A second kind under the same number: "civilians" in "20 soldiers and civilians"."""
    state: Predicate | None = None
    """What an adjective inside it says happened: "30 dead civilians"."""
    is_further: bool = False
    """Whether it counts more of the same: "another two", "five others"."""
    is_partitive: bool = False
    """Whether it counts out of a known whole: "one of the victims"."""

    @property
    def is_loose(self) -> bool:
        """Whether it is a bare number, which may be an age: only a verb beside it makes it count."""
        return self.kind is Kind.NUMBER and not self.nouns and not self.is_further and not self.is_partitive

    @property
    def is_aged(self) -> bool:
        """Whether it counts one by age alone: "a 16-year-old"."""
        return self.nouns[-1:] == ("old",) or bool(self.nouns and self.nouns[-1].endswith("-old"))


def with_noun(
    words: Sequence[Word], first: int, after: int, numbers: Numbers, *, bounds: Bounds, kind: Kind
) -> Phrase:
    """The phrase that begins at word `first`, whose amount ends before word `after`, with what it counts."""
    state = _state_inside(words, after)
    begin = after if state is None else after + 1
    last = noun_end(words, begin, plural=bounds.is_plural)
    nouns = tuple(word.lower for word in words[begin:last] if word.cls is not Class.MARK)
    complement: tuple[str, ...] = ()
    if nouns and lower_at(words, last) == "of":
        end = complement_end(words, last + 1)
        complement = tuple(word.lower for word in words[last + 1 : end])
        last = end if complement else last
    while last > after and words[last - 1].cls is Class.MARK:
        last -= 1
    last = _past_ages(words, max(last, after))
    may_double = nouns and (bounds.is_plural or bounds == NONE)
    also = _second_kind(words, last, numbers, is_none=bounds == NONE) if may_double else ()
    return Phrase(
        first=first, last=last + len(also) + bool(also), bounds=bounds, kind=kind, nouns=nouns,
        complement=complement, also=also, state=state,
    )  # fmt: skip


def _second_kind(words: Sequence[Word], at: int, numbers: Numbers, *, is_none: bool) -> tuple[str, ...]:
    """The words after "and" in "20 soldiers and civilians", or after "or" in "no damage or casualties"."""
    if lower_at(words, at) not in {"and", "or"}:
        return ()
    for end in range(at + 1, min(len(words), at + 4)):
        word = words[end]
        is_count = is_none and word.lower in COUNT_NOUNS
        if word.cls is not Class.OPEN or word.start in numbers:
            return ()
        if predicate_at(words, end) is not None and not is_count:
            return ()
        is_known = is_plural(word.lower) and group_of_noun(word.lower) is not None
        if is_count or (
            is_known and not goes_on(words, end + 1, plural=True) and not is_open(words, end + 1)
        ):
            return tuple(word.lower for word in words[at + 1 : end + 1])
    return ()


def _past_ages(words: Sequence[Word], at: int) -> int:
    """Past "aged 20 and 25", which belongs to the phrase."""
    if lower_at(words, at) != "aged":
        return at
    end = at + 1
    while end < len(words) and (words[end].cls is Class.NUMBER or words[end].lower in {",", "and"}):
        end += 1
    while words[end - 1].lower in {",", "and"}:
        end -= 1
    return end if end > at + 1 else at


def lower_at(words: Sequence[Word], at: int) -> str:
    """Word `at` in lower case, empty outside the words."""
    return words[at].lower if 0 <= at < len(words) else ""


def _state_inside(words: Sequence[Word], at: int) -> Predicate | None:
    """The adjective of "30 dead civilians"; None for the predicate of "30 dead in the capital"."""
    found = predicate_at(words, at)
    if (
        found is None
        or found[1] >= len(words)
        or not words[at].lower.endswith(("ed", "dead", "missing", "en"))
    ):
        return None
    following = words[found[1]]
    if following.cls is not Class.OPEN or predicate_at(words, found[1]) is not None:
        return None
    return found[0] if group_of_noun(following.lower) is not None or is_plural(following.lower) else None
