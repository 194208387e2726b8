"""Questions: what a sentence asks, and so does not tell: "Did soldiers burn the village?"."""

import re
from collections.abc import Sequence

from sayso.annotate.events.lexicon import NOUNS, VERBS
from sayso.annotate.events.negations import BEGINS_CLAUSE
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form
from sayso.annotate.words import Class, Word

_STOPS = frozenset({".", ";", ":", "!", '"', "“", "”"})
_HAVE_OR_BE = frozenset("am are be been had has have is was were".split())
_ASKS_IF = frozenset("believe conceivable likely possible suggest think true".split())
"""Before "that" they ask of what follows: "is it true that they fled?"."""
_TAKEN_FOR_GRANTED = frozenset("her his its my our that the their these this those your 's ’s".split())
_WH = frozenset("how what when where which who whom whose why".split())
_PARTS_CLAUSES = BEGINS_CLAUSE | _WH | {"that"}
_REACH = 40
_HELPED = frozenset({Form.PARTICIPLE, Form.ING})
_NOT_SUFFIX = re.compile("n['’]t$")
_LONGEST_TAG = 4
"""The most words of "didn't they?", which asks only for a nod."""


def is_asked(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a question wants to know whether something happened.

    "Why did they withdraw?" takes for granted that they did, and "was the raid planned?" the raid.
    """
    ahead = words[trigger.last + 1 : trigger.last + 1 + _REACH]
    end = next((at for at, word in enumerate(ahead) if word.text == "?" or word.text in _STOPS), None)
    if end is None or ahead[end].text != "?" or _is_tagged(ahead[:end]):
        return False
    lead = _clause(words, trigger.first)
    asks = next((at for at in range(len(lead)) if _opens(lead, at)), None)
    if asks is None:
        return not lead or not (_parts(lead) or _is_given(lead))
    if lead[asks].lower in _WH:
        return False
    between = lead[asks + 1 :]
    return not _parts(between) and _is_wanted(words[trigger.first], between, lead[asks])


def _clause(words: Sequence[Word], first: int) -> Sequence[Word]:
    """The words of a question in front of what it asks for."""
    low = max(0, first - _REACH)
    begin = next((at + 1 for at in range(first - 1, low - 1, -1) if words[at].text in _STOPS | {"?"}), low)
    return words[begin:first]


def _opens(lead: Sequence[Word], at: int) -> bool:
    """Whether a word opens a question: "did" and "why" of "and so, why did they"."""
    asks = lead[at].lower in _WH or lead[at].cls is Class.AUXILIARY
    return asks and (at == 0 or lead[at - 1].cls in {Class.MARK, Class.CONJUNCTION, Class.ADVERB})


def _parts(between: Sequence[Word]) -> bool:
    """Whether what follows stands in a clause of its own, which is taken for granted."""
    return any(
        word.lower in _PARTS_CLAUSES and not (word.lower == "that" and between[at - 1].lower in _ASKS_IF)
        for at, word in enumerate(between)
    )


def _is_given(between: Sequence[Word]) -> bool:
    """Whether a noun is one that is known of: "the raid"."""
    return any(word.lower in _TAKEN_FOR_GRANTED for word in between[-4:])


def _is_wanted(word: Word, between: Sequence[Word], helps: Word) -> bool:
    """Whether an auxiliary asks for a verb, "did" for "burn", or for a noun that is not yet known of."""
    is_noun = bool(between) and between[-1].cls is Class.DETERMINER
    if not is_noun and _helps(helps, word):
        return True
    return (is_noun or word.lower in NOUNS or not _is_verb(word)) and not _is_given(between)


def _is_verb(word: Word) -> bool:
    return word.lower in VERBS or word.lower.endswith(("ed", "ing"))


def _helps(helps: Word, verb: Word) -> bool:
    """Whether an auxiliary goes with a verb's form: "did" with "burn", "were" with "burned"."""
    plain = _NOT_SUFFIX.sub("", helps.lower)
    forms = VERBS[verb.lower][2] if verb.lower in VERBS else frozenset({Form.PARTICIPLE, Form.ING})
    return not forms.isdisjoint(_HELPED if plain in _HAVE_OR_BE else {Form.BASE})


def _is_tagged(ahead: Sequence[Word]) -> bool:
    """Whether only a nod is asked for: "they fled, didn't they?"."""
    tag = ahead[-_LONGEST_TAG:]
    comma = next((at for at, word in enumerate(tag) if word.text == ","), None)
    return comma is not None and comma + 1 < len(tag) and tag[comma + 1].cls is Class.AUXILIARY
