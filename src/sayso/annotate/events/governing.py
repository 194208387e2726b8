"""Governing: what the words that govern a trigger say of it (`governing.tsv`)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sayso.annotate import tables
from sayso.annotate.events.coming import is_day_ahead, is_past_alone, lies_ahead
from sayso.annotate.events.lexicon import LIGHT_VERBS, NOUNS, VERBS
from sayso.annotate.events.negations import BEGINS_CLAUSE, ENDS_CLAUSE
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inflection import Form
from sayso.annotate.words import Class, Word
from sayso.model import Assertion


class Tie(StrEnum):
    """How a word must be tied to what it governs; the table says each in words."""

    ANY = "any"
    TO = "to"
    FOR = "for"
    OF = "of"
    DEED = "deed"
    NEXT = "next"
    OBJECT = "object"
    THAT = "that"
    WISH = "wish"
    MODAL = "modal"


def _ties() -> Mapping[str, Sequence[tuple[Tie, Assertion]]]:
    ties: dict[str, list[tuple[Tie, Assertion]]] = {}
    for row in tables.rows("governing.tsv"):
        for word in tables.listed(row["words"]):
            ties.setdefault(word, []).append((Tie(row["tie"]), Assertion(row["assertion"])))
    return ties


_TIES = _ties()
_ENDS_OR_JUDGES = frozenset(
    "avenge cease compensation condemn end ending halt halting inquiry investigate probe punish punishment"
    " respond retaliate retaliation revenge stop stopping".split()
)
"""Whoever is to stop, judge or answer it answers what happens: "urged them to end the siege"."""
_LINKS = frozenset("for into of over to".split())
_SCHEDULED = frozenset("due expected planned scheduled set slated".split())
_TAKES_PLACE = frozenset(
    "be begin come continue follow happen last occur open proceed reconvene resume start take".split()
)
_NOT_FINITE = frozenset("be been being to".split())
_AND = frozenset({"and", "but", "or"})
_IN_PHRASE = frozenset({Class.ADVERB, Class.DETERMINER, Class.NUMBER, Class.OPEN})
_BEGINS = frozenset(
    "begin begins convene convenes open opens reconvene reconvenes resume resumes start starts".split()
)
_CALLS = frozenset({"call", "called", "calling", "calls"})
_ON = frozenset({"for", "on", "upon"})
"""With which a call is one to do something: "called on them to leave", not "called it a plot to kill"."""
_HOPES = frozenset("hope hoped hopes hoping".split())
_WISHES = frozenset("like must want wish".split())
_SAID_IS_DONE = frozenset(
    "apologise apologize commend congratulate convey express extend offer praise salute thank welcome".split()
)
"""What is done by saying that one wants to: "I want to thank them"."""
_WANTS = frozenset("want wanted wanting wants".split())
_IS = frozenset("is are was were be".split())
_ENDS_NOUNS = ("ence", "ing", "ion", "ions", "ment", "ments", "ings")
_REACH, _REACH_BEHIND = 7, 14
_SHORTEST_LEAD = 3


def governed(words: Sequence[Word], trigger: Trigger) -> Assertion:
    """What the nearest word says that governs the trigger, within its clause, or the verb behind a noun."""
    governing = _governing(words, _led_by(words, trigger))
    is_noun = may_be_noun(words, trigger)
    if is_noun and is_ended_or_judged(governing):
        return Assertion.HAPPENED
    helped = helping(governing)
    for distance, word in enumerate(governing):
        between = governing[:distance]
        if (
            word.lower in _WISHES
            and words[trigger.first].lower in _SAID_IS_DONE
            and _is_of_speaker(governing[distance:])
        ):
            return Assertion.HAPPENED
        if word.lower in _WANTS and any(other.lower == "to" for other in between):
            return Assertion.PLANNED if between[-1].lower == "to" else Assertion.CALLED_FOR
        for tie, assertion in _TIES.get(word.lower, ()):
            if tie is Tie.ANY and _describes(governing, distance, words[trigger.first]):
                continue
            if tie is Tie.MODAL and distance < helped and not _is_name(word, between, words[trigger.first]):
                return _of_modal(assertion, word, between, governing[distance + 1 :])
            if _is_tied(tie, word, between, words, trigger):
                return assertion
    if (ahead := lies_ahead(words, trigger, governing)) is not None:
        return ahead
    return _said_behind(words, trigger.last) if is_noun else Assertion.HAPPENED


def _describes(governing: Sequence[Word], at: int, verb: Word) -> bool:
    """Whether a word only describes what a verb is said of: "the planned march was banned"."""
    is_finite = any(map(_is_finite, governing[:at])) or is_past_alone(verb)
    is_led = any(
        other.cls is Class.DETERMINER or other.lower in {"'s", "’s"} for other in governing[at + 1 : at + 2]
    )
    is_of_noun = at > 0 and governing[at - 1].cls is Class.OPEN
    return is_finite and is_led and is_of_noun and governing[at].lower.endswith("ed")


def _is_of_speaker(governing: Sequence[Word]) -> bool:
    """Whether a wish is that of whoever speaks: "I want to", "we would like to"."""
    return any(word.lower in {"i", "we"} for word in governing[1:3])


def _is_tied(tie: Tie, word: Word, between: Sequence[Word], words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a word governs the trigger; `between` runs from the trigger back to it."""
    nearest = between[-1].lower if between else ""
    match tie:
        case Tie.TO:
            is_call = word.lower not in _CALLS or len(between) == 1 or not _ON.isdisjoint(_lower(between))
            return is_call and _ends_in_infinitive(words, trigger, between)
        case Tie.OF:
            is_near = word.lower != "accused" or len(between) == 1
            return nearest == "of" and is_near and may_be_noun(words, trigger)
        case Tie.DEED:
            return not _is_of_a_party(between, trigger, words[trigger.first])
        case Tie.NEXT:
            return not between
        case Tie.OBJECT:
            return may_be_noun(words, trigger) and all(word.cls in _IN_PHRASE for word in between)
        case Tie.MODAL:
            return (trigger.is_verb or _carries_out(between)) and not _is_name(
                word, between, words[trigger.first]
            )
        case Tie.FOR | Tie.THAT:
            return nearest == tie.value
        case Tie.WISH:
            return _is_wished(between, words[trigger.first])
        case Tie.ANY:
            return True


