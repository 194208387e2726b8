"""Coming: what lies ahead, by a word for it, a day or whoever calls or awaits it: "called a strike"."""

import itertools
from collections.abc import Sequence

from sayso.annotate.events.calling_off import called_off
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.negations import ENDS_CLAUSE, negates
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form
from sayso.annotate.words import Class, Word
from sayso.model import Assertion

_IS = frozenset("is are was were be".split())
_IN_PHRASE = frozenset({Class.ADVERB, Class.DETERMINER, Class.NUMBER, Class.OPEN})
_CALLS = frozenset("call called calling calls".split())
_DAYS = frozenset("day evening month morning night week year".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_AHEAD = frozenset("tomorrow next scheduled".split())
_SET_FOR_LATER = frozenset(
    "boycott demonstration demonstrations election elections march protest protests rallies rally referendum"
    " shutdown stoppage strike strikes walkout".split()
)
"""What is to come when somebody calls or announces it."""
_ANNOUNCES = frozenset("announce announced announces announcing declare declared declares declaring".split())
_ONE = frozenset({"a", "an", "another"})
_AWAITS = frozenset("await awaiting awaits face faces facing".split())
_GONE_THROUGH = frozenset(
    "deportation dismissal eviction execution expulsion extradition impeachment imprisonment jail prison"
    " prosecution punishment sentence sentencing term trial verdict".split()
)
_MAY = frozenset("could may might".split())
_WILL = frozenset("can cannot could can't may must should will won't would wouldn't".split())
_REACH = 8


def lies_ahead(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> Assertion | None:
    """Whether it is planned or may come; `governing` are the words before it, the nearest first."""
    is_put_off = called_off(words, trigger) is Assertion.PLANNED
    if is_put_off or _is_to_come(words, trigger, governing) or _is_called(words, trigger, governing):
        return Assertion.PLANNED
    if _is_condition(words, trigger):
        return Assertion.POSSIBLE
    if not _is_awaited(words, trigger, governing):
        return None
    is_open = any(word.lower in _MAY for word in governing)
    return Assertion.POSSIBLE if is_open else Assertion.PLANNED


def _is_to_come(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> bool:
    """Whether it lies ahead: "the envoy is to visit", "talks next week"."""
    lead = [word.lower for word in governing[:2]]
    if lead[:1] == ["to"] and len(lead) > 1 and lead[1] in _IS:
        return True
    if is_past_alone(words[trigger.first]) and not _IS & set(lead):
        return False
    behind = [word.lower for word in words[trigger.last + 1 : trigger.last + 6]]
    cut = next((at for at, word in enumerate(behind) if word in ENDS_CLAUSE), len(behind))
    return any(
        word in _AHEAD
        and behind[at + 1 : at + 2] != ["to"]
        and not (behind[at - 1 : at] == ["the"] and not _DAYS.isdisjoint(behind[at + 1 : at + 2]))
        for at, word in enumerate(behind[:cut])
    )


def _is_condition(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether it must come first: "they would not leave until the rebels had laid down their arms"."""
    low = max(0, trigger.first - _REACH)
    until = next((at for at in range(trigger.first - 1, low - 1, -1) if words[at].lower == "until"), None)
    if until is None:
        return False
    before = [word.lower for word in words[max(0, until - 2 * _REACH) : until]]
    wills = [at for at, word in enumerate(before) if word in _WILL]
    return any(any(map(negates, before[at : at + 3])) for at in wills) or any(
        word.startswith("refus") for word in before
    )


def _is_called(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> bool:
    """Whether it is a strike, march or vote that somebody calls or announces: "called a strike"."""
    if words[trigger.last].lower not in _SET_FOR_LATER:
        return False
    rest = itertools.dropwhile(
        lambda word: word.cls in {Class.OPEN, Class.NUMBER}, _lead(words, trigger, governing)
    )
    article, verb = [*(word.lower for word in rest), "", ""][:2]
    return article in _ONE and verb in _CALLS | _ANNOUNCES


def _is_awaited(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> bool:
    """Whether it is what somebody is still to go through: "faces trial", not "faces charges"."""
    if words[trigger.last].lower not in _GONE_THROUGH:
        return False
    lead = _lead(words, trigger, governing)
    phrase = itertools.takewhile(lambda word: word.cls in _IN_PHRASE, lead)
    return any(word.lower in _AWAITS for word in phrase)


def _lead(words: Sequence[Word], trigger: Trigger, governing: Sequence[Word]) -> Sequence[Word]:
    """The words in front of a trigger's last, the nearest first."""
    return (*reversed(words[trigger.first : trigger.last]), *governing)


def is_day_ahead(behind: Sequence[Word]) -> bool:
    """Whether what follows a present tense is a day that it looks ahead to: "begin on Monday"."""
    days = [word.lower for word in behind if word.cls is not Class.PREPOSITION]
    return bool(days) and days[0] in _WEEKDAYS | _AHEAD | {"today", "tonight"}


def is_past_alone(word: Word) -> bool:
    """Whether a verb's form can be nothing but past: "voted", not "cut" nor "set"."""
    if word.lower in VERBS:
        return VERBS[word.lower][2] <= {Form.PAST, Form.PARTICIPLE}
    return word.lower.endswith("ed")
