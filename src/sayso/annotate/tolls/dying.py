"""Dying: whether those of whom a sentence tells die before it ends: "was shot ... and later died"."""

from sayso.annotate.tolls.foretold import is_group_foretold
from sayso.annotate.tolls.hits import PREPOSITIONS, has_object
from sayso.annotate.tolls.phrases import Kind
from sayso.annotate.tolls.predicates import Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, AUXILIARIES, BE, NEGATIONS
from sayso.annotate.words import Class
from sayso.model import Effect

_REACH = 28
# A clause that one of these opens has a subject of its own, unless a participle follows: "while getting out".
_CLAUSE_OPENERS = frozenset("; but while when where because that if as before until since".split())
_LEADS = AUXILIARIES | ADVERBS | frozenset("and , who".split())


def dies_after(scene: Scene, begin: int) -> bool:
    """Whether, from word `begin` on, somebody dies, and nobody else has become the subject by then."""
    for at in range(begin, min(len(scene.words), begin + _REACH)):
        word = scene.word(at)
        if _is_death(scene, at):
            return True
        is_adverb = word == "since" and scene.word(at - 1) in AUXILIARIES  # "has since died"
        if word in _CLAUSE_OPENERS and not is_adverb and not scene.word(at + 1).endswith("ing"):
            return False
        if scene.words[at].cls is Class.RELATIVE and scene.is_of_nearer(begin, at):
            return False
        if word in {"he", "she"} and scene.word(at - 1) == "where":
            continue  # "was taken to a hospital where he died"
        if scene.words[at].cls is Class.PRONOUN and word not in {"himself", "herself", "themselves"}:
            return False
        if _is_subject(scene, at):
            return False
    return False


def _is_death(scene: Scene, at: int) -> bool:
    found = predicate_at(scene.words, at)
    if found is None or found[0].effect is not Effect.KILLED:
        return False
    is_verb = scene.word(at).endswith(("ed", "es")) and found[0].side == Side.BEFORE
    if not is_verb and scene.word(at - 1) not in _LEADS:
        return False
    begin = scene.back_past(ADVERBS | AUXILIARIES, at)
    said = {scene.word(n) for n in range(begin, at)}
    if is_group_foretold(scene, begin, at, found[0]):
        return False
    if said & NEGATIONS or (found[0].side != Side.BEFORE and has_object(scene, found[1])):
        return False
    return bool(found[0].side & Side.BEFORE or (found[0].side & Side.PASSIVE and said & BE))


def _is_subject(scene: Scene, at: int) -> bool:
    """Whether somebody is told of at word `at` who may die or kill in place of the one told of before."""
    number = scene.starting.get(at)
    if number is None or scene.word(at - 1) in PREPOSITIONS:
        return False
    phrase = scene.phrases[number]
    is_aside = scene.word(at - 1) == "," and not phrase.is_partitive  # not "17 wounded, six of whom died"
    return not phrase.is_loose and phrase.kind is not Kind.ANY and not is_aside
