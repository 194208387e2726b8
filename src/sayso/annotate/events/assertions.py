"""Assertion: whether the report says that it happened, was denied, is planned, possible or demanded."""

from collections.abc import Sequence

from sayso.annotate.events.lexicon import LIGHT_VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import Class, Word
from sayso.model import Assertion

_CUES: dict[Assertion, frozenset[str]] = {
    Assertion.DENIED: frozenset("not no never without denied denies deny denying cancelled canceled".split()),
    Assertion.CALLED_FOR: frozenset(
        "demanded demand demands demanding urged urge urges urging called calls calling call asked"
        " ask asks appealed appeal appeals must should need hope hopes hoped proposed propose wants"
        " want wanted requested".split()
    ),
    Assertion.POSSIBLE: frozenset(
        "may might could possible possibly suspected alleged allegedly if whether potential feared"
        " possibility".split()
    ),
    Assertion.PLANNED: frozenset(
        "will would shall plan plans planned planning threatened threaten threatens threatening vowed"
        " vow vows promised expected scheduled prepared preparing going intends intend ready agreed"
        " due set".split()
    ),
}
# Only "to" or a noun phrase ties these to the trigger: "agreed to withdraw", "set to meet".
_NEED_INFINITIVE = frozenset(
    "agreed going set ready due prepared expected want wants wanted called calls ask".split()
)
_NEGATIONS = frozenset({"not", "never", "no", "without"})
_NOTHING = frozenset({"nothing", "nobody", "no", "none"})
_REACH = 7


def assertion_of(words: Sequence[Word], trigger: Trigger) -> Assertion:
    """How the sentence puts the happening, from the words that govern its trigger."""
    governing: list[Word] = []
    for at in range(trigger.first - 1, max(-1, trigger.first - 1 - _REACH), -1):
        word = words[at]
        if word.text in {",", ";", ":", '"', "“", "”"} or word.lower in {"that", "but", "which", "who"}:
            break
        governing.append(word)
    behind = words[trigger.first + 1 : trigger.last + 2]
    if trigger.is_verb and any(word.lower in _NOTHING for word in behind):
        return Assertion.DENIED
    has_infinitive = any(word.lower == "to" for word in governing[:3])
    for assertion, cues in _CUES.items():
        for distance, word in enumerate(governing):
            if word.lower not in cues:
                continue
            if word.lower in _NEED_INFINITIVE and not has_infinitive:
                continue
            if word.lower in _NEGATIONS and not _negates(governing[:distance], trigger):
                continue
            if word.cls is Class.AUXILIARY and not trigger.is_verb and not _carries_out(governing[:distance]):
                continue
            return assertion
    return Assertion.HAPPENED


def _carries_out(between: Sequence[Word]) -> bool:
    """Whether an auxiliary reaches a noun through a verb that says it takes place: "will hold talks"."""
    return any(word.lower in LIGHT_VERBS for word in between)


def _negates(between: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a negation reaches the trigger: past auxiliaries to a verb, past adjectives to a noun."""
    passed = {Class.AUXILIARY, Class.ADVERB} if trigger.is_verb else {Class.OPEN}
    return len(between) <= 2 and all(word.cls in passed for word in between)
