"""Hits: a phrase and what happened to those it counts, and how the words between the two are read."""

from dataclasses import dataclass

from sayso.annotate.tolls.heads import TIMES
from sayso.annotate.tolls.phrases import Phrase
from sayso.annotate.tolls.predicates import LONGEST, Predicate, predicate_at
from sayso.annotate.tolls.scene import Scene
from sayso.annotate.tolls.verbs import ADVERBS, QUOTES
from sayso.annotate.words import Class
from sayso.model import Effect

# A phrase after these is a place, a time or a doer, not what was hit.
AROUND = frozenset(
    "in at on near from by against around aboard under through into across about inside outside via during"
    " despite along toward towards behind".split()
)
PREPOSITIONS = AROUND | frozenset("of for to with as alias".split())
OBJECT_OF = frozenset({"to", "for", "as"})
BEFORE_OBJECT = (
    ADVERBS | QUOTES | frozenset("the these those his her its their our my your other remaining :".split())
)
# Not done, or not yet: "to kill two", "the attempted murder of two".
UNDONE = frozenset("to attempted planned planning plotted plotting threatened".split())
SELVES = frozenset({"himself", "herself", "themselves"})
HELD = frozenset({Effect.ABDUCTED, Effect.DETAINED, Effect.MISSING})
HARMED = frozenset({Effect.KILLED, Effect.INJURED})


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase, and what happened to those it counts."""

    phrase: Phrase
    predicates: tuple[Predicate, ...]
    """One, or both of "was kidnapped and killed"."""
    until: int = 0
    """The word after the predicate, where the predicate follows the phrase."""
    is_negated: bool = False
    """Whether they are said to have come to no harm."""
    is_shared: bool = False
    """Whether it is what hits a neighbour in a list: the driver in "the driver and his passenger died"."""


def is_around(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase is the place, time or doer of something, unless that "resulted in" it."""
    before, verb = scene.word(phrase.first - 1), scene.word(phrase.first - 2)
    return before in AROUND and not (before == "in" and (verb in _TAKING or verb.startswith("result")))


_TAKING = frozenset("take takes took taking bring brings brought bringing".split())


def has_object(scene: Scene, at: int) -> bool:
    """Whether a verb that ends before word `at` has its object there, and so is not a passive participle."""
    if scene.word(at) in {"and", "or"}:
        other = predicate_at(scene.words, at + 1)
        return other is not None and has_object(scene, other[1])
    if at >= len(scene.words) or scene.word(at) in ADVERBS | TIMES or scene.word(at).endswith("day"):
        return False
    if scene.word(at) in {"less", "more"} and at not in scene.starting:
        return False  # "killed less than an hour later"
    return at in scene.starting or scene.words[at].cls in (Class.DETERMINER, Class.OPEN, Class.PRONOUN)


def predicate_before(scene: Scene, end: int) -> tuple[Predicate, int] | None:
    """The predicate that ends before word `end`, with the word it begins at."""
    for length in range(min(LONGEST, end), 0, -1):
        found = predicate_at(scene.words, end - length)
        if found is not None and found[1] == end:
            return found[0], end - length
    return None
