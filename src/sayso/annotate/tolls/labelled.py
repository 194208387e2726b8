"""Labelled: numbers that a label or a kind says the meaning of: "Deaths: 18", "of whom 41 were children"."""

from dataclasses import replace

from sayso.annotate.tolls.groups import PERSONS, group_of_noun, is_plural
from sayso.annotate.tolls.hits import Hit, predicate_before
from sayso.annotate.tolls.phrases import Kind, Phrase
from sayso.annotate.tolls.predicates import COUNT_NOUNS, Predicate, Side, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, BE
from sayso.annotate.words import Class

_POINTING = frozenset(": - – — = |".split())
_OPENING = frozenset(["", ";", ",", ".", "•", "*", "-", "–", "|", "(", ")", "·", "and"])
_LONGEST_LABEL = 4
_OF_THEM = frozenset({("of", "whom"), ("of", "them"), ("of", "which"), ("of", "those")})


def as_labelled(scene: Scene, phrase: Phrase) -> Hit | None:
    """ "Missing: 4", "Civilians killed: 12": the label says what befell those counted, and who they are."""
    colon = phrase.first - 1
    if phrase.kind is not Kind.NUMBER or scene.word(colon) not in _POINTING or phrase.is_partitive:
        return None
    told, begin = _told_before(scene, colon)
    if told is None or _tells_itself(scene, phrase):
        return None
    first = begin
    while first > max(0, begin - _LONGEST_LABEL) and scene.words[first - 1].cls is Class.OPEN:
        first -= 1
    if scene.word(first - 1) not in _OPENING:
        return None
    nouns = phrase.nouns or tuple(scene.word(at) for at in range(first, begin))
    return Hit(replace(phrase, nouns=nouns), (told,), until=phrase.last)


def _tells_itself(scene: Scene, phrase: Phrase) -> bool:
    """Whether what is behind the label says better what befell them: "Casualties: 3 deaths, 5 wounded"."""
    after = predicate_at(scene.words, scene.past(ADVERBS, phrase.last))
    return after is not None or (phrase.nouns[-1:] != () and phrase.nouns[-1] in COUNT_NOUNS)


def _told_before(scene: Scene, end: int) -> tuple[Predicate | None, int]:
    """What a label that ends before word `end` says befell somebody, and the word at which it says so."""
    if scene.word(end - 1) in COUNT_NOUNS:
        return Predicate(COUNT_NOUNS[scene.word(end - 1)], Side.AFTER), end - 1
    found = predicate_before(scene, end)
    return (None, end) if found is None else (found[0], found[1])


def as_kind(scene: Scene, phrase: Phrase, hit: Hit | None) -> Hit | None:
    """Those of the ones hit who are of a kind: "… were killed, of whom 41 were children".

    `hit` is that of the ones told of before, where there are any.
    """
    if not phrase.is_loose or scene.word(phrase.last) not in BE:
        return None
    at = scene.past(ADVERBS, phrase.last + 1)
    noun = scene.word(at)
    if not (is_plural(noun) and group_of_noun(noun) in PERSONS):
        return None
    before = tuple(scene.word(n) for n in range(phrase.first - 2, phrase.first))
    is_of_first = scene.word(0) == "of" and before[1] == ","  # "Of the 23 killed, nine were women"
    if not is_of_first and before not in _OF_THEM:
        return None
    if hit is None:
        told, _ = _told_before(scene, phrase.first - 1)
        hit = None if told is None or not is_of_first else Hit(phrase, (told,))
    return None if hit is None else replace(hit, phrase=replace(phrase, nouns=(noun,)), until=at + 1)
