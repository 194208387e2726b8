"""Implied: what must have happened by the way it is put: "were forced to flee", "should never have fled"."""

from collections.abc import Sequence

from sayso.annotate.events.negations import is_negation, negates

# Of 63 verbs behind these in reports read by hand, 57 had happened; a failed attempt happens, too.
_DID = frozenset(
    "attempted began compelled continued continues forced had managed obliged proceeded prompted started"
    " tried was were".split()
)
_TAKE_OBJECTS = frozenset("compelled forced obliged prompted".split())
_NEED_ABLE = frozenset("was were".split())
_OPENS = frozenset("can cannot could if may might must shall should to unless whether will would".split())
_ENDS = frozenset(", ; : . but that which who".split())
_SHOULD = frozenset({"should", "shouldn't", "shouldn’t"})
_OBJECT, _HELPING, _REGRETTED = 4, 5, 8


def is_implied(lead: Sequence[str]) -> bool:
    """Whether words before a verb, in small letters, imply that it happened."""
    return _is_regretted(lead) or (bool(lead) and lead[-1] == "to" and _is_carried_out(lead[:-1]))


def _is_carried_out(lead: Sequence[str]) -> bool:
    """Whether somebody did, or was made, "to" do it."""
    for back in range(1, min(_OBJECT + 1, len(lead)) + 1):
        word = lead[-back]
        if word in _ENDS or word == "and":
            return False
        is_near = back == 1 or word in _TAKE_OBJECTS or (word in _NEED_ABLE and lead[1 - back] == "able")
        if word in _DID and is_near and (back > 1 or word not in _NEED_ABLE):
            return not _is_open(lead[: len(lead) - back])
    return False


def _is_open(lead: Sequence[str]) -> bool:
    """Whether what stands before a verb leaves open, or denies, that it was done."""
    return any(word in _OPENS or negates(word) for word in lead[-_HELPING:])


def _is_regretted(lead: Sequence[str]) -> bool:
    """Whether it "should never have" been: "should never have been held or tried"."""
    should = next((at for at in range(len(lead) - 1, -1, -1) if lead[at] in _SHOULD), len(lead))
    helping = lead[should:]
    is_clause = len(helping) <= _REGRETTED and _ENDS.isdisjoint(helping[1:])
    return is_clause and "have" in helping and any(map(is_negation, helping))
