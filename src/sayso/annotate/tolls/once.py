"""Once: a number that a report says again about the same thing is not a second toll."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.model import Group, Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A toll and what tells whether it repeats another."""

    toll: Toll
    phrase: Phrase
    sentence: int
    """Which sentence it stands in: two numbers of one sentence rarely count the same."""
    is_heading: bool
    """Whether it stands in a headline: the body says it again, and better."""


def once(counted: Iterable[Counted]) -> Iterator[Toll]:
    """The tolls of a document in order, each once, in the body's words where the headline says it too."""
    all_counted = list(counted)
    body = [one for one in all_counted if not one.is_heading]
    in_body = {one.toll.effect for one in body}
    kept: list[Counted] = []
    for one in all_counted:
        if one.is_heading and one.toll.effect in in_body:
            continue
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    yield from (one.toll for one in kept)


def _repeats(one: Counted, other: Counted) -> bool:
    toll, before = one.toll, other.toll
    if one.phrase.is_further or toll.effect is not before.effect:
        return False
    if one.phrase.kind is Kind.NAME and other.phrase.kind is Kind.NAME:
        return bool(set(one.phrase.nouns) & set(other.phrase.nouns))
    if one.phrase.kind is Kind.NAME and one.sentence != other.sentence and other.phrase.kind is Kind.ARTICLE:
        return True
    if (toll.low, toll.high) != (before.low, before.high) or one.sentence == other.sentence:
        return False
    if toll.low is None and toll.high is None:
        return one.phrase.nouns == other.phrase.nouns
    return toll.of is before.of or Group.PEOPLE in (toll.of, before.of)
