"""Denials: what a sentence says did not happen, told from the words around its trigger."""

from collections.abc import Sequence

from sayso.annotate.events.lexicon import LIGHT_VERBS, VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import Class, Word
from sayso.model import EventType

_NOT = frozenset("not never cannot".split())
_NOT_ENDS = ("n't", "n’t")
_NOBODY = frozenset("neither no nobody none nor nothing".split())
_NO_MATTER = frozenset("business doubt fewer less longer matter more sooner time".split())
"""After "no" they deny nothing of what follows: "no doubt rebels did it"."""
_DENIES = frozenset(
    "debunk debunked denial denials denied denies deny denying disprove disproved rebut rebutted refute"
    " refuted refutes refuting".split()
)
_DISMISSES = frozenset(
    "contradict contradicted contradicts discount discounted dismiss dismissed dismisses dismissing dispute"
    " disputed disputes disputing reject rejected rejecting rejects".split()
)
"""They deny only what was claimed: whoever rejects a deal has one before them."""
_CLAIMS = frozenset(
    "accusation accusations account accounts allegation allegations assertion assertions charge charges claim"
    " claims contention count counts idea notion possibility report reports rumor rumors rumour rumours"
    " speculation suggestion suggestions".split()
)
"""Words for what somebody says without having shown it."""
_RETRACTS = frozenset(
    "recant recanted recants retract retracted retracting retracts withdraw withdrawing withdrawn"
    " withdrew".split()
)
_STATES = _CLAIMS | {"statement", "statements"}
_LIES = frozenset("lie lied lies lying".split())
"""Of a lie "that" something happened: verb or noun."""
_REACHES = frozenset("conclude hold make reach secure sign".split())
_ANY = frozenset("a an any one single".split())
_OF_ONE = frozenset("of a any single".split())
PART_IN = frozenset(
    "complicity connection connections hand involvement knowledge link links part participation"
    " responsibility responsible role ties".split()
)
"""Who denies a part in it does not deny that it happened."""
_FALSE = frozenset(
    "absurd baseless bogus fabricated fabrication fabrications fake false groundless incorrect invented lie"
    " lies nonsense unfounded untrue wrong".split()
)
_FALSE_THAT = ("not true that", "untrue that", "false that", "no truth")
_REFUSES = frozenset(
    "decline declined declines declining fail failed failing fails refuse refused refuses refusing unable"
    " unwilling unlikely".split()
)
_DECIDES = frozenset("choose chose decided decides decision opted".split())
_NOTHING_OF = frozenset(
    "chance indication intention plan plans possibility prospect question sign signs way".split()
)
"""After "no" they deny what they are of: "no sign of a truce"."""
_CALLS_OFF = frozenset(
    "abandon abandoned abort aborted cancel canceled cancelled cancelling scrap scrapped".split()
)
_CALLED = frozenset("call called calling calls".split())
_CALLED_OFF_REACH = 12
BEGINS_CLAUSE = frozenset(
    "after although amid as because before but despite during following if over since though unless until"
    " when where whereas which while who whom whose".split()
)
"""Words with which a clause begins that says something else."""
_RULES = frozenset("rule ruled rules ruling".split())
_SAYING = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
"""What is done in words."""
_SUPPOSES = frozenset("if unless until long".split())
_MAY = frozenset("could may might must should".split())
_HOLDS_BACK = frozenset("hesitate hesitated only just".split())
_REACH, _FAR = 8, 18
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


def may_deny(words: Sequence[Word]) -> bool:
    """Whether a sentence has a word that can deny: nine denials in ten have one, one deed in five."""
    return any(
        word.lower in _TAKES_BACK
        or word.lower.startswith(_TAKES_BACK_BEGINS)
        or word.lower.endswith(_NOT_ENDS)
        for word in words
    )


