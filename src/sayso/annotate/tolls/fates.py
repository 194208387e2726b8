"""Fates: what became of one who was told of before: "A man was shot. ... He died of his wounds"."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.tolls.dying import dies_after
from sayso.annotate.tolls.groups import PERSONS, group_of
from sayso.annotate.tolls.hits import HARMED, Hit
from sayso.annotate.tolls.once import Counted, are_one_name, are_others
from sayso.annotate.tolls.phrases import Kind
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, REPORTING
from sayso.annotate.words import Class
from sayso.model import Effect, Toll

_ONE = frozenset({"he", "she"})
# In sentences. A pronoun further from whom it stands for may well stand for another.
_REACH = 2
_DEADLY = frozenset("fatal fatally homicide slaying".split())
_UNDONE = frozenset("attempted near near-death suspected feared".split())
_UNDYING = frozenset("threat threats penalty row sentence squad".split())
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


def settled(
    counted: Sequence[Counted], deaths: Iterable[Death], *, is_deadly: bool = False
) -> Iterator[Toll]:
    """The tolls in order, with one who was hurt counted among the dead where the report says that he died.

    Where the report counts one dead besides, that is he. `is_deadly` tells that it speaks of a death: where
    it counts nobody dead, and one who was shot, he died.
    """
    dead = [one for one in counted if _is_one(one, Effect.KILLED)]
    gone = {one for one in counted if _is_one(one, Effect.INJURED) and _is_among(one, dead)}
    hurt = [one for one in counted if _is_one(one, Effect.INJURED) and one not in gone]
    died = {one for death in deaths if (one := _who(death, hurt, dead)) is not None}
    gone |= _told_open(counted) - died
    if is_deadly and not died:
        died = _only_shot(counted)
    for one in counted:
        if one in died and not dead:
            yield replace(one.toll, effect=Effect.KILLED)
        elif one not in died | gone:
            yield one.toll


def _only_shot(counted: Sequence[Counted]) -> set[Counted]:
    """The one who was shot, where nobody else was hurt and nobody is counted dead."""
    harmed = [one for one in counted if one.toll.effect in HARMED and one.toll.high != 0]
    is_alone = len(harmed) == 1 and harmed[0].is_open and _is_one(harmed[0], Effect.INJURED)
    return set(harmed) if is_alone else set()


def _told_open(counted: Sequence[Counted]) -> set[Counted]:
    """Those of whom it is only said that they were shot, and whom the report counts among the dead as well.

    Where several could be the dead, or several dead could be they, nobody can tell.
    """
    shot: defaultdict[Hashable, list[Counted]] = defaultdict(list)
    dead: defaultdict[Hashable, list[Counted]] = defaultdict(list)
    for one in counted:
        if one.toll.effect is Effect.KILLED:
            dead[one.toll.low, one.toll.high].append(one)
        elif one.is_open and one.toll.effect is Effect.INJURED and one.toll.low:
            shot[one.toll.low, one.toll.high].append(one)
    found: set[Counted] = set()
    for many, ones in shot.items():
        others = dead[many]
        if len(ones) <= _FEW and len(others) <= _FEW:
            fits = [(one, other) for one in ones for other in others if _may_have_died(one, other)]
            shot_again = {one for one, _ in fits}
            if len(shot_again) <= len({other for _, other in fits}):
                found |= shot_again
    return found


def _may_have_died(one: Counted, dead: Counted) -> bool:
    """Whether those who were shot may be those who died: as many, and not told apart from them."""
    if one.sentence == dead.sentence or one.phrase.is_further or dead.phrase.is_further:
        return False
    if one.phrase.kind is Kind.NAME and dead.phrase.kind is Kind.NAME:
        return are_one_name(one.phrase, dead.phrase)
    return not are_others(one.phrase, dead.phrase)


def _who(death: Death, hurt: Sequence[Counted], dead: Sequence[Counted]) -> Counted | None:
    """Who of those that were hurt has died: the only one, or the last told of, unless a dead was since."""
    before = [one for one in hurt if one.toll.span.start < death.at]
    if len(hurt) == 1 and not dead:
        return hurt[0]
    if not before:
        return None
    last = before[-1]
    since = any(last.toll.span < one.toll.span and one.toll.span.start < death.at for one in dead)
    near = death.sentence - last.sentence <= _REACH
    return last if near and not since else None


def _is_death(hit: Hit) -> bool:
    return any(predicate.effect is Effect.KILLED for predicate in hit.predicates)


def _is_one(one: Counted, effect: Effect) -> bool:
    return one.toll.effect is effect and one.toll.low == one.toll.high == 1


def _is_among(one: Counted, others: Iterable[Counted]) -> bool:
    """Whether one is named as one of the others is."""
    named = (other for other in others if other.phrase.kind is Kind.NAME)
    return one.phrase.kind is Kind.NAME and any(are_one_name(one.phrase, other.phrase) for other in named)
