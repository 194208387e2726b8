"""Whom: the group that a phrase counts, told by its nouns, its sentence and what befell those it counts."""

from collections.abc import Sequence

from sayso.annotate.tolls.groups import PERSONS, group_of, side_of, uniform_of
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import Predicate
from sayso.annotate.words import Word
from sayso.model import Group

__all__ = ["group_hit"]

_CASUALTIES = (("casualties",), ("casualty",), ("dead",), ("wounded",))
_SUFFERED = frozenset("suffered sustained suffers sustains suffering had took lost losing loses".split())
_OFFICERS = (("officer",), ("officers",))
_OF_ARMIES = (("men",), ("personnel",))
_SIDE_REACH = 8


def group_hit(
    phrase: Phrase, predicate: Predicate, words: Sequence[Word], *, last: Group | None
) -> Group | None:
    """The group that a phrase counts among those hit; `last` is that of the toll before it."""
    group = group_of(phrase.nouns, phrase.complement) if phrase.nouns else last
    if group in (None, Group.PEOPLE) and phrase.nouns[-1:] in _CASUALTIES:
        group = _side_of_casualties(phrase, words)
    also = group_of(phrase.also) if phrase.also else group
    if also is not group and (also in PERSONS) is (group in PERSONS):
        group = Group.PEOPLE if group in PERSONS else Group.OTHER
    if phrase.kind is Kind.NAME:
        group = group if group in PERSONS else Group.CIVILIANS
    if phrase.nouns in _OFFICERS:
        group = uniform_of(word.lower for word in words) or group
    if group is Group.PEOPLE and phrase.nouns[-1:] in _OF_ARMIES:
        # Only those under arms are said to be lost: "lost around 640 personnel".
        is_loss = predicate.only is not None and Group.CIVILIANS not in predicate.only
        group = _side_of_casualties(phrase, words) or (Group.MILITARY if is_loss else group)
    return group


def _side_of_casualties(phrase: Phrase, words: Sequence[Word]) -> Group | None:
    """Whose "ten casualties" are, where words beside them tell: "the army suffered", "on the rebels"."""
    before = [word.lower for word in words[max(0, phrase.first - _SIDE_REACH) : phrase.first]]
    behind = [word.lower for word in words[phrase.last : phrase.last + _SIDE_REACH]]
    hit = next((at for at, word in enumerate(behind) if word in {"on", "among", "to"}), None)
    if hit is not None:
        return side_of(behind[hit + 1 :])
    return side_of(before[:-1]) if before and before[-1] in _SUFFERED else None
