"""Assertion: whether the report says that it happened, was denied, is planned, possible or demanded."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.events.denials import denies_a_part, is_denied, is_left_open
from sayso.annotate.events.governing import governed, helping, is_ended_or_judged, may_be_noun
from sayso.annotate.events.implied import is_implied
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.negations import BEGINS_CLAUSE, is_negation
from sayso.annotate.events.questions import is_asked
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form, verbs_by_form
from sayso.annotate.words import Class, Word
from sayso.model import Assertion

_CALLING = frozenset("call called calling calls".split())
_ASSERTED_BY: dict[Assertion, str] = {
    Assertion.DENIED: "deny",
    Assertion.CALLED_FOR: "appeal ask demand hope order propose recommend request urge want",
    Assertion.PLANNED: "pledge promise threaten vow",
    Assertion.POSSIBLE: "allege doubt fear speculate suspect",
}
_BY_CUE = {
    form: assertion
    for assertion, verbs in _ASSERTED_BY.items()
    for form, (_, forms) in verbs_by_form(verbs.split()).items()
    if forms != frozenset({Form.ING})
} | {"allegation": Assertion.POSSIBLE, "allegations": Assertion.POSSIBLE}
_HAS_DONE = frozenset("are did had has have is was were".split())
_BE_DONE = frozenset({"be", "being"})
_DEMANDS = frozenset({"must", "should"})
_REACH = 12


def assertion_of(words: Sequence[Word], trigger: Trigger, *, cue: str | None = None) -> Assertion:
    """How the report puts the happening: from the words that govern its trigger, then from who says so how.

    `cue` is the cue of the attribution around it, such as "demanded that".
    """
    if is_left_open(words, trigger) or is_asked(words, trigger):
        return Assertion.POSSIBLE
    if is_implied([word.lower for word in words[max(0, trigger.first - _REACH) : trigger.first]]):
        return Assertion.HAPPENED
    put = Assertion.DENIED if is_denied(words, trigger) else governed(words, _bare(words, trigger))
    if put is not Assertion.HAPPENED or cue is None:
        return put
    said = cue.lower().split()
    told = next((_BY_CUE[word] for word in reversed(said) if word in _BY_CUE), Assertion.HAPPENED)
    if not _CALLING.isdisjoint(said) and not {"for", "on", "upon"}.isdisjoint(said):
        told = Assertion.CALLED_FOR
    if told is Assertion.DENIED and any(map(is_negation, said)):
        return Assertion.HAPPENED
    return told if told is Assertion.HAPPENED or _is_its_matter(words, trigger, told) else Assertion.HAPPENED


def _bare(words: Sequence[Word], trigger: Trigger) -> Trigger:
    """The trigger without what says how it is put: of "will punish", "punish".

    "Will not talk" is a refusal and "must answer" a demand, which happen.
    """
    first = trigger.first
    while first < trigger.last and (words[first].cls is Class.AUXILIARY or words[first].lower == "to"):
        first += 1
    own = [word.lower for word in words[trigger.first : first]]
    if not own or any(word in _DEMANDS or is_negation(word) for word in own):
        return trigger
    return replace(trigger, first=first, head=max(first, trigger.head), is_verb=words[first].lower in VERBS)


def _is_its_matter(words: Sequence[Word], trigger: Trigger, told: Assertion) -> bool:
    """Whether what is demanded, promised or denied is the happening itself, not one that it mentions."""
    first = trigger.first
    low = next((at + 1 for at in range(first - 1, -1, -1) if _BY_CUE.get(words[at].lower) is told), 0)
    if any(word.lower in BEGINS_CLAUSE for word in words[low:first]):
        return False
    if told is Assertion.DENIED:
        return not denies_a_part(words, trigger)
    before = words[low:first][::-1]
    if may_be_noun(words, trigger) and (_is_beside(before) or is_ended_or_judged(before)):
        return False
    return told is Assertion.POSSIBLE or not _is_told_of(words[low:first][::-1], words[first].lower)


def _is_beside(before: Sequence[Word]) -> bool:
    """Whether a noun is but where it is said or done: "at a meeting". `before` runs from it back."""
    others = (word.lower for word in before if word.cls not in {Class.DETERMINER, Class.OPEN})
    return next(others, "") == "at"


def _is_told_of(before: Sequence[Word], word: str) -> bool:
    """Whether a verb's form tells of what has been: "demands that those who fled be let in".

    `before` runs from the trigger back.
    """
    helped_by = {other.lower for other in before[: helping(before)]}
    is_past = Form.PAST in VERBS[word][2] if word in VERBS else word.endswith("ed")
    return not _HAS_DONE.isdisjoint(helped_by) or (is_past and _BE_DONE.isdisjoint(helped_by))
