"""Assertion: whether the report says that it happened, was denied, is planned, possible or demanded."""

from collections.abc import Sequence

from sayso.annotate.events.denials import BEGINS_CLAUSE, denies_a_part, is_denied, is_negation
from sayso.annotate.events.lexicon import LIGHT_VERBS, VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form, verbs_by_form
from sayso.annotate.words import Class, Word
from sayso.model import Assertion

_CUES: dict[Assertion, frozenset[str]] = {
    Assertion.CALLED_FOR: frozenset(
        "demanded demand demands demanding urged urge urges urging called calls calling call asked"
        " ask asks appealed appeal appeals must should need hope hopes hoped proposed propose"
        " requested".split()
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
    "agreed appeal appeals ask asked called calls due expected going prepared ready set".split()
)
# Before a noun these doubt the party, before "of" and "to" the deed.
_OF_WHOM = frozenset({"suspected", "alleged"})
_HAS_DONE = frozenset("are did had has have is was were".split())
_BE_DONE = frozenset({"be", "being"})
_NOT_FINITE = _BE_DONE | {"been", "to"}
_AND = frozenset({"and", "but", "or"})
_PARTS_CLAUSES = frozenset({",", ";", ":", '"', "“", "”"})
_WANTS = frozenset("want wanted wanting wants".split())
_IS = frozenset("is are was were be".split())
_AHEAD = frozenset("tomorrow next scheduled".split())
_ENDS_NOUNS = ("ence", "ing", "ion", "ions", "ment", "ments", "ings")
_ASSERTION_OF = {word: assertion for assertion, cues in _CUES.items() for word in cues}
_REACH = 7


def assertion_of(words: Sequence[Word], trigger: Trigger, *, cue: str | None = None) -> Assertion:
    """How the report puts the happening: from the words that govern its trigger, then from who says so how.

    `cue` is the cue of the attribution around it, such as "demanded that".
    """
    governed = Assertion.DENIED if is_denied(words, trigger) else _governed(words, trigger)
    if governed is not Assertion.HAPPENED or cue is None:
        return governed
    said = cue.lower().split()
    told = next((_BY_CUE[word] for word in reversed(said) if word in _BY_CUE), Assertion.HAPPENED)
    if told is Assertion.DENIED and any(map(is_negation, said)):
        return Assertion.HAPPENED
    return told if told is Assertion.HAPPENED or _is_its_matter(words, trigger, told) else Assertion.HAPPENED


def _is_its_matter(words: Sequence[Word], trigger: Trigger, told: Assertion) -> bool:
    """Whether what is demanded, promised or denied is the happening itself, not one that it mentions."""
    first = trigger.first
    low = next((at + 1 for at in range(first - 1, -1, -1) if _BY_CUE.get(words[at].lower) is told), 0)
    if any(word.lower in BEGINS_CLAUSE for word in words[low:first]):
        return False
    if told is Assertion.DENIED:
        return not denies_a_part(words, trigger)
    return told is Assertion.POSSIBLE or not _is_told_of(words[low:first][::-1], words[first].lower)


def _is_told_of(before: Sequence[Word], word: str) -> bool:
    """Whether a verb's form tells of what has been: "demands that those who fled be let in".

    `before` runs from the trigger back.
    """
    helping = {other.lower for other in before[: _helping(before)]}
    is_past = Form.PAST in VERBS[word][2] if word in VERBS else word.endswith("ed")
    return not _HAS_DONE.isdisjoint(helping) or (is_past and _BE_DONE.isdisjoint(helping))


def _governed(words: Sequence[Word], trigger: Trigger) -> Assertion:
    """What the nearest word says that governs the trigger, within its clause."""
    governing = _governing(words, trigger.first)
    helped = _helping(governing)
    for distance, word in enumerate(governing):
        between = governing[:distance]
        if word.lower in _WANTS and any(other.lower == "to" for other in between):
            return Assertion.PLANNED if between[-1].lower == "to" else Assertion.CALLED_FOR
        assertion = _ASSERTION_OF.get(word.lower)
        if assertion is None:
            continue
        if word.lower in _NEED_INFINITIVE and not _ends_in_infinitive(words, trigger, between):
            continue
        if word.lower in _OF_WHOM and _is_of_a_party(between, trigger):
            continue
        if word.lower == "may" and _is_month(word, between[-1] if between else None):
            continue
        if word.cls is Class.AUXILIARY and distance >= helped and not _reaches(between, trigger):
            continue
        return assertion
    return Assertion.PLANNED if _is_to_come(words, trigger, governing) else Assertion.HAPPENED


def _governing(words: Sequence[Word], first: int) -> list[Word]:
    """The words of a trigger's clause in front of it, the nearest first."""
    governing: list[Word] = []
    for word in reversed(words[max(0, first - _REACH) : first]):
        if word.text in _PARTS_CLAUSES or (word.lower in BEGINS_CLAUSE and word.lower not in _ASSERTION_OF):
            break
        if word.lower in _AND and any(_is_finite(other) for other in governing):
            break
        governing.append(word)
        if word.lower in BEGINS_CLAUSE:
            break
    return governing


def _is_finite(word: Word) -> bool:
    """Whether an auxiliary makes a sentence of what it helps: "wants to talk and is inviting them"."""
    return word.cls is Class.AUXILIARY and word.lower not in _NOT_FINITE


def _helping(governing: Sequence[Word]) -> int:
    """How many auxiliaries and adverbs stand right before a trigger."""
    others = (at for at, word in enumerate(governing) if word.cls not in {Class.AUXILIARY, Class.ADVERB})
    return next(others, len(governing))


def _ends_in_infinitive(words: Sequence[Word], trigger: Trigger, between: Sequence[Word]) -> bool:
    """Whether "to" makes a verb of the trigger: "due to meet", not "due to flooding"."""
    helped = _helping(between)
    is_noun = words[trigger.first].lower.endswith(_ENDS_NOUNS) and words[trigger.first].lower not in VERBS
    return not is_noun and any(word.lower == "to" for word in between[helped : helped + 3])


def _reaches(between: Sequence[Word], trigger: Trigger) -> bool:
    return trigger.is_verb or _carries_out(between)


def _is_to_come(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> bool:
    """Whether it lies ahead: "the envoy is to visit", "talks next week"."""
    lead = [word.lower for word in governing[:2]]
    if lead[:1] == ["to"] and len(lead) > 1 and lead[1] in _IS:
        return True
    behind = [word.lower for word in words[trigger.last + 1 : trigger.last + 6]]
    cut = next((at for at, word in enumerate(behind) if word in _PARTS_CLAUSES), len(behind))
    return not _AHEAD.isdisjoint(behind[:cut])


def _is_of_a_party(between: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a doubt is about who did it: "suspected rebels killed two" tells of a killing all the same.

    `between` runs from the trigger back to the doubt. "Suspected of bombing" doubts the deed.
    """
    if not between:
        return trigger.is_verb
    if between[-1].lower in {"of", "to", "in"}:
        return False
    return trigger.is_verb or any(word.cls is Class.PREPOSITION for word in between)


def _is_month(word: Word, following: Word | None) -> bool:
    """Whether "May" is the month: with a capital where others are small, or before a number."""
    return word.text == "May" or (following is not None and following.text[:1].isdigit())


def _carries_out(between: Sequence[Word]) -> bool:
    """Whether an auxiliary reaches a noun through a verb that says it takes place: "will hold talks"."""
    return any(word.lower in LIGHT_VERBS for word in between)
