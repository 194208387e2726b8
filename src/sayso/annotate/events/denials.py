"""Denials: what a sentence says did not happen: by a negation, a denial, or because it was called off."""

from collections.abc import Sequence

from sayso.annotate import tables
from sayso.annotate.events.calling_off import called_off
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.negations import BEGINS_CLAUSE, is_compared, is_negated, is_negation
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import Class, Word
from sayso.model import Assertion, EventType, Span

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
_INTENDS = frozenset(
    "attempting intend intended intending intends plan planned planning plans plotted plotting preparing"
    " seeking threatened threatening tried trying wanted wanting wants".split()
)
PART_IN = frozenset(
    "abetting aiding anything arming backing behind complicity connection connections directing financing"
    " funding hand involved involvement knew knowing knowledge link links masterminding orchestrating"
    " ordering part participating participation planning responsibility responsible role supporting"
    " ties".split()
)
"""Who denies a part in it does not deny that it happened."""
_FALSE = frozenset(
    "absurd baseless bogus fabricated fabrication fabrications fake false groundless incorrect invented lie"
    " lies nonsense unfounded untrue wrong".split()
)
_FALSE_THAT = ("not true that", "untrue that", "false that", "no truth")
_RULES = frozenset("rule ruled rules ruling".split())
_SAYING = frozenset(
    {EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.SUPPORT, EventType.THREATEN}
)
"""What is done in words."""
_UNKNOWN = ("", None)
_OPPOSES = frozenset("although but though whereas while yet".split())
_REACH, _FAR = 8, 18
# Words with which reports take back, deny or call off, and how longer ones begin and end.
_TAKES_BACK = frozenset(
    "no not nor never none nobody nothing neither without cannot false falsely untrue hardly yet contrary"
    " instead far off against unable unlikely absurd ruled rules rule ruling broke broken".split()
)
_TAKES_BACK_BEGINS = (
    "deni", "deny", "rumo", "baseless", "dismiss", "reject", "refut", "disput", "cancel", "postpon",
    "scrap", "fail", "refus", "prevent", "halt", "stop", "suspend", "abort", "avert", "avoid", "evad", "foil",
    "declin", "abandon", "boycott", "lack", "delay", "block", "collaps", "incorrect", "falsif", "discredit",
)  # fmt: skip


def may_deny(words: Sequence[Word], trigger: Span) -> bool:
    """Whether a trigger's statement has a word that can deny: nine denials in ten have one, one deed in five.

    Of "rebels hit the port; the navy denies it" the first statement has none, and "no raid has killed so
    many" denies none either.
    """
    parts = [at for at in range(len(words)) if _parts_statements(words, at)]
    low = next((at for at in reversed(parts) if words[at].start < trigger.start), -1)
    high = next((at for at in parts if words[at].start >= trigger.end), len(words))
    own = words[low + 1 : high]
    return not is_compared(own) and any(
        word.lower in _TAKES_BACK or word.lower.startswith(_TAKES_BACK_BEGINS) or is_negation(word.lower)
        for word in own
    )


def _parts_statements(words: Sequence[Word], at: int) -> bool:
    """Whether what follows is a statement of its own: behind ";", or ", but"."""
    ahead = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].text == ";" or (words[at].text == "," and ahead in _OPPOSES)


def is_denied(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether the words around a trigger say that what it names did not, does not or shall not happen.

    A "not" of the trigger's own, as in "will not attend", names a refusal, which happens.
    """
    first, last = trigger.first, trigger.last
    return (
        is_negated(words, trigger)
        or _is_taken_back(words, first)
        or _is_false(words, first, last)
        or called_off(words, trigger) is Assertion.DENIED
    )


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


def _is_taken_back(words: Sequence[Word], first: int) -> bool:
    for at in range(first - 1, max(-1, first - _FAR), -1):
        lower = words[at].lower
        if lower in BEGINS_CLAUSE or words[at].text in {";", ":", '"', "“", "”"} or _speaks_on(words, at):
            return False
        between = [word.lower for word in words[at + 1 : first]]
        if lower in _DENIES or (lower in _DISMISSES and _is_of_a_claim(between)):
            return _reaches(words, at, first)
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
    if words[at].lower not in {"and", "but"}:
        return False
    verb = words[at + 1].lower
    return verb in tables.cue_words()["speech"] or VERBS.get(verb, _UNKNOWN)[1] in _SAYING


def _is_of_a_claim(between: Sequence[str]) -> bool:
    """Whether what is rejected is the claim that it happened: "reports that", "any suggestion of"."""
    at = next((at for at, word in enumerate(between) if word in _CLAIMS), None)
    return at is not None and not {"that", "of", "about"}.isdisjoint(between[at + 1 : at + 6])


def _reaches(words: Sequence[Word], at: int, first: int) -> bool:
    between = [word.lower for word in words[at + 1 : first]]
    is_meant = between[-1:] == ["to"] and not _INTENDS.isdisjoint(between[-2:])
    own = between[:-1] if is_meant else between
    is_of_a_part = not (is_meant or PART_IN.isdisjoint(between))
    if _is_turned(words, at) or is_of_a_part or words[first].lower in _CLAIMS:
        return False
    linked = next((word for word in own if word in {"that", "and", "but", ",", "to"}), None)
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