def _is_wished(between: Sequence[Word], verb: Word) -> bool:
    """Whether a "that" and a bare verb say what somebody wants done: "insist that he be freed".

    `between` runs from the verb back. "Insist that they fled" tells of it, and "that rebels hold it" may.
    """
    helping = next((other.lower for other in between if other.cls is not Class.ADVERB), "")
    is_bare = helping == "be" or (_is_base(verb) and not helping.endswith("s"))
    others = (other for other in between if other.cls is Class.AUXILIARY and other.lower not in {"be", "not"})
    return is_bare and next(others, None) is None and any(other.lower == "that" for other in between)


def _lower(words: Sequence[Word]) -> list[str]:
    return [word.lower for word in words]


def may_be_noun(words: Sequence[Word], trigger: Trigger) -> bool:
    """Whether a trigger can be a noun: "attack", "the meeting"."""
    first = words[trigger.first].lower
    return not trigger.is_verb or first in NOUNS or first.endswith("ing")


def _led_by(words: Sequence[Word], trigger: Trigger) -> int:
    """Where the words begin that govern a trigger: of "vowed to find and punish them", at "find"."""
    first = trigger.first
    if first < _SHORTEST_LEAD or words[first - 1].lower not in {"and", "or"} or not _is_base(words[first]):
        return first
    for at in range(first - 2, max(0, first - _REACH_BEHIND), -1):
        if words[at].text in ENDS_CLAUSE - {","} or words[at].lower in BEGINS_CLAUSE:
            break
        if words[at - 1].lower == "to" and _is_base(words[at]):
            return at
        if words[at - 1].cls is Class.AUXILIARY:
            return at if words[at - 1].lower in _TIES else first
    return first


def _is_base(word: Word) -> bool:
    """Whether a word may be a verb in its base form, as behind "to"."""
    if word.lower in VERBS:
        return Form.BASE in VERBS[word.lower][2]
    return word.cls is Class.OPEN and not word.is_name and not word.lower.endswith(("ed", "ing", "s"))


def is_ended_or_judged(governing: Sequence[Word]) -> bool:
    """Whether a noun is what a verb ends, judges or answers; `governing` are the words before it."""
    for word in governing:
        if word.lower in _ENDS_OR_JUDGES:
            return True
        if word.cls not in {Class.DETERMINER, Class.OPEN, Class.ADVERB} and word.lower not in _LINKS:
            return False
    return False


