"""Triggers: the words of a sentence that a lexicon knows to name a happening, as hints for the reader."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.events.lexicon import (
    FIREARMS,
    MODIFIERS,
    MULTIWORD,
    NOUNS,
    ONLY_AS_VERB,
    VERBS,
    VOICED,
    VOICING,
)
from sayso.annotate.events.meanings import meant
from sayso.annotate.events.strikes import type_of_strike
from sayso.annotate.inflection import Form
from sayso.annotate.words import Class, Word, span_of, words_of
from sayso.model import EventType, Reading, Span

_OPEN_PHRASES = frozenset(phrase.partition(" ")[0] for phrase in MULTIWORD)
# Nearly every word is none of these, and is asked nothing further.
_TELLING = _OPEN_PHRASES.union(VERBS, NOUNS, VOICED)
# Nouns that make what stands before them a description: an attack helicopter attacks nobody.
_DESCRIBED = frozenset(
    "helicopter helicopters rifle rifles squad squads group groups plane planes line lines victim"
    " victims zone zones room capital site sites ship ships fund table process dog dogs force forces"
    " operation operations convoy convoys workers worker agency agencies case cases charge charges"
    " warrant warrants survivor survivors monitor monitors monitoring committee commission council"
    " team position positions unit units".split()
)

_MEANT_FOR = frozenset("assault attack battle combat fighting raiding strike".split())
_FORCES = frozenset(
    "aircraft boat boats fighter fighters force forces group groups helicopter helicopters jet jets plane"
    " planes rifle rifles ship ships squad squads team teams troops unit units vehicle vehicles".split()
)


def only_describes(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words in small letters only say what a force or weapon is meant for: "battle" of a group."""
    return len(words) == 1 and not _MEANT_FOR.isdisjoint(words) and not _FORCES.isdisjoint(behind[:1])


@dataclass(frozen=True, slots=True)
class Trigger:
    """A happening's name in one sentence: words `first` to `last` of it, headed by word `head`."""

    first: int
    last: int
    head: int
    lemma: str
    type: EventType
    is_verb: bool


def hints_in(reading: Reading) -> Iterator[tuple[Span, EventType]]:
    """The triggers of a whole report, each with its type."""
    for sentence in reading.sentences:
        words = words_of(reading.text, sentence)
        for trigger in triggers_in(words):
            yield span_of(words[trigger.first : trigger.last + 1]), trigger.type


def triggers_in(words: Sequence[Word]) -> Iterator[Trigger]:
    """The triggers of one sentence, in order, apart from each other."""
    at = 0
    written = [word.text for word in words if word.text.isalpha()]
    capitals_name = sum(text.islower() for text in written) * 2 >= len(written)
    while at < len(words):
        if words[at].lower not in _TELLING or (at and capitals_name and words[at].is_name):
            at += 1
            continue
        trigger = _multiword(words, at) or _verb(words, at) or _noun(words, at)
        if trigger is None:
            at += 1
            continue
        if trigger.lemma == "strike":
            trigger = replace(trigger, type=type_of_strike(words, trigger.head) or trigger.type)
        if (type_ := meant(words, trigger.first)) is not None:
            trigger = replace(trigger, type=type_)
        yield trigger
        at = trigger.last + 1


def _multiword(words: Sequence[Word], at: int) -> Trigger | None:
    if words[at].lower not in _OPEN_PHRASES:
        return None
    for size in (3, 2):
        if at + size > len(words):
            continue
        phrase = " ".join(word.lower for word in words[at : at + size])
        if phrase in MULTIWORD:
            type_, is_verb = MULTIWORD[phrase]
            if phrase.startswith("calls ") and not (at and words[at - 1].is_name):
                return None
            return Trigger(at, at + size - 1, at, phrase, type_, is_verb)
    return None


def _verb(words: Sequence[Word], at: int) -> Trigger | None:
    known = VERBS.get(words[at].lower)
    if known is None:
        return None
    lemma, type_, forms = known
    before = words[at - 1] if at else None
    is_noun_too = words[at].lower in NOUNS or lemma in ONLY_AS_VERB
    helped = _is_helped(words, at)
    if not forms & {Form.PAST, Form.PARTICIPLE, Form.ING} and not (
        helped or _has_subject(before, forms, is_noun_too)
    ):
        return None
    if before is not None and before.cls is Class.DETERMINER:
        return None
    if Form.ING in forms and words[at].lower in NOUNS and not (helped or _tells_result(words, at)):
        return None
    if lemma == "fire" and not any(word.lower in FIREARMS for word in words[at + 1 : at + 4]):
        return None
    if (
        lemma in {"charge", "strike", "hit", "sign", "back", "free"}
        and before is not None
        and before.lower in {"of"}
    ):
        return None
    return Trigger(at, at, at, lemma, type_, True)


def _tells_result(words: Sequence[Word], at: int) -> bool:
    """Whether an -ing form adds what came of it: "shells fell on Orlo, killing two"."""
    if at == 0 or at + 1 >= len(words):
        return False
    follows = words[at - 1].text == "," or words[at - 1].lower in {"and", "by"}
    return follows and words[at + 1].cls in {Class.NUMBER, Class.DETERMINER, Class.OPEN, Class.PREPOSITION}


def _has_subject(before: Word | None, forms: frozenset[Form], is_noun_too: bool) -> bool:
    """Whether a base or present form stands where a verb stands, and not a noun."""
    if before is None:
        return False
    if before.lower == "to" or before.cls is Class.PRONOUN:
        return True
    is_plural = before.cls is Class.OPEN and before.lower.endswith("s")
    if Form.BASE in forms:
        return is_plural and not is_noun_too
    return before.cls is Class.OPEN and not is_noun_too


def _noun(words: Sequence[Word], at: int) -> Trigger | None:
    known = NOUNS.get(words[at].lower)
    if known is None and words[at].lower in VOICED and _is_voiced(words, at):
        known = words[at].lower, EventType.SUPPORT
    if known is None or (at + 1 < len(words) and words[at + 1].lower in _DESCRIBED):
        return None
    lemma, type_ = known
    first = at
    while first > 0 and words[first - 1].lower in MODIFIERS:
        first -= 1
    last = at
    while last + 1 < len(words) and words[last + 1].lower in NOUNS and words[last + 1].cls is Class.OPEN:
        last += 1
        lemma, type_ = NOUNS[words[last].lower]
    return Trigger(first, last, last, lemma, type_, False)


def _is_voiced(words: Sequence[Word], at: int) -> bool:
    return any(word.lower in VOICING for word in words[max(0, at - 4) : at])


def _is_helped(words: Sequence[Word], at: int) -> bool:
    """Whether an auxiliary stands before word `at`, adverbs aside."""
    before = itertools.dropwhile(lambda word: word.cls is Class.ADVERB, reversed(words[max(0, at - 4) : at]))
    return any(word.cls is Class.AUXILIARY for word in itertools.islice(before, 1))
