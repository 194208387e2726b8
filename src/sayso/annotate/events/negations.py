"""Negations: what a sentence says did not happen with a "not", a "no" or a "nobody" around its trigger."""

from collections.abc import Sequence
from itertools import pairwise

from sayso.annotate.events.lexicon import LIGHT_VERBS, VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import Class, Word
from sayso.model import EventType

_NOT = frozenset("not never cannot".split())
_NOT_ENDS = ("n't", "n’t")
_NOBODY = frozenset("neither no nobody none nor nothing".split())
_NO_MATTER = frozenset("business doubt fewer less longer matter more sooner time".split())
"""After "no" they deny nothing of what follows: "no doubt rebels did it"."""
_REACHES = frozenset("conclude hold make reach secure sign".split())
_ANY = frozenset("a an any one single".split())
_DEFINITE = frozenset("her his its my our that the their these this those your".split())
_OF_ONE = frozenset("of a any single".split())
_REFUSES = frozenset(
    "decline declined declines declining fail failed failing fails refuse refused refuses refusing unable"
    " unwilling unlikely".split()
)
_DECIDES = frozenset("choose chose decided decides decision opted".split())
_VOTES = frozenset("vote voted votes voting".split())
_NOTHING_OF = frozenset(
    "chance indication intention plan plans possibility prospect question sign signs way".split()
)
"""After "no" they deny what they are of: "no sign of a truce"."""
BEGINS_CLAUSE = frozenset(
    "after although amid as because before but despite during following if over since though unless until"
    " when where whereas which while who whom whose".split()
)
"""Words with which a clause begins that says something else."""
ENDS_CLAUSE = frozenset({",", ";", ":", '"', "“", "”"})
"""Marks with which a clause may end."""
_SUPPOSES = frozenset("if unless until long".split())
_MAY = frozenset("could may might must should".split())
_HOLDS_BACK = frozenset("hesitate hesitated only just".split())
_SO_MUCH = frozenset(
    (first, second) for first in ("as", "so") for second in ("few", "high", "long", "many", "much")
)
_REACH = 8


def is_negation(word: str) -> bool:
    """Whether a word in small letters is a "not", or ends in one: "hasn't"."""
    return word in _NOT or word.endswith(_NOT_ENDS)


def negates(word: str) -> bool:
    """Whether a word in small letters is a "not" or says that there is none: "nobody"."""
    return word in _NOBODY or is_negation(word)


def is_compared(words: Sequence[Word]) -> bool:
    """Whether nothing is said to be or do so much: "no raid has killed so many", of one that did."""
    return any((one.lower, other.lower) in _SO_MUCH for one, other in pairwise(words))


