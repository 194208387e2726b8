"""Forms of English verbs, so that tables can list each verb once."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

_IRREGULAR = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "write": ("wrote", "written"),
    "find": ("found", "found"),
    "know": ("knew", "known"),
    "hear": ("heard", "heard"),
    "see": ("saw", "seen"),
    "swear": ("swore", "sworn"),
    "feel": ("felt", "felt"),
    "hold": ("held", "held"),
    "make": ("made", "made"),
    "give": ("gave", "given"),
    "put": ("put", "put"),
    "shoot": ("shot", "shot"),
    "meet": ("met", "met"),
    "hit": ("hit", "hit"),
    "strike": ("struck", "struck"),
    "blow": ("blew", "blown"),
    "fight": ("fought", "fought"),
    "break": ("broke", "broken"),
    "send": ("sent", "sent"),
    "withdraw": ("withdrew", "withdrawn"),
    "drive": ("drove", "driven"),
    "take": ("took", "taken"),
    "seek": ("sought", "sought"),
    "lay": ("laid", "laid"),
    "flee": ("fled", "fled"),
    "set": ("set", "set"),
    "sweep": ("swept", "swept"),
    "carry": ("carried", "carried"),
    "burn": ("burned", "burned"),
    "lead": ("led", "led"),
    "beat": ("beat", "beaten"),
    "throw": ("threw", "thrown"),
    "cut": ("cut", "cut"),
    "go": ("went", "gone"),
    "begin": ("began", "begun"),
    "overrun": ("overran", "overrun"),
    "kidnap": ("kidnapped", "kidnapped"),
    "understand": ("understood", "understood"),
    "forbid": ("forbade", "forbidden"),
    "free": ("freed", "freed"),
    "hang": ("hanged", "hanged"),
    "vow": ("vowed", "vowed"),
    "lift": ("lifted", "lifted"),
    "surrender": ("surrendered", "surrendered"),
    "visit": ("visited", "visited"),
    "target": ("targeted", "targeted"),
}
_DOUBLING = frozenset(
    "admit ban bar rob stab gun plan stop kidnap permit commit rebel repel expel compel regret drop"
    " pistol-whip".split()
)


class Form(StrEnum):
    """Which form of a verb a word is."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


def forms_of(verb: str) -> Mapping[str, frozenset[Form]]:
    """Every form of `verb` (given as its base), each with what it can be."""
    past, participle = _IRREGULAR.get(verb, (_regular_past(verb),) * 2)
    found: dict[str, set[Form]] = {}
    for word, form in (
        (verb, Form.BASE),
        (_third_person(verb), Form.PRESENT),
        (past, Form.PAST),
        (participle, Form.PARTICIPLE),
        (_ing(verb), Form.ING),
    ):
        found.setdefault(word, set()).add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def verbs_by_form(verbs: Iterable[str]) -> dict[str, tuple[str, frozenset[Form]]]:
    """From every form of the verbs to the verb and to what the form can be."""
    return {word: (verb, forms) for verb in verbs for word, forms in forms_of(verb).items()}


def _regular_past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLING else verb + "ed"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    if verb in _DOUBLING or verb in {"hit", "put", "set", "cut"}:
        return verb + verb[-1] + "ing"
    return verb + "ing"
