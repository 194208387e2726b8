"""Fates: what became of one who was told of before: "A man was shot. ... He died of his wounds"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.tolls.ages import are_of_other_age
from sayso.annotate.tolls.called import Roll, are_one_name
from sayso.annotate.tolls.dying import dies_after
from sayso.annotate.tolls.groups import PERSONS, group_of
from sayso.annotate.tolls.hits import HARMED, Hit
from sayso.annotate.tolls.once import Counted, are_others
from sayso.annotate.tolls.phrases import Kind
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, NEGATIONS, REPORTING
from sayso.annotate.words import Class, Word
from sayso.model import Effect, Toll

_ONE = frozenset({"he", "she"})
# In sentences. A pronoun further from whom it stands for may well stand for another.
_REACH = 2
_DEADLY = frozenset("fatal fatally deadly homicide slaying".split())
_LIVING = frozenset("recovering recover stable survive survived non-life-threatening".split())
_NOT_FAR = 4
_UNDONE = frozenset("attempted near near-death suspected feared".split())
_UNDYING = frozenset(
    "threat threats penalty row sentence squad weapon weapons force conduct missile missiles".split()
)
# Of so many who were shot, or who died, one by one, nobody can tell who is who but by name.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Death:
    """Where a report says that one it has told of has died."""

    at: int
    """The character at which it says who."""
    sentence: int


def deaths_in(scene: Scene, hits: Sequence[Hit], *, sentence: int) -> Iterator[Death]:
    """The deaths of "he", "she" or "the man" that a sentence tells of."""
    for hit in hits:
        is_known = hit.phrase.kind is Kind.DEFINITE and not hit.is_negated
        if is_known and _is_death(hit) and group_of(hit.phrase.nouns) in PERSONS:
            yield Death(scene.words[hit.phrase.first].start, sentence)
    for at, word in enumerate(scene.words):
        if word.lower in _ONE and not _is_told_by_name(scene, at) and dies_after(scene, at + 1):
            yield Death(word.start, sentence)


def _is_told_by_name(scene: Scene, at: int) -> bool:
    """Whether somebody named says it of "he", who then is another: "Oro said he died", not "police said"."""
    verb = at - 1 - (scene.word(at - 1) == "that")
    if scene.word(verb) not in REPORTING:
        return scene.word(at - 1) == "that"
    speaker = scene.back_past(ADVERBS | AUXILIARIES, verb) - 1
    if speaker < 0 or scene.words[speaker].cls is Class.PRONOUN:
        return speaker < 0
    return scene.words[speaker].cls is not Class.OPEN or (speaker > 0 and scene.words[speaker].is_name)


def tells_of_death(scene: Scene) -> bool:
    """Whether a sentence speaks of a death without counting it: "the fatal shooting", "a murder charge"."""
    return any(
        scene.word(at) in _DEADLY and scene.word(at - 1) not in _UNDONE and scene.word(at + 1) not in _UNDYING
        for at in range(len(scene.words))
    )


def tells_of_life(words: Sequence[Word]) -> bool:
    """Whether a sentence says that somebody lives: "in stable condition", "is expected to survive"."""
    said = [word.lower for word in words]
    return any(
        word in _LIVING
        and said[at + 1 : at + 2] != ["by"]
        and NEGATIONS.isdisjoint(said[max(0, at - _NOT_FAR) : at])
        for at, word in enumerate(said)
    )


def settled(
    counted: Sequence[Counted], deaths: Iterable[Death], *, is_deadly: bool = False
) -> Iterator[Toll]:
    """The tolls in order, with one who was hurt counted among the dead where the report says that he died.

    Where the report counts one dead besides, that is he. `is_deadly` tells that it speaks of a death, and of
    nobody as alive: where it counts nobody dead, and one who was shot, he died.
    """
    dead = [one for one in counted if _is_one(one, Effect.KILLED)]
    named = _by_name(dead)
    gone = {one for one in counted if _is_one(one, Effect.INJURED) and _is_among(one, named)}
    hurt = [one for one in counted if _is_one(one, Effect.INJURED) and one not in gone]
    died = {one for death in deaths if (one := _who(death, hurt, dead)) is not None}
    gone |= _told_open(counted) - died
    if is_deadly and not died:
        died = _only_shot(counted)
    told = [
        replace(one, toll=replace(one.toll, effect=Effect.KILLED)) if one in died else one
        for one in counted
        if one not in gone and (one not in died or not dead)
    ]
    together = _with_dead(told)
    for one in told:
        yield replace(one.toll, effect=Effect.CASUALTIES) if one is together else one.toll


def _with_dead(told: Sequence[Counted]) -> Counted | None:
    """The several who were shot, some of whom are those counted dead: "Five were shot, two fatally".

    None where that is not sure: where others are counted hurt, or several counts may hold the dead.
    """
    dead = [one for one in told if one.toll.effect is Effect.KILLED and one.toll.low]
    hurt = [one for one in told if one.toll.effect is Effect.INJURED and (one.toll.low or 0) > 1]
    if len({(one.toll.low, one.toll.high) for one in hurt}) != 1 or not hurt[0].is_open:
        return None
    one = hurt[0]
    many = max((other.toll.low or 0 for other in dead), default=0)
    is_more = 0 < many < (one.toll.low or 0) and not one.phrase.is_further
    return one if is_more and all(_may_be_among(other, one) for other in dead) else None


def _may_be_among(dead: Counted, one: Counted) -> bool:
    """Whether the dead are told of as some of those who were shot: not "five were shot and another died"."""
    if dead.phrase.is_further:
        return False
    if dead.sentence != one.sentence:
        return True
    is_share = dead.phrase.is_loose or dead.phrase.is_partitive
    return is_share and one.toll.span < dead.toll.span


def _only_shot(counted: Sequence[Counted]) -> set[Counted]:
    """The one who was shot, where nobody else was hurt and nobody is counted dead."""
    harmed = [one for one in counted if one.toll.effect in HARMED and one.toll.high != 0]
    is_alone = len(harmed) == 1 and harmed[0].is_open and _is_one(harmed[0], Effect.INJURED)
    return set(harmed) if is_alone else set()


def _told_open(counted: Sequence[Counted]) -> set[Counted]:
    """Those of whom it is only said that they were shot, and whom the report counts among the dead as well.

    Where several could be the dead, or several dead could be they, nobody can tell.
    """
    shot = [one for one in counted if one.is_open and one.toll.effect is Effect.INJURED and one.toll.low]
    dead = [one for one in counted if one.toll.effect is Effect.KILLED and one.toll.low]
    if len(shot) > _FEW or len(dead) > _FEW:
        return set()
    fits = [(one, other) for one in shot for other in dead if _may_have_died(one, other)]
    shot_again, died = ({pair[side] for pair in fits} for side in (0, 1))
    return shot_again if _many(shot_again) <= _many(died) else set()


def _many(counted: Iterable[Counted]) -> int:
    return sum(one.toll.low or 0 for one in counted)


def _may_have_died(one: Counted, dead: Counted) -> bool:
    """Whether those who were shot may be those who died: as many, or one by name among several."""
    if are_of_other_age(one.phrase, one.age, dead.phrase, dead.age):
        return False
    if one.sentence == dead.sentence or one.phrase.is_further or dead.phrase.is_further:
        return False
    is_named = one.phrase.kind is Kind.NAME
    if is_named and dead.phrase.kind is Kind.NAME:
        return are_one_name(one.name, dead.name)
    if is_named and (dead.toll.low or 0) > 1:
        return True
    is_as_many = (one.toll.low, one.toll.high) == (dead.toll.low, dead.toll.high)
    return is_as_many and not are_others(one.phrase, dead.phrase)


def _who(death: Death, hurt: Sequence[Counted], dead: Sequence[Counted]) -> Counted | None:
    """Who of those that were hurt has died: the only one, or the last told of, unless a dead was since."""
    before = bisect_left(hurt, death.at, key=_start)
    if len(hurt) == 1 and not dead and (before or hurt[0].sentence != death.sentence):
        return hurt[0]
    if not before:
        return None
    last = hurt[before - 1]
    since = bisect_left(dead, death.at, key=_start) > bisect_right(dead, _start(last), key=_start)
    near = death.sentence - last.sentence <= _REACH
    return last if near and not since else None


def _start(one: Counted) -> int:
    return one.toll.span.start


def _is_death(hit: Hit) -> bool:
    return any(predicate.effect is Effect.KILLED for predicate in hit.predicates)


def _is_one(one: Counted, effect: Effect) -> bool:
    return one.toll.effect is effect and one.toll.low == one.toll.high == 1


def _by_name(counted: Iterable[Counted]) -> Roll[Counted]:
    roll: Roll[Counted] = Roll()
    for number, one in enumerate(counted):
        if one.phrase.kind is Kind.NAME:
            roll.add(number, one.name, one)
    return roll


def _is_among(one: Counted, others: Roll[Counted]) -> bool:
    """Whether one is named as one of the others is."""
    return one.phrase.kind is Kind.NAME and others.called(one.name) is not None
