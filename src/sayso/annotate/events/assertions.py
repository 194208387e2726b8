"""Assertion: whether the report says that it happened, was denied, is planned, possible or demanded."""

from collections.abc import Sequence

from sayso.annotate.events.lexicon import LIGHT_VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form, verbs_by_form
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
# What the cue of an attribution says about the happenings inside its content.
_ASSERTED_BY: dict[Assertion, str] = {
    Assertion.DENIED: "deny",
    Assertion.CALLED_FOR: "appeal ask demand hope order propose recommend request urge",
    Assertion.PLANNED: "pledge promise threaten vow",
    Assertion.POSSIBLE: "doubt fear speculate suspect",
}
_BY_CUE = {
    form: assertion
    for assertion, verbs in _ASSERTED_BY.items()
    for form, (_, forms) in verbs_by_form(verbs.split()).items()
    if forms != frozenset({Form.ING})
}
# Only "to" or a noun phrase ties these to the trigger: "agreed to withdraw", "set to meet".
_NEED_INFINITIVE = frozenset(
    "agreed going set ready due prepared expected want wants wanted called calls ask".split()
)
# Before a noun these doubt the party, before "of" and "to" the deed.
_OF_WHOM = frozenset({"suspected", "alleged"})
_NEGATIONS = frozenset({"not", "never", "no", "without"})
_NOTHING = frozenset({"nothing", "nobody", "no", "none"})
_REACH = 7
# Words with which reports take back, deny or call off, and how longer ones begin and end.
_TAKES_BACK = frozenset(
    "no not nor never none nobody nothing neither without cannot false falsely untrue hardly yet contrary"
    " instead far against unable unlikely absurd ruled rules rule ruling broke broken".split()
)
_TAKES_BACK_BEGINS = (
    "deni", "deny", "rumo", "baseless", "dismiss", "reject", "refut", "disput", "cancel", "call", "postpon",
    "scrap", "fail", "refus", "prevent", "halt", "stop", "suspend", "abort", "avert", "avoid", "evad", "foil",
    "declin", "abandon", "boycott", "lack", "delay", "block", "collaps", "incorrect", "falsif", "discredit",
)  # fmt: skip
_TAKES_BACK_ENDS = ("n't", "n’t")


def may_deny(words: Sequence[Word]) -> bool:
    """Whether a sentence has a word that can deny: nine denials in ten have one, one deed in five."""
    return any(
        word.lower in _TAKES_BACK
        or word.lower.startswith(_TAKES_BACK_BEGINS)
        or word.lower.endswith(_TAKES_BACK_ENDS)
        for word in words
    )


def assertion_of(words: Sequence[Word], trigger: Trigger, *, cue: str | None = None) -> Assertion:
    """How the report puts the happening: from the words that govern its trigger, then from who says so how.

    `cue` is the cue of the attribution around it, such as "demanded that".
    """
    governed = _governed(words, trigger)
    if governed is not Assertion.HAPPENED or cue is None:
        return governed
    said = reversed(cue.lower().split())
    return next((_BY_CUE[word] for word in said if word in _BY_CUE), Assertion.HAPPENED)


def _governed(words: Sequence[Word], trigger: Trigger) -> Assertion:
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
            if word.lower in _OF_WHOM and _is_of_a_party(governing[:distance], trigger):
                continue
            if word.lower == "may" and _is_month(word, governing[distance - 1] if distance else None):
                continue
            if word.lower in _NEGATIONS and not _negates(governing[:distance], trigger):
                continue
            if word.cls is Class.AUXILIARY and not trigger.is_verb and not _carries_out(governing[:distance]):
                continue
            return assertion
    return Assertion.HAPPENED


def _is_of_a_party(between: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a doubt is about who did it: "suspected rebels killed two" tells of a killing all the same.

    `between` runs from the trigger back to the doubt. "Suspected of bombing" doubts the deed.
    """
    if not between:
        return trigger.is_verb
    return between[-1].lower not in {"of", "to", "in"} and trigger.is_verb


def _is_month(word: Word, following: Word | None) -> bool:
    """Whether "May" is the month: with a capital where others are small, or before a number."""
    return word.text == "May" or (following is not None and following.text[:1].isdigit())


def _carries_out(between: Sequence[Word]) -> bool:
    """Whether an auxiliary reaches a noun through a verb that says it takes place: "will hold talks"."""
    return any(word.lower in LIGHT_VERBS for word in between)


def _negates(between: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a negation reaches the trigger: past auxiliaries to a verb, past adjectives to a noun."""
    passed = {Class.AUXILIARY, Class.ADVERB} if trigger.is_verb else {Class.OPEN}
    return len(between) <= 2 and all(word.cls in passed for word in between)