def is_denied(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether the words around a trigger say that what it names did not, does not or shall not happen.

    A "not" of the trigger's own, as in "will not attend", names a refusal, which happens.
    """
    first, last = trigger.first, trigger.last
    if _is_of_what_is_taken_back(words, first):
        return False
    return (
        _is_negated(words, first)
        or _is_of_nobody(words, first)
        or (trigger.is_verb and _has_no_object(words, trigger))
        or _is_none_of(words, first)
        or _is_taken_back(words, first)
        or _is_false(words, first, last)
        or _is_called_off(words, first, last)
    )


def _is_of_what_is_taken_back(words: Sequence[Word], first: int) -> bool:
    """Whether a denial itself is taken back: "withdrew its statement that nobody was held"."""
    for at in range(first - 1, max(-1, first - _FAR), -1):
        if words[at].lower in _RETRACTS:
            between = [word.lower for word in words[at + 1 : first]]
            return _is_stated(between) and any(map(_negates, between))
    return False


def denies_a_part(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether what is denied around a trigger is a part in it, or that trigger is but a claim."""
    lead = [word.lower for word in words[max(0, trigger.first - _REACH) : trigger.first]]
    return words[trigger.last].lower in _CLAIMS or not PART_IN.isdisjoint(lead)


def denies(word: str) -> bool:
    """Whether a word in small letters denies what follows: "denied any role in the raid"."""
    return word in _DENIES


def is_denial(cue: str) -> bool:
    """Whether a cue says that its source denies or dismisses what is said."""
    return not (_DENIES | _DISMISSES).isdisjoint(cue.lower().split())


def is_claim(cue: str) -> bool:
    """Whether a cue is a noun for what is said without being shown, which somebody else may deny."""
    return not (_CLAIMS.isdisjoint(cue.lower().split()) or is_denial(cue))


def is_negation(word: str) -> bool:
    """Whether a word in small letters is a "not", or ends in one: "hasn't"."""
    return word in _NOT or word.endswith(_NOT_ENDS)


def _is_negated(words: Sequence[Word], first: int) -> bool:
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
        elif word.lower == "to" and at > 2 and is_negation(words[at - 2].lower):
            return words[at - 3].lower in _DECIDES
        elif word.lower == "to" and at - 2 >= low and words[at - 2].cls is Class.OPEN:
            at -= 2
            if words[at].lower in _REFUSES | _HOLDS_BACK:
                return words[at].lower in _REFUSES
        elif word.cls in {Class.OPEN, Class.DETERMINER, Class.NUMBER}:
            return _carries_out_nothing(words, at, low)
        else:
            return word.lower == "without"
    return False


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
    is_any = False
    while at > low and words[at - 1].cls in {Class.OPEN, Class.DETERMINER, Class.NUMBER}:
        at -= 1
        if words[at].lower == "no":
            return _counts_as_nothing(words, at)
        if words[at].lower in LIGHT_VERBS or (is_any and words[at].cls is Class.OPEN):
            break
        is_any = words[at].lower in _ANY
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


def _is_taken_back(words: Sequence[Word], first: int) -> bool:
    for at in range(first - 1, max(-1, first - _FAR), -1):
        lower = words[at].lower
        if lower in BEGINS_CLAUSE or words[at].text in {";", ":", '"', "“", "”"} or _speaks_on(words, at):
            return False
        between = [word.lower for word in words[at + 1 : first]]
        if lower in _DENIES or (lower in _DISMISSES and _is_of_a_claim(between)):
            return _reaches(words, at, first)
        if (lower in _RETRACTS and _is_stated(between)) or (lower in _LIES and between[:1] == ["that"]):
            return not (_is_turned(words, at) or any(map(_negates, between)))
        if lower in _RULES and between[:1] == ["out"]:
            return len(between) <= _REACH and not _is_turned(words, at)
    return False


def is_left_open(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether it is not ruled out: "would not rule out sending troops"."""
    for at in range(trigger.first - 2, max(-1, trigger.first - _REACH), -1):
        if words[at].lower in BEGINS_CLAUSE or words[at].cls is Class.MARK:
            return False
        if words[at].lower in _RULES and words[at + 1].lower == "out":
            return _is_turned(words, at)
    return False


def _speaks_on(words: Sequence[Word], at: int) -> bool:
    """Whether a speaker goes on to say something else: "denied that it fired and accused the rebels"."""
    _, type_, _ = VERBS.get(words[at + 1].lower, ("", None, None))
    return words[at].lower in {"and", "but"} and type_ in _SAYING


def _negates(word: str) -> bool:
    return word in _NOBODY or is_negation(word)


def _is_stated(between: Sequence[str]) -> bool:
    """Whether what is taken back is a statement that something happened."""
    at = next((at for at, word in enumerate(between) if word in _STATES), None)
    return at is not None and between[at + 1 : at + 2] == ["that"]


def _is_of_a_claim(between: Sequence[str]) -> bool:
    """Whether what is rejected is the claim that it happened: "reports that", "any suggestion of"."""
    at = next((at for at, word in enumerate(between) if word in _CLAIMS), None)
    return at is not None and not {"that", "of", "about"}.isdisjoint(between[at + 1 : at + 6])


def _reaches(words: Sequence[Word], at: int, first: int) -> bool:
    between = [word.lower for word in words[at + 1 : first]]
    if _is_turned(words, at) or not PART_IN.isdisjoint(between) or words[first].lower in _CLAIMS:
        return False
    linked = next((word for word in between if word in {"that", "and", "but", ",", "to"}), None)
    return linked == "that" or (linked is None and len(between) <= _REACH)


def _is_turned(words: Sequence[Word], at: int) -> bool:
    """Whether the denying is denied itself: "does not deny"."""
    while at > 0 and words[at - 1].cls in {Class.AUXILIARY, Class.ADVERB}:
        at -= 1
        if is_negation(words[at].lower):
            return True
    return False


def _is_false(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is said to be false: "it is not true that", "reports that … are baseless"."""
    lead = [word.lower for word in words[max(0, first - _FAR) : first]]
    if "that" not in lead and "of" not in lead:
        return False
    said = " ".join(lead)
    if any(phrase in said for phrase in _FALSE_THAT):
        return True
    if _CLAIMS.isdisjoint(lead):
        return False
    for at in range(last + 1, min(len(words) - 1, last + _FAR)):
        if words[at].text in {",", ";"}:
            return False
        if words[at].cls is Class.AUXILIARY and words[at + 1].lower in _FALSE:
            return True
    return False


def _is_called_off(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is called off, in front of the trigger or behind it."""
    for at in range(first - 1, max(0, first - 6), -1):
        if words[at].cls is Class.MARK or words[at].lower in BEGINS_CLAUSE:
            break
        is_off = words[at].lower == "off" and words[at - 1].lower in _CALLED
        if words[at].lower in _CALLS_OFF or is_off:
            return words[at - 1].lower not in _MAY | {"to"}
    for at in range(last + 1, min(len(words) - 1, last + _CALLED_OFF_REACH)):
        if words[at].cls is Class.MARK or words[at].lower in BEGINS_CLAUSE:
            return False
        if words[at].cls is Class.AUXILIARY:
            ahead = [word.lower for word in words[at : at + 4] if word.cls is not Class.AUXILIARY]
            return bool(ahead) and (ahead[0] in _CALLS_OFF or ahead[:2] == ["called", "off"])
    return False