def is_negated(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a trigger is said not to be, to be nobody's, of nobody, or to have no sign or chance."""
    if is_compared(words[trigger.last + 1 : trigger.last + 1 + _REACH]):
        return False
    return (
        _is_reached(words, trigger.first)
        or _is_of_nobody(words, trigger.first)
        or (trigger.is_verb and _has_no_object(words, trigger))
        or _is_none_of(words, trigger.first)
        or _is_decided_against(words, trigger.first)
    )


def _is_reached(words: Sequence[Word], first: int) -> bool:
    """Whether a "not" reaches it.

    It does past auxiliaries, past a verb that wants it ("not want to") and past one that only carries it out
    ("not launched any attack").
    """
    at, low = first, max(0, first - _REACH)
    while at > low:
        word = words[at - 1]
        if word.lower in _HOLDS_BACK or word.lower in _MAY:
            return False
        if is_negation(word.lower):
            return not (_is_conditional(words, at - 1) or _follows(words, first, "until"))
        if word.lower == "longer" and at > 1 and words[at - 2].lower == "no":
            return True
        if word.cls in {Class.AUXILIARY, Class.ADVERB}:
            at -= 1
        elif word.lower == "to" and at > 1 and words[at - 2].lower == "yet":
            return True
        elif word.lower == "to" and at > 2 and is_negation(words[at - 2].lower):
            return words[at - 3].lower in _DECIDES
        elif word.lower == "to" and at - 2 >= low and words[at - 2].cls is Class.OPEN:
            at -= 2
            if words[at].lower in _REFUSES | _HOLDS_BACK:
                return words[at].lower in _REFUSES and not _is_attempt(words[at], words[first])
        elif word.cls in {Class.OPEN, Class.DETERMINER, Class.NUMBER}:
            return _carries_out_nothing(words, at, low)
        else:
            return word.lower == "without"
    return False


def _is_attempt(verb: Word, deed: Word) -> bool:
    """Whether who "failed to" do something has tried: to attack, not to agree."""
    is_force = deed.lower in VERBS and VERBS[deed.lower][1] is EventType.ASSAULT
    return is_force and verb.lower.startswith("fail")


def _follows(words: Sequence[Word], at: int, word: str) -> bool:
    return any(other.lower == word for other in words[at + 1 : at + 3])


def _is_conditional(words: Sequence[Word], at: int) -> bool:
    """Whether the clause up to a "not" only supposes it: "if they do not withdraw"."""
    while at > 0 and words[at - 1].cls is not Class.MARK:
        at -= 1
        if words[at].lower in _SUPPOSES:
            return True
    return words[at].lower == "had"


def _carries_out_nothing(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the phrase that ends here is the object of a verb that is said not to have carried it out."""
    is_any = is_whole = False
    while at > low and words[at - 1].cls in {Class.OPEN, Class.DETERMINER, Class.NUMBER}:
        at -= 1
        if words[at].lower == "no":
            return not is_whole and _counts_as_nothing(words, at)
        if words[at].lower in LIGHT_VERBS or (is_any and words[at].cls is Class.OPEN):
            break
        is_any = words[at].lower in _ANY
        is_whole = is_whole or words[at].lower in _DEFINITE
    else:
        return False
    if words[at].lower in _REACHES and words[at - 1].lower == "to" and at - 1 > low:
        return any(word.lower in _REFUSES for word in words[max(low, at - 3) : at - 1])
    while at > low and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
        if is_negation(words[at].lower):
            return words[at + 1].lower not in _HOLDS_BACK
    return False


def _counts_as_nothing(words: Sequence[Word], at: int) -> bool:
    """Whether a "no" says that there is none; "No 4 battalion" is one."""
    ahead = words[at + 1]
    return ahead.lower not in _NO_MATTER and ahead.cls is not Class.NUMBER


def _is_of_nobody(words: Sequence[Word], first: int) -> bool:
    """Whether the verb's subject is nobody: "neither side attacked", "no prisoners were freed"."""
    at = first
    while at > 0 and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
    for before in range(at - 1, max(-1, at - 6), -1):
        word = words[before]
        if word.lower in _NOBODY or (word.lower == "not" and words[before + 1].lower in _ANY):
            is_subject = before == 0 or words[before - 1].cls is not Class.PREPOSITION
            return is_subject and before + 1 < first and _counts_as_nothing(words, before)
        if word.cls not in {Class.OPEN, Class.NUMBER, Class.PRONOUN} and word.lower not in _OF_ONE:
            return False
    return False


def _has_no_object(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether it was done to nobody: "hit nothing", "killed no one"."""
    return any(word.lower in _NOBODY for word in words[trigger.first + 1 : trigger.last + 2])


def _is_none_of(words: Sequence[Word], first: int) -> bool:
    """Whether there is said to be no sign, plan or chance of it."""
    for at in range(first - 1, max(0, first - _REACH), -1):
        if words[at].cls is Class.MARK or words[at].lower in BEGINS_CLAUSE:
            return False
        if words[at].lower in _NOTHING_OF and words[at - 1].lower == "no":
            return words[at + 1].lower in {"for", "of", "that", "to"}
    return False


def _is_decided_against(words: Sequence[Word], first: int) -> bool:
    """Whether those who could do it choose not to: "decided against sending troops"."""
    at = first
    while at > 0 and words[at - 1].cls in {Class.OPEN, Class.DETERMINER, Class.NUMBER, Class.ADVERB}:
        at -= 1
    return at > 1 and words[at - 1].lower == "against" and words[at - 2].lower in _DECIDES | _VOTES
