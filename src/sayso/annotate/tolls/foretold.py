"""Foretold: whether what befalls somebody is only supposed, asked, or still to come."""

from collections.abc import Sequence

from sayso.annotate.tolls.hits import BEFORE_OBJECT, predicate_before
from sayso.annotate.tolls.phrases import Phrase
from sayso.annotate.tolls.predicates import Predicate, Side
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS
from sayso.annotate.words import Class, Word

_SUPPOSING = frozenset("if unless whenever lest whether".split())
_MODALS = frozenset("may might could would will shall should can must won't wouldn't couldn't can't".split())
# "May have died" and "would later die" tell of what was; "could be 300 wounded" counts those that there are.
_OF_WHAT_WAS = frozenset("have 've later eventually".split())
# Verbs that say of whom they have as an object what comes behind: "could leave thousands homeless".
_LEAVING = frozenset("leave see take claim cost cause force put bring mean".split())
_JOINING = frozenset({"and", "or", ","})
_JOINT_REACH = 12
_BETWEEN = ADVERBS | {"not", "n't"}
_PAST = ("ed", "ing", "s", "shot", "hurt", "burnt", "slain", "slew", "lost", "struck", "blew", "broke")


def is_supposed(scene: Scene, phrase: Phrase) -> bool:
    """Whether what befalls them is only supposed: "if two are killed", "any time one of us is hurt"."""
    at = scene.back_past(ADVERBS, phrase.first)
    before = scene.word(at - 1)
    return before in _SUPPOSING or (before == "time" and scene.word(at - 2) in {"any", "every", "each"})


def is_yet_to_be(scene: Scene, phrase: Phrase) -> bool:
    """Whether a verb in front of a phrase is still to do its deed: "could kill thousands"."""
    end = scene.back_past(BEFORE_OBJECT, phrase.first)
    verb = predicate_before(scene, end)
    if verb is None and scene.word(end - 1) not in _LEAVING:
        return False
    return is_foretold(scene, end - 1 if verb is None else verb[1])


def is_foretold(scene: Scene, verb: int) -> bool:
    """Whether the verb at word `verb` tells what may come: "will die", "could wound or kill"."""
    before = scene.back_past(_BETWEEN, verb)
    if scene.word(before - 1) == "have":
        return scene.word(before - 2) == "could"  # nor has what "could have killed" them
    if scene.word(before - 1) in _MODALS:
        return not any(scene.word(at) in _OF_WHAT_WAS for at in range(before, verb))
    if scene.word(before - 1) not in _JOINING or scene.word(verb).endswith(_PAST):
        return False
    for at in range(before - 2, max(-1, before - _JOINT_REACH), -1):
        is_joint = scene.word(at) in _JOINING
        if scene.words[at].cls in (Class.AUXILIARY, Class.RELATIVE, Class.CONJUNCTION) and not is_joint:
            return scene.word(at) in _MODALS
    return False


def is_group_foretold(scene: Scene, begin: int, end: int, predicate: Predicate) -> bool:
    """Whether the auxiliaries in words `[begin, end)` say that their verb is still to come: "will be killed".

    What "may be dead" is a count of how it stands.
    """
    said = {scene.word(at) for at in range(begin, end)}
    is_state = "be" in said and not predicate.side & Side.PASSIVE
    return not said.isdisjoint(_MODALS) and said.isdisjoint(_OF_WHAT_WAS) and not is_state


def is_asked(words: Sequence[Word]) -> bool:
    """Whether a sentence asks whether anything happened at all: "Did the strike kill 12?"."""
    return words[0].cls is Class.AUXILIARY and any(word.text == "?" for word in words[-2:])
