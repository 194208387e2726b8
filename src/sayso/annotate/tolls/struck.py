"""Struck: whom a wound, a bullet or the way to a hospital says to be hurt."""

from sayso.annotate.tolls.hits import AROUND, BEFORE_OBJECT, OBJECT_OF, PREPOSITIONS, UNDONE, Hit, is_around
from sayso.annotate.tolls.hurt import body_end, hospital_end, is_for_wound, is_missile, to_hospital_end
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Predicate, Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, BE, verbs_after
from sayso.annotate.words import Class
from sayso.model import Effect

_STRIKING = frozenset("struck hit striking hitting grazed grazing strikes hits grazes".split())
_MISSILE_REACH = 12
_STRUCK = Predicate(Effect.INJURED, Side.AFTER, is_weak=True, things=Effect.DAMAGED)
_SENDING = frozenset(
    "send sends sent sending take takes took taking rush rushes rushed rushing transport transported"
    " transporting airlift airlifted carry carried carrying bring brought bringing fly flew".split()
)
_TREATING = frozenset("treat treats treated treating".split())
_MORTALLY = frozenset({"fatally", "mortally"})
_COMING = frozenset(
    "found located discovered lying laying seen went sitting arrived arrives came showed walked treated"
    " admitted transported taken rushed discharged dropped turned escaped survived left".split()
)
_WOUND_REACH = 14
_TREATED = Predicate(Effect.INJURED, Side.AFTER, is_aftermath=True)
IN_CARE = Predicate(Effect.INJURED, Side.AFTER, is_weak=True, is_aftermath=True)
"""What befell those who were taken to a hospital."""


def wound_beside(scene: Scene, verb: int) -> tuple[Predicate, int] | None:
    """The wound that those had who were found or came: "were lying in the road with gunshot wounds"."""
    if scene.word(verb) not in _COMING:
        return None
    for at in range(verb + 1, min(len(scene.words), verb + _WOUND_REACH)):
        if at in scene.starting and scene.word(at - 1) not in AROUND | OBJECT_OF:
            return None
        if scene.word(at) in {"with", "suffering", "have"}:
            return predicate_at(scene.words, at)
        if scene.words[at].cls in (Class.RELATIVE, Class.CONJUNCTION, Class.PRONOUN):
            return None
    return None


def by_missile(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "a bullet struck a boy", "hit two men in the leg": whom something strikes on the body or from afar."""
    at = scene.back_past(BEFORE_OBJECT, phrase.first)
    if scene.word(phrase.first - 1) in {"and", "while", ","} and phrase.first > 1:
        return _struck_alike(scene, phrase)
    if scene.word(at - 1) not in _STRIKING or scene.word(at - 2) in UNDONE | BE | _MORTALLY:
        return None
    flew = any(is_missile(scene.word(n)) for n in range(max(0, at - _MISSILE_REACH), at - 1))
    return Hit(phrase, (_STRUCK,)) if flew or body_end(scene.words, phrase.last) is not None else None


def _struck_alike(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "a man was shot in the back and a woman, 27, in the foot": what befell her is not said again."""
    is_aged = scene.word(phrase.last) == "," and scene.word(phrase.last + 2) == ","
    if body_end(scene.words, phrase.last + 3 * is_aged) is None:
        return None
    for at in range(phrase.first - 1, max(0, phrase.first - _WOUND_REACH), -1):
        found = predicate_at(scene.words, at)
        if found is not None and found[0].effect is Effect.INJURED:
            return Hit(phrase, (found[0],))
    return None


def _is_told_by_noun(phrase: Phrase) -> bool:
    """Whether the noun says what befell those who are taken to a hospital: "ten wounded"."""
    effect = COUNT_NOUNS.get(phrase.nouns[-1]) if phrase.nouns else None
    return effect is not None and effect is not Effect.CASUALTIES


def to_hospital(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "two were taken to a hospital", "sent a boy to the hospital", "treated 40 for burns"."""
    if phrase.kind is Kind.ANY or phrase.is_loose or _is_told_by_noun(phrase):
        return None
    verb = scene.word(scene.back_past(BEFORE_OBJECT, phrase.first) - 1)
    if verb in _SENDING and to_hospital_end(scene.words, phrase.last) is not None:
        return Hit(phrase, (IN_CARE,))
    if verb in _TREATING and is_for_wound(scene.words, phrase.last):
        return Hit(phrase, (_TREATED,))
    is_named = phrase.kind is Kind.NAME
    if is_around(scene, phrase) or (is_named and scene.word(phrase.first - 1) in PREPOSITIONS):
        return None
    for begin in verbs_after(scene, phrase.last):
        at = scene.past(ADVERBS | AUXILIARIES, begin)
        if BE & {scene.word(n) for n in range(begin, at)}:
            end = hospital_end(scene.words, at)
            return None if end is None else Hit(phrase, (IN_CARE,), until=end)
    return None
