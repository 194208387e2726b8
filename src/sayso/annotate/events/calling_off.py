"""Calling off: what was to happen and is called off, or put off and so still to come."""

from collections.abc import Sequence

from sayso.annotate.events.negations import BEGINS_CLAUSE
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import Class, Word
from sayso.model import Assertion

_CALLS_OFF = frozenset(
    "abandon abandoned abort aborted cancel canceled cancelled cancelling scrap scrapped".split()
)
_PUTS_OFF = frozenset("deferred postpone postponed postpones postponing rescheduled".split())
_PUT_OFF_BEHIND = frozenset({"delayed"})
"""Said of what stands in front of it, it puts that off; in front, it may only describe: "delayed talks"."""
_FOR_GOOD = frozenset({"indefinitely"})
_CALL = frozenset("call called calling calls".split())
_PUT = frozenset("put puts putting".split())
"""Verbs that with "off" call or put something off."""
_STILL_TO = frozenset("could may might must should to would".split())
_HELPS = frozenset("been being had has have was were".split())
_OFF_ALONE = frozenset("canceled cancelled deferred delayed postponed rescheduled scrapped".split())
_BEGINS_OBJECT = frozenset({Class.DETERMINER, Class.NUMBER, Class.OPEN})
_BEFORE, _REACH = 6, 12


def tells_of_calling_off(words: Sequence[str]) -> bool:
    """Whether words in small letters only say that something else is called or put off: "were called off"."""
    own = [word for word in words if word not in _HELPS]
    return own in (["called", "off"], ["put", "off"]) or (len(own) == 1 and own[0] in _OFF_ALONE)


def called_off(words: Sequence[Word], trigger: Trigger) -> Assertion | None:
    """Denied where a happening is called off, planned where it is put off to later, in front of it or behind.

    What may be called off is neither.
    """
    return _in_front(words, trigger.first) or _behind(
        _without_insertion(words[trigger.last + 1 : trigger.last + _REACH])
    )


def _in_front(words: Sequence[Word], first: int) -> Assertion | None:
    for at in range(first - 1, max(0, first - _BEFORE), -1):
        if words[at].cls is Class.MARK or words[at].lower in BEGINS_CLAUSE:
            return None
        verb = at - 1 if words[at].lower == "off" else at
        if (put := _put(words[verb].lower, words[at].lower)) is not None:
            return None if verb and words[verb - 1].lower in _STILL_TO else put
    return None


def _behind(words: Sequence[Word]) -> Assertion | None:
    if not any(word.cls in _BEGINS_OBJECT for word in words[1:2]) and (put := _said_of(words[:2])):
        return put  # "Talks postponed" and "Talks called off", as headlines have it.
    for at, word in enumerate(words):
        if word.cls is Class.MARK or word.lower in BEGINS_CLAUSE:
            return None
        if word.cls is Class.AUXILIARY:
            return _said_of(words[at : at + 5])
    return None


def _without_insertion(words: Sequence[Word]) -> Sequence[Word]:
    """The words without what two commas part off at their head: of ", due on Saturday, was called off"."""
    commas = [at for at, word in enumerate(words) if word.text == ","][:2]
    return words[commas[1] + 1 :] if len(commas) > 1 and commas[0] == 0 else words


def _said_of(verbs: Sequence[Word]) -> Assertion | None:
    """What a verb and its auxiliaries say: "has been called off", not "may be put off"."""
    helping = [word.lower for word in verbs if word.cls is Class.AUXILIARY]
    full = [word.lower for word in verbs if word.cls is not Class.AUXILIARY]
    verb, behind = (full or [""])[0], full[1:]
    if not _STILL_TO.isdisjoint(helping):
        return None
    put = Assertion.PLANNED if verb in _PUT_OFF_BEHIND else _put(verb, (behind or [""])[0])
    is_for_good = put is Assertion.PLANNED and not _FOR_GOOD.isdisjoint(behind)
    return Assertion.DENIED if is_for_good else put


def _put(verb: str, behind: str) -> Assertion | None:
    """What a verb, and the word that may belong to it, do to a happening."""
    if verb in _PUTS_OFF or (verb in _PUT and behind == "off"):
        return Assertion.PLANNED
    return Assertion.DENIED if verb in _CALLS_OFF or (verb in _CALL and behind == "off") else None
