"""Heard: on whose say-so a trigger stands, who denies it, and what its sentence plainly says of it."""

from collections import defaultdict
from typing import TypeAlias

from sayso.annotate.attributions.answers import answered_in
from sayso.annotate.attributions.verdicts import checked_in, judged_in
from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.denials import is_claim, is_denial
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.inside import words_inside
from sayso.annotate.words import words_of
from sayso.model import Assertion, EventType, Near, Reading, Span, Voices

_OF_LAW = frozenset({EventType.ACCUSE, EventType.COERCE, EventType.SANCTION})
_CHARGES = frozenset("accusation accusations allegation allegations charge charges".split())
Hearing: TypeAlias = tuple[int | None, Assertion]
"""On whose say-so a trigger stands, and what the words that govern it plainly say of it."""


class Heard:
    """The attributions of a reading, as they bear on its triggers."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._voices = Voices(reading.attributions)
        cues = ((one.cue, number) for number, one in enumerate(reading.attributions))
        self._cues = Near((cue, (cue, number)) for cue, number in cues if cue is not None)
        self._answers: defaultdict[Span, list[int | None]] = defaultdict(list)
        for number, answered in answered_in(reading.text, reading.attributions):
            self._answers[answered].append(number)
        for claim in checked_in(reading.text):
            if claim.is_false:
                self._answers[claim.content].append(None)
        for said in judged_in(reading.text, reading.attributions, sentences=reading.sentences):
            self._answers[said].append(None)
        self._known: dict[Span, Hearing] = {}

    def of(self, trigger: Span) -> Hearing:
        """What is heard of a trigger."""
        if trigger not in self._known:
            voice = self._voices.innermost(trigger)
            cue = None if voice is None else self._reading.attributions[voice].cue
            plain = _plainly(self._reading, trigger, None if cue is None else cue.of(self._reading.text))
            self._known[trigger] = voice, plain
        return self._known[trigger]

    def denier(self, trigger: Span, attribution: int | None) -> int | None:
        """Who denies it: of "rejecting Velmarian allegations of an attack", whoever rejects them."""
        if attribution is None:
            return None
        text, voices = self._reading.text, self._reading.attributions
        alleged = voices[attribution].cue
        if alleged is None or not is_claim(alleged.of(text)):
            return attribution
        home = self._reading.sentence_at(trigger) or trigger
        beside = self._cues.touching(home)
        cues = [(cue.of(text), at) for cue, at in beside if home.holds(cue) and cue < trigger]
        others = [(is_denial(cue), at) for cue, at in cues if not is_claim(cue)]
        return max(others)[1] if others else voices[attribution].parent

    def answers(self, trigger: Span, attribution: int | None, type_: EventType) -> list[int | None]:
        """Those who deny what somebody else has just been told to say: "a charge that Orlo denies".

        None is the outlet: a fact check that finds a claim false. Whoever denies the charges does not deny
        having been arrested and tried.
        """
        if attribution is None:
            return []
        said = self._reading.attributions[attribution].content
        others = [
            at
            for at in self._answers.get(said, ())
            if at != attribution and not (type_ in _OF_LAW and self._denies_charges(at))
        ]
        is_denied = others and _plainly(self._reading, trigger, "denied") is Assertion.DENIED
        return others if is_denied else []

    def _denies_charges(self, number: int | None) -> bool:
        said = None if number is None else self._reading.attributions[number].content
        return said is not None and not _CHARGES.isdisjoint(said.of(self._reading.text).lower().split())


def _plainly(reading: Reading, trigger: Span, cue: str | None) -> Assertion:
    """What the words that govern the trigger, and the cue of who tells it, plainly say of it."""
    sentence = reading.sentence_at(trigger)
    words = () if sentence is None else words_of(reading.text, sentence)
    own = words_inside(words, trigger)
    if not own:
        return Assertion.HAPPENED
    known = Trigger(own[0], own[-1], own[-1], "", EventType.OTHER, is_verb=words[own[0]].lower in VERBS)
    return assertion_of(words, known, cue=cue)