def _said_behind(words: Sequence[Word], last: int) -> Assertion:
    """What the verb behind a noun says of it: "talks with Orlo will resume", "an election is due"."""
    for at in range(last + 1, min(len(words) - 1, last + _REACH_BEHIND)):
        word = words[at]
        if word.text in ENDS_CLAUSE - {","} or (word.lower in BEGINS_CLAUSE and word.lower != "which"):
            break
        if word.lower in _BEGINS and is_day_ahead(words[at + 1 : at + 3]):
            return Assertion.PLANNED
        if word.lower in VERBS or word.lower in {"that", "to"}:
            break
        if word.cls is Class.AUXILIARY:
            ahead = [other for other in words[at : at + 5] if other.cls not in {Class.ADVERB}]
            full = next((other.lower for other in ahead if other.cls is not Class.AUXILIARY), "")
            helping = {other.lower for other in ahead if other.cls is Class.AUXILIARY}
            if full in _SCHEDULED and not _IS.isdisjoint(helping):
                return Assertion.PLANNED
            if full in _TAKES_PLACE or (full == "held" and "be" in helping):
                return next((said for _, said in _TIES.get(word.lower, ())), Assertion.HAPPENED)
            break
    return Assertion.HAPPENED


def _governing(words: Sequence[Word], first: int) -> list[Word]:
    """The words of a trigger's clause in front of it, the nearest first."""
    governing: list[Word] = []
    for word in reversed(words[max(0, first - _REACH) : first]):
        if word.text in ENDS_CLAUSE or (word.lower in BEGINS_CLAUSE and word.lower not in _TIES):
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


def helping(governing: Sequence[Word]) -> int:
    """How many auxiliaries and adverbs stand right before a trigger."""
    others = (at for at, word in enumerate(governing) if word.cls not in {Class.AUXILIARY, Class.ADVERB})
    return next(others, len(governing))


def _ends_in_infinitive(words: Sequence[Word], trigger: Trigger, between: Sequence[Word]) -> bool:
    """Whether "to" makes a verb of the trigger: "due to meet", not "due to flooding"."""
    helped = helping(between)
    is_noun = words[trigger.first].lower.endswith(_ENDS_NOUNS) and words[trigger.first].lower not in VERBS
    to = next((at for at in range(helped, min(helped + 3, len(between))) if between[at].lower == "to"), None)
    return not is_noun and to is not None and (to == 0 or between[to - 1].cls is not Class.DETERMINER)


def _is_of_a_party(between: Sequence[Word], trigger: Trigger, verb: Word) -> bool:
    """Whether a doubt is about who did it: "suspected rebels killed two" tells of a killing all the same.

    `between` runs from the trigger back to the doubt. "Suspected of bombing" doubts the deed.
    """
    if not between:
        return trigger.is_verb
    if between[-1].lower in {"of", "to", "in"}:
        return False
    is_verb = trigger.is_verb or verb.lower.endswith("ed") or helping(between) > 0
    return is_verb or any(word.cls is Class.PREPOSITION for word in between)


def _of_modal(
    assertion: Assertion, modal: Word, between: Sequence[Word], before: Sequence[Word]
) -> Assertion:
    """What a modal says: "would have bombed it" is but imagined, and "hoped they would leave" a wish.

    What should have been was not.
    """
    if any(word.lower == "have" for word in between):
        return Assertion.DENIED if modal.lower == "should" else Assertion.POSSIBLE
    if assertion is Assertion.PLANNED and any(word.lower in _HOPES for word in before):
        return Assertion.CALLED_FOR
    return assertion


def _is_name(word: Word, between: Sequence[Word], verb: Word) -> bool:
    """Whether "May" is the month, with a capital or before a number, or "Will" somebody who "said"."""
    if word.lower == "may":
        return word.text == "May" or (bool(between) and between[-1].text[:1].isdigit())
    return word.text == "Will" and not between and is_past_alone(verb)


def _carries_out(between: Sequence[Word]) -> bool:
    """Whether an auxiliary reaches a noun through a verb that says it takes place: "will hold talks"."""
    return any(word.lower in LIGHT_VERBS for word in between)
